/// What the memory model is told about a review.
package enum Rating: Int, CaseIterable, Comparable, Sendable {
  /// Not recalled.
  case again = 1
  /// Recalled with difficulty, or with help.
  case hard = 2
  /// Recalled.
  case good = 3
  /// Recalled at once.
  case easy = 4

  package static func < (left: Rating, right: Rating) -> Bool { left.rawValue < right.rawValue }
}
