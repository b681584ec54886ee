import TestSupport
import Testing

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// `swot exam`, run as it is typed.
@Suite struct ExamCommandTests {
  private struct Form: Decodable, Equatable {
    struct Question: Decodable, Equatable {
      let number: Int
      let question: String
      let section: String
      let order: [Int]
    }

    let blueprint: String
    let seed: UInt64
    let questions: [Question]
  }

  private struct Count: Decodable, Equatable {
    let right: Int
    let questions: Int
  }

  private struct Attempt: Decodable {
    struct Section: Decodable {
      let title: String
      let right: Int
      let questions: Int
      let meets: Bool
    }

    let attempt: String
    let exam: String
    let title: String
    let candidate: String?
    let seed: UInt64
    let started: String
    let finished: String
    let reason: String
    let score: Int
    let scale: String
    let pass: Int
    let passed: Bool
    let right: Int
    let questions: Int
    let unscored: Int
    let spent_seconds: Int
    let allowed_seconds: Int
    let extra_seconds: Int
    let with_pauses: Bool
    let new: Count
    let seen: Count
    let sections: [Section]
  }

  /// A home with a bank of ten questions and an exam of three.
  private func withHome(
    rules: String = "", _ body: (_ home: String, _ options: [String]) throws -> Void
  ) throws {
    try withTemporaryFolder { home in
      let options =
        try PlainBank.write(to: home, questions: 10) + PlainBank.writeExam(to: home, rules: rules)
      try body(home, options)
    }
  }

  private func form(
    _ arguments: [String], home: String, environment: [String: String?] = [:]
  ) throws -> Form {
    let outcome = try Program.run(
      ["exam", "--list", "--format", "json"] + arguments, home: home, environment: environment)
    #expect(outcome.status == 0, "\(outcome.errors)")
    return try JSONDecoder().decode(Form.self, from: Data(outcome.output.utf8))
  }

  private func history(_ home: String, _ options: [String]) throws -> [Attempt] {
    let outcome = try Program.run(
      ["exam", "--history", "--format", "json"] + options, home: home)
    #expect(outcome.status == 0, "\(outcome.errors)")
    return try JSONDecoder().decode([Attempt].self, from: Data(outcome.output.utf8))
  }

  @Test func `a seed draws the same form for everybody, whatever they have seen`() throws {
    try withHome { home, options in
      let arguments = ["plain-exam", "--seed", "7"] + options
      let before = try form(arguments, home: home)
      #expect(before.blueprint == "plain-exam")
      #expect(before.seed == 7)
      #expect(before.questions.map(\.number) == [1, 2, 3])
      #expect(before.questions.allSatisfy { $0.section == "Plain section" })
      #expect(before.questions.allSatisfy { $0.order.sorted() == [1, 2] })
      #expect(Set(before.questions.map(\.question)).count == 3)
      // This learner sits the exam, and other exams; another one has nothing.
      for seed in ["7", "8"] {
        _ = try Program.run(
          ["exam", "plain-exam", "--plain", "--seed", seed] + options,
          input: "\n1\n1\n2\n:e\n:e\n", home: home)
      }
      #expect(try history(home, options).map(\.seed).sorted() == [7, 8])
      #expect(try form(arguments, home: home) == before)
      #expect(
        try form(arguments, home: home, environment: ["SWOT_DATA": home + "/other"]) == before)
      #expect(try form(["plain-exam", "--seed", "8"] + options, home: home) != before)
      // What was sat is what the list says.
      let sat = try Program.run(
        ["exam", "plain-exam", "--plain", "--seed", "7"] + options, input: "\n:n\n:n\n",
        home: home, environment: ["SWOT_DATA": home + "/other"])
      #expect(
        sat.lines.filter { $0.hasPrefix("Question ") }
          == before.questions.map { "Question \($0.number) of 3: \($0.question) (choices)" })
    }
  }

  @Test func `a list without a seed says which one was drawn`() throws {
    try withHome { home, options in
      let drawn = try form(["plain-exam"] + options, home: home)
      let again = try form(
        ["plain-exam", "--seed", "\(drawn.seed)"] + options, home: home)
      #expect(again == drawn)
      let text = try Program.run(
        ["exam", "plain-exam", "--list", "--seed", "3", "--count", "2"] + options, home: home)
      #expect(text.lines.first == "Plain exam: 2 questions, 7 minutes, seed 3")
      #expect(text.lines.count == 3)
      #expect(text.lines.last?.hasPrefix("2  plain/Q") == true)
      #expect(text.lines.last?.contains("Plain section  What is right here?") == true)
      // A list looks at no learner, and leaves nothing behind.
      #expect(!FileManager.default.fileExists(atPath: home + "/.local"))
    }
  }

  @Test func `an exam by its path`() throws {
    try withTemporaryFolder { home in
      let bank = try PlainBank.write(to: home, questions: 10)
      let exam = try PlainBank.writeExam(to: home)[1]
      #expect(try form([exam] + bank, home: home).questions.count == 3)
    }
  }

  @Test(arguments: [
    (["plain-exm"], 66, "there is no exam 'plain-exm'; did you mean 'plain-exam'?"),
    (["nothing/here.yaml"], 66, "cannot read 'nothing/here.yaml': there is no such file"),
    (
      ["plain-exam", "--count", "12"], 65,
      "exam 'plain-exam' has too few questions: section 'Plain section' needs 12 and has 10 (2 missing)"
    ),
    (["plain-exam", "--count", "0"], 64, "--count is 0 and must be 1 to 10000."),
    (["plain-exam", "--minutes", "0"], 64, "--minutes is 0 and must be 1 to 1440."),
    (["plain-exam", "--extra-minutes", "-1"], 64, "--extra-minutes"),
    (["plain-exam", "--extra-percent", "1001"], 64, "--extra-percent is 1001"),
    (["plain-exam", "--extra-minutes", "1440", "--extra-percent", "1"], 64, "more than a day"),
    (["--resume", "--seed", "1"], 64, "--seed has no meaning with --resume."),
    (["--resume", "--history"], 64, "--history and --resume can't be used together."),
    (["--take-over"], 64, "--take-over needs --resume."),
    (["--list"], 64, "--list needs the exam."),
    (
      ["plain-exam", "--format", "json"], 64,
      "--format needs --list, --history, --report, --print or --collect."
    ),
    (["--resume"], 66, "there is no exam to go on with; swot exam starts one"),
    (["--resume", "plain-exam"], 66, "there is no exam of 'plain-exam' to go on with"),
    (["--history", "plain-exm"], 66, "there is no exam 'plain-exm'; did you mean 'plain-exam'?"),
  ])
  func `what can't be done is said, with a status of its own`(
    arguments: [String], status: Int32, message: String
  ) throws {
    try withHome { home, options in
      let outcome = try Program.run(
        ["exam", "--plain"] + arguments + options, input: "\n", home: home)
      #expect(outcome.status == status)
      #expect(outcome.errors.contains(message), "\(outcome.errors)")
      #expect(outcome.output == "")
    }
  }

  @Test func `banks that are not at hand are named`() throws {
    try withTemporaryFolder { home in
      let exam = try PlainBank.writeExam(to: home)
      let outcome = try Program.run(
        ["exam", "plain-exam", "--no-builtin-banks", "--list"] + exam, home: home)
      #expect(outcome.status == 65)
      #expect(
        outcome.errors.contains(
          "section 'Plain section' draws from bank 'plain', which is not at hand"))
    }
  }

  @Test func `the only exam is meant where none is named; of several all are listed`() throws {
    try withHome { home, options in
      let only = try Program.run(["exam", "--plain"] + options, input: ":q\n", home: home)
      #expect(only.lines.first == "Plain exam")
      let several = try Program.run(["exam", "--plain"], home: home)
      #expect(several.lines.first?.hasPrefix("Exam ") == true)
      #expect(several.lines.contains { $0.hasSuffix("swot exam cloud-best-practices") })
    }
  }

  @Test func `a whole exam in lines, its result, and its history`() throws {
    try withHome(rules: "unscored: 1") { home, options in
      let outcome = try Program.run(
        [
          "exam", "plain-exam", "--plain", "--seed", "1", "--extra-minutes", "3",
          "--extra-percent", "50", "--with-pauses",
        ] + options, input: "\n1\n1\n1\n:e\n:e\n", home: home)
      #expect(outcome.status == 0)
      #expect(outcome.errors == "")
      #expect(outcome.lines.contains("3 questions, 18 minutes, 8 minutes of it extra time."))
      #expect(outcome.lines.contains { $0.hasPrefix("Score: 1000, 700 passes: passed") })
      #expect(outcome.lines.contains { $0.hasSuffix(", 8 minutes of it extra time, with pauses") })
      let attempt = try #require(try history(home, options).first)
      #expect(attempt.exam == "plain-exam")
      #expect(attempt.title == "Plain exam")
      #expect(attempt.candidate == nil)
      #expect(attempt.started.hasPrefix("2026-11-23T09:00:0"))
      #expect(attempt.finished.hasPrefix("2026-11-23T09:00:0"))
      #expect(attempt.reason == "ended")
      #expect(attempt.score == 1000)
      #expect(attempt.scale == "scaled")
      #expect(attempt.pass == 700)
      #expect(attempt.passed)
      #expect([attempt.right, attempt.questions, attempt.unscored] == [2, 2, 1])
      #expect(attempt.spent_seconds < 60)
      #expect(attempt.allowed_seconds == 1080)
      #expect(attempt.extra_seconds == 480)
      #expect(attempt.with_pauses)
      #expect(attempt.new == Count(right: 3, questions: 3))
      #expect(attempt.seen == Count(right: 0, questions: 0))
      #expect(attempt.sections.map(\.title) == ["Plain section"])
      #expect(attempt.sections.allSatisfy { $0.meets && $0.right == 2 && $0.questions == 2 })
      let text = try Program.run(["exam", "--history"] + options, home: home)
      #expect(text.lines.count == 2)
      #expect(text.lines.last?.contains("Plain exam") == true)
      #expect(text.lines.last?.hasSuffix("8 minutes extra, with pauses") == true)
    }
  }

  @Test func `an exam that was left goes on; its time runs out without anybody`() throws {
    try withHome { home, options in
      let left = try Program.run(
        ["exam", "plain-exam", "--plain"] + options, input: "\n:f\n1\n", home: home)
      #expect(left.status == 0)
      #expect(left.lines.last == "The clock runs on until 09:10. To go on: swot exam --resume")
      let back = try Program.run(
        ["exam", "--resume", "--plain"] + options, input: ":b\n", home: home,
        environment: ["SWOT_CLOCK": "2026-11-23T09:04:00Z"])
      #expect(back.lines.first?.hasPrefix("Time left: 0:06:0") == true)
      #expect(back.lines.contains { $0.hasPrefix("Question 2 of 3") })
      #expect(back.lines.contains("[Your answer: 1; flagged]"))
      let late = try Program.run(
        ["study", "--plain"] + options, input: "", home: home,
        environment: ["SWOT_CLOCK": "2026-11-24T11:00:00Z"])
      #expect(
        late.errors
          == "swot: The time of 'Plain exam' ran out on 2026-11-23 at 09:10: swot exam --history\n")
      let attempt = try #require(try history(home, options).first)
      #expect(attempt.reason == "time")
      #expect(attempt.finished.hasPrefix("2026-11-23T09:10:0"))
      #expect(attempt.spent_seconds == 600)
      #expect(attempt.right == 1)
    }
  }

  @Test(arguments: [
    ["exam", "--history"], ["exam", "--report", "last"], ["stats"], ["home", "--plain"],
  ])
  func `whatever reads the attempts ends those whose time is up`(_ command: [String]) throws {
    try withHome { home, options in
      _ = try Program.run(
        ["exam", "plain-exam", "--plain"] + options, input: "\n1\n", home: home)
      let late = try Program.run(
        command + options, home: home, environment: ["SWOT_CLOCK": "2026-11-24T11:00:00Z"])
      #expect(late.status == 0)
      #expect(!late.output.contains("--resume"))
      let attempt = try #require(try history(home, options).first)
      #expect(attempt.reason == "time")
      #expect(attempt.finished.hasPrefix("2026-11-23T09:10:0"))
    }
  }

  @Test func `a bank that is edited in between changes nothing in an exam`() throws {
    try withHome { home, options in
      let exam = ["exam", "plain-exam", "--plain", "--seed", "4"] + options
      let first = try Program.run(exam, input: "\n1\n", home: home)
      let question = try #require(first.lines.first { $0.hasPrefix("Question 2") })
      _ = try PlainBank.write(to: home, questions: 1, stem: "Something else?")
      let second = try Program.run(
        ["exam", "--resume", "--plain"] + options, input: "1\n1\n:e\n:e\n", home: home)
      #expect(second.lines.contains(question))
      #expect(second.lines.contains { $0.hasPrefix("What is right here? ") })
      #expect(!second.output.contains("Something else?"))
      #expect(second.lines.contains("Right: 3 of 3 questions that count"))
    }
  }
}
