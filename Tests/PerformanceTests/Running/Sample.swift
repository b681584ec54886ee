/// What several runs of one thing took.
struct Sample {
  private var sorted: [Double] = []

  /// Adds what one run took.
  mutating func add(_ value: Double) {
    let index = sorted.firstIndex { $0 > value } ?? sorted.count
    sorted.insert(value, at: index)
  }

  /// Takes what many runs took.
  init(_ values: [Double] = []) { sorted = values.sorted() }

  /// How many runs.
  var count: Int { sorted.count }
  /// The best.
  var least: Double { sorted.first ?? 0 }
  /// The worst.
  var most: Double { sorted.last ?? 0 }
  /// Half of the runs took at most this.
  var median: Double { percentile(50) }

  /// What so many of a hundred runs took at most (nearest rank).
  func percentile(_ percent: Double) -> Double {
    guard !sorted.isEmpty else { return 0 }
    let rank = (percent / 100 * Double(sorted.count)).rounded(.up)
    return sorted[min(sorted.count, max(1, Int(rank))) - 1]
  }

  /// Median and middle half, in milliseconds: `11.9 ms (11.4–12.6)`.
  var inMilliseconds: String {
    "\(decimal(median)) ms (\(decimal(percentile(25)))–\(decimal(percentile(75))))"
  }
}

/// A number with three figures or so: `0.123`, `1.23`, `12.3`, `123`.
func decimal(_ value: Double) -> String {
  let digits = value < 1 ? 3 : value < 10 ? 2 : value < 100 ? 1 : 0
  var factor = 1
  for _ in 0..<digits { factor *= 10 }
  let scaled = Int((value * Double(factor)).rounded())
  if digits == 0 { return String(scaled) }
  let rest = String(scaled % factor)
  return "\(scaled / factor)." + String(repeating: "0", count: digits - rest.count) + rest
}
