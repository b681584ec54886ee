/// How many questions a study day may bring.
package struct DailyLimits: Equatable, Sendable {
  /// New questions that may still be introduced today, not negative.
  package var new: Int
  /// Reviews that may still be done today; nil for no limit.
  package var reviews: Int?

  /// Makes limits.
  package init(new: Int, reviews: Int? = nil) {
    self.new = new
    self.reviews = reviews
  }

  /// New questions a day without a date.
  package static let newWithoutDate = 10
  /// The least new questions a day when there is a date.
  package static let leastNew = 5
  /// Days before the exam that are left for reviews alone.
  package static let daysForReviews = 7

  /// What is left of today's limits.
  ///
  /// Without a number in the settings the new questions are the unseen of the chosen subjects ÷
  /// (days left − 7), rounded up, at least 5; without a date 10. On the day of the exam it is none, and
  /// no more reviews than the limit of the goal leaves.
  ///
  /// - Parameters:
  ///   - learner: settings, goal and what was done today.
  ///   - unseen: questions of the chosen subjects that are new to the scheduler, today's included.
  ///   - day: the study day.
  package init(learner: LearnerState, unseen: Int, day: CalendarDate) {
    let activity = learner.activity(on: day)
    let perDay =
      learner.settings.newPerDay
      ?? Self.newPerDay(
        unseen: unseen + activity.introduced,
        daysLeft: learner.goal.date.map { $0.daysSince1970 - day.daysSince1970 })
    new = max(0, perDay - activity.introduced)
    reviews = learner.settings.reviewsPerDay.map { max(0, $0 - activity.reviewed) }
    if let left = Self.answersLeft(learner, on: day) { reviews = min(reviews ?? left, left) }
  }

  /// How many answers the day of the exam may still take by the goal's limit; nil for any number, or
  /// on any other day.
  ///
  /// Until that day the plan keeps the limit, and after it the limit doesn't hold any more.
  package static func answersLeft(_ learner: LearnerState, on day: CalendarDate) -> Int? {
    guard learner.goal.date == day, let limit = learner.goal.dailyLimit else { return nil }
    return max(0, limit - learner.activity(on: day).scheduledAnswers)
  }

  /// New questions a day towards an exam in `daysLeft` days; nil or a day gone by is no date.
  ///
  /// None on the day of the exam.
  package static func newPerDay(unseen: Int, daysLeft: Int?) -> Int {
    guard let daysLeft, daysLeft >= 0 else { return newWithoutDate }
    if daysLeft == 0 { return 0 }
    let days = max(1, daysLeft - daysForReviews)
    return max(leastNew, (unseen + days - 1) / days)
  }
}
