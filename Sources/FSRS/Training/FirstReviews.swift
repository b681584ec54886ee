#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The first reviews on a later day of all cards, by first rating and days: what tells how stable a
/// memory is after its first review, and which cards are outliers.
///
/// Source: fsrs-rs 6.6, `filter_outlier` and `pre_training`, described and not copied.
struct FirstReviews {
  /// Cards with one first rating whose first later review came after so many days.
  private struct Group {
    var gap: Int32
    var count = 0
    var recalled = 0
  }

  /// For each first rating the groups that are kept, by days.
  private var groups: [[Group]] = Array(repeating: [], count: 4)
  /// For each first rating the days of groups that are left out.
  private var outliers: [Set<Int32>] = Array(repeating: [], count: 4)

  /// Gathers them from the items of a set.
  init(in set: TrainingSet) {
    let ranks = set.ranks
    var found: [[Int32: Group]] = Array(repeating: [:], count: 4)
    set.forEachCard { card in
      guard let place = Self.firstLaterReview(of: card, in: set), ranks[place] >= 0 else { return }
      let rating = Int(set.ratings[card.lowerBound]) - 1
      let gap = set.gaps[place]
      found[rating][gap, default: Group(gap: gap)].count += 1
      if set.ratings[place] > 1 { found[rating][gap]?.recalled += 1 }
    }
    for rating in 0..<4 {
      split(Array(found[rating].values), ofRating: rating)
    }
  }

  /// Sorts groups into those that are kept and outliers.
  ///
  /// The smallest ones are outliers, as long as they hold less than 20 cards or a twentieth of all;
  /// of the rest those with fewer than 6 cards, or after more than 100 days, 365 for easy.
  private mutating func split(_ found: [Group], ofRating rating: Int) {
    let total = found.reduce(0) { $0 + $1.count }
    var removed = 0
    for group in found.sorted(by: { ($0.count, $0.gap) < ($1.count, $1.gap) }) {
      let isLate = group.gap > (rating == 3 ? 365 : 100)
      if removed + group.count < max(20, total / 20) {
        removed += group.count
        outliers[rating].insert(group.gap)
      } else if group.count < 6 || isLate {
        outliers[rating].insert(group.gap)
      } else {
        groups[rating].append(group)
      }
    }
    groups[rating].sort { $0.gap < $1.gap }
  }

  /// The set without the items of cards that are outliers.
  func withoutOutliers(_ set: TrainingSet) -> TrainingSet {
    var isOutlier = [Bool](repeating: false, count: set.ratings.count)
    set.forEachCard { card in
      guard let place = Self.firstLaterReview(of: card, in: set) else { return }
      let rating = Int(set.ratings[card.lowerBound]) - 1
      if outliers[rating].contains(set.gaps[place]) {
        for place in card { isOutlier[place] = true }
      }
    }
    return set.filter { !isOutlier[$0] }
  }

  /// How many cards are kept.
  var count: Int { counts.reduce(0, +) }

  /// How many cards are kept for each first rating.
  private var counts: [Int] { groups.map { $0.reduce(0) { $0 + $1.count } } }

  private static func firstLaterReview(of card: Range<Int>, in set: TrainingSet) -> Int? {
    card.first { set.gaps[$0] > 0 }
  }

  /// The stabilities after a first review that fit best, for again, hard, good and easy.
  ///
  /// - Parameters:
  ///   - defaults: Those of the model, to which the fit is drawn.
  ///   - decay: The exponent of the forgetting curve, negative.
  ///   - averageRecall: The share of recalled items, towards which small groups are smoothed.
  /// - Returns: Four rising stabilities; nil where no card is kept.
  func stabilities(
    defaults: [Double], decay: Double, averageRecall: Double
  ) -> [Double]? {
    var fitted: [Double?] = Array(repeating: nil, count: 4)
    let counts = counts
    for rating in 0..<4 where counts[rating] > 0 {
      fitted[rating] = Self.stability(
        of: groups[rating], default: defaults[rating], decay: decay, averageRecall: averageRecall)
    }
    return Self.rising(fitted, counts: counts, defaults: defaults)
  }

  /// Makes trained first stabilities rise, and puts those of ratings without cards between or beside the
  /// others, since nothing was learnt of them; nil where no card is kept.
  func filling(_ stabilities: [Double], defaults: [Double]) -> [Double]? {
    let counts = counts
    return Self.rising(
      zip(stabilities, counts).map { $1 > 0 ? $0 : nil }, counts: counts, defaults: defaults)
  }

  /// Ternary search for the stability with the smallest loss, drawn to the default.
  private static func stability(
    of groups: [Group], default: Double, decay: Double, averageRecall: Double
  ) -> Double {
    let curve = ForgettingCurve(decay: decay)
    func loss(_ stability: Double) -> Double {
      groups.reduce(abs(stability - `default`) / 16) { sum, group in
        let count = Double(group.count)
        let recalled = (Double(group.recalled) + averageRecall) / (count + 1)
        let predicted = min(
          max(
            curve.retrievability(elapsedDays: Double(group.gap), stability: stability), 1e-7),
          1 - 1e-7)
        return sum - count * (recalled * log(predicted) + (1 - recalled) * log(1 - predicted))
      }
    }
    var (low, high) = (0.001, 100.0)
    while high - low > 1e-6 {
      let third = (high - low) / 3
      if loss(low + third) < loss(high - third) { high -= third } else { low += third }
    }
    return (low + high) / 2
  }

  /// How ln S of hard lies between again and good, and that of good between hard and easy.
  private static let shares = (hard: 0.41, good: 0.54)

  /// Makes stabilities rise, the rating with fewer cards yielding, and fills in those that are missing.
  static func rising(
    _ fitted: [Double?], counts: [Int], defaults: [Double]
  ) -> [Double]? {
    var fitted = fitted
    for (low, high) in [(0, 1), (1, 2), (2, 3), (0, 2), (1, 3), (0, 3)] {
      guard let lower = fitted[low], let upper = fitted[high], lower > upper else { continue }
      if counts[low] > counts[high] { fitted[high] = lower } else { fitted[low] = upper }
    }
    let known = fitted.indices.filter { fitted[$0] != nil }
    guard let first = known.first, let stability = fitted[first] else { return nil }
    if known.count == 1 {
      return clamped(defaults.map { $0 * stability / defaults[first] })
    }
    var logarithms = fitted.map { $0.map { log($0) } }
    // Each missing one follows from two of its neighbours, as soon as those are there.
    for _ in 0..<3 where logarithms.contains(nil) { fill(&logarithms) }
    if logarithms.contains(nil), let again = logarithms[0], let easy = logarithms[3] {
      // Hard and good between again and easy, from both equations together.
      let (h, g) = (shares.hard, shares.good)
      let hard = (h * again + (1 - h) * g * easy) / (h + g - h * g)
      logarithms[1] = hard
      logarithms[2] = (1 - g) * hard + g * easy
    }
    return clamped(zip(fitted, logarithms).map { $0 ?? exp($1 ?? 0) })
  }

  /// hard = h × again + (1 − h) × good; good = (1 − g) × hard + g × easy.
  private static func fill(_ logarithms: inout [Double?]) {
    let (h, g) = (shares.hard, shares.good)
    switch (logarithms[0], logarithms[1], logarithms[2]) {
    case (let again?, nil, let good?): logarithms[1] = h * again + (1 - h) * good
    case (nil, let hard?, let good?): logarithms[0] = (hard - (1 - h) * good) / h
    case (let again?, let hard?, nil): logarithms[2] = (hard - h * again) / (1 - h)
    default: break
    }
    switch (logarithms[1], logarithms[2], logarithms[3]) {
    case (let hard?, nil, let easy?): logarithms[2] = (1 - g) * hard + g * easy
    case (nil, let good?, let easy?): logarithms[1] = (good - g * easy) / (1 - g)
    case (let hard?, let good?, nil): logarithms[3] = (good - (1 - g) * hard) / g
    default: break
    }
  }

  private static func clamped(_ stabilities: [Double]) -> [Double] {
    stabilities.map { min(max($0, 0.001), 100) }
  }
}
