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

  /// Another model that is clearly better for these reviews; nil where none was tried, or none is.
  package let alternative: Alternative?

  /// A model that predicts the last fifth clearly better.
  package struct Alternative: Sendable, Equatable {
    /// Its name.
    package let model: String
    /// How its parameters, fitted to the first four fifths, predict the last.
    package let evaluation: ModelEvaluation
  }

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
  ///   - others: The names of models to try besides.
  ///   - seed: Where the shuffling of cards starts.
  ///   - work: How it is done, and whether it is still wanted.
  /// - Throws: ``Failure``.
  package init(
    of current: any MemoryModel, on reviews: [TrainingReview], comparingWith others: [String] = [],
    seed: UInt64 = ParameterFit.seed, work: FitWork = FitWork()
  ) throws(Failure) {
    let parts = try Parts(reviews, for: current)
    items = parts.items
    self.reviews = reviews.count
    guard let before = Self.evaluation(of: current, on: parts.test) else {
      throw .tooFew(items: items)
    }
    self.before = before
    let total = Self.cost(current.name) * 2 + others.reduce(0) { $0 + Self.cost($1) }
    func fit(_ model: String, to reviews: [TrainingReview]) throws(Failure) -> any MemoryModel {
      let work = work.part(Self.cost(model) / total)
      guard
        let fitted = ParameterFit.fitted(model: model, to: reviews, seed: seed, work: work)
      else { throw .cancelled }
      return fitted
    }
    let part = try fit(current.name, to: parts.train)
    fitted = try fit(current.name, to: reviews)
    guard let after = Self.evaluation(of: part, on: parts.test) else {
      throw .tooFew(items: items)
    }
    self.after = after
    let best = after.logLoss < before.logLoss ? part : current
    var alternative: Alternative?
    for name in others {
      let other = try fit(name, to: parts.train)
      let comparison = ModelComparison(of: other, with: best, on: reviews, from: parts.split)
      let test = TrainingSet(
        reviews, elapsedTime: other.elapsedTime, itemsFrom: parts.split)
      guard comparison?.isClear == true, let found = Self.evaluation(of: other, on: test),
        found.logLoss < alternative?.evaluation.logLoss ?? .infinity
      else { continue }
      alternative = Alternative(model: name, evaluation: found)
    }
    self.alternative = alternative
  }

  /// The reviews before and after the time of four fifths of them.
  private struct Parts {
    let items: Int
    let split: Int64
    let train: [TrainingReview]
    let test: TrainingSet

    init(_ reviews: [TrainingReview], for model: any MemoryModel) throws(Failure) {
      items = TrainingSet(reviews, elapsedTime: model.elapsedTime).laterDayCount
      guard items >= FitAssessment.leastItems, let split = reviews.splitTime else {
        throw .tooFew(items: items)
      }
      self.split = split
      train = Array(reviews.prefix { $0.time < split })
      test = TrainingSet(reviews, elapsedTime: model.elapsedTime, itemsFrom: split)
    }
  }

  private static func evaluation(
    of model: any MemoryModel, on set: TrainingSet
  ) -> ModelEvaluation? {
    ModelEvaluation(of: model, on: set)
  }

  /// How long a fit takes, to tell how far the work is: FSRS-7 about five times as long as FSRS-6.
  private static func cost(_ model: String) -> Double { model == FSRS7.name ? 5 : 1 }
}
