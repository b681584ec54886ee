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
    let width = all.reduce(margin) { $0 + chip($1).width }
    let fits = width <= row.columns
    let gap = fits ? max(0, min(2, (row.columns - width) / max(1, all.count - 1))) : 0
    var column = row.column + margin
    func draw(_ filter: ExamWalkFilter) {
      let chip = chip(filter)
      frame.buffer.draw(chip, at: Position(column: column, row: row.row), in: row)
      let place = Rect(column: column, row: row.row, columns: chip.width, rows: 1)
      frame.targets.append(
        MouseTarget(area: row.intersection(place), action: .item(filter.rawValue)))
      column += chip.width + gap
    }
    if fits {
      for filter in all { draw(filter) }
    } else {
      // No room for all of them: the one that is shown, between arrows.
      column += frame.buffer.draw(
        "\(symbols.left) ", at: Position(column: column, row: row.row), style: .muted, in: row)
      draw(filter)
      frame.buffer.draw(
        " \(symbols.rightwards)", at: Position(column: column, row: row.row), style: .muted,
        in: row)
    }
  }

  /// A group: `[2 Not right 12]` where it is shown, else ` 2 Not right 12 `.
  private func chip(_ filter: ExamWalkFilter) -> Line {
    let isOn = filter == self.filter
    var line = Line(isOn ? "[" : " ", .accent)
    line.append("\(filter.rawValue + 1)", isOn ? .selection : .key)
    line.append(
      " \(ExamWalkWording.name(filter)) \(counts[filter.rawValue])", isOn ? .selection : .body)
    line.append(isOn ? "]" : " ", .accent)
    return line
  }
}
