/// Amounts of days as a calendar: a column for each week, a row for each weekday, Monday first.
package struct CalendarPlot: Hashable, Sendable {
  /// The amounts of days one after the other, from a Monday on; nil for days that are to be blank.
  package var days: [Double?]
  /// What stands above weeks, by the number of the week.
  package var labels: [Int: String]

  /// Makes a calendar.
  package init(days: [Double?], labels: [Int: String]) {
    self.days = days
    self.labels = labels
  }

  /// How many weeks there are.
  package var weeks: Int { (days.count + 6) / 7 }

  /// How many of the weeks, the last ones, fit into so many columns.
  package func shownWeeks(columns: Int) -> Int { min(weeks, max(1, columns - Self.axis)) }

  private static let axis = 4

  /// The rows: one of labels, the seven weekdays, and what the signs stand for.
  ///
  /// The densest sign stands for the greatest amount that is shown.
  ///
  /// - Parameters:
  ///   - columns: the width at most.
  ///   - symbols: the signs to draw with.
  /// - Returns: the rows, none wider than `columns`.
  package func rows(columns: Int, symbols: Symbols) -> [Line] {
    let shown = shownWeeks(columns: columns)
    let first = weeks - shown
    let most = days.suffix(from: min(days.count, first * 7)).compactMap { $0 }.max() ?? 0
    var head = ""
    for week in first..<weeks {
      guard let label = labels[week], Self.axis + week - first >= head.utf8.count else { continue }
      let gap = Self.axis + week - first - head.utf8.count
      // A blank parts it from the label before.
      if gap == 0, !head.isEmpty { continue }
      head += String(repeating: " ", count: gap) + label
    }
    var rows = [Line(head, .muted).prefix(columns: columns)]
    for weekday in 0..<7 {
      let name = weekday % 2 == 0 ? ["Mon", "Wed", "Fri", "Sun"][weekday / 2] : ""
      var line = Line(name, .muted).padded(to: Self.axis)
      for week in first..<weeks {
        let place = week * 7 + weekday
        guard days.indices.contains(place), let value = days[place] else {
          line.append(" ")
          continue
        }
        line.append(
          symbols.shade(most > 0 ? value / most : 0), value > 0 ? .bar : .track)
      }
      rows.append(line.prefix(columns: columns))
    }
    return rows + Self.legend(most: most, columns: columns, symbols: symbols)
  }

  /// The amounts that each sign stands for, as many of them in a row as there is room for.
  private static func legend(most: Double, columns: Int, symbols: Symbols) -> [Line] {
    let most = Int(most.rounded(.up))
    let steps = symbols.shades.count - 1
    func least(_ step: Int) -> Int { max(1, (step * most + steps - 1) / steps) }
    var entries = ["\(symbols.shades[0]) 0"]
    for step in 0..<steps {
      let last = step == steps - 1 ? most : least(step + 1) - 1
      guard least(step) <= last else { continue }
      let amounts =
        least(step) == last ? "\(last)" : "\(least(step))\(symbols.range)\(last)"
      entries.append("\(symbols.shades[step + 1]) \(amounts)")
    }
    let lead = String(repeating: " ", count: axis)
    var texts: [String] = []
    for entry in entries {
      if let last = texts.last, ColumnWidth.of(last + "  " + entry) <= columns {
        texts[texts.count - 1] = last + "  " + entry
      } else {
        texts.append(lead + entry)
      }
    }
    return texts.map { Line($0, .muted).prefix(columns: columns) }
  }
}
