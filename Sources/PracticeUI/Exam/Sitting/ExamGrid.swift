import PracticeCore
import TerminalUI

/// The review screen of an exam: all questions in a grid, or the open or flagged ones.
struct ExamGrid: Equatable, Sendable {
  /// Which questions are shown.
  enum Filter: Equatable, Sendable {
    case all, open, flagged
  }

  /// A movement of the mark.
  enum Step: Equatable, Sendable {
    case left, right, up, down, first, last, pageUp, pageDown
  }

  /// Which questions are shown.
  private(set) var filter = Filter.all
  /// The places of the questions that are shown.
  private(set) var places: [Int]
  /// The number of the marked one among them; nil for none.
  private(set) var marked: Int?
  /// The digits of a question's number that were typed.
  private(set) var typed = ""
  /// The rows of the grid.
  var column = MarkedColumn()
  private var perRow = 10
  private var cellColumns = 7
  private var layoutKey: LayoutKey?

  private struct LayoutKey: Equatable, Sendable {
    var filter: Filter
    var marked: Int?
    var columns: Int
    var charset: Charset
  }

  /// Shows all questions of an attempt, with the one at `place` marked.
  init(at place: Int, of attempt: ExamAttempt) {
    places = Array(attempt.sheets.indices)
    marked = places.isEmpty ? nil : place
  }

  /// The place of the marked question; nil for none.
  var markedPlace: Int? { marked.map { places[$0] } }

  /// The place that Enter goes to: that of the typed number, else the marked one.
  var target: Int? { typed.isEmpty ? markedPlace : Int(typed).map { $0 - 1 } }

  // MARK: - Moving

  /// Shows other questions; the mark stays, or goes to the next one that is shown.
  mutating func show(_ filter: Filter, of attempt: ExamAttempt) {
    let old = markedPlace ?? attempt.place
    self.filter = filter
    typed = ""
    switch filter {
    case .all: places = Array(attempt.sheets.indices)
    case .open: places = attempt.openPlaces
    case .flagged: places = attempt.flaggedPlaces
    }
    marked = places.isEmpty ? nil : places.firstIndex { $0 >= old } ?? places.count - 1
    column.restart()
  }

  /// Marks the question at a place, if it is shown.
  mutating func mark(place: Int) {
    typed = ""
    if let index = places.firstIndex(of: place) { marked = index }
  }

  /// Moves the mark.
  mutating func step(_ step: Step) {
    typed = ""
    guard let marked else { return }
    let last = places.count - 1
    let page = max(1, column.viewport.visible.count - 1) * perRow
    let target =
      switch step {
      case .left: marked - 1
      case .right: marked + 1
      case .up: marked - perRow
      // The last row may be short: down from above its end goes to its end.
      case .down: marked / perRow < last / perRow ? min(last, marked + perRow) : marked
      case .first: 0
      case .last: last
      case .pageUp: max(marked % perRow, marked - page)
      case .pageDown: min(last, marked + page)
      }
    if places.indices.contains(target) { self.marked = target }
  }

  /// Moves what is seen by some rows; the mark goes along where it would be out of view.
  mutating func scroll(by rows: Int) {
    column.scroll(by: rows)
    guard let row = column.marked, let marked else { return }
    self.marked = min(places.count - 1, row * perRow + marked % perRow)
  }

  /// Takes a digit of a question's number; the mark goes to it, if it is shown.
  mutating func type(_ digit: Int) {
    if typed.isEmpty && digit == 0 || typed.count >= 4 { return }
    typed += String(digit)
    if let place = target, let index = places.firstIndex(of: place) { marked = index }
  }

  /// Takes the last digit back.
  mutating func erase() { if !typed.isEmpty { typed.removeLast() } }

  /// Forgets the digits.
  mutating func clear() { typed = "" }

  // MARK: - Layout

  /// Lays the grid out for a width.
  mutating func layOut(columns: Int, attempt: ExamAttempt, symbols: Symbols) {
    let key = LayoutKey(
      filter: filter, marked: marked, columns: columns, charset: symbols.charset)
    if layoutKey == key { return }
    layoutKey = key
    guard !places.isEmpty else {
      column.set(
        rows: TextWrapping.wrap(Line(ExamWording.none(filter)), columns: columns))
      return
    }
    let digits = String(attempt.sheets.count).utf8.count
    cellColumns = digits + 5
    let fitting = max(1, columns / cellColumns)
    perRow = fitting >= 10 ? 10 : fitting >= 5 ? 5 : fitting
    var rows: [Line] = []
    for start in stride(from: 0, to: places.count, by: perRow) {
      var row = Line()
      for index in start..<min(start + perRow, places.count) {
        row.append(contentsOf: cell(index, digits: digits, attempt: attempt, symbols: symbols))
      }
      rows.append(row)
    }
    column.set(rows: rows, items: rows.indices.map { $0..<($0 + 1) })
    if let marked { column.mark(marked / perRow) }
  }

  private func cell(
    _ index: Int, digits: Int, attempt: ExamAttempt, symbols: Symbols
  ) -> Line {
    let place = places[index]
    let isMarked = index == marked
    let style = Style(isMarked ? .selection : .body)
    let number = Line("\(place + 1)", style).padded(to: digits, .right, style: style)
    var cell = Line(isMarked ? "[" : " ", style) + number
    cell.append(" ", style)
    let isFlagged = attempt.sheets[place].isFlagged
    cell.append(isFlagged ? symbols.flag : " ", isMarked || !isFlagged ? style : .accent)
    let isAnswered = attempt.isAnswered(place)
    cell.append(isAnswered ? symbols.answered : symbols.open, style)
    cell.append(isMarked ? "]" : " ", style)
    return cell
  }

  /// What the signs mean, or the number that is being typed.
  func legend(symbols: Symbols) -> Line {
    if !typed.isEmpty { return Line(ExamWording.goesTo(typed), .accent) }
    var line = Line(" ")
    for (sign, word) in [
      (symbols.answered, "answered"), (symbols.open, "open"), (symbols.flag, "flagged"),
    ] {
      line.append("\(sign) \(word)   ", .muted)
    }
    return line
  }

  /// Draws the grid, with the cursor on the marked question; the questions can be clicked.
  func draw(in area: Rect, on frame: inout Frame, symbols: Symbols) {
    let view = column.viewport
    let row = (marked ?? 0) / perRow
    var grid = ScrollView(
      rows: column.rows, viewport: view, symbols: symbols,
      cursorRow: view.visible.contains(row) ? row : view.visible.lowerBound)
    grid.cursorColumn = marked.map { $0 % perRow * cellColumns } ?? 0
    grid.draw(in: area, on: &frame)
    guard marked != nil, let cursor = frame.cursor else { return }
    for index in places.indices where view.visible.contains(index / perRow) {
      let cell = Rect(
        column: area.column + index % perRow * cellColumns,
        row: cursor.row + index / perRow - row, columns: cellColumns, rows: 1)
      frame.targets.append(MouseTarget(area: cell, action: .item(places[index])))
    }
  }
}

extension ExamGrid.Filter {
  /// The name, as the footer says it.
  var name: String {
    switch self {
    case .all: "all"
    case .open: "open"
    case .flagged: "flagged"
    }
  }
}
