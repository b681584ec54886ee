import PracticeCore
import TerminalUI

/// One section of notes, to be read.
struct NotesReader: Screen {
  /// What the keys can mean.
  enum Action: Equatable, Sendable {
    case move(Move)
    case close, search, next, previous
  }

  /// The section.
  private var section: NotesSection
  private let bankID: String
  private let bankTitle: String
  private var column = MarkedColumn()
  private var layoutKey: QuestionTexts.Key?
  private var query = ""
  /// The row at which the last search found something.
  private var found: Int?
  private(set) var entry: TextEntry?

  /// Opens a section.
  init(_ section: NotesSection, of bank: QuestionBank) {
    self.section = section
    bankID = bank.id
    bankTitle = bank.title
  }

  let title = NotesWording.title

  func keyMap(in context: ScreenContext) -> KeyMap<Action> {
    if entry != nil { return KeyMap.field("search") }
    return KeyMap(
      [
        .init(naming: "q", "q", "back"),
        .init("/", name: "/", "search", help: "Search in this section", .search),
        .init("l", .right, name: "l, right", "next", help: "The next section", .next),
        .init("h", .left, name: "h, left", "previous", help: "The section before", .previous),
        .init(.escape, name: "esc", "close", help: "Close these notes", .close, .help),
      ] + KeyMap.scrolling(space: true) { .move($0) })
  }

  mutating func type(_ key: Key, in context: ScreenContext) -> [Command]? {
    switch key {
    case .escape: entry = nil
    case .enter:
      // Nothing typed goes on with what was searched last.
      if let entry, !entry.field.isEmpty { query = entry.field.text }
      entry = nil
      return search()
    default: _ = entry?.field.handle(key)
    }
    return []
  }

  mutating func paste(_ text: String, in context: ScreenContext) { entry?.field.insert(text) }

  mutating func perform(_ action: Action, in context: ScreenContext) -> [Command] {
    switch action {
    case .move(let move): column.move(move)
    case .close: return [.close]
    case .search: entry = TextEntry(NotesWording.searchLabel)
    case .next: return turn(by: 1, in: context)
    case .previous: return turn(by: -1, in: context)
    }
    return []
  }

  mutating func scroll(by rows: Int, in context: ScreenContext) { column.scroll(by: rows) }

  /// Goes to the next row that holds what is searched, from the top again after the last.
  private mutating func search() -> [Command] {
    let search = TextSearch(query)
    if search.isEmpty { return [] }
    let start = found.map { $0 + 1 } ?? column.viewport.visible.lowerBound
    let rows = column.rows
    let hit =
      rows.indices.first { $0 >= start && search.matches([rows[$0].text]) }
      ?? rows.indices.first { search.matches([rows[$0].text]) }
    guard let hit else { return [.say(NotesWording.notFound(query))] }
    found = hit
    column.scroll(by: hit - column.viewport.offset)
    return []
  }

  private mutating func turn(by step: Int, in context: ScreenContext) -> [Command] {
    guard let bank = context.catalog.bank(named: bankID),
      let place = bank.notes.firstIndex(of: section), bank.notes.indices.contains(place + step)
    else { return [.say(step > 0 ? NotesWording.noNext : NotesWording.noPrevious)] }
    section = bank.notes[place + step]
    layoutKey = nil
    found = nil
    column = MarkedColumn()
    return []
  }

  mutating func refresh(in context: ScreenContext) {
    let stage = context.stage
    let key = QuestionTexts.Key(columns: stage.body.columns, charset: context.symbols.charset)
    if layoutKey != key {
      let margin = Line(QuestionTexts.isWide(key.columns) ? " " : "")
      let rows = NotesText.lines(
        of: section, columns: key.columns - 2 * margin.width, symbols: context.symbols)
      column.set(rows: rows.map { margin + $0 })
      layoutKey = key
    }
    column.fit(height: stage.body.rows, countsInside: stage.countsInside)
  }

  func header(in context: ScreenContext) -> HeaderRow {
    let symbols = context.symbols
    return HeaderRow(
      leading: [
        .init(Line(symbols.display(bankTitle), .heading), priority: 1),
        .init(Line(" \(symbols.separator) \(NotesWording.title)", .muted), priority: 0),
      ], symbols: symbols)
  }

  func viewport(in context: ScreenContext) -> Viewport? { column.viewport }

  func draw(in body: Rect, on frame: inout Frame, context: ScreenContext) {
    column.draw(in: body, on: &frame, symbols: context.symbols, marks: false)
  }
}
