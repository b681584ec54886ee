import FSRS
import PracticeCore
import Testing

@Suite struct DailyLimitsTests {
  @Test(arguments: [
    // No date, or one gone by: ten. Else the unseen over the days but the last week, five at least;
    // on the day itself none.
    (unseen: 100, daysLeft: Int?.none, new: 10), (100, -1, 10), (100, 27, 5), (200, 27, 10),
    (201, 27, 11), (100, 7, 100), (100, 1, 100), (100, 0, 0), (3, 100, 5), (0, 100, 5),
  ])
  func `new questions are spread over the days that are left`(
    unseen: Int, daysLeft: Int?, new: Int
  ) {
    #expect(DailyLimits.newPerDay(unseen: unseen, daysLeft: daysLeft) == new)
  }

  @Test func `what was done today counts against the limits`() {
    var settings = StudySettings()
    settings.newPerDay = 4
    settings.reviewsPerDay = 2
    let old = QuestionID(bank: "b", question: "old")
    let new = QuestionID(bank: "b", question: "new")
    let learner = StudyFixtures.learner(
      [(old, -20, .good), (old, 0, .good), (new, 0, .good)], settings: settings)
    let limits = DailyLimits(learner: learner, unseen: 50, day: StudyFixtures.morning.studyDay)
    #expect(limits == DailyLimits(new: 3, reviews: 1))
    let tomorrow = StudyFixtures.time(day: 1).studyDay
    #expect(
      DailyLimits(learner: learner, unseen: 50, day: tomorrow) == DailyLimits(new: 4, reviews: 2))
  }

  @Test func `today's number stays the same while new questions are met`() {
    let goal = ExamGoal(date: StudyFixtures.time(day: 17).studyDay)
    let day = StudyFixtures.morning.studyDay
    let before = StudyFixtures.learner([], goal: goal)
    #expect(DailyLimits(learner: before, unseen: 60, day: day).new == 6)
    let after = StudyFixtures.learner(
      [(QuestionID(bank: "b", question: "q"), 0, .good)], goal: goal)
    #expect(DailyLimits(learner: after, unseen: 59, day: day).new == 5)
  }
}
