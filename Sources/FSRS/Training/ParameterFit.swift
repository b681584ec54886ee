/// Fits the parameters of a memory model to reviews.
///
/// ```swift
/// let reviews = log.sortedByTime
/// if let fit = ParameterFit.fitted(model: "fsrs6", to: reviews) { print(fit.parameters) }
/// ```
package enum ParameterFit {
  /// With fewer items nothing can be fitted.
  package static let leastItems = 8
  /// Where the shuffling of cards starts unless another seed is asked for; that of fsrs-rs.
  package static let seed: UInt64 = 2023

  /// Fits the parameters of a model.
  ///
  /// - Parameters:
  ///   - name: The model's name, one of ``MemoryModels/names``.
  ///   - reviews: In the order of time.
  ///   - seed: Where the shuffling of cards starts: the same one gives the same parameters.
  ///   - work: How it is done, and whether it is still wanted.
  /// - Returns: The model with its fitted parameters, the defaults where there are too few reviews;
  ///   nil where it was not wanted any more, or no model has that name.
  package static func fitted(
    model name: String, to reviews: [TrainingReview], seed: UInt64 = seed,
    work: FitWork = FitWork()
  ) -> (any MemoryModel)? {
    guard let model = try? MemoryModels.named(name) else { return nil }
    let set = TrainingSet(reviews, elapsedTime: model.elapsedTime)
    let weights =
      switch name {
      case FSRS6.name: FSRS6Fit.weights(for: set, seed: seed, work: work)
      default: FSRS7Fit.weights(for: set, seed: seed, work: work)
      }
    return weights.flatMap { try? MemoryModels.named(name, parameters: $0) }
  }
}
