import PracticeCore
import TerminalUI

/// The rows of the list of all attempts at exams.
struct ExamHistoryRows {
  /// All rows.
  private(set) var rows: [Line] = []
  /// The rows of each attempt.
  private(set) var items: [Range<Int>] = []

  private let columns: Int
  private let symbols: Symbols
  private var isWide: Bool { QuestionTexts.isWide(columns) }

  /// Puts the rows together.
  ///
  /// - Parameters:
  ///   - history: what is listed.
  ///   - columns: the width.
  ///   - height: the rows that are in view at once; the chart takes a third of them.
  ///   - now: the moment.
  ///   - symbols: the signs to draw with.
  init(
    _ history: ExamHistory, columns: Int, height: Int, at now: ClockReading, symbols: Symbols
  ) {
    self.columns = columns
    self.symbols = symbols
    let margin = Line(isWide ? " " : "")
    if history.attempts.isEmpty {
      rows = TextWrapping.wrap(
        Line(ExamHistoryWording.nothing), columns: columns - margin.width, first: margin,
        rest: margin)
      return
    }
    if history.exams.count > 1 {
      rows += [filter(history), Line()]
    }
    // Where both don't fit, the attempts come first: they are what can be opened.
    let isLow = height < Self.rowsForChartFirst
    if !isLow { addTrend(history, height: height) }
    if !isLow, history.trend != nil { rows.append(Line()) }
    for progress in history.listed { add(progress, at: now) }
    if isLow, history.trend != nil {
      rows.append(Line())
      addTrend(history, height: height)
    }
  }

  /// The rows from which on the chart stands above the attempts.
  private static let rowsForChartFirst = 15

  private mutating func addTrend(_ history: ExamHistory, height: Int) {
    guard let trend = history.trend else { return }
    let margin = Line(isWide ? " " : "")
    let chart = ScoreChart(
      trend, columns: columns - 2 * margin.width, height: max(3, min(8, height / 3)),
      symbols: symbols)
    let title = ExamHistoryWording.trend(
      trend, title: history.trendTitle, shown: chart.shown)
    rows += TextWrapping.wrap(
      Line(symbols.display(title)), columns: columns - margin.width, first: margin,
      rest: margin)
    rows += chart.rows.map { margin + $0 }
  }

  /// What is listed, with arrows to what else can be.
  private func filter(_ history: ExamHistory) -> Line {
    let lead = isWide ? " " : ""
    let count = "  \(history.listed.count) of \(history.attempts.count)"
    let used = lead.utf8.count + 4 + count.utf8.count
    let title = Line(symbols.display(history.filterTitle), .selection)
      .truncated(to: max(8, columns - used), ellipsis: symbols.ellipsis)
    return Line(lead) + Line("\(symbols.left) ", .muted) + title
      + Line(" \(symbols.rightwards)", .muted) + Line(count, .muted)
  }

  private mutating func add(_ progress: ExamProgress, at now: ClockReading) {
    guard let attempt = progress.start else { return }
    let start = rows.count
    let indent = Line(isWide ? "   " : "  ")
    let room = columns - indent.width - (isWide ? 1 : 0)
    let title = Line(symbols.display(attempt.title))
    let result: Line
    if let outcome = progress.outcome {
      result = Line(
        ExamHistoryWording.result(outcome),
        Style(outcome.score.isPassed ? .right : .wrong, .bold))
    } else {
      result = Line(ExamHistoryWording.open(progress, at: now), Style(.accent, .bold))
    }
    if isWide {
      let titleRoom = max(12, room - result.width - 2)
      let titles = TextWrapping.wrap(title, columns: titleRoom)
      rows += titles.enumerated().map { index, line in
        index == 0 ? indent + line.padded(to: room - result.width) + result : indent + line
      }
    } else {
      rows += TextWrapping.wrap(title, columns: columns, first: indent, rest: indent)
      rows += TextWrapping.wrap(result, columns: columns, first: indent, rest: indent)
    }
    rows += rows(of: ExamHistoryWording.details(progress, start: attempt), indent: indent)
    items.append(start..<rows.count)
  }

  /// Short pieces side by side, in as many rows as they take; none is broken that fits into one.
  private func rows(of pieces: [String], indent: Line) -> [Line] {
    let room = columns - indent.width - (isWide ? 1 : 0)
    var lines: [Line] = []
    for piece in pieces.map({ Line(symbols.display($0), .muted) }) {
      let joined = lines.last.map { $0.appending(" \(symbols.separator) ", .muted) + piece }
      if let joined, joined.width <= room {
        lines[lines.count - 1] = joined
      } else {
        lines.append(piece)
      }
    }
    return lines.flatMap { TextWrapping.wrap($0, columns: columns, first: indent, rest: indent) }
  }
}
