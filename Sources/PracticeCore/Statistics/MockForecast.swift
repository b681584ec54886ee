/// How likely a mock exam is to be passed, and with what score.
package struct MockForecast: Equatable, Sendable {
  /// The probability of passing, 0 to 1.
  package var probability: Double
  /// Where the probability lies in eight of ten cases, given how little is known of the learner.
  package var interval: ClosedRange<Double>
  /// The expected share of marks, 0 to 1.
  package var share: Double
  /// Where the share lies in eight of ten sittings.
  package var shares: ClosedRange<Double>
  /// Questions that the exam can draw.
  package var questions: Int
  /// Those of them that were answered at least once.
  package var answered: Int

  /// From how many answered questions on a forecast is worth telling.
  package static let leastAnswered = 20

  /// Whether enough is known to tell the probability: some questions were answered, and the interval
  /// excludes something.
  package var isReliable: Bool {
    answered >= min(Self.leastAnswered, questions)
      && interval.upperBound - interval.lowerBound < 0.75
  }
}
