import TestSupport
import Testing

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// `progress` and what belongs to it, run as they are typed.
@Suite struct ProgressCommandTests {
  private struct Verification: Decodable {
    struct Damage: Decodable, Equatable {
      let file: String
      let line: Int
    }

    let journals: Int
    let events: Int
    let damaged: [Damage]
  }

  /// Answers three questions and reports one.
  private func study(_ home: String) throws {
    let bank = try PlainBank.write(to: home)
    let outcome = try Program.run(
      ["study", "--plain"] + bank, input: "1\n:report two are right\n1\n1\n", home: home)
    try #require(outcome.status == 0)
  }

  private func progress(
    _ arguments: String..., home: String
  ) throws -> Program.Outcome {
    try Program.run(["progress"] + arguments, home: home)
  }

  private func verification(_ home: String, status: Int32 = 0) throws -> Verification {
    let outcome = try progress("verify", "--format", "json", home: home)
    #expect(outcome.status == status)
    return try JSONDecoder().decode(Verification.self, from: Data(outcome.output.utf8))
  }

  private func data(_ home: String) -> String { "\(home)/.local/share/swot" }

  private func journals(_ home: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: "\(data(home))/journals").sorted()
      .map { "\(data(home))/journals/\($0)" }
  }

  @Test func `where shows the places`() throws {
    try withTemporaryFolder { home in
      let outcome = try progress("where", home: home)
      #expect(outcome.status == 0)
      #expect(outcome.lines.first == "data      \(data(home))")
      let json = try Program.run(
        ["progress", "where", "--format", "json", "--data", "elsewhere/"], home: home)
      let places = try JSONDecoder().decode(
        [String: String].self, from: Data(json.output.utf8))
      #expect(places["journals"]?.hasPrefix("/") == true)
      #expect(places["journals"]?.hasSuffix("/elsewhere/journals") == true)
      #expect(places["state"] == "\(home)/.local/state/swot")
    }
  }

  @Test func `whole journals are said to be whole`() throws {
    try withTemporaryFolder { home in
      #expect(
        try progress("verify", home: home).output == "0 journals, 0 events: all is whole.\n")
      try study(home)
      #expect(
        try progress("verify", home: home).output == "1 journal, 4 events: all is whole.\n")
      let found = try verification(home)
      #expect(found.journals == 1 && found.events == 4 && found.damaged.isEmpty)
    }
  }

  @Test func `a damaged line is named with file and line, and a backup mends the loss`() throws {
    try withTemporaryFolder { home in
      try study(home)
      #expect(try progress("backup", home: home).status == 0)
      let path = try #require(try journals(home).first)
      var bytes = Array(try Data(contentsOf: URL(filePath: path)))
      let third = bytes.indices.filter { bytes[$0] == 0x0A }[1] + 40
      bytes[third] ^= 1
      try Data(bytes).write(to: URL(filePath: path))

      let text = try progress("verify", home: home)
      #expect(text.status == 65)
      #expect(text.lines.first == "\(path):3: the line does not match its checksum")
      #expect(
        try verification(home, status: 65).damaged == [Verification.Damage(file: path, line: 3)])
      let export = try progress("export", home: home)
      #expect(export.status == 65 && export.lines.count == 3)
      #expect(
        export.errors == "swot: \(path):3: left out: the line does not match its checksum\n")

      let restore = try progress("restore", home: home)
      #expect(restore.status == 0)
      #expect(restore.output == "Added 1 event; 3 were there already.\n")
      let found = try verification(home, status: 65)
      #expect(found.events == 4 && found.damaged.count == 1)
    }
  }

  @Test func `wherever a journal is damaged or cut, the program names the line and keeps the rest`()
    throws
  {
    try withTemporaryFolder { home in
      try study(home)
      let path = try #require(try journals(home).first)
      let bytes = Array(try Data(contentsOf: URL(filePath: path)))
      let bank = try PlainBank.write(to: home)
      // With it, what is damaged now and was read before counts on.
      try FileManager.default.removeItem(atPath: "\(data(home))/snapshot.json")
      func line(of offset: Int) -> Int { bytes[..<offset].count { $0 == 0x0A } + 1 }
      func answers() throws -> Int {
        let stats = try Program.run(["stats", "--format", "json"] + bank, home: home)
        #expect(stats.status == 0)
        return try #require(Int(stats.output.dropFirst(#"{"answers":"#.count).prefix(1)))
      }
      // Lines 2, 4 and 5 are answers; the third is a report.
      for offset in stride(from: 7, to: bytes.count, by: 103) where bytes[offset] != 0x0A {
        var damaged = bytes
        damaged[offset] ^= 0x10
        try Data(damaged).write(to: URL(filePath: path))
        let found = try verification(home, status: 65)
        let line = line(of: offset)
        #expect(found.damaged == [Verification.Damage(file: path, line: line)])
        #expect(try answers() == ([2, 4, 5].contains(line) ? 2 : 3), "byte \(offset)")
      }
      for length in stride(from: 60, to: bytes.count, by: 211) where bytes[length - 1] != 0x0A {
        try Data(bytes[..<length]).write(to: URL(filePath: path))
        let found = try verification(home, status: 65)
        let line = line(of: length)
        #expect(found.damaged == [Verification.Damage(file: path, line: line)])
        #expect(try answers() == [2, 4, 5].count { $0 < line }, "length \(length)")
      }
    }
  }

  @Test func `all can be lost and restored`() throws {
    try withTemporaryFolder { home in
      try study(home)
      let missing = try progress("restore", "2020-01-01", home: home)
      #expect(missing.status == 66)
      // The session made a backup when it ended.
      let list = try progress("restore", "--list", home: home)
      #expect(list.lines == ["2026-11-23  \(data(home))/backups/2026-11-23"])
      try FileManager.default.removeItem(atPath: "\(data(home))/journals")
      #expect(try verification(home).events == 0)
      #expect(try progress("restore", "2026-11-23", home: home).status == 0)
      #expect(try verification(home).events == 4)
    }
  }

  @Test func `backups are made where they are wanted`() throws {
    try withTemporaryFolder { home in
      #expect(
        try progress("backup", home: home).output == "There is nothing to copy yet.\n")
      try study(home)
      let folder = "\(home)/usb"
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: false)
      for name in ["swot-2026-11-23", "swot-2026-11-23.2"] {
        #expect(
          try progress("backup", folder, home: home).output
            == "Copied your journals to '\(folder)/\(name)'.\n")
      }
      #expect(try progress("backup", "\(home)/all.jsonl", home: home).status == 0)
      for source in ["\(folder)/swot-2026-11-23", "\(home)/all.jsonl"] {
        let fresh = try Program.run(
          ["progress", "merge", source, "--data", "\(source)-fresh"], home: home)
        #expect(fresh.output == "Added 4 events; 0 were there already.\n")
      }
      let failure = try progress("backup", "\(home)/missing/all.jsonl", home: home)
      #expect(failure.status == 73 && failure.errors.hasPrefix("swot: cannot "))
    }
  }

  @Test func `an export is in order and names its writers`() throws {
    try withTemporaryFolder { home in
      try study(home)
      let outcome = try progress("export", home: home)
      #expect(outcome.status == 0 && outcome.lines.count == 4)
      struct Line: Decodable {
        let writer: String
        let v: Int
        let seq: Int
        let type: String
      }
      let lines = try outcome.lines.map {
        try JSONDecoder().decode(Line.self, from: Data($0.utf8))
      }
      #expect(lines.map(\.seq) == [1, 2, 3, 4])
      #expect(lines.map(\.type) == ["answer", "report", "answer", "answer"])
      let file = "\(home)/export.jsonl"
      #expect(
        try progress("export", file, home: home).output == "Wrote 4 events to '\(file)'.\n")
      #expect(try String(contentsOfFile: file, encoding: .utf8) == outcome.output)
    }
  }

  @Test func `reports are listed in one line each`() throws {
    try withTemporaryFolder { home in
      #expect(
        try progress("reports", home: home).output == "You have reported no question.\n")
      try study(home)
      #expect(
        try progress("reports", home: home).output == "2026-11-23  plain/Q2  two are right\n")
      struct Report: Decodable {
        let question: String
        let text: String
      }
      let json = try progress("reports", "--format", "json", home: home)
      let reports = try JSONDecoder().decode([Report].self, from: Data(json.output.utf8))
      #expect(reports.map(\.question) == ["plain/Q2"])
      #expect(reports.map(\.text) == ["two are right"])
    }
  }

  @Test func `a journal of a newer version stops every command but these`() throws {
    try withTemporaryFolder { home in
      try study(home)
      let path = "\(data(home))/journals/future.jsonl"
      // Its checksums may follow other rules, as far as this version can know.
      let lines = #"{"v":2,"a":1}"# + "\n" + #"{"v":2,"a":2}"# + "\n"
      try Data(lines.utf8).write(to: URL(filePath: path))
      let bank = try PlainBank.write(to: home)
      for command in [["study", "--plain"], ["quiz", "--plain"], ["stats"], ["home", "--plain"]] {
        let outcome = try Program.run(command + bank, home: home)
        #expect(outcome.status == 65, "\(command)")
        #expect(
          outcome.errors.contains("'\(path)', line 1, was written by a newer version of swot"),
          "\(command)")
      }
      #expect(try progress("where", home: home).status == 0)
      #expect(try progress("reports", home: home).lines.count == 1)
      let verify = try progress("verify", home: home)
      #expect(verify.status == 65)
      #expect(verify.lines.first?.hasPrefix("\(path):1: written by a newer version") == true)
      let export = try progress("export", home: home)
      #expect(export.status == 65 && export.lines.count == 4)
      #expect(try String(contentsOfFile: path, encoding: .utf8) == lines)
    }
  }

  @Test(arguments: [
    ["merge"], ["merge", "--nonsense"], ["verify", "too-much"], ["verify", "--format", "xml"],
  ])
  func `wrong usage has its own status`(arguments: [String]) throws {
    try withTemporaryFolder { home in
      let outcome = try Program.run(["progress"] + arguments, home: home)
      #expect(outcome.status == 64)
    }
  }
}
