#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Probabilities as log-odds and as losses, for those who may not call the C library.
package enum Chances {
  /// The log-odds of a probability between 0 and 1: ln(p ÷ (1 − p)).
  package static func logOdds(_ probability: Double) -> Double {
    log(probability / (1 - probability))
  }

  /// The probability of log-odds: 1 ÷ (1 + e^−x).
  package static func probability(logOdds: Double) -> Double { 1 / (1 + exp(-logOdds)) }

  /// The log loss of a prediction, in nats: −ln of the probability given to what happened.
  ///
  /// - Parameters:
  ///   - probability: what was given to its happening, above 0 and below 1.
  ///   - happened: whether it did.
  /// - Returns: The loss, not negative.
  package static func loss(_ probability: Double, happened: Bool) -> Double {
    -log(happened ? probability : 1 - probability)
  }
}
