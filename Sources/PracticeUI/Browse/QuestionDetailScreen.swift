import PracticeCore
import TerminalUI

/// One question of the list with its right answer, every rationale, and what is known of the
/// learner.
struct QuestionDetailScreen: Screen {
  /// What the keys can mean.
  enum Action: Equatable, Sendable {
    case move(Move)
    case show
    case more, next, previous, notes, report, close
    case mark(QuestionMarking)
    case edit, undo
  }

  /// The list in which it stands; its mark goes along.
  private(set) var origin: BrowseScreen
  /// The report that is being typed.
  private(set) var entry: TextEntry?
  /// Held-back questions that the learner wanted to see all the same.
  private var shown: Set<QuestionID> = []
  private var column = MarkedColumn()
  private var layoutKey: LayoutKey?

  private struct LayoutKey: Equatable, Sendable {
    var question: QuestionID
    var columns: Int
    var charset: Charset
    var learnerVersion: Int
    var day: CalendarDate
    var isHidden: Bool
  }

  /// Opens the marked question of a list.
  init(in origin: BrowseScreen) { self.origin = origin }

  var title: String { BrowseWording.detailTitle }

  mutating func refresh(in context: ScreenContext) {
    let stage = context.stage
    origin.list.renew(in: context)
    guard let question = origin.markedQuestion(in: context) else { return }
    let key = LayoutKey(
      question: question, columns: stage.body.columns, charset: context.symbols.charset,
      learnerVersion: context.learnerVersion, day: context.day,
      isHidden: isHidden(question, in: context))
    if layoutKey != key {
      if layoutKey?.question != question { column.restart() }
      column.set(rows: rows(of: question, columns: key.columns, in: context))
      layoutKey = key
    }
    column.fit(height: stage.body.rows, countsInside: stage.countsInside)
  }

  /// Whether the question is not shown, because it is held back for the last mock.
  private func isHidden(_ question: QuestionID, in context: ScreenContext) -> Bool {
    context.learner.isHeldBack(question, on: context.day) && !shown.contains(question)
  }

  // MARK: - Keys

  func keyMap(in context: ScreenContext) -> KeyMap<Action> {
    if entry != nil { return KeyMap.field("report") }
    var bindings: [KeyMap<Action>.Binding] = []
    if let question = origin.markedQuestion(in: context), isHidden(question, in: context) {
      bindings.append(
        .init(
          .enter, name: "enter", BrowseWording.show, help: BrowseWording.showHelp, .show, .always))
    }
    if column.viewport.hasMore {
      bindings.append(
        .init(" ", name: "space", "more", help: "Page on, then the next question", .more))
    }
    bindings.append(
      .init(
        [
          ("j", .next), ("l", .next), (.right, .next), ("k", .previous), ("h", .previous),
          (.left, .previous),
        ], "j k", "others", help: "The next question, the one before (right, left)"))
    if let question = origin.markedQuestion(in: context) {
      let markings: [KeyMap<Action>.Binding] = QuestionMarking.bindings(
        for: context.learner[question], on: context.day, .footer
      ) { .mark($0) }
      bindings += markings.prefix(1)
      bindings.append(
        .init("n", name: "n", "notes", help: "Read the notes on its objective", .notes))
      bindings += markings.dropFirst()
    }
    if !origin.marked.isEmpty {
      bindings.append(.init("z", name: "z", "undo", help: BrowseWording.undoHelp, .undo, .help))
    }
    bindings += [
      .init(.escape, name: "q", "back", help: "Back to the list (esc)", .close, .always),
      .init("e", name: "e", "edit", help: BrowseWording.editHelp, .edit, .help),
      .init("!", name: "!", "report", help: "Report it: something is wrong", .report, .help),
      .init(.down, name: "down", "down", help: "Scroll down", .move(.down), .help),
      .init(.up, name: "up", "up", help: "Scroll up", .move(.up), .help),
    ]
    if !column.viewport.hasMore {
      bindings.append(
        .init(" ", name: "space", "next", help: "Page on, then the next question", .more, .help))
    }
    return KeyMap(bindings + KeyMap.paging { .move($0) })
  }

  mutating func type(_ key: Key, in context: ScreenContext) -> [Command]? {
    switch key {
    case .escape: entry = nil
    case .enter:
      let text = entry?.field.text ?? ""
      entry = nil
      guard let question = origin.markedQuestion(in: context),
        !text.allSatisfy(\.isWhitespace)
      else { return [] }
      return [
        .append(.report(question: question, text: text)), .say(SessionWording.reported),
      ]
    default: _ = entry?.field.handle(key)
    }
    return []
  }

  mutating func paste(_ text: String, in context: ScreenContext) -> [Command] {
    entry?.field.insert(text)
    return []
  }

  mutating func perform(_ action: Action, in context: ScreenContext) -> [Command] {
    switch action {
    case .move(let move): column.move(move)
    case .show: if let question = origin.markedQuestion(in: context) { shown.insert(question) }
    case .report: entry = TextEntry(SessionWording.reportLabel)
    case .more:
      if !column.viewport.hasMore { return go(.down) }
      column.pageDown()
    case .next: return go(.down)
    case .previous: return go(.up)
    case .close: return leave(in: context)
    case .notes:
      guard let question = origin.markedQuestion(in: context).flatMap({ context.catalog[$0] }),
        let notes = NotesReader(on: question, in: context)
      else { return [.say(NotesWording.none)] }
      return [.open(notes)]
    case .mark(let marking):
      guard let question = origin.markedQuestion(in: context) else { return [] }
      return marking.commands(for: question, in: context, undo: "z")
    case .edit: return origin.markedQuestion(in: context).map { [.effect(.edit($0))] } ?? []
    case .undo: return origin.undo()
    }
    return []
  }

  mutating func recorded(_ event: Event, in context: ScreenContext) -> [Command] {
    origin.recorded(event, in: context)
  }

  private mutating func go(_ move: Move) -> [Command] {
    let old = origin.list.position
    origin.list.move(move)
    if origin.list.position != old { return [] }
    return [.say(move == .down ? BrowseWording.lastQuestion : BrowseWording.firstQuestion)]
  }

  mutating func scroll(by rows: Int, in context: ScreenContext) { column.scroll(by: rows) }

  mutating func leave(in context: ScreenContext) -> [Command] { [.close, .replace(origin)] }

  // MARK: - View

  func header(in context: ScreenContext) -> HeaderRow {
    let symbols = context.symbols
    guard let number = origin.list.markedQuestion else {
      return HeaderRow(leading: [], symbols: symbols)
    }
    let index = origin.list.index
    let bank = symbols.display(index.bank(number, in: context.catalog).title)
    let id = symbols.display(String(index.question(number, in: context.catalog).id.question))
    return HeaderRow(
      leading: [
        .init(Line(id, .heading), priority: 2),
        .init(Line(" \(symbols.separator) \(bank)", .muted), priority: 0),
      ],
      trailing: [
        .init(Line("\((origin.list.position ?? 0) + 1) of \(origin.list.listed)"), priority: 3)
      ], symbols: symbols)
  }

  func viewport(in context: ScreenContext) -> Viewport? { column.viewport }

  func draw(in body: Rect, on frame: inout Frame, context: ScreenContext) {
    column.draw(in: body, on: &frame, symbols: context.symbols, marks: false)
  }

  private func rows(of id: QuestionID, columns: Int, in context: ScreenContext) -> [Line] {
    guard let question = context.catalog[id] else { return [] }
    let symbols = context.symbols
    let progress = context.learner[id]
    let margin = Line(QuestionTexts.isWide(columns) ? " " : "")
    if isHidden(id, in: context) {
      return TextWrapping.wrap(
        Line(symbols.display(BrowseWording.heldBackWarning), .warning), columns: columns,
        first: margin, rest: margin)
    }
    let state = BrowseWording.sentence(progress, on: context.day)
    var rows: [Line] = []
    func add(_ line: Line) {
      rows += TextWrapping.wrap(line, columns: columns, first: margin, rest: margin)
    }
    add(Line(state, .chosen))
    let recall = context.learner.scheduler.retrievability(of: progress, at: context.time)
    if let history = BrowseWording.history(progress, recall: recall, on: context.day) {
      add(Line(symbols.display(history)))
    }
    if progress.keepsSlipping {
      add(Line("\(symbols.down) ", .accent).appending(BrowseWording.slipping(progress)))
    }
    if progress.isFlagged {
      add(Line("\(symbols.flag) ", .accent).appending(BrowseWording.flagged))
    }
    let content = AnsweredRows(
      question, in: QuestionSetting(of: question, in: context.catalog.bank(of: id)),
      response: nil, showing: Showing(question: id, order: []), opensAll: true,
      note: progress.note, columns: columns, symbols: symbols)
    return rows + [Line()] + content.rows
  }
}
