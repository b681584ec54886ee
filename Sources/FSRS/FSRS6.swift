/// The memory model FSRS-6: one stability, whole days, a formula of its own for same-day reviews.
///
/// ```swift
/// let model = FSRS6()
/// let first = model.state(after: nil, rating: .good, elapsedDays: 0)
/// let days = model.interval(for: first, desiredRetention: 0.9)
/// ```
///
/// Source: py-fsrs 6.3.2 (MIT licence), `fsrs/scheduler.py`; fsrs-rs 6.6 computes the same in 32-bit
/// arithmetic. This one also keeps stability at most 36,500 days, as fsrs-rs does.
package struct FSRS6: MemoryModel {
  /// The name by which commands and events know the model.
  package static let name = "fsrs6"

  private let fsrsParameters: FSRS6Parameters
  private let curve: ForgettingCurve
  private let stability: StabilityFormulas
  private let difficulty: DifficultyFormulas

  /// Makes the model with these parameters.
  package init(parameters: FSRS6Parameters = .default) {
    fsrsParameters = parameters
    curve = ForgettingCurve(decay: -parameters.values[20])
    stability = StabilityFormulas(parameters: parameters)
    difficulty = DifficultyFormulas(parameters: parameters)
  }

  /// `fsrs6`.
  package var name: String { Self.name }
  /// The values w0 to w20.
  package var parameters: [Double] { fsrsParameters.values }
  /// Whole days.
  package var elapsedTime: ElapsedTime { .wholeDays }

  /// The state after a review; fewer than one elapsed day is the same day.
  package func state(
    after previous: MemoryState?, rating: Rating, elapsedDays: Double
  ) -> MemoryState {
    guard let previous else {
      return MemoryState(
        stability: stability.initial(rating), difficulty: difficulty.initial(rating))
    }
    return MemoryState(
      stability: nextStability(after: previous, rating: rating, elapsedDays: elapsedDays),
      difficulty: difficulty.after(rating, difficulty: previous.difficulty))
  }

  /// The probability of recall: (1 + factor × days ÷ stability)^−w20.
  package func retrievability(of state: MemoryState, elapsedDays: Double) -> Double {
    curve.retrievability(elapsedDays: max(0, elapsedDays), stability: state.stability)
  }

  /// The days until retrievability falls to `desiredRetention`; the stability itself for 0.9.
  package func interval(for state: MemoryState, desiredRetention: Double) -> Double {
    curve.interval(retrievability: desiredRetention, stability: state.stability)
  }

  private func nextStability(
    after previous: MemoryState, rating: Rating, elapsedDays: Double
  ) -> Double {
    // Written so that a NaN counts as the same day.
    guard elapsedDays >= 1 else {
      return stability.afterSameDayReview(previous.stability, rating: rating)
    }
    let recall = curve.retrievability(elapsedDays: elapsedDays, stability: previous.stability)
    return rating == .again
      ? stability.afterLapse(previous, retrievability: recall)
      : stability.afterRecall(previous, retrievability: recall, rating: rating)
  }
}
