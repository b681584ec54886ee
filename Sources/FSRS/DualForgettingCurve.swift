#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The forgetting curve of FSRS-7: a mixture of a fast and a slow power curve.
///
/// Sources: as of ``FSRS7``.
struct DualForgettingCurve: Sendable {
  /// The probabilities of recall at one moment.
  struct Recall {
    /// Of the memory as a whole, 0.00001 to 0.99999.
    let mixed: Double
    /// Of the fast trace alone, 0 to 1.
    let fast: Double
  }

  // w23, w33 − 0.3, ln w25
  private let fastDecay, fastDecayExponent, fastBaseLogarithm: Double
  // w24 in its range, w26^(−1 / w24) − 1, w32 − 0.3
  private let slowDecay, slowScale, slowScaleDifficulty: Double
  // w27, w29
  private let fastWeight, fastWeightExponent: Double
  // w28, w30, w31 − 0.5
  private let slowWeight, slowWeightExponent, slowWeightDifficulty: Double

  init(parameters: FSRS7Parameters) {
    let w = parameters.values
    fastDecay = w[23]
    fastDecayExponent = w[33] - 0.3
    fastBaseLogarithm = log(w[25])
    slowDecay = min(max(w[24], Self.decays.lowerBound), Self.decays.upperBound)
    slowScale = expm1(-log(w[26]) / slowDecay)
    slowScaleDifficulty = w[32] - 0.3
    fastWeight = w[27]
    fastWeightExponent = w[29]
    slowWeight = w[28]
    slowWeightExponent = w[30]
    slowWeightDifficulty = w[31] - 0.5
  }

  /// The probabilities of recall after `elapsedDays`; below 0, and no number, counts as 0.
  func recall(of state: TwoTraces, elapsedDays: Double) -> Recall {
    Mixture(state, self).recall(elapsedDays: elapsedDays > 0 ? elapsedDays : 0)
  }

  /// The days until recall falls to `retrievability`: 0 from 0.9999 on, at most 36,500.
  func interval(of state: TwoTraces, retrievability: Double) -> Double {
    Mixture(state, self).interval(retrievability: retrievability)
  }

  /// What the exponents may be.
  private static let decays = 0.01...0.95
  /// The longest interval, in days.
  private static let longest = 36_500.0
  /// The logarithm of the shortest one: nothing is shorter than 10^−60 days.
  private static let shortestLogarithm = -60 * 2.302585092994046
  /// What keeps probabilities from 0 and 1.
  private static let margin = 1e-5

  /// The curve of one state.
  private struct Mixture {
    // kf and cf ÷ F, ks and cs ÷ S
    let fastDecay, fastRate, slowDecay, slowRate: Double
    // a ÷ (a + b)
    let fastShare: Double
    let longestStability: Double

    init(_ state: TwoTraces, _ curve: DualForgettingCurve) {
      let slowLogarithm = log(state.slow)
      let fastLogarithm = log(state.fast)
      let distance = state.difficulty - 5
      fastDecay = min(
        max(curve.fastDecay * exp(curve.fastDecayExponent * fastLogarithm), decays.lowerBound),
        decays.upperBound)
      fastRate = expm1(min(-curve.fastBaseLogarithm / fastDecay, 60)) / state.fast
      slowDecay = curve.slowDecay
      slowRate = curve.slowScale * exp(distance * curve.slowScaleDifficulty) / state.slow
      let fast = curve.fastWeight * exp(-curve.fastWeightExponent * fastLogarithm)
      let slow =
        curve.slowWeight
        * exp(curve.slowWeightExponent * slowLogarithm + distance * curve.slowWeightDifficulty)
      fastShare = fast / (fast + slow)
      longestStability = max(state.slow, state.fast)
    }

    func recall(elapsedDays: Double) -> Recall {
      let fast = exp(-fastDecay * log1p(fastRate * elapsedDays))
      let slow = exp(-slowDecay * log1p(slowRate * elapsedDays))
      let mixed = fastShare * fast + (1 - fastShare) * slow
      return Recall(mixed: mixed * (1 - 2 * margin) + margin, fast: fast)
    }

    /// R, and its derivative by the logarithm of time.
    func recallAndSlope(elapsedDays days: Double) -> (recall: Double, slope: Double) {
      let (fastTime, slowTime) = (fastRate * days, slowRate * days)
      let fast = fastShare * exp(-fastDecay * log1p(fastTime))
      let slow = (1 - fastShare) * exp(-slowDecay * log1p(slowTime))
      let slope =
        -fast * fastDecay * fastTime / (1 + fastTime)
        - slow * slowDecay * slowTime / (1 + slowTime)
      return ((fast + slow) * (1 - 2 * margin) + margin, slope * (1 - 2 * margin))
    }

    /// Newton's method in the logarithm of time, kept within a bracket that bisection narrows.
    func interval(retrievability: Double) -> Double {
      // Written so that a NaN counts as 0.
      guard retrievability < 0.9999 else { return 0 }
      guard recall(elapsedDays: longest).mixed < retrievability else { return longest }
      var (low, high) = (shortestLogarithm, log(longest))
      var logarithm = min(max(log(longestStability), low), high)
      for _ in 0..<200 {
        let (recall, slope) = recallAndSlope(elapsedDays: exp(logarithm))
        if recall > retrievability { low = logarithm } else { high = logarithm }
        var next = logarithm - (recall - retrievability) / slope
        // Also where the slope is 0.
        if !(next > low && next < high) { next = (low + high) / 2 }
        let step = abs(next - logarithm)
        logarithm = next
        if step < 1e-13 * max(1, abs(logarithm)) || high - low < 1e-13 { break }
      }
      return exp(logarithm)
    }
  }
}
