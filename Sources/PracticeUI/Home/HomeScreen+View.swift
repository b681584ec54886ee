import PracticeCore
import TerminalUI

extension HomeScreen {
  func header(in context: ScreenContext) -> HeaderRow {
    HeaderRow(
      leading: [.init(Line("Swot", .heading), priority: 2)],
      trailing: [
        .init(Line(Phrases.date(context.time.calendarDay, withYear: true), .muted), priority: 1)
      ],
      symbols: context.symbols)
  }

  func viewport(in context: ScreenContext) -> Viewport? { column.viewport }

  func draw(in body: Rect, on frame: inout Frame, context: ScreenContext) {
    column.draw(
      in: body, on: &frame, symbols: context.symbols, markColumn: body.columns >= 60 ? 1 : 0,
      selects: true)
  }
}
