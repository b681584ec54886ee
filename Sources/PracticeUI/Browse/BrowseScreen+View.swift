import PracticeCore
import TerminalUI

extension BrowseScreen {
  func header(in context: ScreenContext) -> HeaderRow {
    let symbols = context.symbols
    var leading = [HeaderRow.Part(Line(title, .heading), priority: 2)]
    if let number = list.markedQuestion {
      let bank = symbols.display(list.index.bank(number, in: context.catalog).title)
      leading.append(.init(Line(" \(symbols.separator) \(bank)", .muted), priority: 0))
    }
    var trailing: [HeaderRow.Part] = []
    if !list.query.isEmpty && entry == nil {
      let query = Line(symbols.display("'\(list.query)'"), .accent)
      trailing.append(
        .init(query.truncated(to: 20, ellipsis: symbols.ellipsis), priority: 1))
    }
    let count =
      list.position.map { "\($0 + 1) of \(list.listed)" } ?? BrowseWording.nothingListed
    trailing.append(.init(Line(count), priority: 3))
    return HeaderRow(leading: leading, trailing: trailing, symbols: symbols)
  }

  /// Where the filters and the list stand in the body.
  func areas(of body: Rect, in context: ScreenContext) -> (filters: Rect, list: Rect) {
    let (filters, list) = body.splitTop(1)
    return (filters, context.stage.layout.hasRules ? list.inset(top: 1) : list)
  }

  func viewport(in context: ScreenContext) -> Viewport? { list.viewport }

  func draw(in body: Rect, on frame: inout Frame, context: ScreenContext) {
    let symbols = context.symbols
    let areas = areas(of: body, in: context)
    drawFilters(in: areas.filters, on: &frame, symbols: symbols)
    let isWide = QuestionTexts.isWide(body.columns)
    if list.rows.isEmpty {
      let margin = Line(isWide ? " " : "")
      let text = symbols.display(BrowseWording.nothing(list.filter, query: list.query))
      let rows = TextWrapping.wrap(
        Line(text), columns: areas.list.columns, first: margin, rest: margin)
      for (index, row) in rows.enumerated() {
        let place = areas.list.rowRect(index)
        frame.buffer.draw(row, at: place.origin, in: place)
      }
      frame.cursor = areas.list.isEmpty ? nil : areas.list.origin
      return
    }
    var column = ScrollView(
      viewport: list.viewport, symbols: symbols, cursorRow: list.markedRow
    ) { row($0, columns: body.columns, in: context) }
    column.cursorColumn = isWide ? 1 : 0
    column.items = list.viewport.visible.map { ($0..<$0 + 1, .item($0)) }
    column.draw(in: areas.list, on: &frame)
  }

  // MARK: - Filters

  private func drawFilters(in area: Rect, on frame: inout Frame, symbols: Symbols) {
    let margin = QuestionTexts.isWide(area.columns) ? 1 : 0
    let shown = shownFilters
    let width = shown.reduce(0) { $0 + chip($1, symbols).width }
    let gap = max(0, min(2, (area.columns - margin - width) / max(1, shown.count - 1)))
    var column = area.column + margin
    func draw(_ filter: BrowseFilter, _ line: Line) {
      frame.buffer.draw(line, at: Position(column: column, row: area.row), in: area)
      let place = Rect(column: column, row: area.row, columns: line.width, rows: 1)
      frame.targets.append(
        MouseTarget(area: area.intersection(place), action: .item(-1 - filter.rawValue)))
      column += line.width + gap
    }
    if width + margin <= area.columns {
      for filter in shown { draw(filter, chip(filter, symbols)) }
    } else {
      // No room for all of them: the one that is on, between arrows.
      column += frame.buffer.draw(
        "\(symbols.left) ", at: Position(column: column, row: area.row), style: .muted, in: area)
      draw(list.filter, chip(list.filter, symbols))
      frame.buffer.draw(
        " \(symbols.rightwards)", at: Position(column: column - gap, row: area.row),
        style: .muted, in: area)
    }
  }

  /// A filter with its count: `[Due 12]` where it is on, else ` Due 12 `.
  private func chip(_ filter: BrowseFilter, _ symbols: Symbols) -> Line {
    let isOn = filter == list.filter
    var line = Line(isOn ? "[" : " ", .accent)
    line.append(BrowseWording.name(filter), isOn ? .selection : .body)
    if let sign = BrowseWording.sign(filter, symbols) {
      line.append(" ")
      line.append(sign, .accent)
    }
    line.append(" \(list.counts[filter.rawValue])", isOn ? .selection : .body)
    line.append(isOn ? "]" : " ", .accent)
    return line
  }

  // MARK: - Rows

  private func row(_ row: Int, columns: Int, in context: ScreenContext) -> Line {
    let symbols = context.symbols
    let isWide = QuestionTexts.isWide(columns)
    switch list.rows[row] {
    case .gap: return Line()
    case .bank(let bank):
      return .titledRule(
        context.catalog.banks[Int(bank)].title, columns: columns, symbols: symbols)
    case .group(let group):
      let title = Line(symbols.display(list.index.groups[Int(group)].title), .heading)
      let margin = Line(isWide ? " " : "")
      return margin
        + title.truncated(to: columns - 2 * margin.width, ellipsis: symbols.ellipsis)
    case .question(let number):
      return questionRow(
        Int(number), isMarked: row == list.markedRow, columns: columns, in: context)
    }
  }

  private func questionRow(
    _ number: Int, isMarked: Bool, columns: Int, in context: ScreenContext
  ) -> Line {
    let symbols = context.symbols
    let isWide = QuestionTexts.isWide(columns)
    let question = list.index.question(number, in: context.catalog)
    let progress = context.learner[question.id]
    let isHeldBack = context.learner.isHeldBack(question.id, on: context.day)
    var text = Line()
    func add(_ field: String, _ width: Int) {
      text.append(
        contentsOf: Line(symbols.display(field)).fitted(to: width, ellipsis: symbols.ellipsis))
      text.append(isWide ? "  " : " ")
    }
    if isWide { add(String(question.id.question), min(max(4, list.index.longestID), 16)) }
    add(
      isHeldBack ? BrowseWording.heldBackState : BrowseWording.state(progress, on: context.day), 11)
    text.append(progress.isFlagged ? symbols.flag : " ", .accent)
    text.append(progress.keepsSlipping ? "\(symbols.down) " : "  ", .accent)
    let mark = isMarked ? symbols.mark : " "
    var line = isWide ? Line(" \(mark) ", .accent) : Line("\(mark) ", .accent)
    let room = max(0, columns - line.width - text.width)
    if isHeldBack {
      // Not even its beginning: it shall be new in the last mock.
      let words = Line(BrowseWording.heldBack, .muted)
      text.append(contentsOf: words.truncated(to: room, ellipsis: symbols.ellipsis))
      line.append(contentsOf: isMarked ? text.selected : text)
      return line
    }
    // More than fits is never seen, so that long stems cost nothing.
    let stem = question.stem.prefix(2 * room).split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
    var shown = Line(symbols.display(stem))
    if stem.utf8.count < question.stem.utf8.count / 2 { shown.append(symbols.ellipsis) }
    text.append(contentsOf: shown.truncated(to: room, ellipsis: symbols.ellipsis))
    line.append(contentsOf: isMarked ? text.selected : text)
    return line
  }
}
