/// Intervals as they are scheduled: whole days, at least one.
package enum ScheduledInterval {
  /// The longest interval unless another is asked for, in days: a hundred years.
  package static let defaultMaximum = 36_500

  /// Rounds an interval; a half goes to the even number, as in py-fsrs.
  ///
  /// - Parameters:
  ///   - interval: Days, from the memory model; not a number counts as the maximum.
  ///   - maximum: At least 1.
  /// - Returns: The whole number of days nearest to `interval`, at least 1, at most `maximum`.
  package static func wholeDays(
    nearest interval: Double, maximum: Int = defaultMaximum
  ) -> Int {
    let days = interval.rounded(.toNearestOrEven)
    // Compared before the conversion, which traps on what no Int can hold.
    guard days < Double(maximum) else { return max(1, maximum) }
    return max(1, Int(max(1, days)))
  }
}
