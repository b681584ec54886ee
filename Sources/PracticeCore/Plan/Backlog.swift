/// Reviews that have piled up, and how they are spread over days within the limit.
package struct Backlog: Equatable, Sendable {
  /// Reviews that wait, today's included.
  package let waiting: Int
  /// How many of them today asks.
  package let today: Int
  /// Days since anything was answered, not counting today; 0 or 1 for who was here.
  package let daysAway: Int
  /// The study day on which nothing waits any more that is due; nil where that is too far off, or
  /// where the last pass takes them.
  package let cleared: CalendarDate?

  /// Whether a limit spreads them; else today asks them all.
  package let isLimited: Bool

  /// From how many reviews on a day without a limit is told of them.
  package static let many = 60

  /// The most days that are looked ahead.
  private static let horizon = 120

  /// Finds out; nil where today asks all that is due, unless that is ``many`` after some days away.
  ///
  /// - Parameters:
  ///   - learner: What is known of the learner.
  ///   - plan: The plan of the moment; nil for none.
  ///   - banks: The banks that are studied.
  ///   - time: Now.
  package init?(
    of learner: LearnerState, plan: ExamPlan?, banks: [QuestionBank], at time: LocalTime
  ) {
    let day = time.studyDay
    let last = learner.days.keys.filter { $0 < day }.max()
    daysAway = last.map { day.daysSince1970 - $0.daysSince1970 - 1 } ?? 0
    isLimited = plan != nil || learner.settings.reviewsPerDay != nil
    if let plan {
      let asked = plan.today()
      let left = learner.settings.reviewsPerDay.map {
        max(0, $0 - learner.activity(on: day).reviewed)
      }
      today = min(asked.reviews.count, left ?? asked.reviews.count)
      waiting = Int(asked.waiting)
      guard plan.calendar.isStudyDay, !asked.isLastPass, waiting > today else { return nil }
      if today < asked.reviews.count {
        // The plan's forecast knows its own limit alone.
        cleared = nil
        return
      }
      let free = plan.forecast(days: Self.horizon).days.first { !$0.isFull && !$0.isLastPass }
      cleared = free.map { day.advanced(byDays: $0.ahead) }
      return
    }
    let due = banks.flatMap(\.questions).compactMap { question -> CalendarDate? in
      let progress = learner[question.id]
      return progress.isSuspended ? nil : progress.due
    }
    waiting = due.count { $0 <= day }
    guard let limit = learner.settings.reviewsPerDay else {
      // What the day of the exam leaves undone is no work for later days.
      guard learner.goal.date != day, daysAway > 1, waiting >= Self.many else { return nil }
      today = waiting
      cleared = nil
      return
    }
    let left = max(0, limit - learner.activity(on: day).reviewed)
    today = min(left, waiting)
    guard waiting > left else { return nil }
    // What was due and what comes due, against what the days can take.
    let free =
      limit == 0
      ? nil
      : (1...Self.horizon).first { ahead in
        let until = day.advanced(byDays: ahead)
        return due.count { $0 <= until } <= left + limit * ahead
      }
    cleared = free.map { day.advanced(byDays: $0) }
  }
}
