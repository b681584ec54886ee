/// A rectangle of cells.
///
/// Every operation is total: it takes any numbers, and what doesn't fit comes back empty rather
/// than outside of the rectangle it was cut from. So views need not ask how large the terminal is
/// before they split it.
package struct Rect: Hashable, Sendable {
  /// The top left cell.
  package let origin: Position
  /// The extent, 0 or more in both directions.
  package let size: Size

  /// Makes a rectangle from its top left cell and its extent.
  package init(origin: Position, size: Size) {
    self.origin = origin
    self.size = size
  }

  /// Makes a rectangle from numbers; negative extents count as 0.
  package init(column: Int, row: Int, columns: Int, rows: Int) {
    self.init(
      origin: Position(column: column, row: row), size: Size(columns: columns, rows: rows))
  }

  /// Makes the rectangle of a screen of that size.
  package init(_ size: Size) {
    self.init(origin: .zero, size: size)
  }

  /// The leftmost column.
  package var column: Int { origin.column }
  /// The topmost row.
  package var row: Int { origin.row }
  /// The number of columns.
  package var columns: Int { size.columns }
  /// The number of rows.
  package var rows: Int { size.rows }
  /// The first column right of it.
  package var endColumn: Int { origin.column + size.columns }
  /// The first row below it.
  package var endRow: Int { origin.row + size.rows }
  /// Whether there is no cell in it.
  package var isEmpty: Bool { size.isEmpty }

  /// Whether `position` is one of its cells.
  package func contains(_ position: Position) -> Bool {
    position.column >= column && position.column < endColumn
      && position.row >= row && position.row < endRow
  }

  /// The cells that both have; empty, but with its origin inside of `self`, when there are none.
  package func intersection(_ other: Rect) -> Rect {
    let left = min(max(column, other.column), endColumn)
    let top = min(max(row, other.row), endRow)
    return Rect(
      column: left, row: top,
      columns: min(endColumn, other.endColumn) - left, rows: min(endRow, other.endRow) - top)
  }
}
