import TerminalUI

/// A table of notes, fitted to a width.
///
/// Columns that are too wide together are made narrower, the widest first, and their cells are
/// wrapped. Where that would leave columns in which hardly a word fits, the rows are written one
/// cell below the other, each with its column's heading.
struct NotesTable {
  private let header: [Line]
  private let rows: [[Line]]
  private let symbols: Symbols

  /// The blanks between two columns.
  private static let gap = 2
  /// The narrowest that a column is made whose cells are longer.
  private static let leastColumns = 11

  /// Makes a table; every row has as many cells as the header.
  init(header: [Line], rows: [[Line]], symbols: Symbols) {
    self.header = header
    self.rows = rows
    self.symbols = symbols
  }

  /// The rows of text that it takes in `columns`.
  func lines(columns: Int) -> [Line] {
    if header.isEmpty { return [] }
    return widths(columns: columns).map(sideBySide) ?? stacked(columns: columns)
  }

  /// The width of each column; nil where they don't fit side by side.
  private func widths(columns: Int) -> [Int]? {
    var widths = [Int](repeating: 1, count: header.count)
    var least = widths
    for row in [header] + rows {
      for (column, cell) in row.prefix(widths.count).enumerated() {
        widths[column] = max(widths[column], min(cell.width, columns))
        let longestWord = cell.text.split(separator: " ").map { ColumnWidth.of(String($0)) }.max()
        least[column] = max(least[column], longestWord ?? 1)
      }
    }
    for column in widths.indices {
      least[column] = min(widths[column], max(least[column], NotesTable.leastColumns))
    }
    var excess = widths.reduce(0, +) + NotesTable.gap * (widths.count - 1) - columns
    while excess > 0 {
      // The widest column that can still be narrower gives a column away.
      let candidates = widths.indices.filter { widths[$0] > least[$0] }
      guard let widest = candidates.max(by: { widths[$0] < widths[$1] }) else { return nil }
      widths[widest] -= 1
      excess -= 1
    }
    return widths
  }

  private func sideBySide(_ widths: [Int]) -> [Line] {
    var lines = lines(of: header, widths: widths)
    var rule = Line()
    for (column, width) in widths.enumerated() {
      if column > 0 { rule.append(blanks(NotesTable.gap)) }
      rule.append(String(repeating: symbols.rule, count: width), .rule)
    }
    lines.append(rule)
    let blocks = rows.map { self.lines(of: $0, widths: widths) }
    // The first column says where a row begins, unless its own text goes on below.
    let isUnclear = rows.contains { row in
      row.first.map { $0.width == 0 || $0.width > widths[0] } ?? true
    }
    for (index, block) in blocks.enumerated() {
      if isUnclear && index > 0 { lines.append(Line()) }
      lines += block
    }
    return lines
  }

  /// One row of cells side by side.
  private func lines(of cells: [Line], widths: [Int]) -> [Line] {
    let wrapped = zip(cells, widths).map { TextWrapping.wrap($0, columns: $1) }
    let height = wrapped.map(\.count).max() ?? 0
    return (0..<height).map { index in
      var line = Line()
      var end = 0
      for (cell, width) in zip(wrapped, widths) {
        if cell.indices.contains(index), cell[index].width > 0 {
          line = line.padded(to: end)
          line.append(contentsOf: cell[index])
        }
        end += width + NotesTable.gap
      }
      return line
    }
  }

  /// The rows one after the other, a cell a line.
  private func stacked(columns: Int) -> [Line] {
    var lines: [Line] = []
    for (index, row) in rows.enumerated() {
      if index > 0 { lines.append(Line()) }
      for (column, (heading, cell)) in zip(header, row).enumerated() {
        if cell.width == 0 { continue }
        var line = heading
        if heading.width > 0 { line.append(heading.text.hasSuffix("?") ? " " : ": ", .heading) }
        line.append(contentsOf: cell)
        let indent = column == 0 ? 0 : 2
        lines += TextWrapping.wrap(
          line, columns: columns, first: Line(blanks(indent)), rest: Line(blanks(indent + 2)))
      }
    }
    // Without rows there is still something to be read.
    return rows.isEmpty ? TextWrapping.wrap(joinedHeader, columns: columns) : lines
  }

  private var joinedHeader: Line {
    header.dropFirst().reduce(header[0]) { $0.appending(", ") + $1 }
  }

  private func blanks(_ count: Int) -> String { String(repeating: " ", count: count) }
}
