import TerminalUI

/// Rows of text in columns, for commands that print lists.
enum TextTable {
  /// The rows as lines, each column as wide as its widest cell, two blanks between columns.
  ///
  /// - Parameters:
  ///   - rows: The cells; texts from outside will do.
  ///   - rightAligned: The columns, from 0, whose cells stand at the right.
  ///   - width: How wide lines may be: the last cell of a longer row goes on below, or all of the
  ///     row where that would leave it little room. As wide as they come where nil.
  /// - Returns: The lines, one for each row that is not too wide, safe to be shown.
  static func lines(
    _ rows: [[String]], rightAligned: Set<Int> = [], width: Int? = nil
  ) -> [String] {
    let rows = rows.map { $0.map { DisplayText.sanitized($0) } }
    let count = rows.map(\.count).max() ?? 0
    let widths = (0..<count).map { column in
      rows.map { column < $0.count ? ColumnWidth.of($0[column]) : 0 }.max() ?? 0
    }
    let lead = widths.dropLast().reduce(0) { $0 + $1 + 2 }
    return rows.flatMap { row in
      var line = ""
      for (column, cell) in row.enumerated() {
        let room = String(repeating: " ", count: widths[column] - ColumnWidth.of(cell))
        line += column == 0 ? "" : "  "
        line += rightAligned.contains(column) ? room + cell : cell + room
      }
      while line.last == " " { line.removeLast() }
      guard let width, ColumnWidth.of(line) > width else { return [line] }
      return broken(line, last: row.count == count ? row.last : nil, at: lead, width: width)
    }
  }

  /// Goes on below with a line that is too wide: below its last cell, which begins at `lead`, or
  /// near the start of the line where there is little room.
  private static func broken(
    _ line: String, last: String?, at lead: Int, width: Int
  ) -> [String] {
    let least = 12
    guard let last, width - lead >= least else {
      return TextWrapping.wrap(Line(line), columns: width, hanging: 4).map(\.text)
    }
    let start = Line(line).prefix(columns: lead)
    let indent = String(repeating: " ", count: lead)
    let texts = TextWrapping.wrap(Line(last), columns: width - lead).map(\.text)
    return texts.enumerated().map { ($0 == 0 ? start.text : indent) + $1 }
  }
}
