/// Fits the 21 parameters of FSRS-6 to reviews, as `compute_parameters` of fsrs-rs 6.6 does.
///
/// Outliers are left out, first stabilities searched for, then all parameters trained. With fewer than
/// 8 items nothing is fitted, with fewer than 64 the first stabilities only. A rating that no card
/// began with has its first stability from those of the others.
enum FSRS6Fit {
  /// How far each parameter may lie from where it starts.
  ///
  /// Source: fsrs-rs, `PARAMS_STDDEV`.
  private static let deviations = [
    6.43, 9.66, 17.58, 27.85, 0.57, 0.28, 0.6, 0.12, 0.39, 0.18, 0.33, 0.3, 0.09, 0.16, 0.57, 0.25,
    1.03, 0.31, 0.32, 0.14, 0.27,
  ]

  /// How often all items are gone through.
  ///
  /// Five times, as fsrs-rs does, where one step takes them all; eight times, as Anki does, where some
  /// steps do, since five are too few to arrive; five times again where an epoch has a hundred steps.
  static func epochs(items: Int) -> Int {
    items > ParameterTraining.batchSize && items <= 50_000 ? 8 : 5
  }

  /// Fits.
  ///
  /// - Parameters:
  ///   - set: Reviews with whole days.
  ///   - seed: Where the shuffling of cards starts.
  ///   - work: How it is done.
  /// - Returns: w0 to w20, within their bounds; nil where they were not wanted any more.
  static func weights(
    for set: TrainingSet, seed: UInt64, work: FitWork
  ) -> [Double]? {
    let defaults = FSRS6Parameters.default.values
    let first = FirstReviews(in: set)
    let kept = first.withoutOutliers(set)
    guard kept.count >= ParameterFit.leastItems else { return defaults }
    let recalled = kept.items.count { kept.ratings[Int($0)] > 1 }
    let stabilities = first.stabilities(
      defaults: Array(defaults[0..<4]), decay: -defaults[20],
      averageRecall: Double(recalled) / Double(kept.count))
    let start = (stabilities ?? Array(defaults[0..<4])) + defaults[4...]
    guard kept.count >= 64, kept.count > first.count else { return start }
    let training = ParameterTraining(
      epochs: epochs(items: kept.count), learningRate: 0.04, betas: (0.9, 0.999), pull: 1,
      deviations: deviations, clip: { clip(&$0) })
    let trained = training.train(
      FSRS6Adjoint.self, from: start, on: kept,
      itemWeights: RecencyWeights.fsrs6(count: kept.count), seed: seed, work: work)
    guard let trained else { return nil }
    let filled = first.filling(Array(trained[0..<4]), defaults: Array(defaults[0..<4]))
    return (filled ?? Array(trained[0..<4])) + trained[4...]
  }

  private static func clip(_ weights: inout [Double]) {
    for (index, bounds) in FSRS6Parameters.bounds.enumerated() {
      weights[index] = min(max(weights[index], bounds.lowerBound), bounds.upperBound)
    }
    // As fsrs-rs while it trains, so that repeated reviews of a day gain less and less.
    weights[19] = max(weights[19], 0.01)
  }
}
