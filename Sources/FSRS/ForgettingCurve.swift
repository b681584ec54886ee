#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The power forgetting curve of FSRS-4.5 to FSRS-6.
///
/// Source: "The Algorithm" in the wiki of open-spaced-repetition/fsrs4anki, section FSRS-6, as in
/// py-fsrs 6.3.2. R is 0.9 where the elapsed time equals the stability, whatever the decay.
package struct ForgettingCurve: Equatable, Sendable {
  /// The exponent, negative: −w20 in FSRS-6.
  package let decay: Double
  /// The scale of time that makes R(S, S) = 0.9.
  package let factor: Double

  /// Makes the curve with this exponent.
  ///
  /// - Parameter decay: Negative.
  package init(decay: Double) {
    self.decay = decay
    factor = Self.factor(decay: decay)
  }

  /// FSRS-6, factor: 0.9^(1 / decay) − 1.
  package static func factor(decay: Double) -> Double {
    pow(0.9, 1 / decay) - 1
  }

  /// FSRS-6, retrievability: R(t, S) = (1 + factor × t / S)^decay.
  ///
  /// - Parameters:
  ///   - elapsedDays: t, not negative.
  ///   - stability: S in days, positive.
  /// - Returns: The probability of recall, 0 to 1.
  package func retrievability(elapsedDays: Double, stability: Double) -> Double {
    pow(1 + factor * elapsedDays / stability, decay)
  }

  /// FSRS-6, interval: I(r, S) = S / factor × (r^(1 / decay) − 1).
  ///
  /// - Parameters:
  ///   - retrievability: r, between 0 and 1.
  ///   - stability: S in days, positive.
  /// - Returns: The days until retrievability has fallen to r, not rounded.
  package func interval(retrievability: Double, stability: Double) -> Double {
    stability / factor * (pow(retrievability, 1 / decay) - 1)
  }
}
