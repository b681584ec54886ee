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
  /// Of those, the ones that were rated better than again.
  package var recalled = 0
  /// What the memory model had expected of ``recalled``, in millionths: the probability of recall of
  /// each review, rounded, so that what is taken back leaves nothing behind.
  package var expectedMillionths = 0
  /// Answers that counted for scheduling to questions that had counted on the same day before.
  package var repeated = 0
  /// Time spent answering, in milliseconds.
  package var milliseconds = 0

  /// Makes a day without activity.
  package init() {}

  /// Adds a review of a question that was met on an earlier day, or takes it away (`times` −1).
  ///
  /// - Parameters:
  ///   - recall: The probability of recall that the memory model gave to it, 0 to 1.
  ///   - isRecalled: Whether it was rated better than again.
  ///   - times: 1 or −1.
  mutating func countReview(recall: Double, isRecalled: Bool, times: Int = 1) {
    reviewed += times
    if isRecalled { recalled += times }
    expectedMillionths += Int((recall * 1_000_000).rounded()) * times
  }

  /// Answers that count against a day's limit: all that counted for scheduling.
  package var scheduledAnswers: Int { introduced + reviewed + repeated }

  /// Adds what was done besides.
  static func += (left: inout DayActivity, right: DayActivity) {
    left.answers += right.answers
    left.right += right.right
    left.introduced += right.introduced
    left.reviewed += right.reviewed
    left.recalled += right.recalled
    left.expectedMillionths += right.expectedMillionths
    left.repeated += right.repeated
    left.milliseconds += right.milliseconds
  }

  /// Whether nothing was done.
  package var isEmpty: Bool { self == DayActivity() }
}
