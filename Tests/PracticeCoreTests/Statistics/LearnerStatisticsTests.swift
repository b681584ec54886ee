import FSRS
import TestSupport
import Testing

@testable import PracticeCore

@Suite struct LearnerStatisticsTests {
  private static let bank = StudyFixtures.bank(objectives: 3, each: 4)
  private static func id(_ number: Int) -> QuestionID {
    QuestionID(bank: "bank", question: "q\(number)")
  }
  private static let today = StudyFixtures.morning.studyDay

  // MARK: - Streaks

  private static func days(_ offsets: [Int]) -> Set<CalendarDate> {
    Set(offsets.map { today.advanced(byDays: $0) })
  }

  @Test func `days in a row end today or yesterday`() {
    let goal = ExamGoal()
    let running = StudyStreak(
      days: Self.days([-9, -8, -7, -6, -2, -1]), goal: goal, on: Self.today)
    #expect(running.current == 2 && running.longest == 4 && !running.includesToday)
    let today = StudyStreak(days: Self.days([-2, -1, 0]), goal: goal, on: Self.today)
    #expect(today.current == 3 && today.includesToday)
    let broken = StudyStreak(days: Self.days([-3, -2]), goal: goal, on: Self.today)
    #expect(broken.current == 0 && broken.longest == 2)
    #expect(StudyStreak(days: [], goal: goal, on: Self.today).longest == 0)
  }

  @Test func `days off neither count nor part`() {
    // Today is a Monday; Saturday and Sunday are −2 and −1.
    let goal = ExamGoal(
      daysOff: [Self.today.advanced(byDays: -4)], weekdaysOff: [6, 7])
    let streak = StudyStreak(days: Self.days([-5, -3, 0]), goal: goal, on: Self.today)
    #expect(streak.current == 3)
  }

  // MARK: - Coming days

  @Test func `every question stands on one day, or later, or is new, or is set aside`() throws {
    try withEvery(seed: 0..<60) { seed, random in
      var events: [Event] = []
      for number in 1...40 {
        let question = Self.id(1 + random.number(below: 12))
        let content: EventContent =
          random.number(below: 8) == 0
          ? .mark(.suspend, question: question)
          : .answer(
            StudyFixtures.record(question, Rating.allCases[random.number(below: 4)]))
        events.append(
          StudyFixtures.event(number, day: -random.number(below: 300), content))
      }
      let learner = LearnerState(replaying: events)
      let forecast = DueForecast(of: [Self.bank], learner: learner, on: Self.today)
      let suspended = Self.bank.questions.count { learner[$0.id].isSuspended }
      try #require(
        forecast.days.reduce(0, +) + forecast.later + forecast.new + suspended == 12,
        "seed \(seed)")
      try #require(forecast.overdue <= forecast.days[0], "seed \(seed)")
      let due = StudyForecast.reviews(of: [Self.bank], learner: learner, dueBy: Self.today)
      try #require(forecast.days[0] == due, "seed \(seed)")
    }
  }

  @Test func `the limit of the goal holds up to the exam, that of reviews always`() {
    func limits(_ perDay: Int?, _ goal: ExamGoal) -> [Int?] {
      var learner = LearnerState()
      learner.settings.reviewsPerDay = perDay
      learner.goal = goal
      return DueForecast(of: [Self.bank], learner: learner, on: Self.today).limits
    }
    let date = Self.today.advanced(byDays: 3)
    let none = [Int?](repeating: nil, count: 90)
    #expect(limits(nil, ExamGoal()) == none && limits(20, ExamGoal()).allSatisfy { $0 == 20 })
    #expect(
      limits(nil, ExamGoal(date: date, dailyLimit: 30)) == [30, 30, 30, 30] + none.dropFirst(4))
    #expect(
      limits(20, ExamGoal(date: date, dailyLimit: 30)).allSatisfy { $0 == 20 }, "the lesser one")
    #expect(
      limits(40, ExamGoal(date: date, dailyLimit: 30)).map { $0 ?? 0 }
        == [30, 30, 30, 30] + [Int](repeating: 40, count: 86))
    #expect(limits(nil, ExamGoal(date: Self.today.advanced(byDays: -1), dailyLimit: 30)) == none)
    #expect(limits(nil, ExamGoal(dailyLimit: 30)) == none, "without a date there is no plan")
  }

  @Test func `what is left until tomorrow stands there`() {
    let events = [
      StudyFixtures.event(1, day: -9, .answer(StudyFixtures.record(Self.id(1), .good))),
      StudyFixtures.event(2, day: 0, .mark(.bury, question: Self.id(1))),
    ]
    func days(_ count: Int) -> [Int] {
      let learner = LearnerState(replaying: events.prefix(count).map { $0 })
      let forecast = DueForecast(of: [Self.bank], learner: learner, on: Self.today)
      return [forecast.overdue] + forecast.days.prefix(2)
    }
    #expect(days(1) == [1, 1, 0])
    #expect(days(2) == [0, 0, 1])
  }

  // MARK: - What keeps slipping

  @Test func `a question that keeps slipping names the wrong item taken most often`() throws {
    var number = 0
    let events = [(-9, 2), (-8, 3), (-7, 3), (-6, 2), (-5, 3)].map { day, chosen in
      number += 1
      var record = StudyFixtures.record(Self.id(1), .again)
      record.isRight = false
      record.response = .numbers(ItemNumbers([chosen]) ?? [2])
      record.revision = Self.bank.questions[0].revision
      return StudyFixtures.event(number, day: day, .answer(record))
    }
    let statistics = LearnerStatistics(
      of: events, learner: LearnerState(replaying: events),
      catalog: QuestionCatalog(banks: [Self.bank]), blueprints: [], at: StudyFixtures.morning)
    let entry = try #require(statistics.slipping.first)
    #expect(entry.question == Self.id(1) && entry.lapses == 4)
    #expect(entry.takenFor?.distractor.number == 3 && entry.takenFor?.times == 3)
    #expect(statistics.slipping.count == 1)
  }

  // MARK: - Mastery

  @Test func `a subject is the sum of its domains, and these of their objectives`() {
    let learner = StudyFixtures.learner([
      (Self.id(1), -3, .good), (Self.id(5), -30, .good), (Self.id(9), -1, .again),
    ])
    let mastery = SubjectMastery(of: Self.bank, learner: learner, at: StudyFixtures.morning)
    #expect(mastery.whole.questions == 12 && mastery.whole.learnt == 3)
    #expect(mastery.domains.map(\.whole.questions) == [8, 4])
    #expect(mastery.domains.map { $0.objectives.map(\.learnt) } == [[1, 1], [1]])
    for domain in mastery.domains {
      let sum = domain.objectives.reduce(0) { $0 + $1.remembered }
      #expect(abs(sum - domain.whole.remembered) < 1e-12)
    }
    // R = 0.8821, 0.6868 and 0.8112 for 3, 30 days at S = 2.3065 and 1 day at S = 0.212: by the
    // formula of FSRS-6 alone.
    let model = FSRS6()
    let expected = [(2.3065, 3.0), (2.3065, 30), (0.212, 1)].reduce(0) {
      $0
        + model.retrievability(
          of: MemoryState(stability: $1.0, difficulty: 5), elapsedDays: $1.1)
    }
    #expect(abs(mastery.whole.remembered - expected) < 1e-9)
    #expect(abs(mastery.whole.mastery - expected / 12) < 1e-9)
  }

  @Test func `questions without an objective stand at the end`() {
    let bank = QuestionBank(
      id: "bank", title: "Bank",
      questions: [
        StudyFixtures.question("bank", "q1", objective: nil),
        StudyFixtures.question("bank", "q2", objective: "unknown"),
      ])
    let mastery = SubjectMastery(of: bank, learner: LearnerState(), at: StudyFixtures.morning)
    #expect(mastery.domains.count == 1 && mastery.domains[0].whole.id == nil)
    #expect(mastery.whole.questions == 2 && mastery.whole.recall == nil)
  }
}
