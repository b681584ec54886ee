#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Recall at one moment under FSRS-7, and what it was computed from.
struct MixedRecall {
  // R, and the recall of the fast and of the slow trace.
  var recall = 1.0
  var fast = 1.0
  var slow = 1.0
  // kf and whether it is free of its bounds, cf and whether its exponent is, cs.
  var fastDecay = 0.0
  var fastDecayIsFree = true
  var fastScale = 0.0
  var fastScaleIsFree = true
  var slowScale = 0.0
  // 1 + c × t ÷ stability, and its logarithm, of both traces.
  var fastTime = 1.0
  var slowTime = 1.0
  var logFastTime = 0.0
  var logSlowTime = 0.0
  // a and b.
  var fastWeight = 0.0
  var slowWeight = 0.0
  var logFast = 0.0
  var logSlow = 0.0
}

/// The curve of ``DualForgettingCurve`` with its derivatives.
struct MixedRecallAdjoint {
  private let w: [Double]
  private let fastBase: Double
  private let slowDecay, slowBase, slowScale: Double
  private static let decays = 0.01...0.95
  private static let margin = 1e-5
  /// The largest exponent of the fast scale.
  private static let largestExponent = 60.0

  init(weights: [Double]) {
    w = weights
    fastBase = log(w[25])
    slowDecay = min(max(w[24], Self.decays.lowerBound), Self.decays.upperBound)
    slowBase = log(w[26])
    slowScale = expm1(-slowBase / slowDecay)
  }

  /// Recall after `days`; below 0 counts as 0.
  func recall(slow: Double, fast: Double, difficulty: Double, days: Double) -> MixedRecall {
    var mixed = MixedRecall()
    let days = max(0, days)
    mixed.logFast = log(fast)
    mixed.logSlow = log(slow)
    let decay = w[23] * exp((w[33] - 0.3) * mixed.logFast)
    mixed.fastDecay = min(max(decay, Self.decays.lowerBound), Self.decays.upperBound)
    mixed.fastDecayIsFree = mixed.fastDecay == decay
    let exponent = -fastBase / mixed.fastDecay
    mixed.fastScaleIsFree = exponent < Self.largestExponent
    mixed.fastScale = exp(min(exponent, Self.largestExponent)) - 1
    mixed.slowScale = slowScale * exp((difficulty - 5) * (w[32] - 0.3))
    mixed.fastTime = 1 + mixed.fastScale * days / fast
    mixed.slowTime = 1 + mixed.slowScale * days / slow
    mixed.logFastTime = log(mixed.fastTime)
    mixed.logSlowTime = log(mixed.slowTime)
    mixed.fast = exp(-mixed.fastDecay * mixed.logFastTime)
    mixed.slow = exp(-slowDecay * mixed.logSlowTime)
    mixed.fastWeight = w[27] * exp(-w[29] * mixed.logFast)
    mixed.slowWeight = w[28] * exp(w[30] * mixed.logSlow + (difficulty - 5) * (w[31] - 0.5))
    let mean =
      (mixed.fastWeight * mixed.fast + mixed.slowWeight * mixed.slow)
      / (mixed.fastWeight + mixed.slowWeight)
    mixed.recall = mean * (1 - 2 * Self.margin) + Self.margin
    return mixed
  }

  /// From recall, and that of the fast trace, to the state before the review.
  func goBack(
    _ mixed: MixedRecall, slow: Double, fast: Double, difficulty: Double, days: Double,
    _ bar: inout StateBar, _ gradient: inout [Double]
  ) {
    let distance = difficulty - 5
    let byMean = bar.recall * (1 - 2 * Self.margin)
    let weights = mixed.fastWeight + mixed.slowWeight
    let mean =
      (mixed.fastWeight * mixed.fast + mixed.slowWeight * mixed.slow) / weights
    let byFastRecall = byMean * mixed.fastWeight / weights + bar.fastRecall
    let bySlowRecall = byMean * mixed.slowWeight / weights
    // The weights of the traces; each derivative is by its logarithm.
    let byFastWeight = byMean * (mixed.fast - mean) / weights * mixed.fastWeight
    gradient[27] += byFastWeight / w[27]
    gradient[29] -= byFastWeight * mixed.logFast
    bar.fast -= byFastWeight * w[29] / fast
    let bySlowWeight = byMean * (mixed.slow - mean) / weights * mixed.slowWeight
    gradient[28] += bySlowWeight / w[28]
    gradient[30] += bySlowWeight * mixed.logSlow
    gradient[31] += bySlowWeight * distance
    bar.slow += bySlowWeight * w[30] / slow
    bar.difficulty += bySlowWeight * (w[31] - 0.5)
    // The fast trace.
    let fastValue = byFastRecall * mixed.fast
    let byFastTime = -fastValue * mixed.fastDecay / mixed.fastTime
    var byDecay = -fastValue * mixed.logFastTime
    bar.fast -= byFastTime * mixed.fastScale * days / (fast * fast)
    if mixed.fastScaleIsFree {
      let byExponent = byFastTime * days / fast * (mixed.fastScale + 1)
      gradient[25] -= byExponent / (mixed.fastDecay * w[25])
      byDecay += byExponent * fastBase / (mixed.fastDecay * mixed.fastDecay)
    }
    if mixed.fastDecayIsFree {
      gradient[23] += byDecay * mixed.fastDecay / w[23]
      gradient[33] += byDecay * mixed.fastDecay * mixed.logFast
      bar.fast += byDecay * mixed.fastDecay * (w[33] - 0.3) / fast
    }
    // The slow trace.
    let slowValue = bySlowRecall * mixed.slow
    let bySlowTime = -slowValue * slowDecay / mixed.slowTime
    bar.slow -= bySlowTime * mixed.slowScale * days / (slow * slow)
    let byScale = bySlowTime * days / slow
    gradient[32] += byScale * mixed.slowScale * distance
    bar.difficulty += byScale * mixed.slowScale * (w[32] - 0.3)
    // d ln(scale) by the exponent of slowScale + 1.
    let bySlowExponent = byScale * mixed.slowScale / slowScale * (slowScale + 1)
    gradient[26] -= bySlowExponent / (slowDecay * w[26])
    gradient[24] +=
      bySlowExponent * slowBase / (slowDecay * slowDecay) - slowValue * mixed.logSlowTime
  }
}
