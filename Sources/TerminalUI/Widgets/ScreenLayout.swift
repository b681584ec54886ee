/// How every screen is divided: one header row, one column, one footer row.
///
/// Rules part them only where there are at least 16 rows, and on wide terminals the column of text
/// is in the middle.
package struct ScreenLayout: Hashable, Sendable {
  /// The fewest rows at which rules are drawn.
  package static let rowsForRules = 16
  /// The smallest screen that the program works on; below, it asks for more room.
  package static let minimum = Size(columns: 40, rows: 12)

  /// The header row.
  package let header: Rect
  /// The rule below the header; empty on low screens.
  package let upperRule: Rect
  /// Everything between; as wide as the header.
  package let body: Rect
  /// The rule above the footer; empty on low screens.
  package let lowerRule: Rect
  /// The footer row.
  package let footer: Rect

  /// Divides a screen.
  package init(_ size: Size, textColumns: Int = 76) {
    let margin = size.columns >= 44 ? 1 : 0
    // The rules stand out by one column on either side of the text.
    let wide = Rect(size).centredColumn(maximum: max(0, min(textColumns, size.columns)) + 2)
    let text = wide.inset(left: margin, right: margin)
    let hasRules = size.rows >= ScreenLayout.rowsForRules
    let ruleRows = hasRules ? 1 : 0
    let (header, belowHeader) = text.splitTop(1)
    let (aboveFooter, footer) = belowHeader.splitBottom(1)
    self.header = header
    self.footer = footer
    body = aboveFooter.inset(top: ruleRows, bottom: ruleRows)
    upperRule = Rect(
      column: wide.column, row: 1, columns: hasRules ? wide.columns : 0, rows: ruleRows)
    lowerRule = Rect(
      column: wide.column, row: size.rows - 2, columns: hasRules ? wide.columns : 0,
      rows: ruleRows)
  }

  /// Whether there are rules.
  package var hasRules: Bool { upperRule.rows > 0 }
}
