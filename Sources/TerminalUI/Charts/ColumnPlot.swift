/// Amounts as columns beside each other, with a scale at the left and labels below.
///
/// Drawn with blocks of an eighth of a row each; in ASCII with whole rows.
package struct ColumnPlot: Hashable, Sendable {
  /// The amounts, not negative.
  package var values: [Double]
  /// For each column an amount that is marked by a line across it, such as a limit; nil, or no entry,
  /// for none.
  package var marks: [Double?]
  /// What stands below the first column.
  package var first: String
  /// What stands below the last column.
  package var last: String

  /// Makes a plot.
  package init(values: [Double], marks: [Double?] = [], first: String = "", last: String = "") {
    self.values = values.map { $0.isFinite ? max(0, $0) : 0 }
    self.marks = marks.map { mark in mark.flatMap { $0.isFinite ? max(0, $0) : nil } }
    self.first = first
    self.last = last
  }

  /// The rows of the plot.
  ///
  /// - Parameters:
  ///   - columns: the width at most.
  ///   - height: the rows of the columns; one more has the labels.
  ///   - symbols: the signs to draw with.
  /// - Returns: the rows, none wider than `columns`.
  package func rows(columns: Int, height: Int, symbols: Symbols) -> [Line] {
    let top = Self.top(for: max(values.max() ?? 0, marks.compactMap { $0 }.max() ?? 0))
    let axis = String(top).utf8.count + 2
    let room = max(1, columns - axis)
    // The columns take as much room as there is, up to three cells each.
    let width = max(1, min(3, room / max(1, values.count)))
    let shown = Array(values.prefix(room / width))
    let plotted = shown.count * width
    let height = max(1, height)
    let markRows = marks.prefix(shown.count).map { mark in
      mark.map { max(0, Int(($0 / Double(top) * Double(height)).rounded(.up)) - 1) }
    }
    var rows: [Line] = []
    for row in (0..<height).reversed() {
      let mark = markRows.firstIndex(of: row).flatMap { marks[$0] }
      let label = mark.map { String(Int($0)) } ?? (row == height - 1 ? String(top) : "")
      var line = Line(label).padded(to: axis - 2, .right)
      line.append(" ")
      line.append(mark != nil ? symbols.crossing : symbols.verticalRule, .rule)
      for (column, value) in shown.enumerated() {
        let isMarked = markRows.indices.contains(column) && markRows[column] == row
        let empty = isMarked ? symbols.rule : " "
        let eighths = (value / Double(top) * Double(height * 8)).rounded()
        // What is there is seen, however little it is.
        let filled = (value > 0 ? max(1, Int(eighths)) : 0) - row * 8
        let cell =
          filled <= 0 ? empty : filled >= 8 ? symbols.levels[7] : symbols.levels[filled - 1]
        line.append(String(repeating: cell, count: width), filled <= 0 ? .rule : .bar)
      }
      rows.append(line.prefix(columns: columns))
    }
    var foot = Line("0").padded(to: axis - 2, .right)
    foot.append(" ")
    foot.append(symbols.crossing, .rule)
    foot.append(
      Self.between(first, last, columns: max(plotted, min(room, first.count + last.count + 2))),
      .muted)
    rows.append(foot.prefix(columns: columns))
    return rows
  }

  /// Two labels at the ends of a row.
  static func between(_ first: String, _ last: String, columns: Int) -> String {
    let gap = columns - ColumnWidth.of(first) - ColumnWidth.of(last)
    return gap > 0 ? first + String(repeating: " ", count: gap) + last : first
  }

  /// A round number that is at least `value`: 1, 2, 3, 4, 5, 6 or 8 times a power of ten.
  package static func top(for value: Double) -> Int {
    guard value.isFinite, value > 1 else { return 1 }
    var power = 1
    while Double(power) * 10 < value, power < 1_000_000_000 { power *= 10 }
    return [1, 2, 3, 4, 5, 6, 8, 10].first { Double($0 * power) >= value }.map { $0 * power } ?? 10
      * power
  }
}
