/// How often the learner's answers were right of late: what a forecast has to beat.
package struct MovingAverage: Equatable, Sendable {
  /// The share of right answers; each new one counts for a fiftieth, and the first ones fully.
  package private(set) var share = 0.5
  private var count = 0.0

  /// Makes the average of no answers: one half.
  package init() {}

  /// Takes an answer in.
  mutating func add(_ isRight: Bool) {
    count = min(50, count + 1)
    share += ((isRight ? 1 : 0) - share) / (count + 1)
  }
}
