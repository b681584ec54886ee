import ProgressStore
import TerminalUI
import TestSupport
import Testing

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// `swot doctor` as it is typed, on data of all kinds.
@Suite struct DoctorCommandTests {
  private struct Case {
    let home: String
    let bank: [String]
    var data: String { "\(home)/.local/share/swot" }

    func doctor(
      _ arguments: [String]? = nil, _ changes: [String: String?] = [:]
    ) throws -> Program.Outcome {
      try Program.run(
        ["doctor"] + (arguments ?? bank), home: home,
        environment: changes.merging(["TMPDIR": home]) { $1 })
    }

    func put(_ text: String, at path: String) throws {
      let url = URL(filePath: path)
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: url)
    }
  }

  /// A home in which one question has been answered.
  private func withCase(_ body: (Case) throws -> Void) throws {
    try withTemporaryFolder { home in
      let bank = try PlainBank.write(to: home)
      let run = try Program.run(["study", "--plain"] + bank, input: "1\n", home: home)
      #expect(run.status == 0)
      try body(Case(home: home, bank: bank))
    }
  }

  @Test func `a sound machine has nothing to mend`() throws {
    try withCase { machine in
      let outcome = try machine.doctor(nil, ["SWOT_CLOCK": "2026-11-23T10:00:00Z"])
      #expect(outcome.status == 0)
      for line in [
        "ok       Journals: 1, with 1 event", "ok       Banks: 1, with 3 questions; 0 exams",
        "ok       Backups: 1, the newest of 2026-11-23", "ok       Settings: none yet",
        "ok       Locale: LC_ALL=C.UTF-8: UTF-8",
      ] { #expect(outcome.lines.contains(line), "\(line)\n\(outcome.output)") }
      #expect(!outcome.output.contains("PROBLEM"))
      #expect(outcome.errors.isEmpty)
    }
  }

  @Test func `as JSON it says the same`() throws {
    struct Report: Decodable {
      struct Finding: Decodable { let subject, verdict, text: String; let remedies: [String] }
      let problems, notes: Int
      let findings: [Finding]
    }
    try withCase { machine in
      let outcome = try machine.doctor(
        machine.bank + ["--format", "json"], ["SWOT_CLOCK": "noon"])
      #expect(outcome.status == 1)
      let report = try JSONDecoder().decode(Report.self, from: Data(outcome.output.utf8))
      #expect(report.problems == report.findings.count { $0.verdict == "problem" })
      #expect(report.notes == report.findings.count { $0.verdict == "note" })
      let clock = report.findings.first { $0.subject == "Clock" }
      #expect(clock?.verdict == "problem")
      #expect(clock?.remedies == ["unset SWOT_CLOCK"])
    }
  }

  @Test func `damage, copies, links and rescued answers are told`() throws {
    try withCase { machine in
      let journals = "\(machine.data)/journals"
      let name = try #require(try FileManager.default.contentsOfDirectory(atPath: journals).first)
      let journal = try String(
        decoding: Data(contentsOf: URL(filePath: "\(journals)/\(name)")), as: UTF8.self)
      try machine.put(
        journal + "nonsense\n", at: "\(journals)/\(name.dropLast(6)) (conflicted copy).jsonl")
      try FileManager.default.createSymbolicLink(
        atPath: "\(journals)/link.jsonl", withDestinationPath: "\(machine.home)/plain.yaml")
      try machine.put("", at: "\(machine.home)/swot-unsaved-abc.jsonl")
      let outcome = try machine.doctor()
      #expect(outcome.status == 1)
      for text in [
        "PROBLEM  Journals: 1 damaged line is left out, the first at \(journals)/",
        "to mend: get them back from a backup: swot progress restore",
        "PROBLEM  Journals: cannot open '\(journals)/link.jsonl': it is a symbolic link",
        "note     Syncing: a copy made by a file syncer, such as '\(name.dropLast(6)) (conf",
        "note     Unsaved: answers that could not be saved are in '\(machine.home)/swot-unsaved-abc",
        "to mend: swot progress merge '\(machine.home)/swot-unsaved-abc.jsonl'",
      ] { #expect(outcome.output.contains(text), "\(text)\n\(outcome.output)") }
    }
  }

  @Test func `a journal of a newer version asks for a newer program`() throws {
    try withCase { machine in
      let body = #"{"v":9,"seq":1"#
      let digits = String(Checksum.crc32c(Array(body.utf8)), radix: 16)
      let zeros = String(repeating: "0", count: 8 - digits.count)
      try machine.put(
        "\(body),\"sum\":\"\(zeros)\(digits)\"}\n", at: "\(machine.data)/journals/new.jsonl")
      let outcome = try machine.doctor()
      #expect(outcome.status == 1)
      #expect(outcome.output.contains("to mend: install the newest version of swot"))
    }
  }

  @Test func `a clock behind the answers, old backups and missing banks are told`() throws {
    try withCase { machine in
      let early = try machine.doctor(nil, ["SWOT_CLOCK": "2026-11-20T10:00:00Z"])
      #expect(early.output.contains("PROBLEM  Clock: your newest answer is of 2026-11-23T09:00"))
      try FileManager.default.removeItem(atPath: "\(machine.data)/backups")
      let none = try machine.doctor()
      #expect(none.output.contains("note     Backups: there are none"))
      try machine.put("", at: "\(machine.data)/backups/2026-11-01/x.jsonl")
      let old = try machine.doctor()
      #expect(old.output.contains("note     Backups: 1, the newest of 2026-11-01, older than"))
      let missing = try machine.doctor([])
      #expect(missing.output.contains("note     Banks: you have answers to 'plain', which is not"))
    }
  }

  @Test func `banks, settings and themes are examined`() throws {
    try withCase { machine in
      try machine.put(
        "format: swot-bank/1\nid: bare\ntitle: T\nquestions:\n"
          + "  - {id: Q, stem: S, choices: [{right: a}, {wrong: b}]}\n",
        at: "\(machine.home)/bare.yaml")
      let warned = try machine.doctor(["--no-builtin-banks", "--bank", "\(machine.home)/bare.yaml"])
      #expect(warned.output.contains("note     Banks: 'bare' has "))
      #expect(warned.output.contains("see: swot bank check '\(machine.home)/bare.yaml'"))
      let twice = try machine.doctor(
        machine.bank + [
          "--bank", "\(machine.home)/bare.yaml", "--bank", "\(machine.home)/bare.yaml",
        ])
      #expect(twice.output.contains("PROBLEM  Banks: "))
      #expect(twice.output.contains("leave one of them out"))
      try machine.put(
        "theme: nosuch\ncolour: x\n", at: "\(machine.home)/.config/swot/config.yaml")
      let settings = try machine.doctor()
      #expect(settings.status == 1)
      #expect(settings.output.contains("PROBLEM  Settings: "))
      #expect(settings.output.contains("config.yaml:2:1: "))
      #expect(settings.output.contains("PROBLEM  Theme: "))
    }
  }

  @Test(arguments: [(40, 12), (80, 24), (200, 60)], ["C.UTF-8", "C"])
  func `on a terminal every line fits`(size: (Int, Int), locale: String) throws {
    try withCase { machine in
      let terminal = try Terminal(
        ["doctor"] + machine.bank, home: machine.home,
        size: Size(columns: size.0, rows: 200), environment: ["LC_ALL": locale])
      #expect(terminal.status() != nil)
      terminal.expectNothingWrapped(columns: size.0)
      let text = terminal.screen.lines.map { $0.drop { $0 == " " } }.joined(separator: " ")
      #expect(text.contains("Terminal: screens can be shown (TERM=xterm-256color)"))
      #expect(text.contains("Size: \(size.0) columns, 200 rows"))
      if locale == "C" { #expect(terminal.received.allSatisfy { $0 < 0x80 }) }
    }
  }
}

extension Terminal {
  /// Checks that no line that was written is longer than a row.
  fileprivate func expectNothingWrapped(
    columns: Int, at location: SourceLocation = #_sourceLocation
  ) {
    for line in String(decoding: received, as: UTF8.self).split(whereSeparator: \.isNewline) {
      #expect(line.count <= columns, "\(line)", sourceLocation: location)
    }
  }
}
