/// An extent on the screen, in cells.
package struct Size: Hashable, Sendable {
  /// The largest extent in one direction, so that sums and products of extents never overflow.
  package static let maximumExtent = 1 << 20

  /// Columns, 0 to `maximumExtent`.
  package let columns: Int
  /// Rows, 0 to `maximumExtent`.
  package let rows: Int

  /// Makes a size; negative numbers count as 0, huge ones as `maximumExtent`.
  package init(columns: Int, rows: Int) {
    self.columns = min(max(0, columns), Size.maximumExtent)
    self.rows = min(max(0, rows), Size.maximumExtent)
  }

  /// No cell at all.
  package static let zero = Size(columns: 0, rows: 0)

  /// Whether there is no cell in it.
  package var isEmpty: Bool { columns == 0 || rows == 0 }
}
