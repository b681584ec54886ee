/// The place of a cell: counted from 0, from the left and from the top.
///
/// A position may lie outside the screen; drawing there does nothing.
package struct Position: Hashable, Sendable {
  /// Columns right of the left edge.
  package let column: Int
  /// Rows below the top edge.
  package let row: Int

  /// Makes a position; numbers too far out count as the farthest that a `Rect` can reach.
  package init(column: Int, row: Int) {
    let limit = Size.maximumExtent
    self.column = min(max(-limit, column), limit)
    self.row = min(max(-limit, row), limit)
  }

  /// The top left corner.
  package static let zero = Position(column: 0, row: 0)
}
