#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The difficulty formulas of FSRS-6.
///
/// Source: "The Algorithm" in the wiki of open-spaced-repetition/fsrs4anki, section FSRS-6, as in
/// py-fsrs 6.3.2.
struct DifficultyFormulas: Sendable {
  /// What difficulty may be.
  static let range: ClosedRange<Double> = 1...10

  // D0(G), clamped
  private let initialAgain, initialHard, initialGood, initialEasy: Double
  // w6
  private let step: Double
  // w7 × D0(Easy), not clamped, and 1 − w7
  private let reversionTarget, reversionRest: Double

  init(parameters: FSRS6Parameters) {
    let w = parameters.values
    func initial(_ rating: Rating) -> Double {
      Self.initial(rating, base: w[4], slope: w[5])
    }
    initialAgain = Self.clamped(initial(.again))
    initialHard = Self.clamped(initial(.hard))
    initialGood = Self.clamped(initial(.good))
    initialEasy = Self.clamped(initial(.easy))
    step = w[6]
    reversionTarget = w[7] * initial(.easy)
    reversionRest = 1 - w[7]
  }

  /// FSRS-6, first review: D0(G), clamped to 1...10.
  func initial(_ rating: Rating) -> Double {
    switch rating {
    case .again: initialAgain
    case .hard: initialHard
    case .good: initialGood
    case .easy: initialEasy
    }
  }

  /// FSRS-6, any later review, on the same day too.
  ///
  /// D′ = D + ΔD with linear damping; D″ = w7 × D0(Easy) + (1 − w7) × D′, clamped to 1...10.
  func after(_ rating: Rating, difficulty: Double) -> Double {
    let damped = difficulty + Self.linearDamping(of: change(by: rating), difficulty: difficulty)
    return Self.clamped(meanReversion(of: damped))
  }

  /// FSRS-6, first difficulty, not clamped: D0(G) = w4 − e^(w5 × (G − 1)) + 1.
  static func initial(_ rating: Rating, base: Double, slope: Double) -> Double {
    base - exp(slope * Double(rating.rawValue - 1)) + 1
  }

  /// FSRS-6, change of difficulty before damping: ΔD = −w6 × (G − 3).
  private func change(by rating: Rating) -> Double {
    -step * Double(rating.rawValue - 3)
  }

  /// FSRS-6, linear damping: ΔD × (10 − D) ÷ 9, so that difficulty nears 10 and doesn't pass it.
  private static func linearDamping(of change: Double, difficulty: Double) -> Double {
    change * (10 - difficulty) / 9
  }

  /// FSRS-6, mean reversion: w7 × D0(Easy) + (1 − w7) × D′, with D0 not clamped.
  private func meanReversion(of difficulty: Double) -> Double {
    reversionTarget + reversionRest * difficulty
  }

  private static func clamped(_ difficulty: Double) -> Double {
    min(max(difficulty, range.lowerBound), range.upperBound)
  }
}
