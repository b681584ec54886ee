/// A column of rows of which some are in view, with counts of those that are not.
package struct ScrollView: Widget {
  /// The part in view.
  package var viewport: Viewport
  /// The signs of the counts.
  package var symbols: Symbols
  /// The row on which the cursor stands, where there is one.
  package var cursorRow: Int?
  /// The column in that row on which the cursor stands.
  package var cursorColumn = 0
  /// What can be clicked, in rows of the column.
  package var items: [(rows: Range<Int>, action: MouseTarget.Action)] = []
  private let row: (Int) -> Line

  /// Makes a column of rows, each at most as wide as the area will be.
  package init(
    rows: [Line], viewport: Viewport, symbols: Symbols, cursorRow: Int? = nil
  ) {
    self.init(viewport: viewport, symbols: symbols, cursorRow: cursorRow) { index in
      rows.indices.contains(index) ? rows[index] : Line()
    }
  }

  /// Makes a column whose rows are asked for only when they are in view.
  package init(
    viewport: Viewport, symbols: Symbols, cursorRow: Int? = nil, row: @escaping (Int) -> Line
  ) {
    self.viewport = viewport
    self.symbols = symbols
    self.cursorRow = cursorRow
    self.row = row
  }

  /// Draws the rows in view, with the counts at their right where they are the column's own.
  package func draw(in area: Rect, on frame: inout Frame) {
    // The area may have changed since the viewport was made.
    let view = Viewport(
      contentRows: viewport.contentRows, height: area.rows, offset: viewport.offset,
      countsInside: viewport.countsInside)
    let visible = view.visible
    let countAbove = view.countsInside && area.rows >= 3 && view.hiddenAbove > 0
    let firstRow = area.row + (countAbove ? 1 : 0)
    if countAbove {
      drawCount(symbols.above, view.hiddenAbove, row: area.row, in: area, on: &frame)
    }
    for (place, index) in visible.enumerated() {
      frame.buffer.draw(
        row(index), at: Position(column: area.column, row: firstRow + place), in: area)
    }
    if view.countsInside && area.rows >= 3 && view.hiddenBelow > 0 {
      drawCount(symbols.below, view.hiddenBelow, row: area.endRow - 1, in: area, on: &frame)
    }
    for item in items {
      let shown = item.rows.clamped(to: visible)
      guard !shown.isEmpty else { continue }
      let place = Rect(
        column: area.column, row: firstRow + shown.lowerBound - visible.lowerBound,
        columns: area.columns, rows: shown.count)
      frame.targets.append(MouseTarget(area: place, action: item.action))
    }
    if let cursorRow, visible.contains(cursorRow), area.columns > 0 {
      frame.cursor = Position(
        column: area.column + min(max(0, cursorColumn), area.columns - 1),
        row: firstRow + cursorRow - visible.lowerBound)
    }
  }

  private func drawCount(
    _ sign: String, _ count: Int, row: Int, in area: Rect, on frame: inout Frame
  ) {
    let line = Line("\(sign) \(count)", .muted)
    let column = area.endColumn - line.width
    frame.buffer.draw(line, at: Position(column: max(area.column, column), row: row), in: area)
  }
}
