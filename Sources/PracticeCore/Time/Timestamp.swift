/// An instant: whole milliseconds since 1970-01-01T00:00:00Z.
package struct Timestamp: Hashable, Comparable, Sendable {
  /// Milliseconds since 1970-01-01T00:00:00Z; negative before it.
  package let milliseconds: Int64

  /// Makes the instant that lies `milliseconds` after the start of 1970 in UTC.
  package init(milliseconds: Int64) { self.milliseconds = milliseconds }

  package static func < (left: Timestamp, right: Timestamp) -> Bool {
    left.milliseconds < right.milliseconds
  }

  /// The instant `milliseconds` later (earlier where negative); saturates at the ends of `Int64`.
  package func advanced(byMilliseconds milliseconds: Int64) -> Timestamp {
    let (sum, overflow) = self.milliseconds.addingReportingOverflow(milliseconds)
    if overflow { return Timestamp(milliseconds: milliseconds < 0 ? .min : .max) }
    return Timestamp(milliseconds: sum)
  }

  /// Milliseconds from `other` to this instant; negative where this one is earlier.
  package func milliseconds(since other: Timestamp) -> Int64 {
    let (difference, overflow) = milliseconds.subtractingReportingOverflow(other.milliseconds)
    if overflow { return milliseconds < other.milliseconds ? .min : .max }
    return difference
  }
}
