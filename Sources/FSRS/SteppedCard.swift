/// A card as a scheduler with learning steps knows it.
package struct SteppedCard: Equatable, Sendable {
  /// Where it stands.
  package var phase: CardPhase
  /// What is remembered of it; nil before the first review.
  package var memory: MemoryState?

  /// Makes a card, a new one unless told otherwise.
  package init(phase: CardPhase = .learning(step: 0), memory: MemoryState? = nil) {
    self.phase = phase
    self.memory = memory
  }
}

/// The time from a review to the next one.
package enum ReviewDelay: Hashable, Sendable {
  /// A learning or relearning step, in milliseconds.
  case step(milliseconds: Int64)
  /// An interval of the memory model, in whole days, at least 1.
  case days(Int)
}
