import FSRS
import Testing

@testable import PracticeCore

struct RecentRecallTests {
  private static let questions = (1...40).map { QuestionID(bank: "bank", question: "q\($0)") }

  /// Forty questions met on a day, and reviewed on the next, so many of them recalled.
  private static func learner(recalled: Int, goal: ExamGoal = ExamGoal()) -> LearnerState {
    PlanFixtures.learner(
      questions.map { ($0, 0, .good) }
        + questions.enumerated().map { ($1, 1, $0 < recalled ? .good : .again) }
        // Repeats of the same day say nothing of a memory.
        + questions.dropFirst(recalled).map { ($0, 1, .good) },
      goal: goal)
  }

  @Test func `What the model expected is summed by day`() throws {
    let recent = RecentRecall(
      of: Self.learner(recalled: 8), on: StudyFixtures.time(day: 1).studyDay)
    #expect(recent.reviews == 40)
    #expect(recent.recalled == 8)
    #expect(recent.share == 0.2)
    // R after a day at S = w2 = 2.3065 and decay w20 = 0.1542, by hand: 1.42503^−0.1542 = 0.94685.
    #expect(abs(try #require(recent.expectedShare) - 0.94685) < 2e-5)
    #expect(recent.isBelowExpectation)
  }

  @Test func `Only the last four weeks count`() {
    let learner = Self.learner(recalled: 8)
    #expect(RecentRecall(of: learner, on: StudyFixtures.time(day: 28).studyDay).reviews == 40)
    let later = RecentRecall(of: learner, on: StudyFixtures.time(day: 29).studyDay)
    #expect(later == RecentRecall(reviews: 0, recalled: 0, expected: 0))
    #expect(later.share == nil && later.expectedShare == nil && !later.isBelowExpectation)
  }

  @Test(arguments: [
    // Too few.
    (29, 0, 0.9, false), (30, 0, 0.9, true),
    // Three standard errors of a hundred at 0.9 are 0.09.
    (100, 82, 0.9, false), (100, 80, 0.9, true), (100, 100, 0.9, false),
    // Of ten thousand they are 0.009; what is nearer than 0.05 doesn't matter for a plan.
    (10_000, 8_600, 0.9, false), (10_000, 8_400, 0.9, true),
    // A model that is sure of everything has no standard error.
    (100, 100, 1, false), (100, 94, 1, true),
  ])
  func `Clearly less than expected is told from chance`(
    reviews: Int, recalled: Int, expected: Double, isBelow: Bool
  ) {
    let recent = RecentRecall(
      reviews: reviews, recalled: recalled, expected: expected * Double(reviews))
    #expect(recent.isBelowExpectation == isBelow)
  }

  @Test func `Taking answers back leaves nothing behind`() {
    var learner = Self.learner(recalled: 40)
    let before = learner.days
    for number in 500..<540 {
      let answer = StudyFixtures.record(Self.questions[number - 500], .again)
      let isFolded = learner.apply(StudyFixtures.event(number, day: 7, .answer(answer)))
      #expect(isFolded)
    }
    #expect(learner.activity(on: StudyFixtures.time(day: 7).studyDay).expectedMillionths > 0)
    for number in 500..<540 {
      let undo = EventContent.undo(of: EventID(writer: "w", sequence: number))
      let isFolded = learner.apply(StudyFixtures.event(number + 100, day: 7, undo))
      #expect(isFolded)
    }
    #expect(learner.days == before)
  }

  @Test func `A learner who forgets what the model expects isn't on track`() throws {
    let goal = PlanFixtures.goal(in: 60, limit: 60)
    let catalog = PlanFixtures.catalog(40)
    let forgets = try #require(
      PlanFixtures.plan(Self.learner(recalled: 8, goal: goal), catalog, day: 1))
    let outlook = ExamOutlook(of: forgets)
    #expect(outlook.reachesAim && !outlook.isOnTrack && outlook.advice == nil)
    let recalls = try #require(
      PlanFixtures.plan(Self.learner(recalled: 38, goal: goal), catalog, day: 1))
    #expect(ExamOutlook(of: recalls).isOnTrack)
  }
}
