import TerminalUI

/// A field at the bottom of a screen, with what it is for.
struct TextEntry: Equatable, Sendable {
  /// What is to be typed.
  var label: String
  /// What has been typed.
  var field: TextFieldState

  /// Makes an entry with a text to begin with.
  init(_ label: String, text: String = "", limit: Int = 500) {
    self.label = label
    field = TextFieldState(text, limit: limit)
  }

  /// The rows that it takes: label and field stand side by side where the field keeps 24 columns.
  func rows(columns: Int) -> Int { isOneRow(columns: columns) ? 1 : 2 }

  /// Draws it.
  func draw(in area: Rect, on frame: inout Frame, symbols: Symbols) {
    let field = TextField(field, isActive: true, symbols: symbols)
    let label = Line(symbols.display(self.label), .accent)
    if isOneRow(columns: area.columns) {
      let (left, right) = area.rowRect(0).splitLeft(label.width + 1)
      frame.buffer.draw(label, at: left.origin, in: left)
      field.draw(in: right, on: &frame)
    } else {
      let row = area.rowRect(0)
      frame.buffer.draw(
        label.truncated(to: row.columns, ellipsis: symbols.ellipsis), at: row.origin, in: row)
      field.draw(in: area.rowRect(1), on: &frame)
    }
  }

  private func isOneRow(columns: Int) -> Bool {
    ColumnWidth.of(label) + 1 + 24 <= columns
  }
}
