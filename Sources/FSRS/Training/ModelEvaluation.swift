#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// How well a memory model predicts reviews.
///
/// Source of both figures: `FSRS::evaluate` of fsrs-rs and srs-benchmark. Only reviews on a later study
/// day than the one before are looked at, so that the figures of all models are of the same reviews.
package struct ModelEvaluation: Equatable, Sendable {
  /// The mean of −ln of the probability that was given to what happened; smaller is better.
  package let logLoss: Double
  /// The distance between predicted and real recall over groups of like reviews; smaller is better.
  package let rmseBins: Double
  /// How many reviews were predicted.
  package let items: Int
  /// Into how many groups they fell.
  package let bins: Int

  /// Makes an evaluation of its figures.
  package init(logLoss: Double, rmseBins: Double, items: Int, bins: Int) {
    self.logLoss = logLoss
    self.rmseBins = rmseBins
    self.items = items
    self.bins = bins
  }

  /// Evaluates a model; nil where there is nothing to predict.
  ///
  /// - Parameters:
  ///   - model: The model.
  ///   - set: The reviews, with days counted as the model wants.
  ///   - isRecencyWeighted: Whether newer reviews count more, as in fsrs-rs's own `evaluate`.
  package init?(
    of model: some MemoryModel, on set: TrainingSet, isRecencyWeighted: Bool = false
  ) {
    let weights = isRecencyWeighted ? RecencyWeights.fsrs6(count: set.count) : nil
    var totals = (loss: 0.0, weight: 0.0, items: 0)
    var bins: [ReviewBin: BinSums] = [:]
    Self.forEachPrediction(of: model, on: set) { prediction in
      let weight = weights?[prediction.rank] ?? 1
      totals.loss += weight * prediction.loss
      totals.weight += weight
      totals.items += 1
      let bin = ReviewBin(
        gap: prediction.gap, reviews: prediction.reviews, lapses: prediction.lapses)
      bins[bin, default: BinSums()].add(prediction.recall, prediction.recalled, weight)
    }
    guard totals.items > 0 else { return nil }
    logLoss = totals.loss / totals.weight
    // In an order of its own: sums of floating-point numbers depend on it.
    let squares = bins.sorted { $0.key < $1.key }.reduce(0.0) { $0 + $1.value.weightedSquare }
    rmseBins = (squares / totals.weight).squareRoot()
    items = totals.items
    self.bins = bins.count
  }

  /// The log loss of each predicted review, card by card.
  static func losses(of model: some MemoryModel, on set: TrainingSet) -> [Double] {
    var losses: [Double] = []
    forEachPrediction(of: model, on: set) { losses.append($0.loss) }
    return losses
  }

  /// What a model says of one review, and what is known of it.
  private struct Prediction {
    let recall: Double
    let recalled: Bool
    /// Its number among the items.
    let rank: Int
    /// What ``ReviewBin`` asks for.
    let gap, reviews, lapses: Int

    /// −ln of the probability that was given to what happened.
    var loss: Double {
      -log(min(max(recalled ? recall : 1 - recall, 1e-7), 1 - 1e-7))
    }
  }

  private static func forEachPrediction(
    of model: some MemoryModel, on set: TrainingSet, _ body: (Prediction) -> Void
  ) {
    let ranks = set.ranks
    set.forEachCard { card in
      var state: MemoryState?
      var (reviews, lapses) = (1, 0)
      for place in card {
        let rating = Rating(rawValue: Int(set.ratings[place])) ?? .again
        let isLaterDay = set.gaps[place] > 0
        if isLaterDay { reviews += 1 }
        if let state, isLaterDay, ranks[place] >= 0 {
          body(
            Prediction(
              recall: model.retrievability(of: state, elapsedDays: set.elapsed[place]),
              recalled: rating != .again, rank: Int(ranks[place]), gap: Int(set.gaps[place]),
              reviews: reviews, lapses: lapses))
        }
        if isLaterDay, rating == .again { lapses += 1 }
        state = model.state(after: state, rating: rating, elapsedDays: set.elapsed[place])
      }
    }
  }
}

/// A group of like reviews, by time since the last one, number of reviews, and lapses before.
///
/// The numbers are those of srs-benchmark; only equality of them matters.
struct ReviewBin: Hashable, Comparable {
  private let gap, reviews, lapses: Int

  /// Finds the group.
  ///
  /// - Parameters:
  ///   - gap: Study days since the last review, at least 1.
  ///   - reviews: Reviews on a later day than the one before, this one included, + 1.
  ///   - lapses: Earlier reviews rated again on a later day than the one before.
  init(gap: Int, reviews: Int, lapses: Int) {
    self.gap = Int((2.48 * Self.step(gap, base: 3.62) * 100).rounded())
    self.reviews = Int((1.99 * Self.step(reviews, base: 1.89)).rounded())
    self.lapses = lapses == 0 ? 0 : Int((1.65 * Self.step(lapses, base: 1.73)).rounded())
  }

  static func < (left: ReviewBin, right: ReviewBin) -> Bool {
    (left.gap, left.reviews, left.lapses) < (right.gap, right.reviews, right.lapses)
  }

  /// The largest power of `base` that isn't above `number`.
  private static func step(_ number: Int, base: Double) -> Double {
    pow(base, (log(Double(number)) / log(base)).rounded(.down))
  }
}

/// What is summed up in a group.
private struct BinSums {
  private var predicted = 0.0
  private var recalled = 0
  private var count = 0
  private var weight = 0.0

  mutating func add(_ predicted: Double, _ recalled: Bool, _ weight: Double) {
    self.predicted += predicted
    self.recalled += recalled ? 1 : 0
    count += 1
    self.weight += weight
  }

  var weightedSquare: Double {
    let difference = (predicted - Double(recalled)) / Double(count)
    return weight * difference * difference
  }
}
