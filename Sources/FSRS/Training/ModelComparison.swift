/// What one model predicts better than another.
package struct ModelComparison: Equatable, Sendable {
  /// By how much the log loss of the first is lower than that of the second; negative where it isn't.
  package let advantage: Double
  /// The standard error of that: of the mean of the differences review by review.
  package let standardError: Double
  /// How many reviews were predicted.
  package let items: Int

  /// From how many predicted reviews on a comparison means something.
  package static let leastItems = 200
  /// The least advantage for which it is worth to change the model: about a hundredth of the log loss.
  package static let leastAdvantage = 0.003

  /// Whether the first model is better by so much that it isn't chance.
  package var isClear: Bool {
    items >= Self.leastItems && advantage >= Self.leastAdvantage
      && advantage >= 2 * standardError
  }

  /// Compares two models, each fitted to the reviews before a time, on the reviews from then on.
  ///
  /// - Parameters:
  ///   - first: The one that may be better.
  ///   - second: The one that it is compared with.
  ///   - reviews: In the order of time.
  ///   - start: Where the predicted reviews begin, in milliseconds since 1970.
  package init?(
    of first: any MemoryModel, with second: any MemoryModel, on reviews: [TrainingReview],
    from start: Int64
  ) {
    let losses = [first, second].map { model in
      let set = TrainingSet(reviews, elapsedTime: model.elapsedTime, itemsFrom: start)
      return ModelEvaluation.losses(of: model, on: set)
    }
    guard losses[0].count == losses[1].count, losses[0].count > 1 else { return nil }
    let differences = zip(losses[1], losses[0]).map { $0 - $1 }
    let count = Double(differences.count)
    let mean = differences.reduce(0, +) / count
    let variance =
      differences.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (count - 1)
    advantage = mean
    standardError = (variance / count).squareRoot()
    items = differences.count
  }

  /// The model that predicts the last fifth of reviews clearly better than the one in use, with nothing
  /// but its defaults.
  ///
  /// The defaults have seen none of the reviews, while those in use may have been fitted to them all:
  /// what wins all the same is worth to be changed to. It costs no fit.
  ///
  /// - Parameters:
  ///   - current: The model in use.
  ///   - reviews: In the order of time.
  /// - Returns: Its name; nil where no model is clearly better.
  package static func betterModel(
    than current: any MemoryModel, on reviews: [TrainingReview]
  ) -> String? {
    guard let split = reviews.splitTime else { return nil }
    var best: (name: String, advantage: Double)?
    for name in MemoryModels.names where name != current.name {
      guard let model = try? MemoryModels.named(name),
        let comparison = ModelComparison(of: model, with: current, on: reviews, from: split),
        comparison.isClear, comparison.advantage > best?.advantage ?? 0
      else { continue }
      best = (name, comparison.advantage)
    }
    return best?.name
  }
}
