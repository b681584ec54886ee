/// What the coming study days will ask, if nothing is done before: every review stands on the day on
/// which it is due, those overdue on today.
package struct DueForecast: Equatable, Sendable {
  /// Reviews for each of the next ``horizon`` days, today first.
  package let days: [Int]
  /// Reviews of today that were due before.
  package let overdue: Int
  /// Reviews due later.
  package let later: Int
  /// Questions that are still new.
  package let new: Int
  /// The most that each of these days may ask, as ``days``; nil for no limit.
  ///
  /// The limit of reviews a day holds always, that of the goal up to the day of the exam, which it
  /// includes; of two the lesser one.
  package let limits: [Int?]
  /// The study day of the first entry.
  package let start: CalendarDate

  /// The limit of today; nil for none.
  package var limit: Int? { limits[0] }

  /// How far it looks, in days.
  package static let horizon = 90

  /// Looks ahead from the study day `day`.
  package init(of banks: [QuestionBank], learner: LearnerState, on day: CalendarDate) {
    var days = [Int](repeating: 0, count: Self.horizon)
    var (overdue, later, new) = (0, 0, 0)
    for question in banks.lazy.flatMap(\.questions) {
      guard let progress = learner.questions[question.id] else {
        if !learner.isHeldBack(question.id, on: day) { new += 1 }
        continue
      }
      if progress.isSuspended || learner.isHeldBack(question.id, on: day) { continue }
      guard let due = progress.due else {
        new += 1
        continue
      }
      // What is left until tomorrow stands there.
      let ahead = due.daysSince1970 - day.daysSince1970
      let distance = progress.buriedOn == day ? max(1, ahead) : ahead
      if distance >= days.count {
        later += 1
      } else {
        days[max(0, distance)] += 1
        if distance < 0 { overdue += 1 }
      }
    }
    self.days = days
    self.overdue = overdue
    self.later = later
    self.new = new
    let goal = learner.goal
    limits = (0..<Self.horizon).map { ahead in
      let isBefore = goal.date.map { day.advanced(byDays: ahead) <= $0 } ?? false
      return [learner.settings.reviewsPerDay, isBefore ? goal.dailyLimit : nil]
        .compactMap { $0 }.min()
    }
    start = day
  }
}
