import PracticeCore
import TerminalUI

/// All sections of study notes, by subject.
struct NotesScreen: Screen {
  /// What the keys can mean.
  enum Action: Equatable, Sendable {
    case move(Move)
    case open, search, clear
  }

  /// A section, by its places.
  private struct Place: Equatable, Sendable {
    var bank: Int
    var section: Int
  }

  /// The banks whose sections are listed; nil for all.
  private let only: String?
  private var startsAt: String?
  private var places: [Place] = []
  private var column = MarkedColumn()
  private var layoutKey: QuestionTexts.Key?
  private var query = ""
  private(set) var entry: TextEntry?

  /// Lists the sections of all banks, the first of `bank` marked.
  init(startingAt bank: String? = nil, only: String? = nil, in context: ScreenContext) {
    startsAt = bank
    self.only = only
    find(in: context)
  }

  /// The screen that shows what is asked for: the list, or the section of an objective.
  static func opening(
    bank: String?, objective: String?, in context: ScreenContext
  ) -> AnyScreen {
    let banks = context.catalog.banks.filter { bank == nil || $0.id == bank }
    if let objective {
      for bank in banks {
        if let section = bank.notes(forObjective: objective) {
          return AnyScreen(NotesReader(section, of: bank))
        }
      }
    }
    return AnyScreen(NotesScreen(only: bank, in: context))
  }

  let title = NotesWording.title

  func keyMap(in context: ScreenContext) -> KeyMap<Action> {
    if entry != nil { return KeyMap.field("search") }
    var bindings: [KeyMap<Action>.Binding] = [
      .init(.enter, name: "enter", "read", help: "Read the marked section", .open, .always),
      .init("/", name: "/", "search", help: "Search titles and texts", .search),
      .init(naming: "q", "q", "back", .footer),
    ]
    if !query.isEmpty {
      bindings.insert(
        .init(.escape, name: "esc", "all", help: "Show all sections again", .clear), at: 2)
    }
    return KeyMap(bindings + KeyMap.moving("section", space: true) { .move($0) })
  }

  mutating func type(_ key: Key, in context: ScreenContext) -> [Command]? {
    switch key {
    case .escape: entry = nil
    case .enter:
      query = entry?.field.text ?? ""
      entry = nil
      find(in: context)
      if places.isEmpty {
        let searched = query
        query = ""
        find(in: context)
        return [.say(NotesWording.notFound(searched))]
      }
    default: _ = entry?.field.handle(key)
    }
    return []
  }

  mutating func paste(_ text: String, in context: ScreenContext) { entry?.field.insert(text) }

  mutating func perform(_ action: Action, in context: ScreenContext) -> [Command] {
    switch action {
    case .move(let move): column.move(move)
    case .open: return open(column.marked, in: context)
    case .search: entry = TextEntry(NotesWording.searchLabel)
    case .clear:
      query = ""
      find(in: context)
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
    guard let item, places.indices.contains(item) else { return [] }
    let bank = context.catalog.banks[places[item].bank]
    return [.open(NotesReader(bank.notes[places[item].section], of: bank))]
  }

  /// Lists the sections that hold what is searched.
  private mutating func find(in context: ScreenContext) {
    let search = TextSearch(query)
    places = []
    for (bank, content) in context.catalog.banks.enumerated()
    where only == nil || content.id == only {
      for (section, notes) in content.notes.enumerated()
      where search.isEmpty || search.matches([NotesText.plainText(of: notes)]) {
        places.append(Place(bank: bank, section: section))
      }
    }
    layoutKey = nil
    column.restart()
  }

  mutating func refresh(in context: ScreenContext) {
    let stage = context.stage
    let key = QuestionTexts.Key(columns: stage.body.columns, charset: context.symbols.charset)
    if layoutKey != key {
      let (rows, items) = content(columns: key.columns, in: context)
      column.set(rows: rows, items: items)
      layoutKey = key
    }
    column.fit(height: stage.body.rows, countsInside: stage.countsInside)
    if let startsAt {
      self.startsAt = nil
      if let item = places.firstIndex(where: { context.catalog.banks[$0.bank].id == startsAt }) {
        column.mark(item)
      }
    }
  }

  private func content(
    columns: Int, in context: ScreenContext
  ) -> (rows: [Line], items: [Range<Int>]) {
    let symbols = context.symbols
    let isWide = QuestionTexts.isWide(columns)
    var rows: [Line] = []
    var items: [Range<Int>] = []
    var last: Int?
    for place in places {
      let bank = context.catalog.banks[place.bank]
      if place.bank != last {
        if last != nil { rows.append(Line()) }
        last = place.bank
        rows += TextWrapping.wrap(
          Line(symbols.display(bank.title), .heading), columns: columns,
          first: Line(isWide ? " " : ""), rest: Line(isWide ? " " : ""))
      }
      let start = rows.count
      rows += TextWrapping.wrap(
        Line(symbols.display(bank.notes[place.section].title)), columns: columns,
        first: Line(isWide ? "   " : "  "), rest: Line(isWide ? "     " : "    "))
      items.append(start..<rows.count)
    }
    if rows.isEmpty { rows = TextWrapping.wrap(Line(NotesWording.none), columns: columns) }
    return (rows, items)
  }

  func header(in context: ScreenContext) -> HeaderRow {
    HeaderRow(
      leading: [.init(Line(title, .heading), priority: 1)],
      trailing: query.isEmpty
        ? []
        : [
          .init(
            Line(
              "\(Phrases.counted(places.count, "section")) with '\(context.symbols.display(query))'"
            ))
        ],
      symbols: context.symbols)
  }

  func viewport(in context: ScreenContext) -> Viewport? { column.viewport }

  func draw(in body: Rect, on frame: inout Frame, context: ScreenContext) {
    column.draw(
      in: body, on: &frame, symbols: context.symbols,
      markColumn: QuestionTexts.isWide(body.columns) ? 1 : 0, selects: true)
  }
}
