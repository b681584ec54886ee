/// What a learner did on one study day.
package struct DayActivity: Equatable, Sendable {
  /// All answers.
  package var answers = 0
  /// Right answers.
  package var right = 0
  /// Questions that the scheduler met for the first time.
  package var introduced = 0
  /// Reviews of questions met on an earlier day, each question's first of the day.
  package var reviewed = 0
  /// Answers that counted for scheduling to questions that had counted on the same day before.
  package var repeated = 0
  /// Time spent answering, in milliseconds.
  package var milliseconds = 0

  /// Makes a day without activity.
  package init() {}

  /// Answers that count against a day's limit: all that counted for scheduling.
  package var scheduledAnswers: Int { introduced + reviewed + repeated }

  /// Whether nothing was done.
  package var isEmpty: Bool { self == DayActivity() }
}
