import ProgressStore
import TerminalUI
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

/// Nothing that comes from outside steers a terminal: no text, no name of a file, no variable, no
/// argument, in whatever way it is shown.
///
/// Characters of no width that scripts need, such as the joiners, may be shown.
@Suite(.serialized) struct ControlCharacterTests {
  /// Every character that must not come through, with sequences that would be seen.
  private static let poison: String = {
    var scalars = String.UnicodeScalarView()
    for value in [
      0x01...0x1f as ClosedRange<UInt32>, 0x7f...0x9f, 0x61c...0x61c, 0x200e...0x200f,
      0x2028...0x202e, 0x2066...0x206f, 0xfff9...0xfffb, 0xe0001...0xe0003,
    ].joined() {
      if let scalar = Unicode.Scalar(value) { scalars.append(scalar) }
    }
    return "\u{1b}[6;66m\u{9b}6;66m\u{1b}]0;PWNED\u{7}\(String(scalars))\u{1b}"
  }()

  /// What `text` holds of it.
  private func intruders(in text: String) -> [String] {
    text.unicodeScalars.filter { scalar in
      scalar != "\n" && !(scalar.value >= 0x20 && scalar.value < 0x7f)
        && Self.poison.unicodeScalars.contains(scalar)
    }.map { "U+\(String($0.value, radix: 16))" }
  }

  private func put(_ text: String, at path: String) throws {
    if let slash = path.lastIndex(of: "/") {
      try FileManager.default.createDirectory(
        atPath: String(path[..<slash]), withIntermediateDirectories: true)
    }
    try Data(text.utf8).write(to: URL(filePath: path))
  }

  private func summed(_ body: String) -> String {
    let digits = String(Checksum.crc32c(Array(body.utf8)), radix: 16)
    return body + #","sum":""# + String(repeating: "0", count: 8 - digits.count) + digits + "\"}\n"
  }

  /// Text as JSON has it: C0 must be escaped, the rest may be or not.
  private func json(_ text: String, escapingAll: Bool) -> String {
    text.unicodeScalars.map { scalar in
      guard scalar.value < 0x20 || escapingAll, scalar.value <= 0xffff else {
        return String(scalar)
      }
      let digits = String(scalar.value, radix: 16)
      return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    }.joined()
  }

  /// A home folder in which everything is poisoned; gives the options that name its banks.
  private func poison(_ home: String) throws -> [String] {
    let poison = Self.poison
    let plain = try PlainBank.write(to: home)
    let data = home + "/.local/share/swot"
    // A bank that holds it raw, one that holds it escaped, and names of files with all of it.
    try put(
      "format: swot-bank/1\nid: raw\ntitle: T\(poison)T\nquestions:\n  - id: Q\(poison)\n"
        + "    stem: \(poison)\n    choices: [{right: \(poison)}, {wrong: b}]\n",
      at: "\(home)/banks/raw\(poison).yaml")
    let escaped = #"\e[6;66m\x9b\x07\u202e\u2028\x7f\U000e0001"#
    try put(
      """
      format: swot-bank/1
      id: "escaped\(escaped)"
      title: "\(escaped)"
      description: "\(escaped)"
      "\(escaped)": x
      questions:
        - id: "\(escaped)"
          stem: "\(escaped)"
          choices: [{right: "\(escaped)", why: "\(escaped)"}, {wrong: "\(escaped)"}]
          tags: ["\(escaped)"]
      """, at: "\(home)/banks/escaped.yaml")
    try put(
      "format: swot-exam/1\nid: \"\(escaped)\"\ntitle: \(poison)\nsections: [\(poison)]\n",
      at: "\(home)/banks/exam.yaml")
    try put("## \(poison) {#ONE}\n\n\(poison)\n", at: "\(home)/banks/x/notes/\(poison).md")
    try put(
      "theme: \"\(escaped)\"\ninterface: \(poison)\n\(poison): 1\n",
      at: "\(home)/.config/swot/config.yaml")
    try put("name: \(poison)", at: "\(home)/.config/swot/themes/\(poison).yaml")
    // A journal with it in every text, raw and escaped.
    var journal = summed(
      #"{"v":1,"seq":0,"at":"2026-11-22T09:00:00.000Z","type":"journal","writer":"writer1""#)
    var sequence = 0
    for escapingAll in [true, false] {
      let text = json(poison, escapingAll: escapingAll)
      for body in [
        #""type":"note","question":"plain/Q1","text":"\#(text)""#,
        #""type":"report","question":"plain/Q1","text":"\#(text)""#,
        #""type":"report","question":"plain/Q\#(text)","text":"x""#,
        #""type":"\#(text)","question":"plain/Q1""#,
        #""type":"later-\#(sequence)","\#(text)":"\#(text)""#,
        #""type":"goal","exam":"\#(text)","date":null,"days_off":[],"weekdays_off":[]"#,
        #""type":"undo","of":{"writer":"\#(text)","seq":1}"#,
        #""type":"answer","question":"plain/Q2","revision":"000000-000000","mode":"study","#
          + #""order":[1,2],"response":"\#(text)","correct":true,"confidence":null,"rating":3,"ms":1"#,
      ] {
        sequence += 1
        journal += summed(
          #"{"v":1,"seq":\#(sequence),"at":"2026-11-22T09:00:01.000Z","offset":0,\#(body)"#)
      }
    }
    journal += "\(poison)\n"
    try put(journal, at: "\(data)/journals/writer1.jsonl")
    try put("\(poison)\n", at: "\(data)/journals/other\(poison).jsonl")
    try put("\(poison)\n", at: "\(data)/backups/2026-11-21/\(poison).jsonl")
    try put("x", at: "\(data)/backups/\(poison)")
    try put(
      #"{"card":"\#(json(poison, escapingAll: true))","time":"2026-01-03T16:18:14Z","rating":3}"#
        + "\n" + #"{"card":"\#(json(poison, escapingAll: false))","time":"\#(poison)"}"# + "\n",
      at: "\(home)/log\(poison).jsonl")
    return plain + ["--bank", "\(home)/banks"]
  }

  /// Variables that every program is given by whoever starts it.
  private static let environment: [String: String?] = [
    "TERM": poison, "LANG": poison, "LC_ALL": nil, "SWOT_CLOCK": "2026-11-23T09:00:00Z",
    "NO_COLOR": poison, "XDG_STATE_HOME": poison, "TMPDIR": poison, "COLUMNS": poison,
  ]

  @Test func `no command prints one, as text or as JSON`() throws {
    try withTemporaryFolder { home in
      let banks = try poison(home)
      let poison = Self.poison
      let plain = Array(banks.prefix(3))
      let log = "\(home)/log\(poison).jsonl"
      var runs: [[String]] = [
        ["stats"] + plain, ["stats"] + banks, ["stats", "--format", "json"] + plain,
        ["bank", "list"] + banks, ["bank", "list", "--format", "json"] + banks,
        ["bank", "show", "plain"] + plain, ["bank", "show", "escaped"] + banks,
        ["bank", "check", "\(home)/banks"], ["bank", "check", "\(home)/banks", "--format", "json"],
        ["bank", "check", poison], ["bank", "add", "\(home)/banks/raw\(poison).yaml"],
        ["bank", "add", poison], ["notes"] + banks, ["notes", "plain"] + plain,
        ["notes", poison] + plain, ["doctor"] + plain, ["doctor"] + banks,
        ["progress", "where"], ["progress", "where", "--format", "json"], ["progress", "verify"],
        ["progress", "verify", "--format", "json"], ["progress", "reports"],
        ["progress", "reports", "--format", "json"], ["progress", "export", "\(home)/\(poison)"],
        ["progress", "restore", "--list"],
        ["progress", "restore", poison], ["progress", "merge", poison],
        ["progress", "merge", "\(home)/log\(poison).jsonl"], ["progress", "backup"],
        ["progress", "backup", "\(home)/b\(poison)"], ["progress", "restore"],
        ["schedule", "replay", log], ["schedule", "replay", poison],
        ["schedule", "replay", log, "--parameters", poison], ["study", "--plain"] + plain,
        ["quiz", "--plain"] + plain, ["home", "--plain"] + plain, plain,
        [poison], ["--\(poison)"], ["-\(poison)"], ["study", "--limit", poison],
        ["study", poison] + plain, ["study", "--bank", poison], ["quiz", "--objective", poison],
        ["quiz", "--tag", poison] + plain, ["quiz", "--difficulty", poison] + plain,
        ["bank", poison], ["help", poison], ["progress", "\(poison)"],
        ["bank", "check", "--format", poison, home], ["--generate-completion-script", poison],
        ["stats", "--data", "\(home)/\(poison)"], ["doctor", "--data", "\(home)/d\(poison)"],
      ]
      runs += [["doctor", "--format", "json"] + banks]
      let input = "\(poison)\n:report \(poison)\n:\(poison)\n1 \(poison)\n1\n:flag\n:undo\n1\n"
      for arguments in runs {
        let outcome = try Program.run(
          arguments, input: input, home: home, environment: Self.environment)
        #expect(
          [0, 1, 64, 65, 66, 73, 74].contains(outcome.status),
          "\(arguments): \(outcome.status)\n\(outcome.errors)")
        for (name, text) in [("output", outcome.output), ("errors", outcome.errors)] {
          let found = intruders(in: text)
          #expect(found.isEmpty, "\(name) of \(arguments.first ?? "") holds \(found)\n\(text)")
        }
      }
      for name in ["SWOT_CLOCK", "TZ", "SWOT_DATA", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "HOME"] {
        for arguments in [["stats"] + plain, ["doctor"] + plain, ["study", "--plain"] + plain] {
          let outcome = try Program.run(
            arguments, input: "1\n", home: home, environment: [name: "\(home)/\(name)-\(poison)"])
          #expect(intruders(in: outcome.output + outcome.errors).isEmpty, "\(name)")
        }
      }
    }
  }

  @Test func `an export is exact, but escaped on a terminal`() throws {
    try withTemporaryFolder { home in
      _ = try poison(home)
      let piped = try Program.run(["progress", "export"], home: home)
      #expect(!intruders(in: piped.output).isEmpty)
      let copy = "\(home)/copy.jsonl"
      try put(piped.output, at: copy)
      let merged = try Program.run(
        ["progress", "merge", copy, "--data", "\(home)/new"], home: home)
      #expect(merged.status == 0, "\(merged.errors)")
      let terminal = try Terminal(["progress", "export"], home: home)
      #expect(terminal.status() == 65)
      let shown = String(decoding: terminal.received.filter { $0 != 0x0d }, as: UTF8.self)
      #expect(intruders(in: shown).isEmpty)
      #expect(shown.contains(#"\u009b"#))
      #expect(shown.contains(#"\udb40\udc01"#))
    }
  }

  @Test(arguments: ["home", "study", "notes", "quiz"])
  func `no screen shows one`(command: String) throws {
    try withTemporaryFolder { home in
      let banks = try poison(home)
      let terminal = try Terminal(
        [command] + banks.prefix(3), home: home,
        environment: ["LANG": Self.poison, "COLORTERM": Self.poison], isCooked: false)
      try terminal.wait(for: "a screen") { $0.isAlternate }
      terminal.settle()
      for key in [
        "1", "\r", "!", Self.poison, "\u{1b}[200~\(Self.poison)\u{1b}[201~", "\r", "\r", "b", "/",
        Self.poison, "\r", "\r", "q", "n", "s", ",", "?", "q",
      ] {
        terminal.type(key)
        terminal.settle(for: 10)
      }
      terminal.program.signal(SIGTERM)
      #expect([0, 143].contains(terminal.status() ?? -1))
      #expect(terminal.screen.intruders.isEmpty)
      #expect(!terminal.screen.title.contains("PWNED"))
      let sent = String(decoding: terminal.received, as: UTF8.self)
      #expect(!sent.contains("\u{1b}[6;66m"))
      #expect(!sent.contains("\u{1b}]0;PWNED"))
      #expect(terminal.modes == terminal.modesBefore)
    }
  }
}
