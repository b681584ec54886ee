#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What one trace of FSRS-7 leaves for the way back.
struct TraceStep {
  var stability = 0.0
  // The lapsed stability where that is the result: (S + 1)^w, ln(S + 1).
  // Else ln S, and the gain without e^((1 − p) × w) − 1 and without the weight of Hard or Easy.
  var power = 0.0
  var logarithm = 0.0
  var value = 0.0
  // e^((1 − p) × w)
  var forgotten = 0.0
  var kind = Kind.unchanged
  // Whether the stability after the review is free, not held at a bound.
  var isFree = true

  /// Which formula gave the stability.
  enum Kind: UInt8 {
    case recall, lapse, unchanged
  }
}

/// The formulas of ``TraceFormulas`` with their derivatives.
struct TraceAdjoint {
  // The place of the first of eight weights among all, and the eight.
  private let first: Int
  private let growth, growthExponent, growthForgetting: Double
  private let lapseScale, lapseExponent, lapseForgetting: Double
  private let hardFactor, easyFactor: Double

  init(weights w: [Double], first: Int) {
    self.first = first
    growth = exp(w[first] - 1.5)
    growthExponent = w[first + 1]
    growthForgetting = w[first + 2]
    lapseScale = w[first + 3]
    lapseExponent = w[first + 4]
    lapseForgetting = w[first + 5]
    hardFactor = w[first + 6]
    easyFactor = w[first + 7]
  }

  /// The stability after a review.
  func next(
    _ step: inout TraceStep, rating: Int, difficulty: Double, recall: Double
  ) -> Double {
    let stability = step.stability
    let logarithm = log(1 + stability)
    let lapseForgotten = exp((1 - recall) * lapseForgetting)
    let power = exp(lapseExponent * logarithm)
    let relearnt = lapseScale * (power - 1) * lapseForgotten
    let lapsed = min(stability, relearnt)
    var next = lapsed
    step.kind = relearnt < stability ? .lapse : .unchanged
    if rating > 1 {
      let logStability = log(stability)
      let value = growth * (11 - difficulty) * exp(-growthExponent * logStability)
      let forgotten = exp((1 - recall) * growthForgetting)
      let grown = stability * (1 + value * (forgotten - 1) * weight(rating))
      if grown >= lapsed {
        next = grown
        step.kind = .recall
        step.logarithm = logStability
        step.value = value
        step.forgotten = forgotten
      }
    }
    if step.kind == .lapse {
      step.logarithm = logarithm
      step.power = power
      step.value = relearnt
      step.forgotten = lapseForgotten
    }
    let clamped = TraceFormulas.clamped(next)
    step.isFree = clamped == next
    return clamped
  }

  /// From the stability after a review to what it came from.
  func goBack(
    _ step: TraceStep, rating: Int, difficulty: Double, recall: Double, _ bar: Double,
    stability byStability: inout Double, difficulty byDifficulty: inout Double,
    recall byRecall: inout Double, _ gradient: inout [Double]
  ) {
    let stability = step.stability
    switch step.kind {
    case .unchanged: byStability += bar
    case .lapse:
      let next = bar * step.value
      gradient[first + 3] += next / lapseScale
      let scaled = bar * lapseScale * step.forgotten * step.power
      gradient[first + 4] += scaled * step.logarithm
      gradient[first + 5] += next * (1 - recall)
      byStability += scaled * lapseExponent / (stability + 1)
      byRecall -= next * lapseForgetting
    case .recall:
      let weight = weight(rating)
      let plain = step.value * (step.forgotten - 1)
      let gain = plain * weight
      let all = bar * stability
      gradient[first] += all * gain
      gradient[first + 1] -= all * gain * step.logarithm
      let slope = all * step.value * weight * step.forgotten
      gradient[first + 2] += slope * (1 - recall)
      if rating == 2 { gradient[first + 6] += all * plain }
      if rating == 4 { gradient[first + 7] += all * plain }
      byStability += bar * (1 + gain - growthExponent * gain)
      byDifficulty -= all * gain / (11 - difficulty)
      byRecall -= slope * growthForgetting
    }
  }

  private func weight(_ rating: Int) -> Double {
    rating == 2 ? hardFactor : rating == 4 ? easyFactor : 1
  }
}
