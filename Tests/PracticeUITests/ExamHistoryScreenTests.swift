import FSRS
import PracticeCore
import TerminalUI
import TestSupport
import Testing

@testable import PracticeUI

@Suite struct ExamHistoryScreenTests {
  /// Five attempts at one exam, two at another, one of which is open.
  static let attempts: [SatExam] = {
    let lab = SatExam.blueprint(
      id: "lab-day", title: "Laboratory safety and first aid for everybody who works at night",
      scale: .percent(pass: 72), clock: .pausable)
    var plans: [SatExam.Plan] = [
      .init(attempt: "a-1", day: -40, wrong: Set(3...12), runsOut: true),
      .init(attempt: "a-2", day: -30, wrong: Set(5...11)),
      .init(attempt: "a-3", day: -20, wrong: Set(5...8), open: [9]),
      .init(attempt: "a-4", day: -9, wrong: [5, 6]),
      .init(attempt: "a-5", day: -2, wrong: [1, 2, 3, 5, 6, 7, 8]),
      .init(attempt: "b-1", day: -5, blueprint: lab, wrong: [1, 2, 3]),
      .init(attempt: "b-2", day: -1, blueprint: lab, unseen: Set(7...19), isLeft: true),
    ]
    plans[4].terms = ExamTerms(extra: 600_000, withPauses: true)
    for place in plans[1].items.indices { plans[1].items[place].isNew = false }
    return plans.map { SatExam($0) }
  }()

  static let history = Fixtures.settled + attempts.flatMap(\.events)

  private static func scene(
    _ name: String, _ history: [Event] = history, _ keys: String = ""
  ) -> Scene {
    Scene(
      name: name, start: .examHistory, history: history, banks: Library.banks, keys: keys)
  }

  static let scenes: [Scene] = [
    scene("all"),
    scene("all, end", history, "<end>"),
    scene("one exam", history, "<tab><tab>j"),
    scene("other exam, open one", history, "<tab>"),
    scene("one attempt", Fixtures.settled + attempts[0].events),
    scene("empty", Fixtures.settled),
    scene("help", history, "?"),
  ]

  @Test(arguments: scenes) func `every screen looks as it was approved`(scene: Scene) {
    scene.expectSnapshots()
  }

  // MARK: - Attempts

  private static func runner(
    _ history: [Event] = history, size: Size = Size(columns: 80, rows: 60)
  ) -> ScreenRunner {
    ScreenRunner(.examHistory, banks: Library.banks, history: history, size: size)
  }

  @Test func `attempts stand from the newest to the oldest, with what came of them`() {
    let screen = Self.runner().screen.joined(separator: "\n")
    var rest = screen[...]
    for text in [
      "open, paused with 35 min left", "7 of 20 questions answered", "584 not passed",
      "extra time · with pauses", "81 % passed", "875 passed", "750 passed", "638 not passed",
      "0 % new", "531 not passed", "time ran out",
    ] {
      guard let found = rest.firstRange(of: text) else {
        Issue.record("'\(text)' is missing or not in its place\n\(screen)")
        return
      }
      rest = rest[found.upperBound...]
    }
  }

  @Test func `enter reads what is over and resumes what is open`() throws {
    let open = try #require(AttemptID("b-2"))
    let over = try #require(AttemptID("a-5"))
    var runner = Self.runner()
    runner.press("<enter>")
    #expect(runner.effects.last == .exam(.resume(open, takesOver: false)))
    runner.press("j<enter>")
    #expect(runner.effects.last == .exam(.read(over)))
    runner.click("875 passed")
    runner.click("875 passed")
    #expect(runner.effects.last == AttemptID("a-4").map { .exam(.read($0)) })
  }

  @Test func `one exam can be listed, and the list goes round`() {
    var runner = Self.runner()
    #expect(runner.shows("All exams →  7 of 7"))
    runner.press(.tab)
    #expect(runner.shows("2 of 7") && !runner.shows("875 passed"))
    runner.press("l")
    #expect(runner.shows("5 of 7") && !runner.shows("81 % passed"))
    runner.press("l")
    #expect(runner.shows("All exams"))
    runner.press("h")
    #expect(runner.shows("5 of 7"))
  }

  @Test func `only an open attempt makes the clock tick`() {
    #expect(Self.runner().state.tickInterval == 5000)
    #expect(Self.runner(Fixtures.settled + Self.attempts[0].events).state.tickInterval == nil)
  }

  @Test func `an attempt whose beginning has not arrived yet is left out`() {
    let late = Self.attempts[0].events.filter { event in
      if case .exam(.start) = event.content { false } else { true }
    }
    let runner = Self.runner(Fixtures.settled + late)
    #expect(runner.shows("You have not sat a mock exam yet."))
  }

  @Test func `from the list of attempts a result opens, and q comes back to the list`() throws {
    var runner = Self.runner()
    runner.press("j")
    runner.send(.exam(.read(try #require(Self.attempts[4].exam))))
    #expect(runner.shows("584   NOT PASSED"))
    runner.press("q")
    #expect(runner.shows("Exam history"))
  }

  @Test func `an exam that is sat here can be looked at again and again`() {
    var short = Fixtures.exam
    short.questions = 5
    var runner = ScreenRunner(blueprints: [short])
    runner.press("e<enter><enter>")
    #expect(runner.shows("Question 1 of 5"), "\(runner)")
    runner.press("ey")
    #expect(runner.shows("NOT PASSED") && runner.shows("5 questions open"), "\(runner)")
    runner.press("<enter>")
    #expect(runner.shows("[2 Not right 5]"), "\(runner)")
    runner.press("qq")
    runner.click("All attempts (1)")
    runner.click("All attempts (1)")
    #expect(runner.shows("Exam history") && runner.shows("0 % not passed"), "\(runner)")
    runner.press("<enter>")
    #expect(runner.shows("NOT PASSED"))
    runner.press("l")
    #expect(runner.shows("1 of 5") && runner.shows("Laboratory safety"), "\(runner)")
    runner.press("q")
    #expect(runner.shows("NOT PASSED"), "\(runner)")
    runner.press("q")
    #expect(runner.shows("Exam history"), "\(runner)")
  }

  // MARK: - The chart

  private static func progress(
    _ scores: [Int], scale: ScoreScale = .scaled(from: 100, to: 1000, pass: 720, cut: 0.72)
  ) throws -> [ExamProgress] {
    let exam = try #require(attempts[0].exam)
    return scores.enumerated().map { number, scaled in
      var outcome = exam.outcome
      outcome.scale = scale
      outcome.score = ExamScore(
        sections: [], right: 0, questions: 1, marks: .none,
        isPassed: scaled >= scale.passingScore, scaled: scaled)
      var time = exam.startedAt
      time.at = time.at.advanced(byMilliseconds: Int64(scores.count - number) * 86_400_000)
      return ExamProgress(
        start: exam.start, startedAt: time, sitting: 1, timer: nil, left: nil, sheets: [:],
        place: nil, latest: nil, outcome: outcome, finishedAt: nil, finished: time)
    }
  }

  @Test func `a trend takes two attempts on one scale`() throws {
    #expect(ExamTrend([]) == nil)
    #expect(ExamTrend(try Self.progress([700])) == nil)
    let percent = try Self.progress([60, 70], scale: .percent(pass: 72))
    let mixed = try Self.progress([700, 740]) + percent
    let trend = try #require(ExamTrend(mixed))
    #expect(trend.points.map(\.score) == [740, 700], "the oldest first")
    #expect(trend.points.map(\.isPassed) == [true, false])
    #expect(trend.onOtherScales == 2)
    #expect(ExamTrend(try Self.progress([700]) + percent) == nil)
  }

  @Test func `a chart drawn by hand`() throws {
    // Of 4 rows of eight steps 550 takes 16 and 775 takes 24; 720 lies at 22, in the third row.
    let trend = try #require(ExamTrend(try Self.progress([775, 550, 100])))
    let unicode = ScoreChart(trend, columns: 20, height: 4, symbols: .unicode)
    #expect(
      unicode.rows.map(\.text).prefix(5) == [
        "1000 │              ",
        " 720 ┼──────────████",
        "     │     ████ ████",
        " 100 │▁▁▁▁ ████ ████",
        "       ✗    ✗    ✓  ",
      ])
    let ascii = ScoreChart(trend, columns: 20, height: 4, symbols: .ascii)
    #expect(
      ascii.rows.map(\.text).prefix(5) == [
        "1000 |              ",
        " 720 +----------####",
        "     |     #### ####",
        " 100 |____ #### ####",
        "       x    x    +  ",
      ])
  }

  @Test func `charts fit into their width and show the last attempts that do`() throws {
    for count in [2, 3, 9, 17, 40, 300] {
      let trend = try #require(
        ExamTrend(try Self.progress((0..<count).map { 100 + $0 * 37 % 901 })))
      for columns in [20, 38, 74] {
        for symbols in [Symbols.unicode, .ascii] {
          for height in 2...8 {
            let chart = ScoreChart(trend, columns: columns, height: height, symbols: symbols)
            #expect(chart.rows.allSatisfy { $0.width <= columns })
            #expect(chart.rows.count == height + 2)
            #expect(chart.shown == min(count, (columns - 6 + 1) / 2) || chart.shown == count)
          }
        }
      }
    }
  }
}
