import PracticeCore
package import TerminalUI

/// The statistics as rows of text, for screens and for lines of a terminal.
package struct StatisticsRows: Equatable, Sendable {
  /// All rows.
  package private(set) var rows: [Line] = []
  /// The row of each section's heading.
  package private(set) var headings: [Int] = []

  private let columns: Int
  private let symbols: Symbols
  /// How wide the names of facts are in the section that is laid out: its values stand below each
  /// other.
  private var factWidth = 0
  private var isWide: Bool { columns >= 60 }
  private var margin: Int { isWide ? 1 : 0 }
  private var room: Int { columns - 2 * margin }

  /// Lays a report out in `columns`.
  package init(_ report: StatisticsReport, columns: Int, symbols: Symbols) {
    self.columns = columns
    self.symbols = symbols
    for section in report.sections {
      if !rows.isEmpty { rows.append(Line()) }
      headings.append(rows.count)
      add([Line(symbols.display(section.title), Style(.heading, .bold))])
      factWidth = Self.width(ofNamesIn: section)
      var follows = false
      for block in section.blocks {
        // What is said of all facts isn't one more of them.
        if follows, case .text = block { setOff() }
        if case .facts = block { follows = true } else { follows = false }
        add(block)
      }
    }
  }

  private mutating func add(_ lines: [Line]) {
    let lead = Line(String(repeating: " ", count: margin))
    rows += lines.map { ($0.spans.isEmpty ? $0 : lead + $0).prefix(columns: columns) }
  }

  private mutating func add(_ block: StatisticsReport.Block) {
    switch block {
    case .heading(let text):
      setOff()
      add(wrapped(text, Style(.heading, .bold)))
    case .text(let text): add(wrapped(text))
    case .facts(let facts): add(self.rows(of: facts))
    case .bars(let bars):
      addCaption(bars.caption)
      add(self.rows(of: bars))
    case .columns(let columns):
      addCaption(columns.caption + grouping(of: columns))
      add(self.rows(of: columns))
    case .curve(let curve):
      let reference = curve.referenceLabel
      addCaption(
        curve.caption + (reference.isEmpty ? "" : "; single dots: \(reference)"))
      add(
        curve.plot.rows(
          columns: min(room, curve.plot.isJoined ? 64 : 44), height: isWide ? 8 : 6,
          symbols: symbols))
    case .calendar(let calendar): add(calendar)
    case .table(let table):
      addCaption(table.caption)
      add(self.rows(of: table))
    case .questions(let questions): for question in questions { add(question) }
    }
  }

  private func wrapped(_ text: String, _ style: Style = .body, indent: Int = 0) -> [Line] {
    let lead = Line(String(repeating: " ", count: indent))
    return TextWrapping.wrap(
      Line(symbols.display(text), style), columns: room, first: lead, rest: lead)
  }

  /// A caption, set off from what stands above it.
  private mutating func addCaption(_ text: String) {
    setOff()
    add(wrapped(text + ".", .muted))
  }

  /// Leaves a row free, unless the heading of the section stands above.
  private mutating func setOff() {
    if headings.last != rows.count - 1 { rows.append(Line()) }
  }

  // MARK: - Facts and bars

  private static func width(ofNamesIn section: StatisticsReport.Section) -> Int {
    let names = section.blocks.flatMap { block in
      if case .facts(let facts) = block { facts.map(\.name) } else { [String]() }
    }
    return min(16, (names.map { ColumnWidth.of($0) }.max() ?? 0) + 2)
  }

  private func rows(of facts: [StatisticsReport.Fact]) -> [Line] {
    facts.flatMap { fact in
      TextWrapping.wrap(
        Line(symbols.display(fact.value)), columns: room,
        first: Line(symbols.display(fact.name), .heading).padded(to: factWidth),
        rest: Line(String(repeating: " ", count: factWidth)))
    }
  }

  private func rows(of bars: StatisticsReport.Bars) -> [Line] {
    let labels = bars.bars.map {
      Line(String(repeating: " ", count: 2 * $0.level) + symbols.display($0.label))
    }
    let values = bars.bars.map { Line(symbols.display($0.value)) }
    let valueWidth = values.map(\.width).max() ?? 0
    let labelWidth = labels.map(\.width).max() ?? 0
    let barWidth = isWide ? 20 : 10
    // Beside each other where the labels are not cut too short for it.
    if labelWidth + barWidth + valueWidth + 4 <= room || (isWide && valueWidth < 20) {
      let fitted = min(labelWidth, room - barWidth - valueWidth - 4)
      return zip(bars.bars, zip(labels, values)).map { bar, texts in
        texts.0.fitted(to: fitted, ellipsis: symbols.ellipsis) + Line("  ")
          + ProgressBar(share: bar.share, columns: barWidth).line(symbols) + Line("  ") + texts.1
      }
    }
    return zip(bars.bars, zip(labels, values)).flatMap { bar, texts in
      let lead = Line(String(repeating: " ", count: 2 * bar.level))
      return TextWrapping.wrap(texts.0, columns: room, rest: lead)
        + [
          lead + ProgressBar(share: bar.share, columns: barWidth).line(symbols) + Line("  ")
            + texts.1
        ]
    }
  }

  // MARK: - Charts

  /// How many amounts are added up to one column.
  private func group(of columns: StatisticsReport.Columns) -> Int {
    let room = max(1, self.room - 6)
    guard columns.values.count > room else { return 1 }
    let needed = (columns.values.count + room - 1) / room
    return min(max(1, columns.mostGrouped), needed)
  }

  private func grouping(of columns: StatisticsReport.Columns) -> String {
    let group = group(of: columns)
    return (group > 1 ? "; each column: \(group) \(columns.unit)s" : "")
      + (columns.markLabel.isEmpty ? "" : "; the line: \(columns.markLabel)")
  }

  private func rows(of columns: StatisticsReport.Columns) -> [Line] {
    let group = group(of: columns)
    func grouped<Amount>(_ amounts: [Amount], _ sum: (ArraySlice<Amount>) -> Amount) -> [Amount] {
      stride(from: 0, to: amounts.count, by: group).map { start in
        sum(amounts[start..<min(start + group, amounts.count)])
      }
    }
    return ColumnPlot(
      values: grouped(columns.values) { $0.reduce(0, +) },
      // The columns that are part marked, part not, have none.
      marks: grouped(columns.marks) { marks in
        marks.allSatisfy { $0 != nil } ? marks.reduce(0) { $0 + ($1 ?? 0) } : nil
      },
      first: symbols.display(columns.labels.first ?? ""),
      last: symbols.display(columns.labels.last ?? "")
    ).rows(columns: room, height: isWide ? 6 : 4, symbols: symbols)
  }

  private mutating func add(_ calendar: StatisticsReport.Calendar) {
    var labels: [Int: String] = [:]
    let weeks = (calendar.values.count + 6) / 7
    for week in 0..<weeks {
      let first = calendar.start.advanced(byDays: 7 * week)
      // The month stands above the week in which it begins; that of the first week only where the
      // next one leaves room for it.
      let isAlone = (1...3).allSatisfy { first.advanced(byDays: 7 * $0).parts.day > 7 }
      if first.parts.day <= 7 || (week == 0 && isAlone) {
        labels[week] = String(Phrases.dayAndMonth(first).suffix(3))
      }
    }
    let plot = CalendarPlot(days: calendar.values.map { Double($0) }, labels: labels)
    let shown = plot.shownWeeks(columns: room)
    addCaption(
      calendar.caption + (shown < weeks ? "; the last \(shown) of \(weeks) weeks are shown" : ""))
    add(plot.rows(columns: room, symbols: symbols))
  }

  // MARK: - Tables and lists

  private func rows(of table: StatisticsReport.Table) -> [Line] {
    let cells = ([table.header] + table.rows).map { $0.map { Line(symbols.display($0)) } }
    let count = table.header.count
    var widths = (0..<count).map { column in
      cells.map { column < $0.count ? $0[column].width : 0 }.max() ?? 0
    }
    // The first column, which has the names, gives way.
    let others = widths.dropFirst().reduce(0) { $0 + $1 + 2 }
    let least = isWide ? 20 : 12
    if table.numbers.contains(0) || others + least <= room {
      if !table.numbers.contains(0) { widths[0] = min(widths[0], room - others) }
      return cells.enumerated().map { row, line in
        self.row(line, widths: widths, numbers: table.numbers, isHeader: row == 0)
      }
    }
    // Where even that is too little, each row takes two: the name, then the numbers.
    return cells.enumerated().flatMap { row, line in
      let rest = self.row(
        Array(line.dropFirst()), widths: Array(widths.dropFirst()),
        numbers: Set(table.numbers.map { $0 - 1 }), isHeader: row == 0)
      return [
        line[0].inRole(row == 0 ? .heading : .body)
          .truncated(to: room, ellipsis: symbols.ellipsis), Line("  ") + rest,
      ]
    }
  }

  private func row(
    _ cells: [Line], widths: [Int], numbers: Set<Int>, isHeader: Bool
  ) -> Line {
    var line = Line()
    for (column, cell) in cells.enumerated() where column < widths.count {
      if column > 0 { line.append("  ") }
      let styled = isHeader ? cell.inRole(.heading) : cell
      line.append(
        contentsOf: styled.fitted(
          to: widths[column], numbers.contains(column) ? .right : .left,
          ellipsis: symbols.ellipsis))
    }
    return line
  }

  private mutating func add(_ question: StatisticsReport.QuestionItem) {
    let bullet = Line("\(symbols.bullet) ")
    let lines = TextWrapping.wrap(
      Line(symbols.display(question.name), Style(.body, .bold)).appending("  ")
        .appending(symbols.display(question.text), .muted), columns: room, first: bullet,
      rest: Line("  "))
    var shown = Array(lines.prefix(isWide ? 2 : 3))
    if shown.count < lines.count, var last = shown.popLast() {
      // What is left out is told by an ellipsis, which takes the place of the end where it must.
      last.append(symbols.ellipsis, .muted)
      shown.append(last.truncated(to: room, ellipsis: symbols.ellipsis))
    }
    add(shown)
    for remark in question.remarks { add(wrapped(remark, indent: 2)) }
  }
}
