import PracticeCore
import TerminalUI

extension SettingsScreen {
  func header(in context: ScreenContext) -> HeaderRow {
    HeaderRow(leading: [.init(Line(title, .heading))], symbols: context.symbols)
  }

  func viewport(in context: ScreenContext) -> Viewport? { column.viewport }

  /// Where the settings stand in the body.
  func list(of body: Rect, in context: ScreenContext) -> Rect {
    body.splitBottom(explanationRows(of: body, in: context)).rest
  }

  /// The rows for explanations: as many as the longest takes, so that the list stands still.
  ///
  /// While something is said or typed, that takes their place.
  private func explanationRows(of body: Rect, in context: ScreenContext) -> Int {
    if entry != nil || context.remark != nil { return 0 }
    let percent = shown(in: context).percent
    let most = rows.map {
      explanation($0, percent: percent, columns: body.columns, in: context).count
    }.max()
    return (most ?? 0) + (context.stage.layout.hasRules ? 1 : 0)
  }

  /// What a setting is for; of the goal, once it holds, what is to be expected of it.
  private func explanationText(
    _ row: SettingsRow, percent: Int, in context: ScreenContext
  ) -> String {
    switch row {
    case .date, .dailyLimit, .weekdaysOff:
      if draft == nil, let outlook = context.outlook, let date = context.learner.goal.date {
        return PlanWording.outlook(outlook, on: date)
      }
    default: break
    }
    return SettingsWording.explanation(row, percent: percent)
  }

  /// The model to offer instead of the one that is chosen: as the last fit found, or else the
  /// statistics.
  private func standingOffer(in context: ScreenContext) -> String? {
    let found = offer ?? context.statistics?.betterModel
    return found == shown(in: context).model ? nil : found
  }

  private func explanation(
    _ row: SettingsRow, percent: Int, columns: Int, in context: ScreenContext
  ) -> [Line] {
    let margin = Line(QuestionTexts.isWide(columns) ? " " : "")
    let text = row == .model ? standingOffer(in: context).map(SettingsWording.offer) : nil
    return TextWrapping.wrap(
      Line(
        text ?? explanationText(row, percent: percent, in: context), Style(.body, .italic)),
      columns: columns, first: margin,
      rest: margin)
  }

  func draw(in body: Rect, on frame: inout Frame, context: ScreenContext) {
    let list = list(of: body, in: context)
    column.draw(
      in: list, on: &frame, symbols: context.symbols,
      markColumn: QuestionTexts.isWide(body.columns) ? 1 : 0, selects: true)
    guard list.rows < body.rows, let row = markedRow else { return }
    let lines = explanation(
      row, percent: shown(in: context).percent, columns: body.columns, in: context)
    let area = body.splitBottom(body.rows - list.rows).bottom
    for (index, line) in lines.enumerated() {
      let place = area.rowRect(index + (context.stage.layout.hasRules ? 1 : 0))
      frame.buffer.draw(line, at: place.origin, in: place)
    }
  }
}
