import PracticeCore
import TerminalUI

/// All questions with their state, to be searched, opened and marked.
///
/// A frame looks only at the rows in view, so that it takes 100,000 questions.
struct BrowseScreen: Screen {
  /// What the keys can mean.
  enum Action: Equatable, Sendable {
    case move(Move)
    case open, search, clear
    case filter(Int)
    case mark(QuestionMarking)
    case edit, undo
  }

  /// What was done to questions here, so that it can be taken back, the newest last.
  private(set) var marked: [Marked] = []

  /// Something that was done to a question.
  struct Marked: Equatable, Sendable {
    /// What says so.
    var event: EventID
    /// The question.
    var question: QuestionID
  }

  /// The questions.
  var list: BrowseList
  /// The search that is being typed.
  private(set) var entry: TextEntry?

  /// Lists all questions of all banks.
  init(in context: ScreenContext) { list = BrowseList(in: context) }

  var title: String { BrowseWording.title }

  mutating func refresh(in context: ScreenContext) {
    list.refresh(in: context)
    let areas = areas(of: context.stage.body, in: context)
    list.fit(height: areas.list.rows, countsInside: context.stage.countsInside)
  }

  /// The full name of the marked question.
  func markedQuestion(in context: ScreenContext) -> QuestionID? {
    list.markedQuestion.map { list.index.question($0, in: context.catalog).id }
  }

  // MARK: - Keys

  func keyMap(in context: ScreenContext) -> KeyMap<Action> {
    if entry != nil {
      return KeyMap(
        [
          .init(naming: .enter, "enter", "done"), .init(naming: .escape, "esc", "all questions"),
        ]
          + Self.filters(.footer))
    }
    var bindings: [KeyMap<Action>.Binding] = [
      .init("/", name: "/", "search", help: "Search ids, texts, objectives and tags", .search)
    ]
    if list.markedQuestion != nil {
      bindings.insert(
        .init(.enter, name: "enter", "open", help: "Open the marked question", .open, .always),
        at: 0)
    }
    if !list.query.isEmpty {
      bindings.append(
        .init(.escape, name: "esc", "end search", help: "Show all questions again", .clear))
    }
    bindings += Self.filters(.footer)
    if let question = markedQuestion(in: context) {
      bindings += QuestionMarking.bindings(
        for: context.learner[question], on: context.day, .help
      ) { .mark($0) }
      bindings.append(
        .init("e", name: "e", "edit", help: BrowseWording.editHelp, .edit, .help))
    }
    if !marked.isEmpty {
      bindings.append(.init("z", name: "z", "undo", help: BrowseWording.undoHelp, .undo, .help))
    }
    return KeyMap(
      bindings + [.init(naming: "q", "q", "back")]
        + KeyMap.moving("question", space: true) { .move($0) })
  }

  private static func filters(_ place: KeyMap<Action>.Place) -> [KeyMap<Action>.Binding] {
    [
      .init(
        .tab, .right, "l", name: "tab", "show others",
        help: "List others: those that are due, new, flagged and so on (right, l)", .filter(1),
        place),
      .init(
        .backTab, .left, "h", name: "shift-tab", "back", help: "The same, backwards (left, h)",
        .filter(-1), .help),
    ]
  }

  mutating func type(_ key: Key, in context: ScreenContext) -> [Command]? {
    switch key {
    case .escape:
      entry = nil
      list.search("", in: context)
    case .enter:
      entry = nil
      // A search for nothing but blanks is none.
      if TextSearch(list.query).isEmpty { list.search("", in: context) }
    case .tab: return perform(.filter(1), in: context)
    case .backTab: return perform(.filter(-1), in: context)
    case .up: list.move(.up)
    case .down: list.move(.down)
    case .pageUp: list.move(.pageUp)
    case .pageDown: list.move(.pageDown)
    default:
      _ = entry?.field.handle(key)
      list.search(entry?.field.text ?? "", in: context)
    }
    return []
  }

  mutating func paste(_ text: String, in context: ScreenContext) -> [Command] {
    entry?.field.insert(text)
    list.search(entry?.field.text ?? "", in: context)
    return []
  }

  mutating func perform(_ action: Action, in context: ScreenContext) -> [Command] {
    switch action {
    case .move(let move): list.move(move)
    case .open: return open()
    case .search:
      entry = TextEntry(BrowseWording.searchLabel, limit: 100)
      list.search("", in: context)
    case .clear: list.search("", in: context)
    case .filter(let step):
      let filters = shownFilters
      let place = filters.firstIndex(of: list.filter) ?? 0
      list.show(filters[(place + step + filters.count) % filters.count])
    case .mark(let marking):
      guard let question = markedQuestion(in: context) else { return [] }
      return marking.commands(for: question, in: context, undo: "z")
    case .edit: return markedQuestion(in: context).map { [.effect(.edit($0))] } ?? []
    case .undo: return undo()
    }
    return []
  }

  /// Takes back what was done to a question last.
  mutating func undo() -> [Command] {
    guard let last = marked.popLast() else { return [.say(BrowseWording.nothingToUndo)] }
    list.goBack(to: last.question)
    return [.append(.undo(of: last.event)), .say(BrowseWording.undone)]
  }

  mutating func recorded(_ event: Event, in context: ScreenContext) -> [Command] {
    if case .mark(_, let question) = event.content {
      marked.append(Marked(event: event.id, question: question))
    }
    return []
  }

  /// The filters that take some question, and the one that is on.
  var shownFilters: [BrowseFilter] {
    BrowseFilter.allCases.filter {
      $0 == .all || $0 == list.filter || list.counts[$0.rawValue] > 0
    }
  }

  mutating func pick(_ item: Int, in context: ScreenContext) -> [Command] {
    if item < 0 {
      if let filter = BrowseFilter(rawValue: -1 - item) { list.show(filter) }
      return []
    }
    if list.markedRow == item { return open() }
    list.mark(row: item)
    return []
  }

  mutating func scroll(by rows: Int, in context: ScreenContext) { list.moveMark(byRows: rows) }

  private func open() -> [Command] {
    if list.markedQuestion == nil { return [] }
    var origin = self
    origin.entry = nil
    return [.open(QuestionDetailScreen(in: origin))]
  }
}
