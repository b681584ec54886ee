/// The small random shift that keeps cards learnt together from coming back together for ever.
///
/// Source of the ranges: Anki (`rslib/src/scheduler/states/fuzz.rs`, described, not copied), which
/// py-fsrs follows too. Drawn as Anki draws, each day of the range equally likely; py-fsrs gives its
/// ends half the weight and can return a day above the range.
package enum IntervalFuzz {
  /// Intervals shorter than this are not fuzzed, in days.
  private static let shortest = 2.5

  /// How much each part of an interval adds to the range, on either side.
  private static let parts: [(days: ClosedRange<Double>, share: Double)] = [
    (2.5...7, 0.15), (7...20, 0.10), (20...(.infinity), 0.05),
  ]

  /// How far an interval may be shifted.
  ///
  /// - Parameters:
  ///   - interval: The interval to shift, in days.
  ///   - maximumInterval: The longest interval allowed, in days; at least 1.
  /// - Returns: The days among which one is drawn, within 1...`maximumInterval`.
  package static func range(
    for interval: Double, maximumInterval: Int = ScheduledInterval.defaultMaximum
  ) -> ClosedRange<Int> {
    guard interval >= shortest, interval.isFinite else {
      let days = ScheduledInterval.wholeDays(nearest: interval, maximum: maximumInterval)
      return days...days
    }
    let delta = delta(for: interval)
    let latest = ScheduledInterval.wholeDays(nearest: interval + delta, maximum: maximumInterval)
    let earliest = ScheduledInterval.wholeDays(
      nearest: max(2, interval - delta), maximum: maximumInterval)
    return min(earliest, latest)...latest
  }

  /// The days among which a whole number of days is drawn.
  package static func range(
    for interval: Int, maximumInterval: Int = ScheduledInterval.defaultMaximum
  ) -> ClosedRange<Int> {
    range(for: Double(interval), maximumInterval: maximumInterval)
  }

  /// Draws from the range of an interval.
  ///
  /// - Parameters:
  ///   - interval: The interval to shift, in days.
  ///   - uniform: A random number, 0 included, 1 not.
  ///   - maximumInterval: The longest interval allowed, in days; at least 1.
  /// - Returns: A day of the range, each equally likely where `uniform` is uniform.
  package static func fuzzed(
    _ interval: Double, uniform: Double, maximumInterval: Int = ScheduledInterval.defaultMaximum
  ) -> Int {
    precondition((0..<1).contains(uniform), "random number \(uniform) is outside 0..<1")
    let range = range(for: interval, maximumInterval: maximumInterval)
    return min(range.lowerBound + Int(uniform * Double(range.count)), range.upperBound)
  }

  /// How far an interval may be shifted, in days: 1, and a share of each part of the interval.
  private static func delta(for interval: Double) -> Double {
    parts.reduce(1) { delta, part in
      delta + part.share * max(0, min(interval, part.days.upperBound) - part.days.lowerBound)
    }
  }
}
