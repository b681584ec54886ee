import PracticeCore
import TerminalUI

/// A chart of scores: a column for each attempt, and a line across at the score that passes.
struct ScoreChart {
  /// The rows of the chart, without its title.
  let rows: [Line]
  /// How many of the attempts are shown: the last ones, as many as there is room for.
  let shown: Int

  /// Draws a trend.
  ///
  /// - Parameters:
  ///   - trend: the scores.
  ///   - columns: the width.
  ///   - height: the rows of the plot, at least 2; three more name signs and days.
  ///   - symbols: the signs to draw with.
  init(_ trend: ExamTrend, columns: Int, height: Int, symbols: Symbols) {
    let range = trend.scale.range
    let pass = trend.scale.passingScore
    let labels = [range.lowerBound, range.upperBound, pass].map { String($0).utf8.count }
    let axis = (labels.max() ?? 1) + 2
    let room = max(4, columns - axis)
    let barColumns = max(1, min(4, (room + 1) / trend.points.count - 1))
    let pitch = barColumns + 1
    let points = Array(trend.points.suffix(max(1, (room + 1) / pitch)))
    shown = points.count
    let plotColumns = min(room, max(points.count * pitch + 1, 24))

    func eighths(_ score: Int) -> Int {
      let length = max(1, range.upperBound - range.lowerBound)
      let share = Double(score - range.lowerBound) / Double(length)
      return Int((min(1, max(0, share)) * Double(height * 8)).rounded())
    }
    let passRow = min(height - 1, eighths(pass) / 8)
    var rows: [Line] = []
    for row in (0..<height).reversed() {
      let value =
        row == passRow
        ? pass : row == height - 1 ? range.upperBound : row == 0 ? range.lowerBound : nil
      var line = Line(value.map(String.init) ?? "").padded(to: axis - 2, .right)
      line.append(" ")
      line.append(row == passRow ? symbols.crossing : symbols.verticalRule, .rule)
      let empty = row == passRow ? symbols.rule : " "
      for point in points {
        // A score never seems to be nothing at all.
        let filled = max(1, eighths(point.score)) - row * 8
        let cell =
          filled <= 0
          ? empty : filled >= 8 ? symbols.levels[7] : symbols.levels[filled - 1]
        line.append(
          String(repeating: cell, count: barColumns), filled <= 0 ? .rule : .bar)
        line.append(empty, .rule)
      }
      let used = line.width
      line.append(String(repeating: empty, count: max(0, axis + plotColumns - used)), .rule)
      rows.append(line.prefix(columns: axis + plotColumns))
    }
    var signs = Line(String(repeating: " ", count: axis))
    for point in points {
      let sign = Line(
        point.isPassed ? symbols.right : symbols.wrong, Style(point.isPassed ? .right : .wrong))
      signs.append(contentsOf: sign.padded(to: barColumns, .centre).appending(" "))
    }
    rows.append(signs.prefix(columns: axis + plotColumns))
    if let first = points.first?.day, let last = points.last?.day {
      let lead = String(repeating: " ", count: axis)
      let from = Phrases.date(first)
      let to = Phrases.date(last)
      let gap = max(2, min(plotColumns, room) - from.utf8.count - to.utf8.count)
      let text =
        first == last ? lead + from : lead + from + String(repeating: " ", count: gap) + to
      rows.append(Line(text, .muted).prefix(columns: columns))
    }
    self.rows = rows
  }
}
