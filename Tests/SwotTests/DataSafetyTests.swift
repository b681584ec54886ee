import ProgressStore
import TestSupport
import Testing

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The program keeps the learner's data to the learner, and writes nowhere else.
@Suite struct DataSafetyTests {
  private let system = POSIXFileSystem()

  /// The rights of all that stands below a folder, by paths from there.
  private func rights(below folder: String) throws -> [String: Int] {
    var found: [String: Int] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: folder) {
      guard let status = try system.status(at: "\(folder)/\(path)") else { continue }
      found[path] = status.permissions
      let expected = status.kind == .folder ? 0o700 : 0o600
      #expect(status.permissions == expected, "\(path) has \(String(status.permissions, radix: 8))")
    }
    return found
  }

  /// Runs the program as a shell with this umask does.
  private func run(
    _ arguments: [String], umask: String = "0", input: String = "", home: String,
    environment changes: [String: String?] = [:]
  ) throws -> Int32? {
    let file = "\(home)/input"
    try Data(input.utf8).write(to: URL(filePath: file))
    let words = try ([Program.path] + arguments).joined(separator: " ")
    let shell = try ChildProcess(
      "/bin/sh", ["-c", "umask \(umask); exec \(words)"],
      environment: Program.environment(home: home, changes),
      standard: [(file, O_RDONLY), ("/dev/null", O_WRONLY), ("/dev/null", O_WRONLY)])
    return shell.status(within: 30_000)
  }

  @Test(arguments: ["0", "022", "077"])
  func `whatever the umask, what is made is the learner's alone`(umask: String) throws {
    try withTemporaryFolder { home in
      let bank = try PlainBank.write(to: home)
      let input = "1\n:report wrong\n1\n:flag\n2\n"
      for arguments in [
        ["study", "--plain"] + bank, ["progress", "backup"], ["bank", "add", "\(home)/plain.yaml"],
        ["progress", "export", "\(home)/.local/share/swot/export.jsonl"],
        ["progress", "backup", "\(home)/.local/share/swot/backups"], ["progress", "restore"],
      ] {
        #expect(try run(arguments, umask: umask, input: input, home: home) == 0, "\(arguments)")
      }
      let data = try rights(below: "\(home)/.local/share/swot")
      #expect(data.count >= 8)
      #expect(data.keys.contains("snapshot.json"))
      #expect(data.keys.contains { $0.hasPrefix("banks/plain") })
      #expect(data.keys.contains { $0.hasPrefix("backups/") && $0.hasSuffix(".jsonl") })
      #expect(try rights(below: "\(home)/.local/state/swot").count >= 2)
    }
  }

  @Test func `wider rights are told, and taken away by the next practice`() throws {
    try withTemporaryFolder { home in
      let bank = try PlainBank.write(to: home)
      #expect(try run(["study", "--plain"] + bank, input: "1\n", home: home) == 0)
      let data = "\(home)/.local/share/swot"
      for path in try FileManager.default.subpathsOfDirectory(atPath: data) {
        let isFolder = try system.status(at: "\(data)/\(path)")?.kind == .folder
        try system.setPermissions(of: "\(data)/\(path)", to: isFolder ? 0o777 : 0o666)
      }
      try system.setPermissions(of: data, to: 0o755)
      // Who only looks changes nothing.
      for command in [["doctor"], ["stats"], ["progress", "verify"]] {
        let outcome = try Program.run(
          command + bank.prefix(command == ["progress", "verify"] ? 0 : 3), home: home)
        if command == ["doctor"] {
          #expect(outcome.output.contains("others can read or write '\(data)' and"))
          #expect(outcome.output.contains("chmod -R go= '\(data)'"))
        }
        #expect(try system.status(at: data)?.permissions == 0o755)
      }
      #expect(try run(["study", "--plain"] + bank, input: "1\n", home: home) == 0)
      _ = try rights(below: data)
      #expect(try system.status(at: data)?.permissions == 0o700)
      #expect(try !Program.run(["doctor"] + bank, home: home).output.contains("others can"))
    }
  }

  @Test(arguments: ["journals", "snapshot.json", "backups", "banks"])
  func `a link in the data folder is not followed out of it`(name: String) throws {
    try withTemporaryFolder { home in
      let bank = try PlainBank.write(to: home)
      #expect(try run(["study", "--plain"] + bank, input: "1\n", home: home) == 0)
      _ = try run(["bank", "add", "\(home)/plain.yaml"], home: home)
      let data = "\(home)/.local/share/swot"
      let outside = "\(home)/outside"
      try FileManager.default.createDirectory(atPath: outside, withIntermediateDirectories: true)
      if name == "snapshot.json" {
        try Data("mine".utf8).write(to: URL(filePath: "\(outside)/\(name)"))
      }
      let target = name == "snapshot.json" ? "\(outside)/\(name)" : outside
      try? FileManager.default.removeItem(atPath: "\(data)/\(name)")
      #expect(symlink(target, "\(data)/\(name)") == 0)
      let before = try FileManager.default.subpathsOfDirectory(atPath: outside)
      for arguments in [
        ["study", "--plain"] + bank, ["progress", "backup"], ["progress", "restore"],
        ["progress", "verify"], ["bank", "add", "\(home)/plain.yaml"],
        ["bank", "add", "\(home)/plain.yaml", "--replace"], ["stats"], ["doctor"],
      ] {
        let status = try run(arguments, input: "1\n1\n", home: home)
        #expect([0, 1, 64, 65, 66, 73, 74].contains(status ?? -1), "\(arguments) \(status ?? -1)")
      }
      #expect(try FileManager.default.subpathsOfDirectory(atPath: outside) == before)
      if name == "snapshot.json" {
        #expect(try Data(contentsOf: URL(filePath: target)) == Data("mine".utf8))
      }
    }
  }

  @Test func `no name that stands in a file becomes a path`() throws {
    try withTemporaryFolder { home in
      let evil = "../../../evil"
      let bank = try PlainBank.write(to: home)
      let folder = "\(home)/in"
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      for (number, id) in [evil, "..", ".", "/etc/passwd", "a/b", ".hidden", "a\\u0000b"]
        .enumerated()
      {
        let file = "\(folder)/bank\(number).yaml"
        let text = """
          format: swot-bank/1
          id: "\(id)"
          title: T
          questions:
            - {id: "\(id)", stem: S, choices: [{right: a}, {wrong: b}]}
          """
        try Data(text.utf8).write(to: URL(filePath: file))
        #expect(try run(["bank", "add", file], home: home) == 65, "\(id)")
        let exam = "\(folder)/exam\(number).yaml"
        let blueprint = """
          format: swot-exam/1
          id: "\(id)"
          title: T
          questions: 1
          minutes: 1
          scale: percent
          pass: 50
          sections: [{title: A, from: [plain]}]
          """
        try Data(blueprint.utf8).write(to: URL(filePath: exam))
        #expect(try run(["bank", "add", exam], home: home) != 0, "\(id)")
      }
      func summed(_ body: String) -> String {
        let digits = String(Checksum.crc32c(Array(body.utf8)), radix: 16)
        let zeros = String(repeating: "0", count: 8 - digits.count)
        return body + #","sum":""# + zeros + digits + "\"}\n"
      }
      // As a journal's own name, and in front of the lines of an export.
      let journal =
        summed(
          #"{"v":1,"seq":0,"at":"2026-11-22T09:00:00.000Z","type":"journal","writer":"\#(evil)""#)
        + summed(
          #"{"v":1,"seq":1,"at":"2026-11-22T09:00:00.000Z","offset":0,"type":"flag","question":"\#(evil)""#
        )
      let export = summed(
        #"{"writer":"\#(evil)","v":1,"seq":1,"at":"2026-11-22T09:00:00.000Z","offset":0,"type":"flag","question":"a/b""#
      )
      for (name, text) in [("journal", journal), ("export", export)] {
        let file = "\(folder)/\(name).jsonl"
        try Data(text.utf8).write(to: URL(filePath: file))
        // A line whose writer is none is a line without one: the file's own name stands for it.
        #expect(try run(["progress", "merge", file], home: home) == (name == "export" ? 0 : 65))
      }
      #expect(try run(["study", "--plain"] + bank, input: "1\n", home: home) == 0)
      for name in [evil, "../journals", "..", "/etc"] {
        #expect([65, 66].contains(try run(["progress", "restore", name], home: home) ?? -1))
      }
      let all = try FileManager.default.subpathsOfDirectory(atPath: home)
      #expect(!all.contains { $0.contains("evil") || $0.contains("hidden") })
    }
  }
}
