/// The histories of cards, with the reviews that a memory model shall predict: the items.
///
/// After fsrs-rs: an item is a review together with all before it of the same card. Its label is
/// whether the card was recalled, that is, rated better than again. What is kept here is each card's
/// history once, and which of its reviews are predicted.
package struct TrainingSet: Sendable {
  /// The ratings of all reviews, 1 to 4, card by card, each card's in the order of time.
  let ratings: [UInt8]
  /// The days since the card's last review, counted as the model wants; 0 for first reviews.
  let elapsed: [Double]
  /// The study days since the card's last review; 0 for first reviews.
  let gaps: [Int32]
  /// Where each card begins in the arrays above, and their end.
  let starts: [Int32]
  /// The places of the items in the arrays above, in the order of time.
  let items: [Int32]

  /// How many items there are.
  package var count: Int { items.count }
  /// How many of them are on a later study day than the review before: those that are evaluated.
  package var laterDayCount: Int { items.count { gaps[Int($0)] > 0 } }
  /// How many cards there are.
  package var cardCount: Int { starts.count - 1 }

  /// Makes a set.
  ///
  /// - Parameters:
  ///   - reviews: In the order of time (`sortedByTime`).
  ///   - elapsedTime: How the model counts days. With whole days, the reviews of a later study day are
  ///     items; with exact time, all but the first of a card.
  ///   - start: Reviews before it, in milliseconds since 1970, are no items.
  package init(
    _ reviews: [TrainingReview], elapsedTime: ElapsedTime, itemsFrom start: Int64 = .min
  ) {
    let places = Self.places(of: reviews)
    var ratings = [UInt8](repeating: 0, count: reviews.count)
    var elapsed = [Double](repeating: 0, count: reviews.count)
    var gaps = [Int32](repeating: 0, count: reviews.count)
    // The newest review of each card, as the reviews pass by.
    var last = [Int32](repeating: -1, count: places.cards)
    var items: [Int32] = []
    for (index, review) in reviews.enumerated() {
      let place = Int(places.ofReviews[index])
      ratings[place] = UInt8(review.rating.rawValue)
      let card = Int(places.histories[index])
      if last[card] >= 0 {
        let before = reviews[Int(last[card])]
        gaps[place] = max(0, review.day - before.day)
        switch elapsedTime {
        case .wholeDays: elapsed[place] = Double(gaps[place])
        case .exact: elapsed[place] = Double(max(0, review.time - before.time)) / 86_400_000
        }
        if review.time >= start, elapsedTime == .exact || gaps[place] > 0 {
          items.append(Int32(place))
        }
      }
      last[card] = Int32(index)
    }
    self.ratings = ratings
    self.elapsed = elapsed
    self.gaps = gaps
    starts = places.starts
    self.items = items
  }

  private init(_ set: TrainingSet, items: [Int32]) {
    ratings = set.ratings
    elapsed = set.elapsed
    gaps = set.gaps
    starts = set.starts
    self.items = items
  }

  /// The set with those items only whose place fulfils a condition.
  func filter(_ isIncluded: (Int) -> Bool) -> TrainingSet {
    TrainingSet(self, items: items.filter { isIncluded(Int($0)) })
  }

  /// For each review its number among the items, in the order of time; −1 where it is none.
  var ranks: [Int32] {
    var ranks = [Int32](repeating: -1, count: ratings.count)
    for (rank, place) in items.enumerated() { ranks[Int(place)] = Int32(rank) }
    return ranks
  }

  /// Calls `body` with the places of each card's reviews.
  func forEachCard(_ body: (Range<Int>) -> Void) {
    for card in 0..<cardCount { body(Int(starts[card])..<Int(starts[card + 1])) }
  }

  /// Where reviews go, card by card; a card whose memory begins anew counts as another one.
  private static func places(
    of reviews: [TrainingReview]
  ) -> (ofReviews: [Int32], histories: [Int32], starts: [Int32], cards: Int) {
    var current: [Int32] = []
    var histories: [Int32] = []
    histories.reserveCapacity(reviews.count)
    var counts: [Int32] = []
    for review in reviews {
      let card = Int(review.card)
      if card >= current.count {
        current += [Int32](repeating: -1, count: card + 1 - current.count)
      }
      if current[card] < 0 || review.startsAnew {
        current[card] = Int32(counts.count)
        counts.append(0)
      }
      histories.append(current[card])
      counts[Int(current[card])] += 1
    }
    var starts: [Int32] = [0]
    for count in counts { starts.append(starts[starts.count - 1] + count) }
    var next = starts
    let places = histories.map { history in
      defer { next[Int(history)] += 1 }
      return next[Int(history)]
    }
    return (places, histories, starts, counts.count)
  }
}
