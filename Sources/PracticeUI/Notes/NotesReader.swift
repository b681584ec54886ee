import PracticeCore
import TerminalUI

/// One section of study notes, to be read, searched and left for the next.
struct NotesReader: Screen {
  /// What the keys can mean.
  enum Action: Equatable, Sendable {
    case move(Move)
    case more, next, previous, close
    case search, endSearch, nextMatch, previousMatch
  }

  /// The contents from which it was opened; nil where it was opened from elsewhere.
  private var origin: NotesScreen?
  private let bank: String
  /// The places of the bank's sections, in the order of reading.
  private let order: [Int]
  /// The place of the section among those.
  private var place: Int

  private(set) var entry: TextEntry?
  private var query: String
  private var matches = NotesMatches(of: "", in: [])
  /// The number of the match that was found last.
  private var current: Int?
  private var column = MarkedColumn()
  private var layoutKey: LayoutKey?
  /// Whether the section was entered by going back through matches: it begins at its last one.
  private var entersAtEnd = false

  private struct LayoutKey: Equatable, Sendable {
    var place: Int
    var columns: Int
    var charset: Charset
  }

  /// Opens the section that teaches the objective of `question`; nil where there is none.
  init?(on question: Question, in context: ScreenContext) {
    guard let objective = question.objective else { return nil }
    self.init(onObjective: "\(question.id.bank)/\(objective)", in: context)
  }

  /// Opens the section that teaches an objective; nil where there is none.
  ///
  /// - Parameters:
  ///   - name: the objective's full name: its bank's id, a slash, its own id.
  ///   - context: the moment.
  init?(onObjective name: String, in context: ScreenContext) {
    let parts = name.split(separator: "/", maxSplits: 1)
    guard parts.count == 2, let bank = context.catalog.bank(named: parts[0]),
      let section = bank.notes.firstIndex(where: { $0.objective ?? "" == parts[1] })
    else { return nil }
    self.init(section: section, of: bank)
  }

  /// Opens the section at a place among the notes of `bank`.
  ///
  /// - Parameters:
  ///   - section: the place.
  ///   - bank: the bank.
  ///   - query: what is searched for in it from the beginning.
  ///   - origin: the contents from which it is opened; their mark goes along.
  init(section: Int, of bank: QuestionBank, query: String = "", origin: NotesScreen? = nil) {
    self.bank = bank.id
    order = NotesOrder(bank).sections
    place = order.firstIndex(of: section) ?? 0
    self.query = query
    self.origin = origin
  }

  var title: String { NotesWording.title }

  mutating func refresh(in context: ScreenContext) {
    let stage = context.stage
    let key = LayoutKey(
      place: place, columns: stage.body.columns, charset: context.symbols.charset)
    if layoutKey != key {
      let isNew = layoutKey?.place != place
      if isNew { column.restart() }
      column.set(rows: rows(of: place, columns: key.columns, in: context))
      layoutKey = key
      findMatches()
      column.fit(height: stage.body.rows, countsInside: stage.countsInside)
      if isNew && !query.isEmpty {
        if entersAtEnd { show(matches.matches.indices.last) } else { showMatch(from: 0) }
      }
      entersAtEnd = false
    }
    column.fit(height: stage.body.rows, countsInside: stage.countsInside)
  }

  private func rows(of place: Int, columns: Int, in context: ScreenContext) -> [Line] {
    guard let section = section(at: place, in: context) else { return [] }
    let margin = Line(QuestionTexts.isWide(columns) ? " " : "")
    return NotesText.lines(
      of: section, columns: columns - 2 * margin.width, symbols: context.symbols
    ).map { $0.width == 0 ? $0 : margin + $0 }
  }

  private func section(at place: Int, in context: ScreenContext) -> NotesSection? {
    guard let bank = context.catalog.bank(named: bank), order.indices.contains(place),
      bank.notes.indices.contains(order[place])
    else { return nil }
    return bank.notes[order[place]]
  }

  // MARK: - Keys

  func keyMap(in context: ScreenContext) -> KeyMap<Action> {
    if entry != nil {
      return KeyMap([
        .init(naming: .enter, "enter", "done"), .init(naming: .escape, "esc", "end search"),
      ])
    }
    var bindings: [KeyMap<Action>.Binding] = []
    if !query.isEmpty {
      bindings = [
        .init("n", name: "n", "next match", help: "The next place found", .nextMatch),
        .init("N", name: "N", "match before", help: "The place found before", .previousMatch),
        .init(.escape, name: "esc", "end search", help: "End the search", .endSearch),
      ]
    }
    let hasMore = column.viewport.hasMore
    bindings += [
      .init(
        " ", name: "space", hasMore ? "more" : "next section",
        help: "Page on, then the next section", .more),
      .init("l", .right, name: "l", "next", help: "The next section (right)", .next),
      .init("h", .left, name: "h", "before", help: "The section before (left)", .previous),
      .init("/", name: "/", "search", help: "Search in these notes", .search),
    ]
    if query.isEmpty {
      bindings.append(
        .init(.escape, name: "q", "close", help: "Close these notes (esc)", .close, .always))
    } else {
      bindings.append(.init(naming: "q", "q", "close"))
    }
    return KeyMap(bindings + KeyMap.scrolling { .move($0) })
  }

  mutating func type(_ key: Key, in context: ScreenContext) -> [Command]? {
    switch key {
    case .escape: endSearch()
    case .enter:
      entry = nil
      if query.allSatisfy(\.isWhitespace) {
        endSearch()
      } else if matches.matches.isEmpty {
        return turn(toMatchBy: 1, in: context) ?? [.say(NotesWording.notFound(query))]
      }
    case .up: column.up()
    case .down: column.down()
    case .pageUp: column.pageUp()
    case .pageDown: column.pageDown()
    default:
      _ = entry?.field.handle(key)
      searchForEntry()
    }
    return []
  }

  mutating func paste(_ text: String, in context: ScreenContext) -> [Command] {
    entry?.field.insert(text)
    searchForEntry()
    return []
  }

  mutating func perform(_ action: Action, in context: ScreenContext) -> [Command] {
    switch action {
    case .move(let move): column.move(move)
    case .more:
      if !column.viewport.hasMore { return turn(by: 1) }
      column.pageDown()
    case .next: return turn(by: 1)
    case .previous: return turn(by: -1)
    case .close: return leave(in: context)
    case .search:
      endSearch()
      entry = TextEntry(NotesWording.searchLabel, limit: 100)
    case .endSearch: endSearch()
    case .nextMatch: return step(by: 1, in: context)
    case .previousMatch: return step(by: -1, in: context)
    }
    return []
  }

  mutating func scroll(by rows: Int, in context: ScreenContext) { column.scroll(by: rows) }

  mutating func leave(in context: ScreenContext) -> [Command] {
    guard var origin else { return [.close] }
    origin.mark(section: order[place], ofBank: bank, in: context)
    return [.close, .replace(origin)]
  }

  private mutating func turn(by step: Int) -> [Command] {
    guard order.indices.contains(place + step) else {
      return [.say(step > 0 ? NotesWording.lastSection : NotesWording.firstSection)]
    }
    place += step
    return []
  }

  // MARK: - Searching

  private mutating func searchForEntry() {
    query = entry?.field.text ?? ""
    findMatches()
    showMatch(from: column.viewport.visible.lowerBound)
  }

  private mutating func endSearch() {
    entry = nil
    query = ""
    findMatches()
  }

  private mutating func findMatches() {
    matches = NotesMatches(of: query, in: column.rows)
    current = nil
  }

  /// Goes to the first match from the row on, or to the first of all.
  private mutating func showMatch(from row: Int) {
    show(
      matches.matches.firstIndex { $0.first.map { $0.row >= row } ?? false }
        ?? matches.matches.indices.first)
  }

  /// Goes to the match after the current one or before it; beyond the ends of the section to the
  /// next section that holds one.
  private mutating func step(by step: Int, in context: ScreenContext) -> [Command] {
    let count = matches.matches.count
    let next = (current ?? (step > 0 ? -1 : count)) + step
    if !(0..<count).contains(next) {
      if let commands = turn(toMatchBy: step, in: context) { return commands }
      if count == 0 { return [.say(NotesWording.notFound(query))] }
    }
    show((next + count) % count)
    if next >= count { return [.say(NotesWording.fromTop)] }
    return next < 0 ? [.say(NotesWording.fromEnd)] : []
  }

  /// Goes on, or back, to the next section that holds the whole query, round the ends of the notes;
  /// nil where no other one does.
  private mutating func turn(toMatchBy step: Int, in context: ScreenContext) -> [Command]? {
    let columns = context.stage.body.columns
    for distance in 1..<max(1, order.count) {
      let other = place + step * distance
      let found = (other % order.count + order.count) % order.count
      let rows = rows(of: found, columns: columns, in: context)
      if NotesMatches(of: query, in: rows, onlyWhole: true).matches.isEmpty { continue }
      place = found
      entersAtEnd = step < 0
      if other == found { return [] }
      return [.say(step > 0 ? NotesWording.fromTop : NotesWording.fromEnd)]
    }
    return nil
  }

  private mutating func show(_ match: Int?) {
    current = match
    guard let match, let row = matches.matches[match].first?.row else { return }
    let visible = column.viewport.visible
    if visible.contains(row) { return }
    // A little of what stands before helps to understand it.
    column.scroll(by: row - 2 - column.viewport.offset)
  }

  // MARK: - View

  func header(in context: ScreenContext) -> HeaderRow {
    let symbols = context.symbols
    let bank = context.catalog.bank(named: bank)
    var leading: [HeaderRow.Part] = [
      .init(Line(symbols.display(bank?.title ?? ""), .heading), priority: 2)
    ]
    let domain = section(at: place, in: context)?.objective.flatMap {
      bank?.domain(ofObjective: $0)
    }
    if let domain {
      leading.append(
        .init(
          Line(" \(symbols.separator) \(symbols.display(domain.title))", .muted), priority: 0))
    }
    var trailing: [HeaderRow.Part] = []
    if !query.isEmpty {
      let count = matches.matches.count
      let text =
        count == 0 ? "no match" : current.map { "match \($0 + 1) of \(count)" } ?? "\(count) found"
      trailing.append(.init(Line(text, .accent), priority: 3))
    }
    let position = "\(place + 1) of \(order.count)"
    trailing.append(
      query.isEmpty
        ? .init(Line(position), priority: 3) : .init(Line("section \(position)"), priority: 1))
    return HeaderRow(leading: leading, trailing: trailing, symbols: symbols)
  }

  func viewport(in context: ScreenContext) -> Viewport? { column.viewport }

  func draw(in body: Rect, on frame: inout Frame, context: ScreenContext) {
    column.draw(in: body, on: &frame, symbols: context.symbols, marks: false)
    // The cursor stands in the first row of text; above it may be a count.
    guard let first = frame.cursor?.row else { return }
    let visible = column.viewport.visible
    for (number, match) in matches.matches.enumerated() {
      for piece in match where visible.contains(piece.row) {
        let place = Rect(
          column: body.column + piece.columns.lowerBound,
          row: first + piece.row - visible.lowerBound,
          columns: piece.columns.count, rows: 1)
        let isCurrent = number == current
        frame.buffer.restyle(place) { $0.adding(isCurrent ? .reverse : [.bold, .underline]) }
        if isCurrent && piece == match.first { frame.cursor = place.origin }
      }
    }
  }
}
