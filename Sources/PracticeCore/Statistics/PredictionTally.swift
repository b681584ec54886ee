import FSRS

/// Reviews, with what the memory model had said of each before it was answered.
///
/// Only reviews on a later day than the one before count: the model predicts nothing for the same
/// day that is worth measuring.
package struct PredictionTally: Equatable, Sendable {
  /// Reviews.
  package var reviews = 0
  /// Reviews rated better than again: what the model means by recall.
  package var recalled = 0
  /// Reviews that were answered right, lucky guesses among them.
  package var right = 0
  /// The sum of the predicted probabilities of recall.
  package var predicted = 0.0
  /// The sum of what should be seen as right: R + (1 − R) × the chance of a blind guess.
  package var expectedRight = 0.0

  /// Makes an empty tally.
  package init() {}

  /// The mean prediction, 0 to 1; nil of none.
  package var meanPrediction: Double? { reviews > 0 ? predicted / Double(reviews) : nil }
  /// The mean share that should be seen as right, 0 to 1; nil of none.
  package var meanExpectedRight: Double? { reviews > 0 ? expectedRight / Double(reviews) : nil }
  /// The share recalled.
  package var recalledShare: ShareInterval { ShareInterval(recalled, of: reviews) }
  /// The share answered right.
  package var rightShare: ShareInterval { ShareInterval(right, of: reviews) }

  /// Counts a review.
  mutating func add(_ review: PredictedReview) {
    reviews += 1
    if review.isRecalled { recalled += 1 }
    if review.isRight { right += 1 }
    predicted += review.recall
    expectedRight += review.expectedRight
  }

  /// Adds another tally.
  package static func += (left: inout PredictionTally, right: PredictionTally) {
    left.reviews += right.reviews
    left.recalled += right.recalled
    left.right += right.right
    left.predicted += right.predicted
    left.expectedRight += right.expectedRight
  }
}

/// One review with what was predicted of it.
struct PredictedReview {
  /// The predicted probability of recall, 0 to 1.
  var recall: Double
  /// The chance that a blind guess is right, 0 to 1.
  var guess: Double
  /// Whether it was rated better than again.
  var isRecalled: Bool
  /// Whether the answer was right.
  var isRight: Bool

  /// The probability of a right answer: recalled, or else guessed.
  var expectedRight: Double { recall + (1 - recall) * guess }
}

/// How well predictions were met: log loss, and the distance by bins of equal predictions.
package struct PredictionFit: Equatable, Sendable {
  /// Reviews by their predicted recall, in twenty bins of 0.05 from 0 up.
  package private(set) var bins = [PredictionTally](repeating: PredictionTally(), count: 20)
  private var loss = 0.0

  /// Makes the fit of no reviews.
  package init() {}

  /// How many reviews there were.
  package var reviews: Int { bins.reduce(0) { $0 + $1.reviews } }

  /// The mean log loss, in nats: −ln of the probability given to what happened; nil of none.
  ///
  /// Predictions are kept from 0.0001 to 0.9999, so that one surprise doesn't count for ever.
  package var logLoss: Double? { reviews > 0 ? loss / Double(reviews) : nil }

  /// The root of the mean squared distance between predicted and seen recall, by bins, weighted by
  /// their reviews; nil of none.
  package var rootMeanSquare: Double? {
    guard reviews > 0 else { return nil }
    var sum = 0.0
    for bin in bins where bin.reviews > 0 {
      let distance = (bin.predicted - Double(bin.recalled)) / Double(bin.reviews)
      sum += distance * distance * Double(bin.reviews)
    }
    return (sum / Double(reviews)).squareRoot()
  }

  /// Counts a review.
  mutating func add(_ review: PredictedReview) {
    let place = min(bins.count - 1, max(0, Int(review.recall * Double(bins.count))))
    bins[place].add(review)
    let recall = min(0.9999, max(0.0001, review.recall))
    loss += FSRS.Chances.loss(recall, happened: review.isRecalled)
  }
}
