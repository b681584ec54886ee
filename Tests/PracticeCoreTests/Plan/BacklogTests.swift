import FSRS
import PracticeCore
import Testing

@Suite struct BacklogTests {
  private let catalog = PlanFixtures.catalog(100)

  /// A learner who answered that many questions twenty days ago and nothing since.
  private func learner(
    _ questions: Int, reviewsPerDay: Int? = nil, goal: ExamGoal = ExamGoal()
  ) -> LearnerState {
    StudyFixtures.learner(
      (0..<questions).map {
        (question: QuestionID(bank: "bank", question: "q\($0 + 1)"), day: -20, rating: Rating.good)
      }, settings: StudySettings(reviewsPerDay: reviewsPerDay), goal: goal)
  }

  private func found(_ learner: LearnerState, day: Int = 0) -> Backlog? {
    Backlog(
      of: learner, plan: PlanFixtures.plan(learner, catalog, day: day), banks: catalog.banks,
      at: StudyFixtures.time(day: day))
  }

  @Test func `A limit of reviews a day spreads what waits, worked out by hand`() throws {
    // Seventy wait; twenty today, then three days of twenty: ten are left for the third.
    let backlog = try #require(found(learner(70, reviewsPerDay: 20)))
    #expect(backlog.waiting == 70 && backlog.today == 20 && backlog.isLimited)
    #expect(backlog.daysAway == 19)
    #expect(backlog.cleared == StudyFixtures.time(day: 3).studyDay)
  }

  @Test func `What fits into today is no backlog`() {
    #expect(found(learner(20, reviewsPerDay: 20)) == nil)
  }

  @Test func `Without a limit many are told of after days away, but never on the day of the exam`()
    throws
  {
    let all = try #require(found(learner(70)))
    #expect(all.waiting == 70 && all.today == 70 && !all.isLimited)
    #expect(all.cleared == nil)
    #expect(found(learner(59)) == nil)
    #expect(found(learner(70, goal: PlanFixtures.goal(in: 0, limit: 10))) == nil)
  }

  @Test func `Somebody who was here yesterday has no backlog without a limit`() {
    var here = learner(70)
    let id = QuestionID(bank: "bank", question: "q80")
    let isApplied = here.apply(
      StudyFixtures.event(200, day: -1, .answer(StudyFixtures.record(id, .good))))
    #expect(isApplied)
    #expect(found(here) == nil)
  }

  @Test func `A plan spreads what waits within its limit and the limit of reviews`() throws {
    let goal = PlanFixtures.goal(in: 60, limit: 10)
    let planned = try #require(found(learner(70, goal: goal)))
    let queue = PlanFixtures.queue(learner(70, goal: goal), catalog, day: 0)
    #expect(planned.today == queue.due.count)
    #expect(planned.today < 10 && planned.waiting == 70)
    let cleared = try #require(planned.cleared)
    // Seventy reviews of one or two answers each, at ten answers a day.
    #expect((7...20).contains(cleared.daysSince1970 - StudyFixtures.morning.studyDay.daysSince1970))
    let both = learner(70, reviewsPerDay: 2, goal: goal)
    let limited = try #require(found(both))
    #expect(limited.today == 2)
    #expect(PlanFixtures.queue(both, catalog, day: 0).due.count == 2)
  }
}
