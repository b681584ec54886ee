/// A model of human memory: what a review does to it, and how it fades.
///
/// A model is a value that the scheduler is given. It holds its parameters and nothing else: no
/// clock, no randomness, no learner.
package protocol MemoryModel: Sendable {
  /// The name by which commands and events know the model, such as `fsrs6`.
  var name: String { get }
  /// All parameters, in the order in which the model's authors number them.
  var parameters: [Double] { get }
  /// The kind of elapsed time that the model was made for.
  var elapsedTime: ElapsedTime { get }

  /// What a review does to the memory.
  ///
  /// - Parameters:
  ///   - previous: The state before it; nil for the first review, whose elapsed time is ignored.
  ///   - rating: How the review went.
  ///   - elapsedDays: Days since the last review, counted as ``elapsedTime`` says; less than 0
  ///     counts as 0.
  /// - Returns: The state after the review.
  func state(after previous: MemoryState?, rating: Rating, elapsedDays: Double) -> MemoryState

  /// The probability of recall `elapsedDays` after the last review, 0 to 1; days below 0 count as 0.
  func retrievability(of state: MemoryState, elapsedDays: Double) -> Double

  /// When to review next.
  ///
  /// - Parameters:
  ///   - state: The state after the last review.
  ///   - desiredRetention: A probability between 0 and 1, neither included.
  /// - Returns: The days until retrievability falls to `desiredRetention`, not rounded.
  func interval(for state: MemoryState, desiredRetention: Double) -> Double
}

/// How the time between two reviews is counted.
package enum ElapsedTime: Equatable, Sendable {
  /// In whole days, with a formula of its own for reviews on the same day.
  case wholeDays
  /// Exactly, in fractions of days.
  case exact
}
