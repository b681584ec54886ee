import FSRS
import TestSupport
import Testing

@testable import PracticeCore

@Suite struct MockForecastTests {

  @Test func `marks of three questions by hand`() {
    // Right with 0.5, 0.8 and 0.9: two or three of three with 0.04 + 0.09 + 0.36 + 0.36.
    let marks = MarksDistribution(
      [0.5, 0.8, 0.9].map { .init(known: $0, guessed: [1, 0]) })
    #expect(marks.unit == 1 && marks.probabilities.count == 4)
    #expect(abs(marks.probability(ofReaching: 0.5) - 0.85) < 1e-12)
    // Two of three are 0.666…: a cut of 0.67 takes all three.
    #expect(abs(marks.probability(ofReaching: 0.67) - 0.36) < 1e-12)
    #expect(marks.probability(ofReaching: 0) == 1)
  }

  @Test func `parts of marks are added up exactly`() throws {
    // Halves and thirds: six parts to a mark.
    let items: [MarksDistribution.Item] = [
      .init(known: 0.4, guessed: [0.7, 0.2, 0.1]), .init(known: 0.2, guessed: [0.3, 0.6, 0, 0.1]),
      .init(known: 0.9, guessed: [0.75, 0.25]),
    ]
    let marks = MarksDistribution(items)
    #expect(marks.unit == 6 && marks.probabilities.count == 19)
    #expect(abs(marks.probabilities.reduce(0, +) - 1) < 1e-12)
    // Every way that three questions can go, one by one.
    var expected = [Double](repeating: 0, count: 19)
    func chances(_ item: MarksDistribution.Item) -> [(Int, Double)] {
      item.guessed.enumerated().map { parts, chance in
        (
          parts * 6 / (item.guessed.count - 1),
          (1 - item.known) * chance + (parts == item.guessed.count - 1 ? item.known : 0)
        )
      }
    }
    for first in chances(items[0]) {
      for second in chances(items[1]) {
        for third in chances(items[2]) {
          expected[first.0 + second.0 + third.0] += first.1 * second.1 * third.1
        }
      }
    }
    for (found, wanted) in zip(marks.probabilities, expected) {
      #expect(abs(found - wanted) < 1e-12)
    }
  }

  // MARK: - Forecasts

  private static let bank = ExamFixtures.bank("b", domains: [(1, 60), (1, 60)])
  private static let index = CatalogIndex(QuestionCatalog(banks: [bank]))

  private static func blueprint(_ scoring: ScoringRule = .allOrNothing) -> Blueprint {
    Blueprint(
      id: "mock", title: "Mock", questions: 40, unscored: 5, minutes: 60,
      scale: .scaled(from: 100, to: 1000, pass: 720, cut: 0.72), scoring: scoring,
      sections: [BlueprintSection(title: "All", weight: 1, from: ["b"])])
  }

  /// A learner who has answered the first questions twice, right but for every `wrong`th.
  private static func events(_ count: Int, wrong: Int, lastDay: Int = -2) -> [Event] {
    var events: [Event] = []
    for (number, question) in bank.questions.prefix(count).enumerated() {
      for day in [lastDay - 6, lastDay] {
        let isRight = wrong == 0 || (number + day) % wrong != 0
        var record = StudyFixtures.record(question.id, isRight ? .good : .again)
        record.revision = question.revision
        events.append(StudyFixtures.event(events.count, day: day, .answer(record)))
      }
    }
    return events
  }

  private static func statistics(
    _ events: [Event], goal: ExamGoal = ExamGoal(), scoring: ScoringRule = .allOrNothing
  ) -> LearnerStatistics {
    let all = events + [StudyFixtures.event(90_000, day: -3, .goal(goal))]
    return LearnerStatistics(
      of: all, learner: LearnerState(replaying: all), catalog: index.catalog,
      blueprints: [blueprint(scoring)], at: StudyFixtures.morning)
  }

  @Test func `who knows all is likely to pass, who knows little is not, who is new isn't judged`()
    throws
  {
    let strong = try #require(Self.statistics(Self.events(120, wrong: 0)).readiness.first)
    #expect(strong.today.isReliable && strong.today.probability > 0.95)
    #expect(strong.today.answered == 120 && strong.today.questions == 120)
    let weak = try #require(Self.statistics(Self.events(120, wrong: 2)).readiness.first)
    #expect(weak.today.isReliable && weak.today.probability < 0.5)
    #expect(weak.today.share < strong.today.share)
    let new = try #require(Self.statistics(Self.events(4, wrong: 0)).readiness.first)
    #expect(!new.today.isReliable)
  }

  @Test func `an interval holds the probability and narrows as more is known`() throws {
    var widths: [Double] = []
    for count in [24, 120] {
      let forecast = try #require(
        Self.statistics(Self.events(count, wrong: 5)).readiness.first
      ).today
      #expect(forecast.interval.contains(forecast.probability))
      #expect(forecast.shares.contains(forecast.share))
      widths.append(forecast.shares.upperBound - forecast.shares.lowerBound)
    }
    #expect(widths[1] < widths[0])
  }

  @Test func `the same answers give the same forecast, and part marks are no harder`() throws {
    let events = Self.events(80, wrong: 4)
    let first = Self.statistics(events)
    #expect(first == Self.statistics(events))
    let whole = try #require(first.readiness.first).today
    let parts = try #require(Self.statistics(events, scoring: .netCorrect).readiness.first).today
    #expect(parts.share >= whole.share - 1e-9)
  }

  @Test func `on the day less is remembered without study and more with it`() throws {
    let goal = ExamGoal(exam: "mock", date: StudyFixtures.time(day: 40).studyDay)
    let readiness = try #require(
      Self.statistics(Self.events(60, wrong: 5), goal: goal).readiness.first)
    #expect(readiness.isGoal && readiness.day == goal.date)
    let (with, without) = (
      try #require(readiness.withStudy), try #require(readiness.withoutStudy)
    )
    #expect(without.share < readiness.today.share)
    #expect(with.share > readiness.today.share)
    let past = ExamGoal(exam: "mock", date: StudyFixtures.time(day: -1).studyDay)
    #expect(Self.statistics(Self.events(60, wrong: 5), goal: past).readiness.first?.day == nil)
  }

  @Test func `an exam that the banks can't fill is left out`() {
    var blueprint = Self.blueprint()
    blueprint.questions = 500
    #expect(MockForecaster(blueprint, Self.index) == nil)
  }

  @Test func `while a form is held back, plan and forecast are about the other questions`() throws {
    let catalog = Self.index.catalog
    // Half of the questions were learnt, on all objectives; one answer in three was wrong.
    let events = Self.events(120, wrong: 3).filter { $0.id.sequence / 2 % 8 < 4 }
    let learner = LearnerState(replaying: events)
    var goal = ExamGoal(exam: "mock", date: StudyFixtures.time(day: 40).studyDay)
    let free = try #require(Self.statistics(events, goal: goal).readiness.first)
    #expect(free.lastMock == nil)
    let form = try HeldBackForm.draw(Self.blueprint(), from: catalog, learner: learner)
    goal.heldBack = form
    let holding = try #require(Self.statistics(events, goal: goal).readiness.first)
    let lastMock = try #require(holding.lastMock)
    // The last mock is new throughout; the others ask what was learnt more often than before.
    #expect(lastMock.share < free.today.share && free.today.share < holding.today.share)
    // All that can be met by the day is: what the plan expects, the forecast holds.
    let planned = try #require(
      ExamPlan(
        of: LearnerState(replaying: events + [StudyFixtures.event(90_000, day: -3, .goal(goal))]),
        in: catalog, blueprints: [Self.blueprint()], at: StudyFixtures.morning))
    let recall = planned.forecast().recall
    #expect(planned.heldBack == 40 && recall > 0.9)
    #expect(try #require(holding.withStudy).share > recall - 0.1)
    #expect(try #require(holding.withStudy).share > free.today.share + 0.1)
  }

  @Test func `a last mock is held against the forecast of its own form`() throws {
    let attempt = try #require(AttemptID("attempt"))
    let known = Self.events(60, wrong: 0, lastDay: -12)
    var goal = ExamGoal(exam: "mock")
    let form = try HeldBackForm.draw(
      Self.blueprint(), from: Self.index.catalog, learner: LearnerState(replaying: known))
    goal.heldBack = form
    let forecaster = try #require(MockForecaster(Self.blueprint(), Self.index))
    let knowledge = ReviewHistory(replaying: known, in: Self.index).knowledge
    for (seed, expected) in [
      (form.seed, MockForm.lastMock(form)), (form.seed + 1, .any(butLast: form)),
    ] {
      let start = StudyFixtures.event(
        5000, day: -5,
        .exam(
          .start(
            ExamStart(
              attempt: attempt, exam: "mock", title: "Mock", seed: seed, questions: 40, allowed: 1,
              terms: ExamTerms(), isPausable: false,
              end: ClockReading(wallOnly: StudyFixtures.morning.at), paper: "00"))))
      let events = known + [StudyFixtures.event(4000, day: -7, .goal(goal)), start]
      let history = ReviewHistory(
        replaying: events, in: Self.index,
        forecast: MockForecasters([Self.blueprint()], Self.index).forecast)
      #expect(
        history.exams.first?.forecast
          == forecaster.limited(to: expected).forecast(knowledge, at: start.time))
    }
  }

  // MARK: - The record

  @Test func `an exam is held against what was known when it began`() throws {
    let attempt = try #require(AttemptID("20261124-aaaaaa"))
    let scale = Self.blueprint().scale
    var events = Self.events(120, wrong: 5, lastDay: -12)
    events.append(
      StudyFixtures.event(
        5000, day: -5,
        .exam(
          .start(
            ExamStart(
              attempt: attempt, exam: "mock", title: "Mock", seed: 1, questions: 40, allowed: 1,
              terms: ExamTerms(), isPausable: false,
              end: ClockReading(wallOnly: StudyFixtures.morning.at), paper: "00")))))
    // Studied while the exam was open: it must not colour the forecast.
    for (number, question) in Self.bank.questions.enumerated() {
      events.append(
        StudyFixtures.event(
          6000 + number, day: -5, .answer(StudyFixtures.record(question.id, .easy))))
    }
    let before = Self.statistics(events).record
    #expect(before.exams.isEmpty && before.brierScore == nil, "it is not over")
    let score = ExamScore(
      sections: [], right: 30, questions: 35, marks: Marks(whole: 30), isPassed: true, scaled: 820)
    let answers = Self.bank.questions.prefix(4).enumerated().map { number, question in
      ExamEvidence(
        question: question.id, revision: question.revision, response: .numbers([1]),
        isRight: number > 0, isFlagged: false, rating: number > 0 ? .good : .again,
        milliseconds: 1000)
    }
    events.append(
      StudyFixtures.event(
        9000, day: -5,
        .exam(
          .finish(
            ExamFinish(
              outcome: ExamOutcome(
                attempt: attempt, reason: .ended, spent: 1, score: score, scale: scale,
                new: .init(), seenBefore: .init()), answers: answers)))))
    let record = Self.statistics(events).record
    let exam = try #require(record.exams.first)
    let forecast = try #require(exam.forecast)
    // What was known then: the state before the exam, at its beginning.
    let index = Self.index
    let known = ReviewHistory(
      replaying: Self.events(120, wrong: 5, lastDay: -12), in: index)
    let expected = try #require(MockForecaster(Self.blueprint(), index)).forecast(
      known.knowledge, at: exam.startedAt)
    #expect(forecast == expected)
    #expect(exam.answers.count == 4)
    #expect(
      abs((record.brierScore ?? 0) - (1 - forecast.probability) * (1 - forecast.probability))
        < 1e-12)
    let loss = try #require(record.logLoss)
    #expect(loss.answers == 4 && loss.forecast > 0 && loss.average > 0)
  }

  /// An exam that is over, with its forecast.
  private static func exam(_ probability: Double, passed: Bool) -> ReviewHistory.ForecastExam? {
    AttemptID("a").map { attempt in
      let scale = ScoreScale.percent(pass: 70)
      var exam = ReviewHistory.ForecastExam(
        start: ExamStart(
          attempt: attempt, exam: "mock", title: "Mock", seed: 1, questions: 1, allowed: 1,
          terms: ExamTerms(), isPausable: false,
          end: ClockReading(wallOnly: StudyFixtures.morning.at), paper: "00"),
        startedAt: StudyFixtures.morning)
      exam.forecast = MockForecast(
        probability: probability, interval: 0.4...0.9, share: 0.7, shares: 0.6...0.8,
        questions: 100, answered: 50)
      exam.answers = [
        .init(forecast: 0.8, average: 0.5, isRight: true),
        .init(forecast: 0.4, average: 0.5, isRight: false),
      ]
      exam.outcome = ExamOutcome(
        attempt: attempt, reason: .ended, spent: 1,
        score: ExamScore(
          sections: [], right: 1, questions: 1, marks: .none, isPassed: passed, scaled: 70),
        scale: scale, new: .init(), seenBefore: .init())
      return exam
    }
  }

  @Test(arguments: [
    // Z by hand for p = 0.9: a pass adds −0.08, a failure 0.72; √(n × 0.0576) is 0.537 for five.
    (0.9, 4, 1, false), (0.9, 3, 2, false), (0.9, 2, 3, true),
    // Too few, whatever came of them.
    (0.9, 0, 4, false),
    // As sure as it gets: 0.01 and 0.99 are the ends.
    (1, 10, 0, false), (1, 9, 1, false), (1, 8, 2, true), (0, 2, 8, true), (0, 0, 10, false),
    // One half claims nothing.
    (0.5, 0, 10, false), (0.55, 4, 6, false),
  ])
  func `forecasts that were too sure are told from bad luck`(
    probability: Double, passed: Int, failed: Int, isTooSure: Bool
  ) throws {
    let exams = try (0..<(passed + failed)).map { number in
      try #require(Self.exam(probability, passed: number < passed))
    }
    #expect(ForecastRecord(exams).isTooSure == isTooSure)
  }

  @Test func `Brier score and log loss by hand`() throws {
    let record = ForecastRecord(
      [Self.exam(0.8, passed: true), Self.exam(0.6, passed: false)].compactMap(\.self))
    #expect(record.exams.count == 2)
    // (0.2² + 0.6²) ÷ 2
    #expect(abs((record.brierScore ?? 0) - 0.2) < 1e-12)
    // −(ln 0.8 + ln 0.6) ÷ 2 = 0.36698; −ln 0.5 = 0.69315.
    #expect(abs((record.logLoss?.forecast ?? 0) - 0.366985) < 1e-5)
    #expect(abs((record.logLoss?.average ?? 0) - 0.693147) < 1e-5)
  }

  @Test func `the model's error for a learner is found from right answers`() {
    var bias = RecallBias()
    #expect(bias.shift == 0 && abs(bias.deviation - 0.7) < 1e-12)
    // Predicted 0.9 without guesses; right seven times in ten: log-odds fall from 2.20 to 0.85.
    for number in 0..<400 {
      bias.add(
        PredictedReview(recall: 0.9, guess: 0, isRecalled: true, isRight: number % 10 < 7))
    }
    #expect(bias.shift < -0.8 && bias.shift >= -2)
    #expect(bias.deviation < 0.2)
  }
}
