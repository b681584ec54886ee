import FSRS
import PracticeCore

/// Learners, exams and days for the tests of plans.
enum PlanFixtures {
  /// An exam on all questions of the bank `bank`.
  static let blueprint = Blueprint(
    id: "mock", title: "Mock", questions: 10, minutes: 20, scale: .percent(pass: 70),
    sections: [BlueprintSection(title: "All", weight: 1, from: ["bank"])])

  /// A bank of so many questions on ten objectives.
  static func catalog(_ questions: Int) -> QuestionCatalog {
    QuestionCatalog(banks: [StudyFixtures.bank(objectives: 10, each: questions / 10)])
  }

  /// The date `days` after the first day of the fixtures.
  static func date(_ days: Int) -> CalendarDate { StudyFixtures.time(day: days).studyDay }

  /// A goal in `days` days.
  static func goal(
    in days: Int, limit: Int? = nil, daysOff: [Int] = [], weekdaysOff: [Int] = []
  ) -> ExamGoal {
    ExamGoal(
      exam: "mock", date: date(days), daysOff: daysOff.map(date), weekdaysOff: weekdaysOff,
      dailyLimit: limit)
  }

  /// A learner with that goal and these answers.
  static func learner(
    _ answers: [(question: QuestionID, day: Int, rating: Rating)] = [], goal: ExamGoal
  ) -> LearnerState {
    StudyFixtures.learner(answers, goal: goal)
  }

  /// The plan of a learner on a day.
  static func plan(
    _ learner: LearnerState, _ catalog: QuestionCatalog, day: Int = 0
  ) -> ExamPlan? {
    ExamPlan(
      of: learner, in: catalog, blueprints: [blueprint], at: StudyFixtures.time(day: day))
  }

  /// The queue of a learner on a day.
  static func queue(
    _ learner: LearnerState, _ catalog: QuestionCatalog, day: Int, banks: [String] = []
  ) -> ReviewQueue {
    ReviewQueue(
      ofBanks: banks, in: catalog, blueprints: [blueprint], learner: learner,
      at: StudyFixtures.time(day: day))
  }

  /// Questions that were met, with memories and ages of all kinds.
  static func memories(_ count: Int, seed: UInt64) -> [PlannedMemory] {
    var random = SplitMix64(seed: seed)
    return (0..<count).map { _ in
      let age = Double(random.number(below: 40))
      return PlannedMemory(
        memory: MemoryState(
          stability: Double(1 + random.number(below: 400)) / 4,
          difficulty: 1 + Double(random.number(below: 90)) / 10),
        elapsed: age, isOfToday: age == 0)
    }
  }
}

/// A learner who answers each day what the plan asks.
struct PlannedLearner {
  private(set) var learner: LearnerState
  /// The answers of each day.
  private(set) var answers: [Int: Int] = [:]
  private let catalog: QuestionCatalog
  private var random: SplitMix64
  private var number = 10

  init(goal: ExamGoal, catalog: QuestionCatalog, seed: UInt64) {
    learner = PlanFixtures.learner(goal: goal)
    self.catalog = catalog
    random = SplitMix64(seed: seed)
  }

  /// Does what a day asks; `wrong` of ten answers are wrong, and perhaps it stops half way and goes on.
  mutating func study(day: Int, wrong: Int = 2, sittings: Int = 1) {
    for sitting in 0..<sittings {
      let queue = PlanFixtures.queue(learner, catalog, day: day)
      var session = StudySession(
        mode: .study, questions: queue.questions, catalog: catalog,
        answersLeft: queue.answersLeft, seed: random.next())
      var left = sitting < sittings - 1 ? queue.questions.count / 2 : Int.max
      while let showing = session.current, left > 0 {
        left -= 1
        number += 1
        let rating: Rating = random.number(below: 10) < wrong ? .again : .good
        let record = StudyFixtures.record(showing.question, rating)
        let event = StudyFixtures.event(number, day: day, .answer(record))
        _ = learner.apply(event)
        session.record(record, as: event.id, in: catalog)
        answers[day, default: 0] += 1
      }
    }
  }
}
