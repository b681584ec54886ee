/// The 34 parameters of FSRS-7, known to be within their bounds.
///
/// Defaults and bounds are those of ts-fsrs (MIT licence), of fsrs-rs (BSD-3-Clause licence) and of
/// srs-benchmark, which agree.
package struct FSRS7Parameters: Equatable, Sendable {
  /// The values w0 to w33.
  package let values: [Double]

  /// Takes w0 to w33.
  ///
  /// - Throws: ``InvalidParameters`` with every value that is outside its bounds or no number. Where
  ///   there are not 34, only that is said, and of which model they are: weights of FSRS-4.5, FSRS-5
  ///   and FSRS-6 can't be converted, nor can those of the draft with 35.
  package init(_ values: [Double]) throws(InvalidParameters) {
    guard values.count == Self.bounds.count else {
      let problem: InvalidParameters.Problem =
        switch Self.otherModels[values.count] {
        case let other?:
          .otherModel(found: values.count, expected: Self.bounds.count, model: other)
        case nil: .count(found: values.count, expected: Self.bounds.count)
        }
      throw InvalidParameters(model: FSRS7.name, problems: [problem])
    }
    let problems = InvalidParameters.Problem.outOfBounds(values, bounds: Self.bounds)
    guard problems.isEmpty else {
      throw InvalidParameters(model: FSRS7.name, problems: problems)
    }
    self.values = values
  }

  private init(trusted values: [Double]) { self.values = values }

  /// The parameters nearest to 34 numbers: each moved into its bounds, then w0 to w3 made to rise, and
  /// the slow base w26 made not to lie below the fast one, w25.
  ///
  /// - Parameter values: 34 finite numbers.
  /// - Returns: Parameters within their bounds.
  package static func clipping(_ values: [Double]) -> FSRS7Parameters {
    precondition(values.count == bounds.count, "\(values.count) values where there must be 34")
    var clipped = zip(values, bounds).map { min(max($0, $1.lowerBound), $1.upperBound) }
    for index in 1...3 { clipped[index] = max(clipped[index], clipped[index - 1]) }
    clipped[26] = max(clipped[26], clipped[25])
    return FSRS7Parameters(trusted: clipped)
  }

  /// The parameters to use as long as a learner has none of their own.
  package static let `default` = FSRS7Parameters(trusted: [
    0.1104, 2.2395, 3.9221, 11.7841, 6.1686, 0.6457, 3.6807, 1.9795, 0, 1.3826, 0.7024, 0.5999,
    0.8146, 0.6398, 1, 1.3207, 0.6707, 3.8668, 0.4416, 0.0934, 1.8631, 0.6162, 1.0869, 0.1567,
    0.0801, 0.2421, 0.9464, 0.1433, 0.7145, 0, 0.5667, 0.3734, 0.5333, 0.3048,
  ])

  /// What each value may be, in the order of ``values``.
  package static let bounds: [ClosedRange<Double>] = [
    // First slow stability after Again, Hard, Good, Easy.
    0.0001...50, 0.0001...100, 0.0001...100, 0.0001...100,
    // First difficulty and its slope; difficulty step.
    1...10, 0.001...4, 0.1...4,
    // Slow trace. Recall: growth (its logarithm, + 1.5), its fall with stability, its rise with
    // forgetting. Lapse: scale, exponent, rise with forgetting. Hard, Easy.
    0...4, 0...1.2, 0.3...3, 0.01...1.5, 0.1...1, 0...3.5, 0...1, 1...7,
    // Fast trace, the same.
    0...4, 0...2, 0.5...6, 0.001...1.5, 0.001...1, 0...5, 0...1, 1...7,
    // Decay of the fast and of the slow trace, their bases, their weights.
    0.01...0.25, 0.01...0.95, 0.2...0.85, 0.5...0.99, 0.01...1, 0.1...1,
    // Fall of the fast weight with fast stability, rise of the slow one with slow stability.
    0...0.9, 0.1...1.1,
    // Difficulty in the slow weight and time scale, fast stability in the fast decay.
    0...1, 0...0.6, 0...0.6,
  ]

  /// Whose weights they are, by their number.
  private static let otherModels = [
    17: "FSRS-4.5", 19: "FSRS-5", 21: "FSRS-6", 35: "a draft of FSRS-7",
  ]
}
