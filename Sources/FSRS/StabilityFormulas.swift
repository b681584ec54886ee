#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The stability formulas of FSRS-6.
///
/// Source: "The Algorithm" in the wiki of open-spaced-repetition/fsrs4anki, section FSRS-6, as in
/// py-fsrs 6.3.2. What depends on the parameters alone is computed once: a replay of a million
/// reviews spends its time here.
struct StabilityFormulas: Sendable {
  /// What stability may be, in days.
  ///
  /// The lower end is that of py-fsrs and fsrs-rs; the upper one, of fsrs-rs only, keeps intervals
  /// finite for any history.
  static let range: ClosedRange<Double> = 0.001...36_500

  // w0 to w3
  private let initialAgain, initialHard, initialGood, initialEasy: Double
  // e^w8, −w9, w10
  private let recallGrowth, recallStabilityExponent, recallForgetting: Double
  // w11, −w12, w13, w14
  private let lapseScale, lapseDifficultyExponent, lapseStabilityExponent: Double
  private let lapseForgetting: Double
  // w15, w16
  private let hardPenalty, easyBonus: Double
  // e^(w17 × (G − 3 + w18)) for each rating G, −w19
  private let sameDayAgain, sameDayHard, sameDayGood, sameDayEasy: Double
  private let sameDayStabilityExponent: Double
  // e^(w17 × w18)
  private let leastLapseLoss: Double

  init(parameters: FSRS6Parameters) {
    let w = parameters.values
    initialAgain = w[0]
    initialHard = w[1]
    initialGood = w[2]
    initialEasy = w[3]
    recallGrowth = exp(w[8])
    recallStabilityExponent = -w[9]
    recallForgetting = w[10]
    lapseScale = w[11]
    lapseDifficultyExponent = -w[12]
    lapseStabilityExponent = w[13]
    lapseForgetting = w[14]
    hardPenalty = w[15]
    easyBonus = w[16]
    sameDayAgain = exp(w[17] * (-2 + w[18]))
    sameDayHard = exp(w[17] * (-1 + w[18]))
    sameDayGood = exp(w[17] * w[18])
    sameDayEasy = exp(w[17] * (1 + w[18]))
    sameDayStabilityExponent = -w[19]
    leastLapseLoss = exp(w[17] * w[18])
  }

  /// FSRS-6, first review: S0(G) = w0, w1, w2, w3 for Again, Hard, Good, Easy.
  func initial(_ rating: Rating) -> Double {
    switch rating {
    case .again: initialAgain
    case .hard: initialHard
    case .good: initialGood
    case .easy: initialEasy
    }
  }

  /// FSRS-6, recall on a later day.
  ///
  /// S′ = S × (1 + e^w8 × (11 − D) × S^−w9 × (e^(w10 × (1 − R)) − 1) × [Hard: w15] × [Easy: w16])
  ///
  /// - Parameters:
  ///   - state: S and D before the review.
  ///   - retrievability: R just before the review.
  ///   - rating: Hard, good or easy.
  /// - Returns: S′ in days, within ``range``.
  func afterRecall(_ state: MemoryState, retrievability: Double, rating: Rating) -> Double {
    let growth =
      recallGrowth * (11 - state.difficulty) * pow(state.stability, recallStabilityExponent)
      * (exp(recallForgetting * (1 - retrievability)) - 1)
    let weight =
      switch rating {
      case .hard: hardPenalty
      case .easy: easyBonus
      case .again, .good: 1.0
      }
    return Self.clamped(state.stability * (1 + growth * weight))
  }

  /// FSRS-6, lapse on a later day.
  ///
  /// S′ = min(w11 × D^−w12 × ((S + 1)^w13 − 1) × e^(w14 × (1 − R)), S ÷ e^(w17 × w18))
  ///
  /// - Parameters:
  ///   - state: S and D before the review.
  ///   - retrievability: R just before the review.
  /// - Returns: S′ in days, within ``range``.
  func afterLapse(_ state: MemoryState, retrievability: Double) -> Double {
    let relearnt =
      lapseScale * pow(state.difficulty, lapseDifficultyExponent)
      * (pow(state.stability + 1, lapseStabilityExponent) - 1)
      * exp(lapseForgetting * (1 - retrievability))
    return Self.clamped(min(relearnt, state.stability / leastLapseLoss))
  }

  /// FSRS-6, a review on the day of the last one.
  ///
  /// S′ = S × k with k = e^(w17 × (G − 3 + w18)) × S^−w19, for Hard, Good and Easy at least 1.
  /// (Hard could lower stability until py-fsrs 6.3.1; fsrs-rs 6.6 has the same floor.)
  func afterSameDayReview(_ stability: Double, rating: Rating) -> Double {
    let falling = pow(stability, sameDayStabilityExponent)
    let change =
      switch rating {
      case .again: sameDayAgain * falling
      case .hard: max(1, sameDayHard * falling)
      case .good: max(1, sameDayGood * falling)
      case .easy: max(1, sameDayEasy * falling)
      }
    return Self.clamped(stability * change)
  }

  private static func clamped(_ stability: Double) -> Double {
    min(max(stability, range.lowerBound), range.upperBound)
  }
}
