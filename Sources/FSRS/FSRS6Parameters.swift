/// The 21 parameters of FSRS-6, known to be within their bounds.
///
/// Defaults and bounds are those of py-fsrs 6.3.2 (`fsrs/scheduler.py`, MIT licence).
package struct FSRS6Parameters: Equatable, Sendable {
  /// The values w0 to w20.
  package let values: [Double]

  /// Takes w0 to w20.
  ///
  /// - Throws: ``InvalidParameters`` with every value that is outside its bounds or no number; only
  ///   the count where there are not 21, since what each value means is not known then.
  package init(_ values: [Double]) throws(InvalidParameters) {
    guard values.count == Self.bounds.count else {
      throw InvalidParameters(
        model: FSRS6.name, problems: [.count(found: values.count, expected: Self.bounds.count)])
    }
    let problems = InvalidParameters.Problem.outOfBounds(values, bounds: Self.bounds)
    guard problems.isEmpty else {
      throw InvalidParameters(model: FSRS6.name, problems: problems)
    }
    self.values = values
  }

  private init(trusted values: [Double]) { self.values = values }

  /// The parameters to use as long as a learner has none of their own.
  package static let `default` = FSRS6Parameters(trusted: [
    0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835,
    0.0614, 0.2629, 1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542,
  ])

  /// What each value may be, in the order of ``values``.
  package static let bounds: [ClosedRange<Double>] = [
    // First stability after Again, Hard, Good, Easy.
    0.001...100, 0.001...100, 0.001...100, 0.001...100,
    // First difficulty and its slope; difficulty step; mean reversion.
    1...10, 0.001...4, 0.001...4, 0.001...0.75,
    // Recall: growth, its fall with stability, its rise with forgetting.
    0...4.5, 0...0.8, 0.001...3.5,
    // Lapse: scale, exponents of difficulty and stability, rise with forgetting.
    0.001...5, 0.001...0.25, 0.001...0.9, 0...4,
    // Hard penalty, Easy bonus.
    0...1, 1...6,
    // Same day: strength, shift of the rating, fall with stability.
    0...2, 0...2, 0...0.8,
    // Decay of the forgetting curve.
    0.1...0.8,
  ]
}
