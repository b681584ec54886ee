import PracticeCore
import TerminalUI

/// All keys of the screen below.
struct HelpScreen: Screen {
  /// What the keys can mean.
  enum Action: Equatable, Sendable {
    case move(Move)
    case close
  }

  private let topic: HelpTopic
  private var column = MarkedColumn()
  private var layoutKey: QuestionTexts.Key?

  /// Opens help on a screen.
  init(_ topic: HelpTopic) { self.topic = topic }

  let title = HelpWording.title

  func keyMap(in context: ScreenContext) -> KeyMap<Action> {
    KeyMap(
      [
        .init(" ", name: "space", "page", help: "Page on", .move(.pageDown)),
        .init(.escape, name: "esc", "close", help: "Close help", .close, .help),
      ] + KeyMap.scrolling { .move($0) })
  }

  mutating func perform(_ action: Action, in context: ScreenContext) -> [Command] {
    switch action {
    case .move(let move): column.move(move)
    case .close: return [.close]
    }
    return []
  }

  mutating func scroll(by rows: Int, in context: ScreenContext) { column.scroll(by: rows) }

  mutating func refresh(in context: ScreenContext) {
    let stage = context.stage
    let key = QuestionTexts.Key(columns: stage.body.columns, charset: context.symbols.charset)
    if layoutKey != key {
      column.set(rows: rows(columns: key.columns, symbols: context.symbols))
      layoutKey = key
    }
    column.fit(height: stage.body.rows, countsInside: stage.countsInside)
  }

  private func rows(columns: Int, symbols: Symbols) -> [Line] {
    var rows: [Line] = []
    for (heading, keys) in [
      (topic.title, topic.rows), (HelpWording.everywhere, HelpWording.globalKeys),
    ] where !keys.isEmpty {
      if !rows.isEmpty { rows.append(Line()) }
      rows.append(Line(symbols.display(heading), .heading))
      for row in keys {
        let name = Line("  ") + Line(symbols.display(row.keys), .key)
        rows += TextWrapping.wrap(
          Line(symbols.display(row.does)), columns: columns,
          first: name.padded(to: max(12, name.width + 2)),
          rest: Line(String(repeating: " ", count: 12)))
      }
    }
    return rows
  }

  func header(in context: ScreenContext) -> HeaderRow {
    HeaderRow(leading: [.init(Line(title, .heading))], symbols: context.symbols)
  }

  func viewport(in context: ScreenContext) -> Viewport? { column.viewport }

  func draw(in body: Rect, on frame: inout Frame, context: ScreenContext) {
    column.draw(in: body, on: &frame, symbols: context.symbols, marks: false)
  }
}

/// What help says beside the keys of a screen.
enum HelpWording {
  static let title = "Help"
  static let everywhere = "Everywhere"
  static let globalKeys: [HelpTopic.Row] = [
    .init(keys: "?", does: "This help"),
    .init(keys: "q", does: "Back, or leave the program (Ctrl-C too)"),
    .init(keys: "pgup pgdn", does: "Scroll by a page (Ctrl-B and Ctrl-F too)"),
    .init(keys: "esc", does: "Close what is open: help, search, a field"),
    .init(keys: "ctrl-l", does: "Draw the screen again"),
    .init(keys: "ctrl-z", does: "Suspend the program; 'fg' brings it back"),
  ]
}
