/// How the reviews of the last weeks went, beside what the memory model had expected of them.
///
/// What the plan and its forecast say rests on the model; where it misjudges the learner, this shows
/// it. It comes from the days of the learner's state, so that nothing has to be read again.
package struct RecentRecall: Equatable, Sendable {
  /// Reviews of questions that were met on an earlier day.
  package let reviews: Int
  /// Those rated better than again: what the model means by recall.
  package let recalled: Int
  /// How many of them the model had expected: the sum of the probabilities of recall.
  package let expected: Double

  /// The study days that count, today among them.
  package static let days = 28
  /// Fewer reviews say nothing yet.
  private static let leastReviews = 30
  /// How far the share recalled must be below the one expected to matter for a plan.
  private static let leastDistance = 0.05
  /// How many standard errors it must be below.
  private static let leastErrors = 3.0

  /// Makes it of counts.
  package init(reviews: Int, recalled: Int, expected: Double) {
    self.reviews = reviews
    self.recalled = recalled
    self.expected = expected
  }

  /// Counts the reviews of ``days`` study days up to `day`.
  package init(of learner: LearnerState, on day: CalendarDate) {
    var (reviews, recalled, millionths) = (0, 0, 0)
    for ahead in (1 - Self.days)...0 {
      let activity = learner.activity(on: day.advanced(byDays: ahead))
      reviews += activity.reviewed
      recalled += activity.recalled
      millionths += activity.expectedMillionths
    }
    self.init(reviews: reviews, recalled: recalled, expected: Double(millionths) / 1_000_000)
  }

  /// The share recalled, 0 to 1; nil of no reviews.
  package var share: Double? { reviews > 0 ? Double(recalled) / Double(reviews) : nil }
  /// The share that was expected, 0 to 1; nil of no reviews.
  package var expectedShare: Double? { reviews > 0 ? expected / Double(reviews) : nil }

  /// Whether the model expects clearly more of the learner than there is.
  ///
  /// Three standard errors below, under the variance of reviews that are all expected alike, which is
  /// never less than that of reviews that aren't (Σ p(1 − p) ≤ n p̄(1 − p̄)).
  package var isBelowExpectation: Bool {
    guard reviews >= Self.leastReviews, let share, let expectedShare else { return false }
    let error = (expectedShare * (1 - expectedShare) / Double(reviews)).squareRoot()
    return expectedShare - share >= max(Self.leastDistance, Self.leastErrors * error)
  }
}
