import TestSupport
import Testing

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A class from the pack to the table, as it is typed.
@Suite struct ExamClassTests {
  private let bank = """
    format: swot-bank/1
    id: b
    title: Bank
    questions:
      - id: Q-1
        stem: One?
        choices: [{right: yes}, {wrong: no}]
      - id: Q-2
        stem: Two?
        choices: [{right: yes}, {wrong: no}]
      - id: Q-3
        stem: Three?
        answer: [three]
    """

  private let exam = """
    format: swot-exam/1
    id: e
    title: Exam
    questions: 3
    minutes: 9
    scale: percent
    pass: 60
    sections:
      - title: All
        weight: 1
        from: [b]
    """

  /// A place for an instructor: a bank, an exam of it, and what is packed.
  private func withClass(_ body: (String) throws -> Void) throws {
    try withTemporaryFolder { folder in
      for (name, text) in [("questions.yaml", bank), ("exam.yaml", exam)] {
        try Data(text.utf8).write(to: URL(filePath: "\(folder)/\(name)"))
      }
      try body(folder)
    }
  }

  private func pack(_ folder: String, _ more: String...) throws -> Program.Outcome {
    try Program.run(
      [
        "exam", "\(folder)/exam.yaml", "--bank", "\(folder)/questions.yaml", "--no-builtin-banks",
        "--pack", "\(folder)/class.json",
      ] + more, home: folder)
  }

  /// Lets a student sit a pack on a machine with nothing else, and gives the result's file.
  private func sit(
    _ folder: String, as name: String, answers: String = "1\n1\nthree\n", _ more: String...
  ) throws -> String {
    let home = "\(folder)/home of \(name)"
    try FileManager.default.createDirectory(atPath: home, withIntermediateDirectories: true)
    // What can't be an answer is told so, and asked again.
    let input = "\(name)\n\n" + answers + ":n\n:n\n:e\n:e\n"
    let sat = try Program.run(
      ["exam", "\(folder)/class.json", "--no-builtin-banks", "--plain"] + more, input: input,
      home: home)
    try #require(sat.status == 0, "\(sat.output)\(sat.errors)")
    try #require(sat.output.contains("To write the file to hand in"), "\(sat.output)")
    let file = "\(folder)/\(name).json"
    let handed = try Program.run(["exam", "--hand-in", "last", "--output", file], home: home)
    try #require(handed.status == 0, "\(handed.errors)")
    return file
  }

  private func collect(
    _ folder: String, _ arguments: [String]
  ) throws -> Program.Outcome {
    try Program.run(["exam", "--collect"] + arguments, home: folder)
  }

  @Test func `a class sits the same form, and its results make a table`() throws {
    try withClass { folder in
      let packed = try pack(folder, "--seed", "7")
      #expect(packed.status == 0, "\(packed.errors)")
      #expect(packed.output.contains("for practice, not for grading"))
      let files = try ["Ada", "Grace"].map { try sit(folder, as: $0) }
      let collected = try collect(folder, files + ["--pack", "\(folder)/class.json"])
      #expect(collected.status == 0, "\(collected.errors)")
      #expect(collected.errors.isEmpty)
      let rows = collected.output.components(separatedBy: "\r\n")
      #expect(rows.count == 4)
      #expect(rows[1].hasPrefix("Ada,e,"))
      #expect(rows[2].hasPrefix("Grace,e,"))
      // The same form: the same answers give the same score.
      let scores = rows[1...2].map { $0.split(separator: ",").dropFirst(3).prefix(5) }
      #expect(scores[0] == scores[1])
      let responses = try collect(folder, files + ["--table", "responses"])
      #expect(responses.output.hasPrefix("question,Ada: response,Ada: right,Grace: response,"))
      #expect(responses.output.components(separatedBy: "\r\n").count == 5)
    }
  }

  @Test func `forms of one's own are compared with the pack`() throws {
    try withClass { folder in
      try #require(try pack(folder, "--own-forms").status == 0)
      let files = [
        try sit(folder, as: "Ada", "--seed", "1"), try sit(folder, as: "Grace", "--seed", "2"),
      ]
      let collected = try collect(
        folder, files + ["--pack", "\(folder)/class.json", "--format", "json"])
      #expect(collected.status == 0, "\(collected.errors)")
      #expect(collected.errors.isEmpty)
      #expect(collected.output.contains("\"format\":\"swot-exam-collection/1\""))
    }
  }

  @Test func `files that can't be used are named, and the others are collected`() throws {
    try withClass { folder in
      try #require(try pack(folder).status == 0)
      let good = try sit(folder, as: "Ada")
      let text = try String(contentsOf: URL(filePath: good), encoding: .utf8)
      let bad = "\(folder)/bad.json"
      try Data(text.replacing("Ada", with: "Eve").utf8).write(to: URL(filePath: bad))
      let output = "\(folder)/table.csv"
      let collected = try collect(
        folder, [bad, good, "/no/such\u{1B}[31m", "--output", output])
      #expect(collected.status == 65)
      #expect(collected.errors.contains("bad.json: altered: it does not match its checksum"))
      #expect(collected.errors.contains("there is no such file"))
      #expect(!collected.errors.contains("\u{1B}"))
      let table = try String(contentsOf: URL(filePath: output), encoding: .utf8)
      #expect(table.contains("\r\nAda,e,"))
      #expect(try collect(folder, [good, "--output", output]).status == 73)
      #expect(try collect(folder, [good, "--output", output, "--force"]).status == 0)
    }
  }

  @Test func `a file that was handed out can't be changed by options, nor be damaged`() throws {
    try withClass { folder in
      let file = "\(folder)/class.json"
      try #require(try pack(folder).status == 0)
      #expect(try pack(folder).status == 73, "nothing is replaced unasked")
      #expect(try pack(folder, "--force").status == 0)
      for option in [["--seed", "1"], ["--count", "2"], ["--minutes", "5"]] {
        let refused = try Program.run(["exam", file, "--plain"] + option, home: folder)
        #expect(refused.status == 64)
        #expect(refused.errors.contains("can't change an exam that was handed out"))
      }
      var bytes = Array(try Data(contentsOf: URL(filePath: file)))
      bytes[bytes.count / 2] ^= 1
      try Data(bytes).write(to: URL(filePath: file))
      let changed = try Program.run(["exam", file, "--plain"], home: folder)
      #expect(changed.status == 65)
      #expect(changed.errors.contains("class.json"))
      try Data(bytes.prefix(500)).write(to: URL(filePath: file))
      let cut = try Program.run(["exam", file, "--plain"], home: folder)
      #expect(cut.status == 65)
      #expect(cut.errors.contains("class.json:"), "with its place: \(cut.errors)")
    }
  }

  @Test func `an attempt is reported in three formats`() throws {
    try withClass { folder in
      try #require(try pack(folder, "--seed", "7").status == 0)
      _ = try sit(folder, as: "Ada")
      let home = "\(folder)/home of Ada"
      func report(_ arguments: String...) throws -> Program.Outcome {
        try Program.run(["exam", "--report", "last"] + arguments, home: home)
      }
      let markdown = try report()
      #expect(markdown.status == 0, "\(markdown.errors)")
      #expect(markdown.output.hasPrefix("# Exam\n"))
      #expect(markdown.output.contains("| Candidate | Ada |"))
      #expect(try report("--format", "json").output.hasPrefix("{\"format\":\"swot-exam-report/1\""))
      #expect(try report("--format", "html").output.hasPrefix("<!DOCTYPE html>"))
      #expect(try report("--format", "csv").status == 64)
      #expect(try report("--output", "\(home)/report.md").status == 0)
      #expect(try report("--output", "\(home)/report.md").status == 73)
      let named = try Program.run(
        ["exam", "\(folder)/class.json", "--history", "--format", "json"], home: home)
      #expect(named.output.contains("\"candidate\":\"Ada\""), "\(named.errors)")
      let unknown = try Program.run(["exam", "--report", "20200101-x"], home: home)
      #expect(unknown.status == 66)
      let none = try Program.run(["exam", "--report", "last"], home: folder)
      #expect(none.status == 66)
      #expect(none.errors.contains("no exam is over yet"))
    }
  }

  @Test(arguments: [
    ["--report", "last", "--history"], ["--report", "last", "--pack", "x"],
    ["--own-forms"], ["--table", "responses"], ["--output", "x"], ["--force"],
    ["--pack", "x"], ["e", "--pack", "x", "--with-pauses"],
    ["e", "--pack", "x", "--own-forms", "--seed", "7"], ["e", "--collect", "x"],
    ["--format", "html"], ["--history", "--format", "csv"],
  ])
  func `options that contradict each other are refused`(arguments: [String]) throws {
    try withTemporaryFolder { folder in
      let refused = try Program.run(["exam"] + arguments, home: folder)
      #expect(refused.status == 64, "\(arguments): \(refused.errors)")
    }
  }
}
