/// Whether fitted parameters predict reviews better that they were not fitted to.
///
/// The reviews are split at the time of four fifths of them. Parameters fitted to the first part
/// predict the rest, and so do those that hold now; only where the fitted ones win, a fit to all
/// reviews is worth having.
package struct FitAssessment: Sendable {
  /// The model with the parameters that were fitted to all reviews.
  package let fitted: any MemoryModel
  /// How the parameters that held before predict the last fifth.
  package let before: ModelEvaluation
  /// How parameters fitted to the first four fifths predict it.
  package let after: ModelEvaluation
  /// How many reviews there are.
  package let reviews: Int
  /// How many of them on a later study day than the one before: those that can be predicted.
  package let items: Int

  /// Whether the fit predicts better than what held before.
  package var isBetter: Bool { after.logLoss < before.logLoss }

  /// With fewer items a fit would be chance.
  ///
  /// At 100, four fifths are more than the 64 from which on all parameters are trained.
  package static let leastItems = 100

  /// Why there is no assessment.
  package enum Failure: Error, Equatable, Sendable {
    /// There are only so many items, too few to fit anything to; or none of them in one of the parts.
    case tooFew(items: Int)
    /// The work was not wanted any more.
    case cancelled
  }

  /// Fits and assesses.
  ///
  /// - Parameters:
  ///   - current: The model with the parameters that hold now.
  ///   - reviews: In the order of time.
  ///   - seed: Where the shuffling of cards starts.
  ///   - work: How it is done, and whether it is still wanted.
  /// - Throws: ``Failure``.
  package init(
    of current: some MemoryModel, on reviews: [TrainingReview], seed: UInt64 = ParameterFit.seed,
    work: FitWork = FitWork()
  ) throws(Failure) {
    let all = TrainingSet(reviews, elapsedTime: current.elapsedTime)
    items = all.laterDayCount
    self.reviews = reviews.count
    guard items >= Self.leastItems, let split = reviews.splitTime else {
      throw .tooFew(items: items)
    }
    let test = TrainingSet(reviews, elapsedTime: current.elapsedTime, itemsFrom: split)
    guard let before = ModelEvaluation(of: current, on: test) else { throw .tooFew(items: items) }
    self.before = before
    let train = Array(reviews.prefix { $0.time < split })
    // Half of the work, as far as it is told.
    let half = FitWork(map: work.map) { work.isWanted($0 / 2) }
    guard
      let part = ParameterFit.fitted(model: current.name, to: train, seed: seed, work: half),
      let whole = ParameterFit.fitted(model: current.name, to: reviews, seed: seed, work: half)
    else { throw .cancelled }
    guard let after = ModelEvaluation(of: part, on: test) else { throw .tooFew(items: items) }
    fitted = whole
    self.after = after
  }
}

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
}
