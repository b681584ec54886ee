import FSRS
import PracticeCore
import TerminalUI

/// What a session came to, and what to do next.
struct SummaryScreen: Screen {
  /// What the keys can mean.
  enum Action: Equatable, Sendable {
    case move(Move)
    case open
  }

  /// What can be done next.
  enum Item: Equatable, Sendable {
    case home
    case mistakes
    case moreNew
  }

  private let mode: StudyMode
  private let facts: SessionFacts
  private var items: [Item] = []
  private var column = MarkedColumn()
  private var layoutKey: LayoutKey?

  private struct LayoutKey: Equatable, Sendable {
    var columns: Int
    var charset: Charset
    var learnerVersion: Int
  }

  /// Sums a session up.
  init(of session: StudySession, since start: LocalTime, in context: ScreenContext) {
    mode = session.mode
    facts = SessionFacts(of: session, since: start, in: context)
  }

  let title = SummaryWording.title

  func keyMap(in context: ScreenContext) -> KeyMap<Action> {
    KeyMap(
      [
        .init(.enter, name: "enter", "go", help: "Do what is marked", .open, .always),
        .init(naming: "q", "q", "back", .footer),
      ] + KeyMap.moving("row", space: true) { .move($0) })
  }

  mutating func perform(_ action: Action, in context: ScreenContext) -> [Command] {
    switch action {
    case .move(let move): column.move(move)
    case .open: return open(column.marked, in: context)
    }
    return []
  }

  mutating func pick(_ item: Int, in context: ScreenContext) -> [Command] {
    if column.marked == item { return open(item, in: context) }
    column.mark(item)
    return []
  }

  mutating func scroll(by rows: Int, in context: ScreenContext) { column.scroll(by: rows) }

  private func open(_ item: Int?, in context: ScreenContext) -> [Command] {
    guard let item, items.indices.contains(item) else { return [.goHome] }
    switch items[item] {
    case .home: return [.goHome]
    case .mistakes:
      let session = SessionScreen(
        practisingOnly: facts.wrong.flatMap(\.questions), in: context)
      return session.map { [.replace($0)] } ?? [.say(HomeWording.nothingFits)]
    case .moreNew:
      let session = SessionScreen(
        studying: [], new: HomeWording.moreNew, limit: HomeWording.moreNew,
        in: context)
      return session.map { [.replace($0)] } ?? [.say(HomeWording.nothingDue)]
    }
  }

  mutating func refresh(in context: ScreenContext) {
    let stage = context.stage
    let key = LayoutKey(
      columns: stage.body.columns, charset: context.symbols.charset,
      learnerVersion: context.learnerVersion)
    if layoutKey != key {
      items = [.home]
      if !facts.wrong.isEmpty { items.append(.mistakes) }
      if mode == .study, facts.hasNew(in: context) { items.append(.moreNew) }
      let content = SummaryRows(facts, items: items, columns: key.columns, in: context)
      column.set(rows: content.rows, items: content.items)
      layoutKey = key
    }
    column.fit(height: stage.body.rows, countsInside: stage.countsInside)
  }

  func header(in context: ScreenContext) -> HeaderRow {
    HeaderRow(
      leading: [.init(Line(title, .heading), priority: 1)],
      trailing: [.init(Line(Phrases.counted(facts.answered, "answer")))], symbols: context.symbols)
  }

  func viewport(in context: ScreenContext) -> Viewport? { column.viewport }

  func draw(in body: Rect, on frame: inout Frame, context: ScreenContext) {
    column.draw(
      in: body, on: &frame, symbols: context.symbols,
      markColumn: QuestionTexts.isWide(body.columns) ? 1 : 0, selects: true)
  }
}
