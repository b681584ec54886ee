import TerminalUI

/// The row of groups of questions with their digits and counts, of which one is shown.
struct ExamWalkFilterRow: Widget {
  /// The group that is shown.
  let filter: ExamWalkFilter
  /// How many questions each group has.
  let counts: [Int]
  /// The signs to draw with.
  let symbols: Symbols

  func draw(in area: Rect, on frame: inout Frame) {
    let row = area.rowRect(0)
    let margin = QuestionTexts.isWide(area.columns) ? 1 : 0
    let all = ExamWalkFilter.allCases
    let chips = all.map { chip($0, isNamed: true) }
    let width = chips.reduce(margin) { $0 + $1.width }
    let fits = width <= row.columns
    // Where there is no room for all names, only the group that is shown has its own.
    let shown = fits ? chips : all.map { chip($0, isNamed: $0 == filter) }
    let gap = fits ? max(0, min(2, (row.columns - width) / max(1, chips.count - 1))) : 0
    var column = row.column + margin
    for (filter, chip) in zip(all, shown) {
      frame.buffer.draw(chip, at: Position(column: column, row: row.row), in: row)
      let place = Rect(column: column, row: row.row, columns: chip.width, rows: 1)
      frame.targets.append(
        MouseTarget(area: row.intersection(place), action: .item(filter.rawValue)))
      column += chip.width + gap
    }
  }

  /// A group: `[2 Not right 12]` where it is shown, else ` 2 Not right 12 `, or ` 2:12 `.
  private func chip(_ filter: ExamWalkFilter, isNamed: Bool) -> Line {
    let isOn = filter == self.filter
    let style: Style = isOn ? .selection : .body
    var line = Line(isOn ? "[" : " ", .accent)
    line.append("\(filter.rawValue + 1)", isOn ? style : .key)
    if isNamed {
      line.append(" \(ExamWalkWording.name(filter)) \(counts[filter.rawValue])", style)
    } else {
      line.append(":\(counts[filter.rawValue])", style)
    }
    line.append(isOn ? "]" : " ", .accent)
    return line
  }
}
