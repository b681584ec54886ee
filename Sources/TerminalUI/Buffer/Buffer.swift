/// A picture of the screen: a grid of cells.
///
/// Drawing outside of it does nothing, a wide character that fits only in half leaves a blank, and
/// what is drawn over half of a wide character blanks its other half. So every picture is one that
/// a terminal can show, whatever was drawn.
package struct Buffer: Equatable, Sendable {
  /// Its extent.
  package let size: Size
  /// Its cells, row by row.
  package private(set) var cells: [Cell]

  /// Makes an empty picture.
  package init(size: Size, style: Style = .body) {
    self.size = size
    self.cells = [Cell](repeating: .blank(style), count: size.columns * size.rows)
  }

  /// All of it, as a rectangle.
  package var bounds: Rect { Rect(size) }

  /// What stands at a position; a blank outside.
  package subscript(_ position: Position) -> Cell {
    guard bounds.contains(position) else { return .blank() }
    return cells[position.row * size.columns + position.column]
  }

  /// The cells of a row; none outside.
  package func row(_ index: Int) -> ArraySlice<Cell> {
    guard index >= 0, index < size.rows else { return [] }
    return cells[index * size.columns..<(index + 1) * size.columns]
  }

  /// The text of a row, without the blanks at its end.
  package func text(row index: Int) -> String {
    var text = row(index).reduce(into: "") { $0 += $1.text }
    while text.last == " " { text.removeLast() }
    return text
  }

  /// Puts a cell at an index that is inside, and mends the wide characters that it cuts.
  ///
  /// The last column of a wide cell must be in the same row.
  mutating func put(_ cell: Cell, at index: Int, rowStart: Int) {
    let last = index + (cell.width == 2 ? 1 : 0)
    if cells[index].width == 0 && index > rowStart {
      cells[index - 1] = .blank(cells[index - 1].style)
    }
    if cells[last].width == 2 && last + 1 < rowStart + size.columns {
      cells[last + 1] = .blank(cells[last + 1].style)
    }
    cells[index] = cell
    if last > index { cells[last] = .rightHalf(cell.style) }
  }

  /// Adds a combining scalar to the cell at an index that is inside.
  mutating func combine(_ scalar: Unicode.Scalar, at index: Int) {
    cells[index].combine(scalar)
  }

  /// Gives the cell at an index that is inside another style.
  mutating func restyle(at index: Int, _ change: (Style) -> Style) {
    cells[index].style = change(cells[index].style)
  }
}
