/// The memory model FSRS-7: a slow and a fast stability, exact elapsed time, no formula of its own
/// for reviews on the same day.
///
/// ```swift
/// let model = FSRS7()
/// let first = model.state(after: nil, rating: .good, elapsedDays: 0)
/// let days = model.interval(for: first, desiredRetention: 0.9)
/// ```
///
/// Sources: ts-fsrs (MIT licence), `models/fsrs-7/algorithm.ts`, and fsrs-rs (BSD-3-Clause licence),
/// `src/model_v7.rs`, in their form with 34 weights, described and not copied. States are not rounded.
package struct FSRS7: MemoryModel {
  /// The name by which commands and events know the model.
  package static let name = "fsrs7"

  private let fsrsParameters: FSRS7Parameters
  private let curve: DualForgettingCurve
  private let slow, fast: TraceFormulas
  // w0 to w3
  private let firstStability: [Double]
  // D0(G), not clamped
  private let firstDifficulty: [Double]
  // w6
  private let difficultyStep: Double

  /// Makes the model with these parameters.
  package init(parameters: FSRS7Parameters = .default) {
    let w = parameters.values
    fsrsParameters = parameters
    curve = DualForgettingCurve(parameters: parameters)
    slow = TraceFormulas(w[7...14])
    fast = TraceFormulas(w[15...22])
    firstStability = Array(w[0...3])
    firstDifficulty = Rating.allCases.map {
      DifficultyFormulas.initial($0, base: w[4], slope: w[5])
    }
    difficultyStep = w[6]
  }

  /// `fsrs7`.
  package var name: String { Self.name }
  /// The values w0 to w33.
  package var parameters: [Double] { fsrsParameters.values }
  /// Exact.
  package var elapsedTime: ElapsedTime { .exact }

  /// The state after a review, however soon it comes after the last one.
  ///
  /// A state of a model with one stability gets the fast one of a first review, 0.8 of the slow one.
  package func state(
    after previous: MemoryState?, rating: Rating, elapsedDays: Double
  ) -> MemoryState {
    guard let previous else {
      let stability = TraceFormulas.clamped(firstStability[rating.rawValue - 1])
      return MemoryState(
        stability: stability,
        fastStability: TraceFormulas.clamped(Self.fastShare * stability),
        difficulty: Self.clamped(firstDifficulty[rating.rawValue - 1]))
    }
    let state = TwoTraces(previous)
    let faded = curve.recall(of: state, elapsedDays: elapsedDays)
    return MemoryState(
      stability: slow.after(
        rating, stability: state.slow, difficulty: state.difficulty, recall: faded.mixed),
      fastStability: fastStability(after: rating, state, faded),
      difficulty: difficulty(after: rating, state.difficulty, recall: faded.mixed))
  }

  /// The probability of recall: a mixture of the slow and the fast trace; from 0.99999 down to 0.00001.
  package func retrievability(of state: MemoryState, elapsedDays: Double) -> Double {
    curve.recall(of: TwoTraces(state), elapsedDays: elapsedDays).mixed
  }

  /// The days until retrievability falls to `desiredRetention`: 0 from 0.9999 on, at most 36,500.
  package func interval(for state: MemoryState, desiredRetention: Double) -> Double {
    curve.interval(of: TwoTraces(state), retrievability: desiredRetention)
  }

  /// What the fast stability is of the slow one after a first review, and at most after a lapse.
  static let fastShare = 0.8

  private func fastStability(
    after rating: Rating, _ state: TwoTraces, _ faded: DualForgettingCurve.Recall
  ) -> Double {
    guard rating == .again else {
      return fast.after(
        rating, stability: state.fast, difficulty: state.difficulty, recall: faded.fast)
    }
    let stability = slow.lapsed(state.slow, recall: faded.mixed)
    return TraceFormulas.clamped(
      min(fast.lapsed(state.fast, recall: faded.fast), Self.fastShare * stability))
  }

  /// FSRS-7, difficulty after a later review.
  ///
  /// d = −w6 × (G − 3), for Again × (R + 0.1); D′ = 0.01 × D0(Easy) + 0.99 × (D + d × (10 − D) ÷ 9).
  private func difficulty(
    after rating: Rating, _ difficulty: Double, recall: Double
  ) -> Double {
    var change = -difficultyStep * Double(rating.rawValue - 3)
    if rating == .again { change *= recall + 0.1 }
    return Self.clamped(
      0.01 * firstDifficulty[3] + 0.99 * (difficulty + change * (10 - difficulty) / 9))
  }

  private static func clamped(_ difficulty: Double) -> Double {
    min(max(difficulty, DifficultyFormulas.range.lowerBound), DifficultyFormulas.range.upperBound)
  }
}

/// A memory state of FSRS-7 within its ranges.
struct TwoTraces {
  /// The slow stability, in days.
  let slow: Double
  /// The fast stability, in days.
  let fast: Double
  /// The difficulty, 1 to 10.
  let difficulty: Double

  /// Takes a state; each part is moved into its range.
  init(_ state: MemoryState) {
    slow = TraceFormulas.clamped(state.stability)
    fast = TraceFormulas.clamped(state.fastStability ?? FSRS7.fastShare * slow)
    difficulty = min(max(state.difficulty, 1), 10)
  }
}
