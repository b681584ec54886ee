import PracticeCore
import TerminalUI

extension SessionScreen {
  func header(in context: ScreenContext) -> HeaderRow {
    let symbols = context.symbols
    let columns = context.stage.layout.header.columns
    var leading: [HeaderRow.Part] = []
    if let question, let bank = context.catalog.bank(of: question.id) {
      leading.append(.init(Line(symbols.display(bank.title), .heading), priority: 3))
      // The objective's name could give the answer away; the domain's doesn't.
      if let domain = question.objective.flatMap({ bank.domain(ofObjective: $0) }) {
        // Cut where it doesn't fit, and left out where hardly a word would be left of it.
        let room = columns - (leading.first?.line.width ?? 0) - Self.progressColumns
        let part = Line(" \(symbols.separator) \(symbols.display(domain.title))", .muted)
          .truncated(to: room, ellipsis: symbols.ellipsis)
        if room >= 16 { leading.append(.init(part, priority: 0)) }
      }
    }
    let shown = feedback == nil ? session.number : session.answers.count
    let total = max(session.total, shown)
    var trailing: [HeaderRow.Part] = []
    if let question, context.learner[question.id].isFlagged {
      trailing.append(.init(Line(symbols.flag, .accent), priority: 1))
    }
    trailing += [
      .init(Line("\(shown) of \(total)"), priority: 3),
      .init(
        ProgressBar(done: session.answers.count, of: total, columns: 8).line(symbols), priority: 2),
    ]
    return HeaderRow(leading: leading, trailing: trailing, symbols: symbols)
  }

  /// The columns kept for how far the session is: a flag, `123 of 456`, a bar.
  private static let progressColumns = 26

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
      frame.cursor = body.isEmpty ? nil : Position(column: body.column, row: body.row)
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
      Verdict.line(on: feedback.answer, in: context), columns: body.columns, first: margin,
      rest: margin)
    // Air where there is room for it.
    if context.stage.layout.hasRules { rows.append(Line()) }
    return (rows, body.splitTop(rows.count).rest)
  }
}
