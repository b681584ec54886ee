import FSRS
import PracticeCore
import TerminalUI
import TestSupport
import Testing

@testable import PracticeUI

@Suite struct ExamResultScreenTests {
  /// A pass: 12 of 16 counted questions, some flagged, changed and slow.
  static let passed = SatExam(
    .init(
      wrong: [1, 8, 13, 14], open: [15], flagged: [2, 8],
      changedFrom: [3: .numbers([4, 3, 2, 1]), 5: .numbers([2]), 13: .text("Pot 6")],
      seconds: [6: 252, 11: 160, 17: 95]))

  private static var failedPlan: SatExam.Plan {
    var plan = SatExam.Plan()
    plan.terms = ExamTerms(extra: 30 * 60_000, withPauses: true)
    plan.candidate = "Ada Lovelace"
    plan.wrong = [0, 1, 2, 3, 9, 10, 11, 16]
    return plan
  }

  static let failed = SatExam(failedPlan)

  static let percent = SatExam(
    .init(
      blueprint: SatExam.blueprint(scale: .percent(pass: 72)), wrong: [2, 8], flagged: [4]))

  static let netCorrect = SatExam(
    .init(
      blueprint: SatExam.blueprint(scoring: .netCorrect), wrong: [8, 10, 13],
      responses: [1: .numbers([1])]))

  static let ranOut = SatExam(
    .init(
      blueprint: SatExam.blueprint(scale: .percent(pass: 72)), wrong: [3],
      open: [5, 7], unseen: [12, 13, 14, 15, 16, 17, 18, 19], runsOut: true))

  static let allRight = SatExam()

  private static func scene(_ name: String, _ sat: SatExam, _ keys: String = "") -> Scene {
    Scene(
      name: name, history: Fixtures.settled + sat.events, banks: Library.banks,
      news: sat.news, keys: keys)
  }

  static let scenes: [Scene] = [
    scene("passed", passed),
    scene("passed, end", passed, "<end>"),
    scene("not passed", failed),
    scene("percent", percent),
    scene("net-correct", netCorrect),
    scene("time ran out", ranOut),
    scene("all right", allRight),
    scene("help", passed, "?"),
  ]

  @Test(arguments: scenes) func `every screen looks as it was approved`(scene: Scene) {
    scene.expectSnapshots()
  }

  // MARK: - Numbers

  @Test func `what was reported is shown, whatever today's rules would make of it`() throws {
    var exam = try #require(Self.passed.exam)
    exam.outcome.score = ExamScore(
      sections: [
        .init(
          title: "As it was called", right: 7, questions: 9, marks: Marks(whole: 7),
          meetsStandard: false)
      ], right: 41, questions: 50, marks: Marks(whole: 41), isPassed: false, scaled: 719)
    exam.outcome.new = .init(right: 3, total: 4)
    exam.outcome.seenBefore = .init(right: 38, total: 46)
    var runner = ScreenRunner(banks: Library.banks, size: Size(columns: 80, rows: 60))
    runner.send(.exam(.read(exam)))
    #expect(runner.shows("719   NOT PASSED"))
    #expect(runner.shows("41 of 50 counted questions right; new to you 3 of 4, seen before"))
    #expect(runner.shows("As it was called") && runner.shows("7 of 9"))
    #expect(!runner.shows("Substances"))
  }

  @Test(arguments: [
    (share: 0.7196, meets: false, text: "71 %"), (0.716, false, "71 %"), (0.7149, false, "71 %"),
    (0.7204, true, "72 %"), (0.5, false, "50 %"), (0.0, false, "0 %"), (1.0, true, "100 %"),
  ]) func `a share that needs work is never rounded up to one that meets the standard`(
    share: Double, meets: Bool, text: String
  ) {
    let marks = Marks(units: Int(share * Double(100 * Marks.unitsPerMark)))
    let section = ExamScore.Section(
      title: "", right: 0, questions: 100, marks: marks, meetsStandard: meets)
    let scale = ScoreScale.scaled(from: 100, to: 1000, pass: 720, cut: 0.72)
    #expect(ExamResultWording.share(of: section, on: scale) == text)
  }

  @Test(arguments: [
    (Marks(whole: 38), "38"), (Marks(1, outOf: 2), "0.5"), (Marks(1, outOf: 3), "0.33"),
    (Marks(whole: 2) + Marks(1, outOf: 10), "2.1"), (.none, "0"),
    (Marks(whole: 1) + Marks(units: 126), "1.05"),
  ]) func `marks have two decimals at most`(marks: Marks, text: String) {
    #expect(ExamResultWording.marks(marks) == text)
  }

  @Test func `times say hours, minutes and seconds, or minutes and seconds`() {
    #expect(ExamResultWording.clock(88 * 60_000 + 59_000) == "1:28:59")
    #expect(ExamResultWording.clock(4 * 60_000) == "0:04:00")
    #expect(ExamResultWording.minutes(252_900) == "4:12")
    #expect(ExamResultWording.minutes(3_771_000) == "1:02:51")
    #expect(ExamResultWording.minutes(-5) == "0:00")
  }

  @Test func `the point stands on the side of the pass mark on which the result is`() throws {
    let scales: [ScoreScale] = [
      .scaled(from: 100, to: 1000, pass: 720, cut: 0.72), .percent(pass: 72),
      .scaled(from: 0, to: 10, pass: 10, cut: 1), .scaled(from: 0, to: 10, pass: 0, cut: 0),
    ]
    for scale in scales {
      for columns in [10, 20, 38, 49, 76] {
        for scaled in scale.range {
          let isPassed = scaled >= scale.passingScore
          let score = ExamScore(
            sections: [], right: 0, questions: 1, marks: .none, isPassed: isPassed,
            scaled: scaled)
          for symbols in [Symbols.unicode, .ascii] {
            let bar = ScoreBar(score, on: scale, columns: columns, symbols: symbols)
            let characters = Array(bar.scale.text)
            let point = try #require(characters.firstIndex(of: Character(symbols.point)))
            let pass = try #require(characters.firstIndex(of: Character(symbols.crossing)))
            try #require(isPassed == (point > pass), "\(scale), \(scaled), \(columns)")
            try #require(bar.scale.width <= max(columns, 16))
          }
        }
      }
    }
  }

  @Test func `pauses are told where the rules of the exam give none`() throws {
    var plan = SatExam.Plan()
    plan.terms = ExamTerms(extra: 60_000, withPauses: true)
    let strict = try #require(SatExam(plan).exam)
    #expect(
      ExamResultWording.terms(strict)
        == "Taken with 1 minute of extra time and with pauses, which its rules don't give.")
    plan.blueprint = SatExam.blueprint(clock: .pausable)
    let pausable = try #require(SatExam(plan).exam)
    #expect(ExamResultWording.terms(pausable) == "Taken with 1 minute of extra time.")
    let plain = try #require(SatExam().exam)
    #expect(ExamResultWording.terms(plain) == nil)
  }

  @Test func `slow is what took more than twice the usual time, the slowest first`() throws {
    var plan = SatExam.Plan()
    plan.seconds = [3: 80, 4: 81, 9: 300]
    plan.unseen = [19]
    let exam = try #require(SatExam(plan).exam)
    let review = ExamReview(exam)
    #expect(review.usualMilliseconds == 40_000)
    #expect(review.slowPlaces == [9, 4])
    for place in 0..<9 { plan.seconds[place] = 1 }
    for place in 9..<19 { plan.seconds[place] = 2 }
    let even = try #require(SatExam(plan).exam)
    #expect(ExamReview(even).slowPlaces.isEmpty)
    plan.seconds = Dictionary(uniqueKeysWithValues: (0..<19).map { ($0, $0 < 8 ? 120 + $0 : 9) })
    let many = try #require(SatExam(plan).exam)
    #expect(ExamReview(many).slowPlaces == [7, 6, 5, 4, 3, 2, 1, 0])
  }

  // MARK: - Keys

  private static func reading(
    _ sat: SatExam, banks: [QuestionBank] = Library.banks, history: [Event] = [],
    size: Size = Size(columns: 80, rows: 24)
  ) -> ScreenRunner {
    var runner = ScreenRunner(
      banks: banks, history: Fixtures.settled + sat.events + history, size: size)
    for news in sat.news { runner.send(.exam(news)) }
    return runner
  }

  @Test func `files are written of the attempt that is shown`() throws {
    var runner = Self.reading(Self.passed)
    runner.press("w")
    #expect(runner.desk.writtenResults.map(\.description) == ["attempt-1"])
    #expect(runner.shows("exam-result.json"))
    runner.press("p")
    #expect(runner.desk.writtenReports.map(\.description) == ["attempt-1"])
    let exam = try #require(Self.passed.exam)
    #expect(
      runner.effects.suffix(2) == [.exam(.writeResult(exam)), .exam(.writeReport(exam))])
  }

  @Test func `the wrong and open ones are studied, and the new ones of them learnt`() {
    var runner = Self.reading(Self.passed)
    let missed = [1, 8, 13, 14, 15].map { SatExam.items()[$0].question.id }
    let before = missed.filter { runner.learner[$0].isNew }
    #expect(before.count == 5, "an exam alone teaches nothing")
    runner.press("l")
    #expect(runner.shows("1 of 5"))
    // Whatever is asked, answer it somehow: once each.
    for _ in 0..<5 {
      if runner.shows("enter done") { runner.press("x<enter>") } else { runner.press("12") }
      runner.press("g<enter>")
    }
    let answers = runner.answers.prefix(5)
    #expect(Set(answers.map(\.question)) == Set(missed))
    #expect(answers.allSatisfy { $0.mode == .study && $0.rating != nil })
    #expect(missed.allSatisfy { !runner.learner[$0].isNew })
    runner.press("qq")
    #expect(runner.shows("enter review answers"), "\(runner)")
  }

  @Test func `what is gone or not to be asked is left out of learning, and that is said`() {
    let suspended = Fixtures.event(
      900, .mark(.suspend, question: SatExam.items()[1].question.id), daysAhead: 0)
    var runner = Self.reading(Self.passed, history: [suspended])
    runner.press("l")
    #expect(runner.shows("Left out: 1 not to be asked any more."))
    #expect(runner.shows("1 of 4"))
    var poorer = Self.reading(Self.passed, banks: [Fixtures.bank], history: [suspended])
    poorer.press("l")
    #expect(
      poorer.shows("Left out: 4 no longer in your banks, 1 not to be asked any more."),
      "\(poorer)")
    #expect(poorer.shows("enter review answers"), "there is nothing to ask")
  }

  @Test func `where everything was right there is nothing to learn`() {
    var runner = Self.reading(Self.allRight)
    #expect(!runner.shows("l learn"))
    runner.press("l")
    #expect(runner.shows("enter review answers"))
    runner.press("<end>")
    #expect(runner.shows("Every question was right."))
  }

  @Test func `notes open on the marked topic`() {
    var runner = Self.reading(Self.passed)
    runner.press("n")
    #expect(runner.shows("Mark a topic under 'Study next' first"))
    runner.press("<end><up><up>n")
    #expect(runner.shows("Boiling water"), "\(runner)")
    runner.press("q<down>n")
    #expect(runner.shows("What may stand beside what"), "\(runner)")
    var poorer = Self.reading(Self.passed, banks: [])
    poorer.press("<end>n")
    #expect(poorer.shows("There are no notes on this yet."))
  }

  @Test func `news of an attempt open its result once, over whatever there is`() throws {
    let exam = try #require(Self.passed.exam)
    var runner = ScreenRunner(banks: Library.banks)
    runner.press("n")
    runner.send(.exam(.read(exam)))
    runner.send(.exam(.read(exam)))
    #expect(runner.shows("750   PASS"))
    runner.press("q")
    #expect(runner.shows("Notes") && !runner.shows("PASS"))
  }

  @Test func `every row of a result can be scrolled to on the smallest screen`() {
    for sat in [Self.passed, Self.failed, Self.netCorrect, Self.ranOut] {
      var large = Self.reading(sat, size: Size(columns: 40, rows: 100))
      let whole = Set(large.screen.dropFirst(3).dropLast(2).filter { !$0.isEmpty })
      large.press("<home>")
      var small = Self.reading(sat, size: Size(columns: 40, rows: 12))
      var seen = Set<String>()
      for _ in 0..<60 {
        for row in small.screen { seen.insert(row.replacing("▸", with: " ")) }
        small.press("j")
      }
      for row in whole { #expect(seen.contains(row.replacing("▸", with: " ")), "\(row)") }
    }
  }
}
