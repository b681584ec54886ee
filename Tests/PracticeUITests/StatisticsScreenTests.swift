import FSRS
import PracticeCore
import TerminalUI
import TestSupport
import Testing

@testable import PracticeUI

@Suite struct StatisticsScreenTests {
  /// Half a year of study: a learner who gets better, was sure and wrong at times, and whom one
  /// question keeps slipping; with two mock exams.
  static let history: [Event] = {
    var random = SplitMix64(seed: 5)
    var events = Fixtures.settled
    events.append(
      Fixtures.event(
        1, .settings(StudySettings(reviewsPerDay: 4)), daysAhead: -20))
    events.append(
      Fixtures.event(
        2, .goal(ExamGoal(exam: SatExam.blueprint().id, date: CalendarDate("2026-12-12"))),
        daysAhead: -60))
    let questions = Library.banks.flatMap(\.questions)
    for day in stride(from: -170, through: -1, by: 1) where random.number(below: 5) > 1 {
      for _ in 0..<(1 + random.number(below: 6)) {
        let question = questions[random.number(below: questions.count)]
        let isRight = random.number(below: 200) < (day < -90 ? 120 : 176)
        var record = AnswerRecord(
          question: question.id, revision: question.revision, mode: .study, order: [],
          response: isRight ? question.rightResponse : .numbers([3]), isRight: isRight,
          confidence: [nil, nil, .certain, .unsure, .guess][random.number(below: 5)],
          rating: isRight ? .good : .again, milliseconds: 20_000 + random.number(below: 60_000))
        if record.confidence == .guess { record.rating = .again }
        events.append(Fixtures.event(events.count, .answer(record), daysAhead: day))
      }
      if day > -40, day % 4 == 0 {
        events.append(
          Fixtures.event(
            events.count, .answer(Fixtures.record("longest", isRight: false)), daysAhead: day))
      }
    }
    return events + ExamHistoryScreenTests.attempts.prefix(2).flatMap(\.events)
  }()

  /// The same learner with a daily limit up to the exam, which is less than that of reviews a day.
  private static let limited =
    history + [
      Fixtures.event(
        5000,
        .goal(
          ExamGoal(
            exam: SatExam.blueprint().id, date: CalendarDate("2026-12-12"), dailyLimit: 3)),
        daysAhead: -1)
    ]

  private static let histories = [history, Fixtures.experienced, limited]

  /// The statistics of these learners, computed once.
  private static let statistics = histories.map { events in
    LearnerStatistics(
      of: events, learner: LearnerState(replaying: events),
      catalog: QuestionCatalog(banks: Library.banks), blueprints: [SatExam.blueprint()],
      at: ScreenRunner.morning)
  }

  private static func scene(
    _ name: String, _ history: [Event] = history, _ keys: String = "", later: String = ""
  ) -> Scene {
    Scene(
      name: name, history: history, banks: Library.banks,
      blueprints: [SatExam.blueprint()], keys: "s" + keys,
      wait: 40, later: later,
      statistics: histories.firstIndex(of: history).map { statistics[$0] })
  }

  static let scenes: [Scene] = [
    scene("overview"), scene("readiness", later: "<tab>"),
    scene("coming", later: "<tab><tab>"), scene("activity", later: "<tab><tab><tab>"),
    scene("recall", later: "<tab><tab><tab><tab>"),
    scene("mastery", later: "<tab><tab><tab><tab><tab>"),
    scene("predicted", later: "<tab><tab><tab><tab><tab><tab>"),
    scene("confidence", later: "<tab><tab><tab><tab><tab><tab><tab>"),
    scene("traps", later: "<tab><tab><tab><tab><tab><tab><tab><tab>"),
    scene("end with details", later: "d<end>"),
    scene("few answers", Fixtures.experienced),
    scene("few answers, end", Fixtures.experienced, later: "<end>"),
    scene("limit up to the exam", limited, later: "<tab><tab>"),
    scene("help", later: "?"),
  ]

  @Test(arguments: scenes) func `every screen looks as it was approved`(scene: Scene) {
    scene.expectSnapshots()
  }

  @Test(arguments: [false, true])
  func `another memory model that is better is offered once`(details: Bool) {
    let catalog = QuestionCatalog(banks: Library.banks)
    let index = CatalogIndex(catalog)
    let offering = LearnerStatistics(
      ReviewHistory(replaying: Self.history, in: index),
      learner: LearnerState(replaying: Self.history), in: index,
      exams: MockForecasters([], index), betterModel: "fsrs7", at: ScreenRunner.morning)
    for (statistics, count) in [(offering, 1), (Self.statistics[0], 0)] {
      let report = StatisticsReport(statistics, in: catalog, details: details)
      let offers = report.sections.flatMap(\.blocks).filter { block in
        if case .text(let text) = block { text.contains("FSRS-7 clearly predicts") } else { false }
      }
      #expect(offers.count == count)
    }
  }

  @Test func `the home screen says how ready one is, after its first frame`() {
    var scene = Self.scene("home, readiness")
    scene.keys = ""
    var runner = scene.run(Size(columns: 80, rows: 24))
    #expect(runner.shows("Readiness") && runner.shows("in this mock"), "\(runner)")
    runner = ScreenRunner(
      banks: Library.banks, blueprints: [SatExam.blueprint()], history: Self.history,
      readsStatistics: false)
    #expect(!runner.shows("Readiness"), "the first frame waits for nothing")
    runner.tick(milliseconds: 100)
    #expect(runner.askedStatistics == 1)
  }

  private static func runner(readsStatistics: Bool = true) -> ScreenRunner {
    var runner = ScreenRunner(
      banks: Library.banks, blueprints: [SatExam.blueprint()], history: history,
      size: Size(columns: 80, rows: 24), readsStatistics: readsStatistics)
    runner.press("s")
    runner.tick(milliseconds: 40)
    return runner
  }

  @Test func `the screen is there before its numbers`() {
    var runner = Self.runner(readsStatistics: false)
    #expect(runner.shows("Reading your answers"))
    let asked = runner.askedStatistics
    #expect(asked == 1)
    runner.tick(milliseconds: 5000)
    runner.press("jj<tab>d")
    #expect(runner.shows("Reading your answers"))
    #expect(asked == runner.askedStatistics)
    runner.press("q")
    #expect(runner.shows("Subject"))
  }

  @Test func `w studies what was wrong with certainty, newest first, and comes back`() {
    var runner = Self.runner()
    runner.press("<tab><tab><tab><tab><tab><tab><tab>")
    #expect(runner.shows("Wrong though you were certain"), "\(runner)")
    let index = CatalogIndex(QuestionCatalog(banks: Library.banks))
    let before = Calibration(
      ReviewHistory(replaying: runner.journal, in: index), in: index.catalog
    ).confidentlyWrong
    runner.press("w")
    #expect(!before.isEmpty && runner.shows("1 of \(before.count)"), "\(runner)")
    // Its answer is typed, and q would be a letter of it.
    runner.press("<esc>q")
    #expect(runner.shows("Certain, unsure, guess"), "\(runner)")
  }

  @Test func `tab goes from section to section and round again`() {
    var runner = Self.runner()
    var seen: Set<String> = []
    for _ in 0..<30 {
      seen.insert(runner.screen.joined(separator: "\n"))
      runner.press(.tab)
    }
    #expect(seen.count > 8)
    runner.press(.home)
    #expect(runner.shows("Overview"))
    runner.press("d<end>")
    #expect(runner.shows("Memory model") || runner.shows("Log loss"), "\(runner)")
  }

  @Test func `numbers are computed anew after an answer`() {
    var runner = Self.runner()
    let before = runner.askedStatistics
    let answer = Fixtures.event(
      9999, .answer(Fixtures.record("single", isRight: true)), daysAhead: 0)
    runner.send(.recorded(answer))
    #expect(runner.askedStatistics == before, "first the screen is drawn")
    runner.tick(milliseconds: 40)
    #expect(runner.askedStatistics == before + 1)
    runner.tick(milliseconds: 5000)
    #expect(runner.askedStatistics == before + 1)
  }

  @Test func `titles of anybody's banks reach no terminal as they are`() {
    let poison = "\u{1B}[31mred\u{7}\u{202E}<script>\u{9B}"
    var bank = Fixtures.bank
    bank.title = poison
    bank.domains[0].title = poison
    var blueprint = SatExam.blueprint()
    blueprint.title = poison
    var runner = ScreenRunner(
      banks: [bank, Library.banks[1]], blueprints: [blueprint], history: Self.history,
      size: Size(columns: 100, rows: 60))
    runner.press("s")
    runner.tick(milliseconds: 40)
    for _ in 0..<12 {
      for line in runner.screen {
        #expect(line.unicodeScalars.allSatisfy { DisplayText.isSafe($0) || $0 == " " }, "\(line)")
      }
      runner.press(.tab)
    }
  }

  @Test func `a count has commas, a number its decimals`() {
    #expect(StatisticsWording.grouped(1_234_567) == "1,234,567")
    #expect(StatisticsWording.grouped(999) == "999" && StatisticsWording.grouped(-1000) == "-1,000")
    #expect(StatisticsWording.decimal(0.6931471, 4) == "0.6931")
    #expect(StatisticsWording.decimal(12.999, 2) == "13.00")
  }
}
