/// A share that was counted, with the interval in which the true one lies at 95 % confidence.
///
/// Wilson's score interval (E. B. Wilson, "Probable inference, the law of succession, and
/// statistical inference", 1927): it never leaves 0 to 1, and is honest for small counts and for
/// shares near the ends.
package struct ShareInterval: Equatable, Sendable {
  /// How often it was so.
  package let count: Int
  /// Of how many.
  package let total: Int

  /// Takes a count; `count` is in 0...`total`.
  package init(_ count: Int, of total: Int) {
    self.count = count
    self.total = total
  }

  /// The share, 0 to 1; nil of none.
  package var share: Double? { total > 0 ? Double(count) / Double(total) : nil }

  /// The interval; 0 to 1 of none.
  package var interval: ClosedRange<Double> {
    guard total > 0 else { return 0...1 }
    let (n, z) = (Double(total), 1.959_963_984_540_054)
    let p = Double(count) / n
    let centre = p + z * z / (2 * n)
    let half = z * (p * (1 - p) / n + z * z / (4 * n * n)).squareRoot()
    let scale = 1 + z * z / n
    return max(0, (centre - half) / scale)...min(1, (centre + half) / scale)
  }
}
