package import FSRS

/// What a plan looks at of a question that was met: its memory, and how long ago it was reviewed.
package struct PlannedMemory: Equatable, Sendable {
  /// The memory after the last review.
  package var memory: MemoryState
  /// Days since then as the memory model counts them, not negative.
  package var elapsed: Double
  /// Whether the last review was on this study day.
  package var isOfToday: Bool
  /// How many questions it stands for: 1, or a part or a sum in a forecast; not negative.
  package var weight: Double

  /// Makes it; for one question unless given.
  package init(memory: MemoryState, elapsed: Double, isOfToday: Bool, weight: Double = 1) {
    self.memory = memory
    self.elapsed = elapsed
    self.isOfToday = isOfToday
    self.weight = weight
  }
}
