package import TerminalUI

extension AppState {
  /// Draws the whole screen, in the size of the last resize.
  ///
  /// Below the smallest size it only asks for more room; everything is kept.
  package func view() -> Frame {
    let title = "Swot: \(context.symbols.display(top.title))"
    var frame = Frame(size: context.size, title: title)
    if context.isTooSmall {
      drawRequestForRoom(on: &frame)
      return frame
    }
    let stage = context.stage
    let symbols = context.symbols
    top.header(in: context).draw(in: stage.layout.header, on: &frame)
    let viewport = stage.layout.hasRules ? top.viewport(in: context) : nil
    (viewport.map { RuleRow.above($0, symbols: symbols) } ?? RuleRow(symbols: symbols))
      .draw(in: stage.layout.upperRule, on: &frame)
    top.draw(in: stage.body, on: &frame, context: context)
    (viewport.map { RuleRow.below($0, symbols: symbols) } ?? RuleRow(symbols: symbols))
      .draw(in: stage.layout.lowerRule, on: &frame)
    stage.draw(on: &frame, context: context)
    KeyHintBar(hints).draw(in: stage.layout.footer, on: &frame)
    return frame
  }

  private var hints: [KeyHint] {
    if case .question(let confirmation) = context.remark {
      return [
        KeyHint(
          String(confirmation.key), confirmation.label, key: .character(confirmation.key),
          essential: true),
        KeyHint("n", "no", key: "n", essential: true),
      ]
    }
    let hints = top.hints(in: context)
    if top.takesText { return hints }
    let help = KeyHint("?", top is HelpScreen ? "close" : "help", key: "?", essential: true)
    return hints + [help]
  }

  private func drawRequestForRoom(on frame: inout Frame) {
    let needed = ScreenLayout.minimum
    let size = context.size
    let texts = [
      "Swot needs \(needed.columns) columns and \(needed.rows) rows, not \(size.columns) by "
        + "\(size.rows).",
      "Needs \(needed.columns) x \(needed.rows), has \(size.columns) x \(size.rows).",
      "Needs \(needed.columns) x \(needed.rows)", "Too small",
    ]
    let text = texts.first { ColumnWidth.of($0) <= size.columns } ?? "Too small"
    let row = frame.bounds.rowRect(size.rows / 2)
    let column = row.column + max(0, (row.columns - ColumnWidth.of(text)) / 2)
    frame.buffer.draw(text, at: Position(column: column, row: row.row), in: row)
  }
}
