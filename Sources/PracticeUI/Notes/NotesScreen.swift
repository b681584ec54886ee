import PracticeCore
import TerminalUI

/// The contents of all study notes, by subject and domain, to be searched and opened.
struct NotesScreen: Screen {
  /// What the keys can mean.
  enum Action: Equatable, Sendable {
    case move(Move)
    case open, search, clear
  }

  /// A section, by its bank's place in the catalog and its place among the bank's notes.
  private struct Place: Equatable, Sendable {
    var bank: Int
    var section: Int
  }

  /// The bank whose sections are listed; nil for all.
  private let only: String?
  /// The sections that are listed.
  private var places: [Place] = []
  /// What each section says, prepared for the first search.
  private var texts: [[[UInt8]]] = []
  private var query = ""
  private(set) var entry: TextEntry?
  private var column = MarkedColumn()
  private var layoutKey: QuestionTexts.Key?
  /// The section to be marked next.
  private var wanted: Place?

  /// Lists the sections of all banks, or of `only` one; the first of the bank `start` is marked.
  init(startingAt start: String? = nil, only: String? = nil, in context: ScreenContext) {
    self.only = only
    list(in: context)
    wanted = places.first { context.catalog.banks[$0.bank].id == start } ?? places.first
  }

  /// The screen that shows what is asked for: the contents, or the section on an objective.
  static func opening(bank: String?, objective: String?, in context: ScreenContext) -> AnyScreen {
    if let objective {
      for content in context.catalog.banks where bank == nil || content.id == bank {
        if let section = content.notes.firstIndex(where: { $0.objective == objective }) {
          return AnyScreen(NotesReader(section: section, of: content))
        }
      }
    }
    return AnyScreen(NotesScreen(only: bank, in: context))
  }

  var title: String { NotesWording.title }

  /// Marks a section.
  mutating func mark(section: Int, ofBank bank: String, in context: ScreenContext) {
    wanted = context.catalog.banks.firstIndex { $0.id == bank }
      .map { Place(bank: $0, section: section) }
  }

  /// Lists the sections that hold what is searched for.
  private mutating func list(in context: ScreenContext) {
    let search = TextSearch(query)
    let banks = context.catalog.banks
    if !search.isEmpty && texts.isEmpty {
      texts = banks.map { bank in
        bank.notes.map { section in
          var text: [UInt8] = []
          TextSearch.fold(NotesText.plainText(of: section), into: &text)
          return text
        }
      }
    }
    places = []
    for (bank, content) in banks.enumerated() where only == nil || content.id == only {
      for section in NotesOrder(content).sections
      where search.isEmpty || search.matches(texts[bank][section]) {
        places.append(Place(bank: bank, section: section))
      }
    }
    layoutKey = nil
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
    if let item = wanted.flatMap({ places.firstIndex(of: $0) }) { column.mark(item) }
    wanted = nil
  }

  private func content(
    columns: Int, in context: ScreenContext
  ) -> (rows: [Line], items: [Range<Int>]) {
    let symbols = context.symbols
    let isWide = QuestionTexts.isWide(columns)
    let margin = isWide ? "   " : "  "
    var rows: [Line] = []
    var items: [Range<Int>] = []
    if places.isEmpty {
      let text = query.isEmpty ? NotesWording.noNotes : NotesWording.foundNowhere(query)
      let margin = Line(isWide ? " " : "")
      return (
        TextWrapping.wrap(
          Line(symbols.display(text)), columns: columns, first: margin, rest: margin), []
      )
    }
    let listed = Set(places.map { "\($0.bank)/\($0.section)" })
    for (bank, content) in context.catalog.banks.enumerated() {
      var isFirst = true
      for group in NotesOrder(content).groups {
        let sections = group.sections.filter { listed.contains("\(bank)/\($0)") }
        if sections.isEmpty { continue }
        if isFirst {
          if !rows.isEmpty { rows.append(Line()) }
          rows.append(.titledRule(content.title, columns: columns, symbols: symbols))
          isFirst = false
        }
        if let title = group.title {
          let indent = Line(isWide ? margin : "")
          rows += TextWrapping.wrap(
            Line(symbols.display(title), .heading), columns: columns, first: indent, rest: indent)
        }
        for section in sections {
          let start = rows.count
          let title = content.notes[section].title
          rows += TextWrapping.wrap(
            Line(symbols.display(title.isEmpty ? NotesWording.untitled : title)),
            columns: columns, first: Line(margin + (isWide ? "  " : "")),
            rest: Line(margin + (isWide ? "    " : "  ")))
          items.append(start..<rows.count)
        }
      }
    }
    return (rows, items)
  }

  // MARK: - Keys

  func keyMap(in context: ScreenContext) -> KeyMap<Action> {
    if entry != nil {
      return KeyMap([
        .init(naming: .enter, "enter", "done"), .init(naming: .escape, "esc", "all sections"),
      ])
    }
    var bindings: [KeyMap<Action>.Binding] = []
    if !places.isEmpty {
      bindings.append(
        .init(.enter, name: "enter", "read", help: "Read the marked section", .open, .always))
    }
    bindings.append(
      .init("/", name: "/", "search", help: "Search titles and texts", .search))
    if !query.isEmpty {
      bindings.append(
        .init(.escape, name: "esc", "end search", help: "Show all sections again", .clear))
    }
    return KeyMap(
      bindings + [.init(naming: "q", "q", "back")]
        + KeyMap.moving("section", space: true) { .move($0) })
  }

  mutating func type(_ key: Key, in context: ScreenContext) -> [Command]? {
    switch key {
    case .escape:
      entry = nil
      search("", in: context)
    case .enter:
      entry = nil
      if TextSearch(query).isEmpty { search("", in: context) }
    case .up: column.up()
    case .down: column.down()
    case .pageUp: column.pageUp()
    case .pageDown: column.pageDown()
    default:
      _ = entry?.field.handle(key)
      search(entry?.field.text ?? "", in: context)
    }
    return []
  }

  mutating func paste(_ text: String, in context: ScreenContext) -> [Command] {
    entry?.field.insert(text)
    search(entry?.field.text ?? "", in: context)
    return []
  }

  mutating func perform(_ action: Action, in context: ScreenContext) -> [Command] {
    switch action {
    case .move(let move): column.move(move)
    case .open: return open(column.marked, in: context)
    case .search:
      entry = TextEntry(NotesWording.searchLabel, limit: 100)
      search("", in: context)
    case .clear: search("", in: context)
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
    var origin = self
    origin.entry = nil
    return [
      .open(
        NotesReader(
          section: places[item].section, of: context.catalog.banks[places[item].bank],
          query: query, origin: origin))
    ]
  }

  /// Lists what the query finds; the mark stays on its section, where that is listed.
  private mutating func search(_ query: String, in context: ScreenContext) {
    if query == self.query { return }
    let marked = column.marked.flatMap { places.indices.contains($0) ? places[$0] : nil }
    self.query = query
    list(in: context)
    column.restart()
    wanted = marked.flatMap { places.contains($0) ? $0 : nil } ?? places.first
  }

  // MARK: - View

  func header(in context: ScreenContext) -> HeaderRow {
    let symbols = context.symbols
    var trailing: [HeaderRow.Part] = []
    if !query.isEmpty && entry == nil {
      let text = Line(symbols.display("'\(query)'"), .accent)
      trailing.append(.init(text.truncated(to: 20, ellipsis: symbols.ellipsis), priority: 1))
    }
    trailing.append(.init(Line(Phrases.counted(places.count, "section")), priority: 3))
    return HeaderRow(
      leading: [.init(Line(title, .heading), priority: 2)], trailing: trailing, symbols: symbols)
  }

  func viewport(in context: ScreenContext) -> Viewport? { column.viewport }

  func draw(in body: Rect, on frame: inout Frame, context: ScreenContext) {
    let isWide = QuestionTexts.isWide(body.columns)
    column.draw(
      in: body, on: &frame, symbols: context.symbols, markColumn: isWide ? 3 : 0, selects: true)
  }
}
