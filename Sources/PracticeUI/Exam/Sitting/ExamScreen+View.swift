import PracticeCore
import TerminalUI

extension ExamScreen {
  func header(in context: ScreenContext) -> HeaderRow {
    let symbols = context.symbols
    var trailing: [HeaderRow.Part] = []
    if review != nil {
      let open = attempt.openPlaces.count
      trailing = [
        .init(Line(ExamWording.answered(attempt.sheets.count - open)), priority: 1),
        .init(Line(ExamWording.open(open)), priority: 3),
        .init(Line(ExamWording.flagged(attempt.flaggedPlaces.count)), priority: 2),
      ]
    } else {
      let flagged = attempt.flaggedPlaces.count
      if flagged > 0 {
        trailing.append(.init(Line("\(symbols.flag) \(flagged)", .accent), priority: 1))
      }
      trailing.append(.init(number(in: context), priority: 3))
    }
    trailing.append(.init(clock(in: context), priority: 4))
    let title = review == nil ? symbols.display(blueprint.title) : ExamWording.review
    return HeaderRow(
      leading: [.init(Line(title, .heading), priority: 2)], trailing: trailing, symbols: symbols)
  }

  /// Which question is shown, with its flag.
  private func number(in context: ScreenContext) -> Line {
    let isWide = context.stage.layout.header.columns >= 60
    var line = Line("\(isWide ? "Question " : "")\(attempt.place + 1)")
    if attempt.sheet.isFlagged { line.append(" \(context.symbols.flag)", .accent) }
    line.append(" of \(attempt.sheets.count)")
    return line
  }

  private func clock(in context: ScreenContext) -> Line {
    guard showsClock(in: context) else { return Line(ExamWording.clockHidden, .muted) }
    let isShort = sitting.showsClockForGood(at: context.clock)
    return Line(
      Countdown(sitting.left(at: context.clock)).text, isShort ? .warning : .body)
  }

  func viewport(in context: ScreenContext) -> Viewport? {
    review?.column.viewport ?? pane.column.viewport
  }

  /// Where the grid and the legend of the review screen stand.
  func reviewAreas(of body: Rect) -> (grid: Rect, legend: Rect) {
    let (grid, legend) = body.splitBottom(min(1, body.rows))
    return (grid, legend)
  }

  func draw(in body: Rect, on frame: inout Frame, context: ScreenContext) {
    if let review {
      let areas = reviewAreas(of: body)
      review.draw(in: areas.grid, on: &frame, symbols: context.symbols)
      let legend = review.legend(symbols: context.symbols)
      frame.buffer.draw(
        legend.truncated(to: areas.legend.columns, ellipsis: context.symbols.ellipsis),
        at: areas.legend.origin, in: areas.legend)
      return
    }
    let isWide = QuestionTexts.isWide(body.columns)
    pane.column.draw(
      in: body, on: &frame, symbols: context.symbols, markColumn: isWide ? 1 : 0,
      marks: pane.kind != .answer)
    if pane.column.marked != nil,
      let column = pane.fieldCursor(columns: body.columns, symbols: context.symbols),
      let cursor = frame.cursor
    {
      frame.cursor = Position(column: body.column + column, row: cursor.row)
    }
  }
}
