#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// How much each item counts in training, in the order of time: the newest 1, the oldest least.
enum RecencyWeights {
  /// Of FSRS-6: 0.25 + 0.75 × (i ÷ (n − 1))³.
  ///
  /// Source: fsrs-rs, `recency_weighted_fsrs_items`.
  static func fsrs6(count: Int) -> [Double] {
    (0..<count).map { index in
      let place = count > 1 ? Double(index) / Double(count - 1) : 1
      return 0.25 + 0.75 * place * place * place
    }
  }

  /// Of FSRS-7: 0.0667 + 0.9333 × (i ÷ n)^11.25.
  ///
  /// Source: srs-benchmark and fsrs-rs.
  static func fsrs7(count: Int) -> [Double] {
    (0..<count).map { 0.0667 + 0.9333 * pow(Double($0) / Double(count), 11.25) }
  }
}
