/// Fits the 34 parameters of FSRS-7 to reviews, as srs-benchmark and fsrs-rs do: all reviews but the
/// first of a card are predicted, those of the same day too, and none is an outlier.
///
/// Training starts at the defaults, as srs-benchmark does; fsrs-rs looks for better first stabilities
/// and curves before.
enum FSRS7Fit {
  /// How far each parameter may lie from its default; the first stabilities are free.
  private static let deviations: [Double] =
    Array(repeating: .infinity, count: 4) + [
      0.523, 0.2528, 0.4329,
      // Slow trace
      0.2966, 0.2139, 0.2889, 0.1862, 0.175, 0.3812, 0.3013, 0.9104,
      // Fast trace
      0.3234, 0.2448, 0.3273, 0.1842, 0.1735, 0.4608, 0.311, 0.864,
      // Curve
      0.0418, 0.2596, 0.0798, 0.0682, 0.1282, 0.1397, 0.1407, 0.1489, 0.2, 0.15, 0.15,
    ]

  /// How it is trained.
  static let training = ParameterTraining(
    epochs: 9, learningRate: 0.0118, betas: (0.7, 0.98), pull: 0.3333, deviations: deviations
  ) { weights in
    weights = FSRS7Parameters.clipping(weights).values
  }

  /// Fits.
  ///
  /// - Parameters:
  ///   - set: Reviews with exact time.
  ///   - seed: Where the shuffling of cards starts.
  ///   - work: How it is done.
  /// - Returns: w0 to w33, within their bounds; nil where they were not wanted any more.
  static func weights(for set: TrainingSet, seed: UInt64, work: FitWork) -> [Double]? {
    let defaults = FSRS7Parameters.default.values
    guard set.count >= ParameterFit.leastItems else { return defaults }
    return training.train(
      FSRS7Adjoint.self, from: defaults, on: set,
      itemWeights: RecencyWeights.fsrs7(count: set.count), seed: seed, work: work)
  }
}
