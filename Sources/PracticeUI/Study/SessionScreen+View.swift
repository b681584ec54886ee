import PracticeCore
import TerminalUI

extension SessionScreen {
  func header(in context: ScreenContext) -> HeaderRow {
    let symbols = context.symbols
    let shown = feedback == nil ? session.number : session.answers.count
    let total = max(session.total, shown)
    let bar = ProgressBar(done: session.answers.count, of: total, columns: 8).line(symbols)
    var trailing: [HeaderRow.Part] = [
      .init(Line("\(shown) of \(total)"), priority: 3), .init(bar, priority: 2),
    ]
    guard let question, let bank = context.catalog.bank(of: question.id) else {
      return HeaderRow(leading: [], trailing: trailing, symbols: symbols)
    }
    if context.learner[question.id].isFlagged {
      trailing.insert(.init(Line(symbols.flag, .accent), priority: 1), at: 0)
    }
    let title = Line(symbols.display(bank.title), .heading)
    var leading: [HeaderRow.Part] = [.init(title, priority: 3)]
    // The objective's name could give the answer away; the domain's doesn't. It is cut where it
    // doesn't fit, and left out where hardly a word of it would stay.
    if let domain = question.objective.flatMap({ bank.domain(ofObjective: $0) }) {
      let used = trailing.reduce(title.width) { $0 + $1.line.width + 2 }
      let room = context.stage.layout.header.columns - used
      let part = Line(" \(symbols.separator) \(symbols.display(domain.title))", .muted)
      if room >= min(part.width, Self.leastDomainColumns) {
        leading.append(
          .init(part.truncated(to: room, ellipsis: symbols.ellipsis), priority: 0))
      }
    }
    return HeaderRow(leading: leading, trailing: trailing, symbols: symbols)
  }

  /// The columns below which a domain's title is left out of the header.
  private static let leastDomainColumns = 16

  func viewport(in context: ScreenContext) -> Viewport? {
    feedback?.column.viewport ?? pane?.column.viewport
  }

  func draw(in body: Rect, on frame: inout Frame, context: ScreenContext) {
    let symbols = context.symbols
    if let feedback {
      let areas = feedbackAreas(in: context)
      feedback.column.draw(in: areas.body, on: &frame, symbols: symbols)
      for (index, line) in areas.verdict.enumerated() {
        let row = body.rowRect(index)
        frame.buffer.draw(line, at: row.origin, in: row)
      }
      let margin = QuestionTexts.isWide(body.columns) ? 1 : 0
      frame.cursor =
        body.isEmpty ? nil : Position(column: body.column + margin, row: body.row)
    } else if let pane {
      let isWide = QuestionTexts.isWide(body.columns)
      pane.column.draw(
        in: body, on: &frame, symbols: symbols, markColumn: isWide ? 1 : 0,
        marks: pane.kind != .answer)
      if pane.column.marked != nil,
        let column = pane.fieldCursor(columns: body.columns, symbols: symbols),
        let cursor = frame.cursor
      {
        frame.cursor = Position(column: body.column + column, row: cursor.row)
      }
    }
  }

  /// The verdict's rows, and what is left of the body below them.
  func feedbackAreas(in context: ScreenContext) -> (verdict: [Line], body: Rect) {
    let body = context.stage.body
    guard let feedback else { return ([], body) }
    let margin = Line(QuestionTexts.isWide(body.columns) ? " " : "")
    var rows = TextWrapping.wrap(
      Verdict.line(
        on: feedback.answer, returns: session.comesBack(feedback.answer.record.question),
        planned: planned, in: context), columns: body.columns, first: margin, rest: margin)
    // Air where there is room for it.
    if context.stage.layout.hasRules { rows.append(Line()) }
    return (rows, body.splitTop(rows.count).rest)
  }
}
