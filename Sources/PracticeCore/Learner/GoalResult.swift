/// How it went on the day that the learner studied for, in the learner's own words.
package enum GoalResult: String, CaseIterable, Sendable {
  /// The exam was passed.
  case passed
  /// It was not.
  case failed
  /// It takes place on another day.
  case moved
  /// The learner was asked and didn't say.
  case unsaid
}

extension ExamGoal {
  /// Whether the learner is to be asked how it went: the day is over, and nothing was said.
  package func isOver(on day: CalendarDate) -> Bool { result == nil && isPast(on: day) }

  /// Whether there is a day, and it has gone by.
  package func isPast(on day: CalendarDate) -> Bool { date.map { $0 < day } ?? false }
}

extension ExamGoal {
  /// The goal as it holds in the place of `old`: another exam or day has not been sat yet, and what
  /// was held back for one exam is no form of another.
  package func replacing(_ old: ExamGoal) -> ExamGoal {
    var goal = self
    if goal.exam != old.exam || goal.date != old.date { goal.result = nil }
    if goal.heldBack?.exam != goal.exam { goal.heldBack = nil }
    return goal
  }
}
