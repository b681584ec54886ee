/// An extent on the screen, in cells.
package struct Size: Hashable, Sendable {
  /// Columns, not negative.
  package var columns: Int
  /// Rows, not negative.
  package var rows: Int

  /// Makes a size; negative numbers count as 0.
  package init(columns: Int, rows: Int) {
    self.columns = max(0, columns)
    self.rows = max(0, rows)
  }
}
