/// A review as training and evaluation see it.
package struct TrainingReview: Equatable, Sendable {
  /// Which card, by a number from 0 that belongs to no other.
  package var card: Int32
  /// The study day, as a number of days.
  package var day: Int32
  /// When it was, in milliseconds since 1970.
  package var time: Int64
  /// How it went.
  package var rating: Rating
  /// Whether nothing before it counts: the memory begins anew.
  package var startsAnew: Bool

  /// Makes a review.
  package init(card: Int, day: Int, time: Int64, rating: Rating, startsAnew: Bool = false) {
    self.card = Int32(card)
    self.day = Int32(day)
    self.time = time
    self.rating = rating
    self.startsAnew = startsAnew
  }
}

extension [TrainingReview] {
  /// The reviews in the order of their times; those of one time stay as they are.
  package var sortedByTime: [TrainingReview] {
    if indices.dropFirst().allSatisfy({ self[$0 - 1].time <= self[$0].time }) { return self }
    return indices.sorted { (self[$0].time, $0) < (self[$1].time, $1) }.map { self[$0] }
  }

  /// Where the last part of reviews sorted by time begins: the time of review number 0.8 × count.
  ///
  /// Source: the time split of fsrs-rs and srs-benchmark. Nil for no reviews.
  package var splitTime: Int64? {
    isEmpty ? nil : self[Int(0.8 * Double(count))].time
  }
}
