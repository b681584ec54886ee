import PracticeCore
import TerminalUI

/// All questions with their state, to be searched, opened and marked.
///
/// The list is made once, and again for a search; a frame looks only at the rows in view, so that
/// it takes 100,000 questions.
struct BrowseScreen: Screen {
  /// What the keys can mean.
  enum Action: Equatable, Sendable {
    case move(Move)
    case open, search, clear
    case mark(QuestionMarking)
  }

  private var questions: [QuestionID]
  private var marked = 0
  private var offset = 0
  private var height = 1
  private var query = ""
  private(set) var entry: TextEntry?

  /// Lists all questions of all banks.
  init(in context: ScreenContext) { questions = Self.find("", in: context) }

  let title = BrowseWording.title

  func keyMap(in context: ScreenContext) -> KeyMap<Action> {
    if entry != nil { return KeyMap.field("search") }
    var bindings: [KeyMap<Action>.Binding] = [
      .init(.enter, name: "enter", "open", help: "Open the marked question", .open, .always),
      .init(
        "/", name: "/", "search", help: "Search ids, texts, objectives and tags", .search),
    ]
    if !query.isEmpty {
      bindings.append(
        .init(.escape, name: "esc", "all", help: "Show all questions again", .clear))
    }
    return KeyMap(
      bindings + QuestionMarking.bindings { .mark($0) } + [.init(naming: "q", "q", "back", .footer)]
        + KeyMap.moving("question", space: true) { .move($0) })
  }

  mutating func type(_ key: Key, in context: ScreenContext) -> [Command]? {
    switch key {
    case .escape: entry = nil
    case .enter:
      let text = entry?.field.text ?? ""
      entry = nil
      let found = Self.find(text, in: context)
      if found.isEmpty { return [.say(BrowseWording.notFound(text))] }
      show(found, of: text)
    default: _ = entry?.field.handle(key)
    }
    return []
  }

  mutating func paste(_ text: String, in context: ScreenContext) { entry?.field.insert(text) }

  mutating func perform(_ action: Action, in context: ScreenContext) -> [Command] {
    switch action {
    case .move(let move): self.move(move)
    case .open: return open()
    case .search: entry = TextEntry(BrowseWording.searchLabel)
    case .clear: show(Self.find("", in: context), of: "")
    case .mark(let marking):
      guard let question = markedQuestion else { return [] }
      return marking.commands(for: question, in: context)
    }
    return []
  }

  mutating func pick(_ item: Int, in context: ScreenContext) -> [Command] {
    if marked == item { return open() }
    mark(item)
    return []
  }

  mutating func scroll(by rows: Int, in context: ScreenContext) { mark(marked + rows) }

  private var markedQuestion: QuestionID? {
    questions.indices.contains(marked) ? questions[marked] : nil
  }

  private func open() -> [Command] {
    markedQuestion.map { [.open(QuestionDetailScreen($0))] } ?? []
  }

  private mutating func move(_ move: Move) {
    switch move {
    case .up: mark(marked - 1)
    case .down: mark(marked + 1)
    case .first: mark(0)
    case .last: mark(questions.count - 1)
    case .pageUp: mark(marked - max(1, height - 2))
    case .pageDown: mark(marked + max(1, height - 2))
    }
  }

  private mutating func mark(_ item: Int) {
    marked = max(0, min(questions.count - 1, item))
  }

  private mutating func show(_ found: [QuestionID], of query: String) {
    let old = markedQuestion
    questions = found
    self.query = query
    marked = old.flatMap { found.firstIndex(of: $0) } ?? 0
    offset = 0
  }

  private static func find(_ query: String, in context: ScreenContext) -> [QuestionID] {
    let search = TextSearch(query)
    var found: [QuestionID] = []
    for bank in context.catalog.banks {
      if search.isEmpty {
        found += bank.questions.map(\.id)
        continue
      }
      var titles: [String: String] = [:]
      for objective in bank.domains.flatMap(\.objectives) { titles[objective.id] = objective.title }
      for question in bank.questions {
        let objective = question.objective.map { [$0, titles[$0] ?? ""] } ?? []
        if search.matches([question.id.description, question.stem] + objective + question.tags) {
          found.append(question.id)
        }
      }
    }
    return found
  }

  mutating func refresh(in context: ScreenContext) {
    let stage = context.stage
    height = stage.body.rows
    offset = viewport(height: height, countsInside: stage.countsInside).offset
  }

  private func viewport(height: Int, countsInside: Bool) -> Viewport {
    var view = Viewport(
      contentRows: questions.count, height: height, offset: offset, countsInside: countsInside)
    if !questions.isEmpty { view.reveal(marked..<marked + 1) }
    return view
  }

  func viewport(in context: ScreenContext) -> Viewport? {
    let stage = context.stage
    return viewport(height: stage.body.rows, countsInside: stage.countsInside)
  }

  func header(in context: ScreenContext) -> HeaderRow {
    let symbols = context.symbols
    let count =
      query.isEmpty
      ? "\(questions.isEmpty ? 0 : marked + 1) of \(questions.count)"
      : "\(marked + 1) of \(questions.count) with '\(symbols.display(query))'"
    return HeaderRow(
      leading: [.init(Line(title, .heading), priority: 1)], trailing: [.init(Line(count))],
      symbols: symbols)
  }

  func draw(in body: Rect, on frame: inout Frame, context: ScreenContext) {
    let symbols = context.symbols
    if questions.isEmpty {
      frame.buffer.draw(BrowseWording.none, at: body.origin, in: body)
      return
    }
    let view = viewport(height: body.rows, countsInside: context.stage.countsInside)
    var list = ScrollView(viewport: view, symbols: symbols, cursorRow: marked) { index in
      row(index, columns: body.columns, in: context)
    }
    list.items = view.visible.map { ($0..<$0 + 1, .item($0)) }
    list.draw(in: body, on: &frame)
  }

  private func row(_ index: Int, columns: Int, in context: ScreenContext) -> Line {
    let symbols = context.symbols
    let id = questions[index]
    let isWide = QuestionTexts.isWide(columns)
    let progress = context.learner[id]
    func field(_ text: String, _ width: Int) -> Line {
      Line(symbols.display(text)).fitted(to: width, ellipsis: symbols.ellipsis) + Line("  ")
    }
    let isMarked = index == marked
    var line = Line(isMarked ? "\(symbols.mark) " : "  ", .accent)
    var text = field(String(id.question), isWide ? 12 : 10)
    text.append(
      contentsOf: field(
        BrowseWording.state(progress, on: context.day, isShort: !isWide), isWide ? 11 : 9))
    text.append(progress.isFlagged ? "\(symbols.flag) " : "  ", .accent)
    let left = max(0, columns - line.width - text.width)
    // More than fits is never seen, so that long stems cost nothing.
    let stem = String((context.catalog[id]?.stem ?? "").prefix(2 * left))
    text.append(
      contentsOf: Line(symbols.display(stem)).truncated(to: left, ellipsis: symbols.ellipsis))
    line.append(contentsOf: isMarked ? text.selected : text)
    return line
  }
}
