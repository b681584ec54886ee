/// A schedule of learning steps, then intervals of a memory model, then relearning steps.
///
/// It does what py-fsrs 6.3.2 does (`fsrs/scheduler.py`, MIT licence; without fuzz), so that its
/// results can be compared with those of other programs. The memory state changes at every review,
/// whatever the phase.
package struct StepScheduler: Sendable {
  /// The memory model.
  package let model: any MemoryModel
  /// The probability of recall at which a card in review is due, between 0 and 1.
  package let desiredRetention: Double
  /// The steps of new cards, in milliseconds; with none, they are in review at once.
  package let learningSteps: [Int64]
  /// The steps of forgotten cards, in milliseconds; with none, they stay in review.
  package let relearningSteps: [Int64]
  /// The longest interval in days, at least 1.
  package let maximumInterval: Int

  /// Makes a scheduler.
  ///
  /// - Parameters:
  ///   - model: The memory model.
  ///   - desiredRetention: A probability between 0 and 1, neither included.
  ///   - learningSteps: In milliseconds; positive.
  ///   - relearningSteps: In milliseconds; positive.
  ///   - maximumInterval: In days, at least 1.
  package init(
    model: any MemoryModel, desiredRetention: Double = 0.9,
    learningSteps: [Int64] = [60_000, 600_000], relearningSteps: [Int64] = [600_000],
    maximumInterval: Int = ScheduledInterval.defaultMaximum
  ) {
    precondition(
      desiredRetention > 0 && desiredRetention < 1,
      "desired retention \(desiredRetention) is not between 0 and 1")
    precondition(maximumInterval >= 1, "maximum interval \(maximumInterval) is below 1 day")
    self.model = model
    self.desiredRetention = desiredRetention
    self.learningSteps = learningSteps
    self.relearningSteps = relearningSteps
    self.maximumInterval = maximumInterval
  }

  /// Reviews a card.
  ///
  /// - Parameters:
  ///   - card: The card before the review.
  ///   - rating: How the review went.
  ///   - elapsedDays: Days since its last review, counted as the model wants; ignored for the first.
  /// - Returns: The card after it, and when it comes next.
  package func review(
    _ card: SteppedCard, rating: Rating, elapsedDays: Double
  ) -> (card: SteppedCard, delay: ReviewDelay) {
    let memory = model.state(after: card.memory, rating: rating, elapsedDays: elapsedDays)
    let next = nextStep(after: card.phase, rating: rating)
    let delay = next.delay.map(ReviewDelay.step) ?? .days(interval(for: memory))
    return (SteppedCard(phase: next.phase, memory: memory), delay)
  }

  private func interval(for memory: MemoryState) -> Int {
    ScheduledInterval.wholeDays(
      nearest: model.interval(for: memory, desiredRetention: desiredRetention),
      maximum: maximumInterval)
  }

  /// The phase after a review, with the delay of its step in milliseconds; none in review.
  private func nextStep(
    after phase: CardPhase, rating: Rating
  ) -> (phase: CardPhase, delay: Int64?) {
    switch phase {
    case .learning(let step):
      guard let next = Self.nextStep(in: learningSteps, after: step, rating: rating) else {
        return (.review, nil)
      }
      return (.learning(step: next.index), next.delay)
    case .relearning(let step):
      guard let next = Self.nextStep(in: relearningSteps, after: step, rating: rating) else {
        return (.review, nil)
      }
      return (.relearning(step: next.index), next.delay)
    case .review:
      guard rating == .again, let delay = relearningSteps.first else { return (.review, nil) }
      return (.relearning(step: 0), delay)
    }
  }

  /// The step that follows the one of index `current`; nil where the card leaves the steps.
  private static func nextStep(
    in steps: [Int64], after current: Int, rating: Rating
  ) -> (index: Int, delay: Int64)? {
    guard let first = steps.first else { return nil }
    if rating == .again { return (0, first) }
    // A card may come from a schedule that had more steps.
    guard current < steps.count else { return nil }
    switch rating {
    case .hard: return (current, delayOfHard(in: steps, at: current))
    case .good where current + 1 < steps.count: return (current + 1, steps[current + 1])
    case .again, .good, .easy: return nil
    }
  }

  /// Hard repeats a step; on the first one it waits longer than Again and shorter than Good.
  private static func delayOfHard(in steps: [Int64], at index: Int) -> Int64 {
    guard index == 0 else { return steps[index] }
    return steps.count == 1 ? steps[0] * 3 / 2 : (steps[0] + steps[1]) / 2
  }
}
