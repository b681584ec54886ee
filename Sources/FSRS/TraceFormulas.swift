#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What a review does to one of the two stabilities of FSRS-7; both have the same formulas.
///
/// Sources: as of ``FSRS7``.
struct TraceFormulas: Sendable {
  /// What stability may be, in days.
  static let range: ClosedRange<Double> = 0.0001...36_500

  // e^(w − 1.5), the fall with stability, the rise with forgetting
  private let growth, growthExponent, growthForgetting: Double
  // scale, exponent, rise with forgetting
  private let lapseScale, lapseExponent, lapseForgetting: Double
  // Hard, Easy
  private let hardFactor, easyFactor: Double

  /// Takes w7 to w14 for the slow trace, w15 to w22 for the fast one.
  init(_ weights: ArraySlice<Double>) {
    let w = Array(weights)
    growth = exp(w[0] - 1.5)
    growthExponent = w[1]
    growthForgetting = w[2]
    lapseScale = w[3]
    lapseExponent = w[4]
    lapseForgetting = w[5]
    hardFactor = w[6]
    easyFactor = w[7]
  }

  /// FSRS-7, the stability after a review: after a lapse that of ``lapsed(_:recall:)``, else no less.
  ///
  /// S′ = S × (1 + e^(w − 1.5) × (11 − D) × S^−w × (e^((1 − p) × w) − 1) × [Hard: w] × [Easy: w]).
  ///
  /// - Parameters:
  ///   - rating: How the review went.
  ///   - stability: S before it, in days.
  ///   - difficulty: D before it.
  ///   - recall: p just before it: of the mixture for the slow trace, of the fast trace for the fast.
  /// - Returns: S′ in days, within ``range``.
  func after(
    _ rating: Rating, stability: Double, difficulty: Double, recall: Double
  ) -> Double {
    let least = lapsed(stability, recall: recall)
    guard rating != .again else { return Self.clamped(least) }
    let weight =
      switch rating {
      case .hard: hardFactor
      case .easy: easyFactor
      case .again, .good: 1.0
      }
    let gain =
      growth * (11 - difficulty) * exp(-growthExponent * log(stability))
      * expm1((1 - recall) * growthForgetting) * weight
    return Self.clamped(max(least, stability * (1 + gain)))
  }

  /// FSRS-7, the stability after a lapse, not clamped:
  /// min(S, w × ((S + 1)^w − 1) × e^((1 − p) × w)).
  func lapsed(_ stability: Double, recall: Double) -> Double {
    min(
      stability,
      lapseScale * expm1(lapseExponent * log1p(stability)) * exp((1 - recall) * lapseForgetting))
  }

  /// A stability moved into ``range``.
  static func clamped(_ stability: Double) -> Double {
    min(max(stability, range.lowerBound), range.upperBound)
  }
}
