import PracticeCore
import TerminalUI

/// Which subjects are studied.
struct SubjectsScreen: Screen {
  /// What the keys can mean.
  enum Action: Equatable, Sendable {
    case move(Move)
    case toggle, save, close
  }

  private var choice: SubjectChoice
  private var column = MarkedColumn()

  /// Begins with the subjects that are studied now.
  init(in context: ScreenContext) { choice = SubjectChoice(in: context) }

  let title = SettingsWording.subjects

  func keyMap(in context: ScreenContext) -> KeyMap<Action> {
    KeyMap(
      [
        .init(.enter, name: "enter", "save", help: "Study the ticked subjects", .save, .always),
        .init(" ", "x", name: "space", "tick", help: "Tick the subject, or don't", .toggle),
        .init(.escape, name: "esc", "cancel", help: "Change nothing", .close),
      ] + KeyMap.moving("subject") { .move($0) })
  }

  mutating func perform(_ action: Action, in context: ScreenContext) -> [Command] {
    switch action {
    case .move(let move): column.move(move)
    case .toggle: if let marked = column.marked { choice.toggle(marked, in: context) }
    case .close: return [.close]
    case .save:
      if choice.ticked.isEmpty { return [.say(SettingsWording.tickOne)] }
      var settings = context.learner.settings
      settings.subjects = choice.subjects(in: context)
      return settings == context.learner.settings
        ? [.close] : [.append(.settings(settings)), .close]
    }
    return []
  }

  mutating func pick(_ item: Int, in context: ScreenContext) -> [Command] {
    column.mark(item)
    choice.toggle(item, in: context)
    return []
  }

  mutating func scroll(by rows: Int, in context: ScreenContext) { column.scroll(by: rows) }

  mutating func refresh(in context: ScreenContext) {
    let stage = context.stage
    let (rows, items) = choice.rows(columns: stage.body.columns, in: context)
    column.set(rows: rows, items: items)
    column.fit(height: stage.body.rows, countsInside: stage.countsInside)
  }

  func header(in context: ScreenContext) -> HeaderRow {
    HeaderRow(leading: [.init(Line(title, .heading))], symbols: context.symbols)
  }

  func viewport(in context: ScreenContext) -> Viewport? { column.viewport }

  func draw(in body: Rect, on frame: inout Frame, context: ScreenContext) {
    column.draw(
      in: body, on: &frame, symbols: context.symbols,
      markColumn: QuestionTexts.isWide(body.columns) ? 1 : 0, selects: true)
  }
}
