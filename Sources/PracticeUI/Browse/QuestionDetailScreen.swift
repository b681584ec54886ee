import PracticeCore
import TerminalUI

/// One question with its right answer, every rationale, and what is known of the learner.
struct QuestionDetailScreen: Screen {
  /// What the keys can mean.
  enum Action: Equatable, Sendable {
    case move(Move)
    case notes, report, close
    case mark(QuestionMarking)
  }

  private let id: QuestionID
  private var column = MarkedColumn()
  private var layoutKey: LayoutKey?
  private(set) var entry: TextEntry?

  private struct LayoutKey: Equatable, Sendable {
    var columns: Int
    var charset: Charset
    var learnerVersion: Int
    var day: CalendarDate
  }

  /// Opens a question.
  init(_ id: QuestionID) { self.id = id }

  let title = BrowseWording.detailTitle

  func keyMap(in context: ScreenContext) -> KeyMap<Action> {
    if entry != nil { return KeyMap.field("report") }
    return KeyMap(
      [
        .init(naming: "q", "q", "back"),
        .init("n", name: "n", "notes", help: "Read the notes on its objective", .notes),
      ] + QuestionMarking.bindings { .mark($0) }
        + [
          .init("!", name: "!", "report", help: "Report it: something is wrong", .report),
          .init(.escape, name: "esc", "close", help: "Close this question", .close, .help),
        ] + KeyMap.scrolling(space: true) { .move($0) })
  }

  mutating func type(_ key: Key, in context: ScreenContext) -> [Command]? {
    switch key {
    case .escape: entry = nil
    case .enter:
      let text = entry?.field.text ?? ""
      entry = nil
      if text.allSatisfy(\.isWhitespace) { return [] }
      return [.append(.report(question: id, text: text)), .say(SessionWording.reported)]
    default: _ = entry?.field.handle(key)
    }
    return []
  }

  mutating func paste(_ text: String, in context: ScreenContext) { entry?.field.insert(text) }

  mutating func perform(_ action: Action, in context: ScreenContext) -> [Command] {
    switch action {
    case .move(let move): column.move(move)
    case .close: return [.close]
    case .report: entry = TextEntry(SessionWording.reportLabel)
    case .mark(let marking): return marking.commands(for: id, in: context)
    case .notes:
      guard let objective = context.catalog[id]?.objective,
        let bank = context.catalog.bank(of: id), let section = bank.notes(forObjective: objective)
      else { return [.say(SessionWording.noNotes)] }
      return [.open(NotesReader(section, of: bank))]
    }
    return []
  }

  mutating func scroll(by rows: Int, in context: ScreenContext) { column.scroll(by: rows) }

  mutating func refresh(in context: ScreenContext) {
    let stage = context.stage
    let key = LayoutKey(
      columns: stage.body.columns, charset: context.symbols.charset,
      learnerVersion: context.learnerVersion, day: context.day)
    if layoutKey != key {
      column.set(rows: rows(columns: key.columns, in: context))
      layoutKey = key
    }
    column.fit(height: stage.body.rows, countsInside: stage.countsInside)
  }

  private func rows(columns: Int, in context: ScreenContext) -> [Line] {
    guard let question = context.catalog[id] else { return [] }
    let progress = context.learner[id]
    let margin = Line(QuestionTexts.isWide(columns) ? " " : "")
    let state = BrowseWording.summary(
      progress, recall: context.learner.scheduler.retrievability(of: progress, at: context.time),
      on: context.day)
    let content = AnsweredRows(
      question, of: context.catalog.bank(of: id), response: nil,
      showing: Showing(question: id, order: []), opensAll: true, note: progress.note,
      columns: columns, symbols: context.symbols)
    return TextWrapping.wrap(Line(state, .accent), columns: columns, first: margin, rest: margin)
      + [Line()] + content.rows
  }

  func header(in context: ScreenContext) -> HeaderRow {
    let symbols = context.symbols
    let bank = context.catalog.bank(of: id)?.title ?? ""
    return HeaderRow(
      leading: [
        .init(Line(symbols.display(String(id.question)), .heading), priority: 1),
        .init(Line(" \(symbols.separator) \(symbols.display(bank))", .muted)),
      ], symbols: symbols)
  }

  func viewport(in context: ScreenContext) -> Viewport? { column.viewport }

  func draw(in body: Rect, on frame: inout Frame, context: ScreenContext) {
    column.draw(in: body, on: &frame, symbols: context.symbols, marks: false)
  }
}
