/// A line across the screen, with a remark at its right end where there is one.
package struct RuleRow: Widget {
  /// The signs to draw with.
  package var symbols: Symbols
  /// What stands in it near its right end, such as the count of hidden rows.
  package var remark: Line

  /// Makes a line.
  package init(symbols: Symbols, remark: Line = Line()) {
    self.symbols = symbols
    self.remark = remark
  }

  /// Makes a line that says how many rows are hidden above it.
  package static func above(_ viewport: Viewport, symbols: Symbols) -> RuleRow {
    RuleRow(symbols: symbols, remark: count(symbols.above, viewport.hiddenAbove))
  }

  /// Makes a line that says how many rows are hidden below it.
  package static func below(_ viewport: Viewport, symbols: Symbols) -> RuleRow {
    RuleRow(symbols: symbols, remark: count(symbols.below, viewport.hiddenBelow))
  }

  private static func count(_ sign: String, _ rows: Int) -> Line {
    rows > 0 ? Line("\(sign) \(rows)", .muted) : Line()
  }

  /// Draws it into the first row of the area.
  package func draw(in area: Rect, on frame: inout Frame) {
    let row = area.rowRect(0)
    frame.buffer.draw(
      String(repeating: symbols.rule, count: row.columns), at: row.origin, style: .rule, in: row)
    let width = remark.width
    guard width > 0, width + 4 <= row.columns else { return }
    frame.buffer.draw(
      Line(" ") + remark + Line(" "),
      at: Position(column: row.endColumn - width - 3, row: row.row), in: row)
  }
}
