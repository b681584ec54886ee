/// What a memory model knows about one card after its last review.
package struct MemoryState: Equatable, Sendable {
  /// The time in which retrievability falls to 90 % since the last review, in days; positive.
  ///
  /// Of a model with two stabilities, the slow one: a scale of time, in days, and not the time to 90 %.
  package var stability: Double
  /// The stability of the fast trace, in days; nil for models with one stability.
  package var fastStability: Double?
  /// How hard it is to make the memory more stable, 1 (easiest) to 10.
  package var difficulty: Double

  /// Makes a state; stabilities in days, difficulty 1 to 10.
  package init(stability: Double, fastStability: Double? = nil, difficulty: Double) {
    self.stability = stability
    self.fastStability = fastStability
    self.difficulty = difficulty
  }
}
