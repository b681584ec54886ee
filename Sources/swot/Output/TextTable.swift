import TerminalUI

/// Rows of text in columns, for commands that print lists.
enum TextTable {
  /// The rows as lines, each column as wide as its widest cell, two blanks between columns.
  ///
  /// - Parameters:
  ///   - rows: The cells; texts from outside will do.
  ///   - rightAligned: The columns, from 0, whose cells stand at the right.
  /// - Returns: A line for each row, safe to be shown.
  static func lines(_ rows: [[String]], rightAligned: Set<Int> = []) -> [String] {
    let rows = rows.map { $0.map { DisplayText.sanitized($0) } }
    let count = rows.map(\.count).max() ?? 0
    let widths = (0..<count).map { column in
      rows.map { column < $0.count ? ColumnWidth.of($0[column]) : 0 }.max() ?? 0
    }
    return rows.map { row in
      var line = ""
      for (column, cell) in row.enumerated() {
        let room = String(repeating: " ", count: widths[column] - ColumnWidth.of(cell))
        line += column == 0 ? "" : "  "
        line += rightAligned.contains(column) ? room + cell : cell + room
      }
      while line.last == " " { line.removeLast() }
      return line
    }
  }
}
