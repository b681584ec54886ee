import PracticeCore
import TestSupport
import Testing

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Lets each run begin a minute after the one before: of two goals the later one holds.
private struct RunClock {
  private var runs = 0

  /// The variables of the next run.
  mutating func next() -> [String: String?] {
    runs += 1
    return ["SWOT_CLOCK": "2026-11-23T09:\(runs < 10 ? "0" : "")\(runs):00Z"]
  }
}

@Suite struct GoalCommandTests {
  private static let bank = """
    format: swot-bank/1
    id: b
    title: B
    questions:
    """

  /// A home folder with a bank of 40 questions, and how `swot` is run in it.
  private func withBank(
    _ body: (_ run: ([String], String?) throws -> Program.Outcome) throws -> Void
  ) throws {
    try withTemporaryFolder { folder in
      let questions = (1...40).map { "\n  - {id: Q-\($0), stem: Is it \($0)?, answer: [yes]}" }
      let path = "\(folder)/b.yaml"
      try Data((Self.bank + questions.joined() + "\n").utf8).write(to: URL(filePath: path))
      var clock = RunClock()
      try body { arguments, input in
        try Program.run(
          arguments + ["--bank", path, "--no-builtin-banks"], input: input, home: folder,
          environment: clock.next())
      }
    }
  }

  @Test func `A goal is set, shown, changed and taken away`() throws {
    try withBank { run in
      #expect(try run(["goal"], nil).output.hasPrefix("There is no goal."))
      let set = try run(
        ["goal", "--date", "2026-12-13", "--limit", "3", "--weekday-off", "sunday"], nil)
      #expect(set.status == 0, "\(set.errors)")
      #expect(set.output.contains("Date: Sun 13 Dec 2026, in 20 days"))
      #expect(set.output.contains("Answers a day: at most 3"))
      #expect(set.output.contains("Days off: every Sun"))
      #expect(set.output.contains("At 3 a day expect to remember"))
      #expect(set.output.contains("a day gives 9"))
      let enough = try run(["goal", "--limit", "30", "--day-off", "2026-11-24"], nil)
      #expect(enough.output.contains("Days off: every Sun, Tue 24 Nov 2026"))
      #expect(enough.output.contains("On track: expect to remember"))
      let json = try run(["goal", "--format", "json"], nil).output
      #expect(json.hasPrefix(#"{"exam":null,"date":"2026-12-13","daily_limit":30,"#))
      #expect(json.contains(#""days_off":["2026-11-24"],"weekdays_off":[7]"#))
      #expect(json.contains(#""on_track":true"#))
      let home = try run(["home", "--plain"], nil).output
      #expect(home.contains("Exam: 2026-12-13, in 20 days."))
      #expect(home.contains("On track: expect to remember"))
      #expect(try run(["goal", "--no-days-off"], nil).output.contains("Days off: none"))
      #expect(try run(["goal", "--clear"], nil).output.hasPrefix("There is no goal."))
      #expect(try run(["home", "--plain"], nil).output.contains("Exam:") == false)
    }
  }

  @Test(arguments: [
    (["--date", "none"], "Without a date nothing is planned and no limit holds."),
    (["--date", "2026-11-23"], "On the day of the exam nothing is planned"),
    (["--date", "2031-11-23"], "more than three years away"),
    (
      [
        "--date", "2026-11-26", "--day-off", "2026-11-23", "--weekday-off", "tue", "--weekday-off",
        "wed",
      ],
      "No study day is left before Thu 26 Nov, all are off: expect to remember 0 % on it."
    ),
  ])
  func `Where there is no plan, it says why`(arguments: [String], why: String) throws {
    try withBank { run in
      let outcome = try run(["goal", "--limit", "30"] + arguments, nil)
      #expect(outcome.status == 0, "\(outcome.errors)")
      #expect(outcome.output.contains(why), "\(outcome.output)")
      let json = try run(["goal", "--format", "json"], nil).output
      #expect(json.contains(#""plan":null"#) == !arguments.contains("--day-off"))
    }
  }

  @Test func `What came of one day is not taken for the next`() throws {
    try withTemporaryFolder { folder in
      let path = "\(folder)/b.yaml"
      try Data((Self.bank + "\n  - {id: Q-1, stem: Is it?, answer: [yes]}\n").utf8)
        .write(to: URL(filePath: path))
      func goal(_ time: String, _ arguments: String...) throws -> Program.Outcome {
        try Program.run(
          ["goal"] + arguments + ["--bank", path], home: folder,
          environment: ["SWOT_CLOCK": "2026-11-\(time)T09:00:00Z"])
      }
      _ = try goal("23", "--date", "2026-11-24", "--limit", "5")
      let early = try goal("24", "--result", "passed")
      #expect(early.status == 64 && early.errors.contains("is not over yet"), "\(early)")
      let home = try Program.run(
        ["home", "--plain", "--bank", path], home: folder,
        environment: ["SWOT_CLOCK": "2026-11-25T09:00:00Z"])
      #expect(home.output.contains("Your exam was on Tue 24 Nov 2026."), "\(home)")
      #expect(home.output.contains("swot goal --result passed"), "\(home)")
      let failed = try goal("26", "--result", "failed")
      #expect(failed.output.contains("How it went: not passed"), "\(failed)")
      #expect(try goal("27", "--limit", "6").output.contains("How it went: not passed"))
      #expect(try goal("27", "--format", "json").output.contains(#""result":"failed""#))
      let next = try goal("28", "--date", "2026-12-20")
      #expect(next.status == 0 && !next.output.contains("How it went"), "\(next)")
      #expect(try goal("28", "--format", "json").output.contains(#""result":null"#))
    }
  }

  @Test func `How it went and the next day are said in one command, and both are kept`() throws {
    try withTemporaryFolder { folder in
      let path = "\(folder)/b.yaml"
      try Data((Self.bank + "\n  - {id: Q-1, stem: Is it?, answer: [yes]}\n").utf8)
        .write(to: URL(filePath: path))
      func run(_ day: Int, _ arguments: String...) throws -> Program.Outcome {
        try Program.run(
          arguments + ["--bank", path], home: folder,
          environment: ["SWOT_CLOCK": "2026-11-\(day)T09:00:00Z"])
      }
      _ = try run(23, "goal", "--date", "2026-11-24", "--limit", "5")
      let next = try run(26, "goal", "--result", "failed", "--date", "2026-12-20")
      #expect(next.output.contains("Date: Sun 20 Dec 2026"), "\(next)")
      #expect(!next.output.contains("How it went"), "\(next)")
      let statistics = try run(27, "stats", "--format", "json")
      #expect(
        statistics.output.contains(#""date":"2026-11-24""#)
          && statistics.output.contains(#""result":"failed""#), "\(statistics)")
    }
  }

  /// An exam on the bank of the tests.
  private static let exam = """
    format: swot-exam/1
    id: mock
    title: Mock
    questions: 10
    minutes: 20
    scale: percent
    pass: 70
    scoring: all-or-nothing
    navigation: free
    clock: strict
    sections:
      - title: All
        weight: 1
        from: [b]
    """

  @Test func `A form is held back for a last mock, and released`() throws {
    try withTemporaryFolder { folder in
      let questions = (1...14).map { "\n  - {id: Q-\($0), stem: Is it \($0)?, answer: [yes]}" }
      try Data((Self.bank + questions.joined() + "\n").utf8)
        .write(to: URL(filePath: "\(folder)/b.yaml"))
      try Data((Self.exam + "\n").utf8).write(to: URL(filePath: "\(folder)/mock.yaml"))
      var clock = RunClock()
      func run(_ arguments: [String], input: String? = nil) throws -> Program.Outcome {
        try Program.run(
          arguments + [
            "--bank", "\(folder)/b.yaml", "--bank", "\(folder)/mock.yaml",
            "--no-builtin-banks",
          ], input: input, home: folder, environment: clock.next())
      }
      let early = try run(["goal", "--hold-back"])
      #expect(early.status == 1 && early.errors.contains("swot goal --exam EXAM --hold-back"))
      let none = try run(["exam", "--last-mock"])
      #expect(none.status == 66 && none.errors.contains("swot goal --hold-back keeps some"))
      let held = try run(["goal", "--exam", "mock", "--date", "2026-12-13", "--hold-back"])
      #expect(held.status == 0, "\(held.errors)")
      #expect(held.output.contains("Held back: 10 questions for a last mock."), "\(held.output)")
      #expect(held.output.contains("Questions: 4, 4 of them new, and 10 held back"))
      // The same again changes nothing.
      let json = try run(["goal", "--hold-back", "--format", "json"]).output
      #expect(json.contains(#""held_back":{"exam":"mock","seed":""#), "\(json)")
      #expect(json.contains(#""unseen":4,"held_back":10"#), "\(json)")
      // Study and practice ask the other four.
      let study = try run(
        ["study", "--plain", "--new", "99"], input: String(repeating: "yes\n", count: 30))
      #expect(study.lines.last == "Answered 4, right 4.", "\(study.output)")
      let quiz = try run(
        ["quiz", "--plain", "--seed", "3"], input: String(repeating: "yes\n", count: 30))
      #expect(quiz.lines.last == "Answered 4, right 4.")
      #expect(try run(["exam", "--last-mock", "--count", "3"]).status == 64)
      let rules = try run(["exam", "mock", "--plain"], input: ":q\n")
      #expect(rules.output.contains("swot exam --last-mock"), "\(rules.output)")
      #expect(rules.output.contains("6 questions of this form are held back"), "\(rules.output)")
      #expect(rules.output.contains("Readiness: Not enough data yet"), "\(rules.output)")
      let mock = try run(
        ["exam", "--last-mock", "--plain"],
        input: "\n" + String(repeating: "yes\n", count: 10) + ":e\n:e\n")
      #expect(mock.output.contains("10 of 10 questions that count"), "\(mock.output)")
      #expect(mock.output.contains("Right of those new to you: 10 of 10"), "\(mock.output)")
      #expect(!mock.output.contains("Forecast"), "not enough was known for one")
      #expect(mock.output.contains("It was your last mock"), "\(mock.output)")
      let after = try run(["goal"]).output
      #expect(after.contains("Questions: 14, 10 of them new"), "\(after)")
      #expect(!after.contains("Held back"))
      // There are no unseen questions left to hold back.
      let gone = try run(["goal", "--hold-back"])
      #expect(gone.status == 1, "\(gone.output)")
      #expect(gone.errors.contains("needs 10 that you have never seen and has 0"), "\(gone.errors)")
    }
  }

  @Test func `A smaller form is held back where the learner wants it, and released`() throws {
    try withTemporaryFolder { folder in
      let questions = (1...9).map { "\n  - {id: Q-\($0), stem: Is it \($0)?, answer: [yes]}" }
      try Data((Self.bank + questions.joined() + "\n").utf8)
        .write(to: URL(filePath: "\(folder)/b.yaml"))
      try Data((Self.exam + "\n").utf8).write(to: URL(filePath: "\(folder)/mock.yaml"))
      var clock = RunClock()
      func run(_ arguments: String...) throws -> Program.Outcome {
        try Program.run(
          arguments + [
            "--bank", "\(folder)/b.yaml", "--bank", "\(folder)/mock.yaml",
            "--no-builtin-banks",
          ], home: folder, environment: clock.next())
      }
      let none = try run("goal", "--exam", "mock", "--hold-back")
      #expect(none.errors.contains("9 can be: swot goal --hold-back --count 9"), "\(none.errors)")
      #expect(try run("goal").output.hasPrefix("There is no goal."), "nothing was changed")
      #expect(try run("goal", "--count", "3").status == 64)
      let some = try run("goal", "--exam", "mock", "--hold-back", "--count", "6")
      #expect(some.output.contains("Held back: 6 questions"), "\(some)")
      let fewer = try run("goal", "--hold-back", "--count", "2")
      #expect(fewer.output.contains("Held back: 2 questions"), "\(fewer)")
      let released = try run("goal", "--no-hold-back")
      #expect(released.status == 0 && !released.output.contains("Held back"), "\(released)")
    }
  }

  @Test func `A date that has gone by is told, with what to do`() throws {
    try withTemporaryFolder { folder in
      func goal(_ time: String, _ arguments: String...) throws -> String {
        try Program.run(
          ["goal"] + arguments, home: folder, environment: ["SWOT_CLOCK": time]
        ).output
      }
      _ = try goal("2026-11-23T09:00:00Z", "--date", "2026-11-25")
      let gone = try goal("2026-11-30T09:00:00Z")
      #expect(gone.contains("Date: Wed 25 Nov 2026, 5 days ago"))
      #expect(gone.contains("swot goal --clear"))
    }
  }

  @Test(arguments: [
    ["--date", "tomorrow"], ["--date", "2026-02-30"], ["--limit", "0"], ["--limit", "many"],
    ["--weekday-off", "xx"], ["--day-off", "12"], ["--clear", "--limit", "3"],
    ["--date", "2026-11-22"],
  ])
  func `What can't be a goal is refused`(arguments: [String]) throws {
    try withBank { run in
      let outcome = try run(["goal"] + arguments, nil)
      #expect(outcome.status == 64)
      #expect(try run(["goal"], nil).output.hasPrefix("There is no goal."))
    }
  }

  @Test func `An exam that isn't there is named, with the status for it`() throws {
    try withBank { run in
      let outcome = try run(["goal", "--exam", "none-such"], nil)
      #expect(outcome.status == 66)
    }
  }

  @Test func `Study asks no more answers than the limit, whatever is answered`() throws {
    try withBank { run in
      _ = try run(["goal", "--date", "2026-12-13", "--limit", "5"], nil)
      let wrong = String(repeating: "no\n", count: 30)
      let first = try run(["study", "--plain"], wrong)
      #expect(first.lines.last == "Answered 5, right 0.")
      let second = try run(["study", "--plain"], wrong)
      #expect(second.lines.last == "Answered 0, right 0.")
    }
  }
}

@Suite struct QuestionCommandTests {
  @Test func `Questions are set aside, taken up again, and all of it is taken back`() throws {
    try withTemporaryFolder { folder in
      let path = "\(folder)/b.yaml"
      let bank =
        "format: swot-bank/1\nid: b\ntitle: B\nquestions:\n"
        + "  - {id: Q-1, stem: Is it one?, answer: [yes]}\n"
        + "  - {id: Q-2, stem: Is it two?, answer: [yes]}\n"
      try Data(bank.utf8).write(to: URL(filePath: path))
      var clock = RunClock()
      func run(_ arguments: [String], _ input: String? = nil) throws -> Program.Outcome {
        try Program.run(
          arguments + ["--bank", path, "--no-builtin-banks"], input: input, home: folder,
          environment: clock.next())
      }
      let suspended = try run(["question", "suspend", "b/Q-1"])
      #expect(suspended.status == 0, "\(suspended.errors)")
      #expect(suspended.output == "b/Q-1: won't be asked any more.\n")
      #expect(try run(["study", "--plain"], "").output.contains("Question 1 of 1: b/Q-2"))
      #expect(try run(["question", "undo", "b/Q-1"]).output == "b/Q-1: suspend is taken back.\n")
      #expect(try run(["study", "--plain"], "").output.contains("Question 1 of 2"))
      #expect(try run(["question", "bury", "b/Q-1", "b/Q-2"]).status == 0)
      #expect(try run(["study", "--plain"], "").output.contains("Nothing is due today"))
      #expect(try run(["question", "unsuspend", "b/Q-1"]).status == 0)
      #expect(try run(["study", "--plain"], "yes\n").lines.last == "Answered 1, right 1.")
      let kept = try run(["question", "reset", "b/Q-1"], "no\n")
      #expect(kept.status == 1 && kept.errors.contains("nothing was changed"))
      #expect(try run(["question", "reset", "b/Q-1", "--yes"]).output.contains("counts as new"))
      #expect(try run(["stats", "--format", "json"]).output.contains(#""new":1"#))
      #expect(try run(["question", "undo", "b/Q-1"]).output == "b/Q-1: reset is taken back.\n")
      #expect(try run(["stats", "--format", "json"]).output.contains(#""new":0"#))
      let unknown = try run(["question", "bury", "b/Q-3"])
      #expect(unknown.status == 66)
      #expect(unknown.errors.contains("did you mean"))
    }
  }
}

@Suite struct ScheduleSimulateCommandTests {
  @Test func `Policies are compared, the same for a seed`() throws {
    try withTemporaryFolder { folder in
      let arguments = [
        "schedule", "simulate", "--days", "10", "--questions", "20", "--limit", "8",
        "--learners", "1", "--truth", "fsrs7",
      ]
      let text = try Program.run(arguments, home: folder)
      #expect(text.status == 0, "\(text.errors)")
      #expect(text.output.contains("Swot's plan"))
      #expect(text.lines.count { $0.contains("fsrs7") } == StudyPolicy.allCases.count)
      let json = try Program.run(arguments + ["--format", "json"], home: folder).output
      #expect(json.contains(#""truth":"fsrs7","days":10,"policy":"plan""#))
      #expect(try Program.run(arguments + ["--format", "json"], home: folder).output == json)
      #expect(try Program.run(arguments + ["--days", "0"], home: folder).status == 64)
    }
  }
}
