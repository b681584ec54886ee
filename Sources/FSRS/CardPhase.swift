/// Where a card stands in a schedule with learning steps.
package enum CardPhase: Hashable, Sendable {
  /// In the learning steps, at the step of this index; a new card is at 0.
  case learning(step: Int)
  /// Past all steps: the memory model gives its intervals.
  case review
  /// Forgotten in review and in the relearning steps, at the step of this index.
  case relearning(step: Int)

  /// `learning`, `review` or `relearning`.
  package var name: String {
    switch self {
    case .learning: "learning"
    case .review: "review"
    case .relearning: "relearning"
    }
  }

  /// The index of the step, from 0; nil in review.
  package var step: Int? {
    switch self {
    case .learning(let step), .relearning(let step): step
    case .review: nil
    }
  }
}
