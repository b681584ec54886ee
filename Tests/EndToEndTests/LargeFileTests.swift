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

/// Large files of hostile shapes take neither for ever nor more than six times their size in memory.
///
/// Of 100 MB with `SWOT_HOSTILE=full`; otherwise small, only to see that nothing takes squares of its
/// size.
@Suite(.serialized) struct LargeFileTests {
  private static let isFull = ProcessInfo.processInfo.environment["SWOT_HOSTILE"] == "full"
  private static let size = isFull ? 100_000_000 : 300_000
  /// What the program takes by itself, in bytes.
  private static let ownMemory = 60_000_000

  private static func fill(_ text: String, _ start: String = "", _ end: String = "") -> [UInt8] {
    let piece = Array(text.utf8)
    var bytes = Array(start.utf8)
    bytes.reserveCapacity(size + start.utf8.count + end.utf8.count + piece.count)
    while bytes.count < size { bytes += piece }
    return bytes + Array(end.utf8)
  }

  /// Runs the program on what stands in the home folder; fails where it takes too much.
  private func run(_ arguments: [String], home: String, _ shape: String) throws {
    let child = try ChildProcess(
      Program.path, arguments, environment: Program.environment(home: home),
      standard: [
        ("/dev/null", O_RDONLY), ("/dev/null", O_WRONLY), ("/dev/null", O_WRONLY),
      ])
    let start = ContinuousClock.now
    var peak = 0
    var status: Int32?
    // The program of the tests is not optimised.
    while status == nil, start.duration(to: .now) < .seconds(Self.isFull ? 600 : 120) {
      status = child.status(within: 5)
      if status == nil { peak = max(peak, Self.peakMemory(of: child.id)) }
    }
    #expect([0, 65].contains(status ?? -1), "\(shape): \(arguments) ended with \(status ?? -1)")
    #expect(
      peak <= 6 * Self.size + Self.ownMemory, "\(shape): \(arguments) took \(peak) bytes")
  }

  /// The most memory that a process has had, in bytes; 0 where the system doesn't tell.
  private static func peakMemory(of process: pid_t) -> Int {
    guard let status = try? Data(contentsOf: URL(filePath: "/proc/\(process)/status")) else {
      return 0
    }
    let text = String(decoding: status, as: UTF8.self)
    guard let line = text.split(separator: "\n").first(where: { $0.hasPrefix("VmHWM:") }) else {
      return 0
    }
    return (Int(line.filter(\.isNumber)) ?? 0) * 1024
  }

  private static let head = "format: swot-bank/1\nid: a\ntitle: T\n"
  private static let question = head + "questions:\n  - id: Q\n"

  @Test(arguments: [
    ("one line", "a", "", ""), ("line feeds", "\n", "", ""), ("carriage returns", "\r\n", "", ""),
    ("brackets", "[", "", ""), ("braces", "{", "", ""), ("items", "- a\n", "", ""),
    ("nested items", "- ", "", ""), ("an unclosed text", "a", "\"", ""), ("colons", ":", "", ""),
    ("an unclosed text of many lines", "a\n", "a: \"", ""), ("questions marks", "? ", "", ""),
    ("one key", "k: v\n", "", ""), ("zeros", "\0", "", ""), ("escapes", "\u{1b}\n", "", ""),
    ("anchors", "- &a b\n", "", ""), ("tags", "- !t b\n", "", ""), ("documents", "---\n", "", ""),
    ("comments", "# a\n", head, ""), ("directives", "%a\n", "", ""), ("tabs", "\t", "", ""),
    ("right to left", "\u{202e}\n", "", ""),
    ("a stem", "      a\n", question + "    stem: |\n", ""),
    ("a stem of a line", "a", question + "    stem: ", ""),
    ("authors", "a,", head + "authors: [", "]"),
    ("choices", "{right: a},", question + "    stem: S\n    choices: [", "]\n"),
    (
      "questions", "  - {id: Q, stem: S, choices: [{right: a}, {wrong: b}]}\n",
      head + "questions:\n", ""
    ),
    ("a text of escapes", "\\n", head + "description: \"", "\"\n"),
  ])
  func `a bank in a large file`(
    shape: String, text: String, start: String, end: String
  ) throws {
    try withTemporaryFolder { home in
      let path = "\(home)/bank.yaml"
      try Data(Self.fill(text, start, end)).write(to: URL(filePath: path))
      try run(["bank", "check", path], home: home, shape)
    }
  }

  @Test(arguments: [
    ("headings", "## A {#X}\n"), ("columns", "|"), ("stars", "**a"), ("code", "`"),
    ("links", "[a](b"), ("comments", "<!-- "), ("facts", "<!-- facts: A -->\n"), ("words", "a "),
  ])
  func `notes in a large file`(shape: String, text: String) throws {
    try withTemporaryFolder { home in
      let folder = "\(home)/bank"
      try FileManager.default.createDirectory(
        atPath: "\(folder)/notes", withIntermediateDirectories: true)
      try Data((Self.head + "questions: []\n").utf8)
        .write(to: URL(filePath: "\(folder)/bank.yaml"))
      try Data(Self.fill(text)).write(to: URL(filePath: "\(folder)/notes/notes.md"))
      try run(["bank", "check", folder], home: home, shape)
    }
  }

  @Test(arguments: [
    ("one line", "a", "", ""), ("line feeds", "\n", "", ""), ("braces", "{", "", ""),
    ("brackets", "[", #"{"v":1,"seq":1,"x":"#, ""), ("nonsense", "nonsense\n", "", ""),
    ("a text", "a", #"{"v":1,"seq":1,"type":"note","text":""#, #"","sum":"00000000"}"#),
    ("escapes", #"\u0041"#, #"{"v":1,"seq":1,"type":"note","text":""#, #"","sum":"00000000"}"#),
    ("members", #""a":1,"#, "{", ""),
    (
      "answers",
      #"{"v":1,"seq":12,"at":"2026-11-23T09:00:00.123Z","type":"answer","sum":"9ad05e11"}"# + "\n",
      "", ""
    ),
  ])
  func `a journal in a large file`(
    shape: String, text: String, start: String, end: String
  ) throws {
    try withTemporaryFolder { home in
      let folder = "\(home)/.local/share/swot/journals"
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      try Data(Self.fill(text, start, end)).write(to: URL(filePath: "\(folder)/abc.jsonl"))
      let commands = [
        ["progress", "verify"], ["stats"], ["study", "--plain"], ["progress", "export"],
      ]
      for command in commands.prefix(Self.isFull ? 4 : 1) {
        try run(command, home: home, shape)
      }
    }
  }

  @Test(arguments: ["a", "{", "\n", #"{"a":1,"#, "a: b\n", "["])
  func `a snapshot, settings and a log in a large file`(text: String) throws {
    try withTemporaryFolder { home in
      let bytes = Data(Self.fill(text))
      let (data, settings) = ("\(home)/.local/share/swot", "\(home)/.config/swot")
      for folder in ["\(data)/journals", settings] {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      }
      try bytes.write(to: URL(filePath: "\(data)/snapshot.json"))
      try run(["stats"], home: home, "a snapshot of \(text)")
      try FileManager.default.removeItem(atPath: "\(data)/snapshot.json")
      try bytes.write(to: URL(filePath: "\(settings)/config.yaml"))
      try run(["stats"], home: home, "settings of \(text)")
      try FileManager.default.removeItem(atPath: "\(settings)/config.yaml")
      try bytes.write(to: URL(filePath: "\(home)/log.jsonl"))
      try run(["schedule", "replay", "\(home)/log.jsonl"], home: home, "a log of \(text)")
    }
  }
}
