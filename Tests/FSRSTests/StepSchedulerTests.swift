import FSRS
import Testing

@Suite struct StepSchedulerTests {
  struct Case: CustomTestStringConvertible {
    let phase: CardPhase
    let rating: Rating
    let steps: [Int64]
    /// The phase after the review.
    let next: CardPhase
    /// Milliseconds to wait; nil for an interval in days.
    let delay: Int64?

    var testDescription: String { "\(phase) with \(steps), \(rating)" }
  }

  private static let cases: [Case] = [
    // No steps: straight to review, whatever the rating.
    Case(phase: .learning(step: 0), rating: .again, steps: [], next: .review, delay: nil),
    Case(phase: .learning(step: 0), rating: .good, steps: [], next: .review, delay: nil),
    Case(phase: .relearning(step: 1), rating: .again, steps: [], next: .review, delay: nil),
    // One step: Hard waits half as long again.
    Case(
      phase: .learning(step: 0), rating: .again, steps: [60], next: .learning(step: 0), delay: 60),
    Case(
      phase: .learning(step: 0), rating: .hard, steps: [60], next: .learning(step: 0), delay: 90),
    Case(phase: .learning(step: 0), rating: .good, steps: [60], next: .review, delay: nil),
    Case(phase: .learning(step: 0), rating: .easy, steps: [60], next: .review, delay: nil),
    // Several: Hard waits the mean of the first two, then repeats the step.
    Case(
      phase: .learning(step: 0), rating: .hard, steps: [60, 600, 900],
      next: .learning(step: 0), delay: 330),
    Case(
      phase: .learning(step: 0), rating: .good, steps: [60, 600, 900],
      next: .learning(step: 1), delay: 600),
    Case(
      phase: .learning(step: 1), rating: .hard, steps: [60, 600, 900],
      next: .learning(step: 1), delay: 600),
    Case(
      phase: .learning(step: 2), rating: .again, steps: [60, 600, 900],
      next: .learning(step: 0), delay: 60),
    Case(
      phase: .learning(step: 2), rating: .good, steps: [60, 600, 900], next: .review, delay: nil),
    Case(
      phase: .relearning(step: 0), rating: .hard, steps: [60, 600],
      next: .relearning(step: 0), delay: 330),
    Case(
      phase: .relearning(step: 0), rating: .good, steps: [60, 600],
      next: .relearning(step: 1), delay: 600),
    Case(phase: .relearning(step: 0), rating: .easy, steps: [60, 600], next: .review, delay: nil),
    // A step that the schedule no longer has.
    Case(
      phase: .learning(step: 5), rating: .again, steps: [60, 600],
      next: .learning(step: 0), delay: 60),
    Case(phase: .learning(step: 5), rating: .hard, steps: [60, 600], next: .review, delay: nil),
    Case(phase: .relearning(step: 2), rating: .good, steps: [60, 600], next: .review, delay: nil),
    // In review only Again leads to relearning.
    Case(phase: .review, rating: .again, steps: [60], next: .relearning(step: 0), delay: 60),
    Case(phase: .review, rating: .again, steps: [], next: .review, delay: nil),
    Case(phase: .review, rating: .hard, steps: [60], next: .review, delay: nil),
    Case(phase: .review, rating: .good, steps: [60], next: .review, delay: nil),
    Case(phase: .review, rating: .easy, steps: [60], next: .review, delay: nil),
  ]

  @Test(arguments: cases)
  func `a review leads to the next step`(_ row: Case) {
    let isLearning = row.phase.name == "learning"
    let scheduler = StepScheduler(
      model: FSRS6(), learningSteps: isLearning ? row.steps : [1],
      relearningSteps: isLearning ? [1] : row.steps)
    let card = SteppedCard(
      phase: row.phase, memory: MemoryState(stability: 10, difficulty: 5))
    let result = scheduler.review(card, rating: row.rating, elapsedDays: 10)
    #expect(result.card.phase == row.next)
    switch result.delay {
    case .step(let milliseconds): #expect(milliseconds == row.delay)
    case .days(let days):
      #expect(row.delay == nil)
      #expect(days >= 1)
    }
  }

  @Test func `memory changes at every review, whatever the phase`() {
    let scheduler = StepScheduler(model: FSRS6())
    let first = scheduler.review(SteppedCard(), rating: .again, elapsedDays: 0)
    #expect(first.card.phase == .learning(step: 0))
    #expect(first.card.memory == FSRS6().state(after: nil, rating: .again, elapsedDays: 0))
    let second = scheduler.review(first.card, rating: .hard, elapsedDays: 0)
    #expect(
      second.card.memory
        == FSRS6().state(after: first.card.memory, rating: .hard, elapsedDays: 0))
  }

  @Test func `intervals are cut at the longest one`() {
    let scheduler = StepScheduler(
      model: FSRS6(), desiredRetention: 0.7, learningSteps: [], maximumInterval: 30)
    #expect(scheduler.review(SteppedCard(), rating: .easy, elapsedDays: 0).delay == .days(30))
  }
}
