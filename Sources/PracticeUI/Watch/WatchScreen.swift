import PracticeCore
import TerminalUI

/// A bank that is being written, as learners will see it: one question at a time, with what is wrong.
///
/// It shows the question that was changed last.
struct WatchScreen: Screen {
  /// What the keys can mean.
  enum Action: Equatable, Sendable {
    case move(Move)
    case more, next, previous, turn, findings, close
  }

  private(set) var watched: WatchedBank
  /// The question that is shown.
  private(set) var shown: QuestionID?
  /// Whether the right answer and the rationales are shown.
  private(set) var isAnswered = true
  /// Whether all findings are shown.
  private(set) var showsAll = false
  private var place = 0
  private var column = MarkedColumn()
  private var layoutKey: LayoutKey?

  private struct LayoutKey: Equatable, Sendable {
    var watched: WatchedBank
    var shown: QuestionID?
    var isAnswered: Bool
    var showsAll: Bool
    var columns: Int
    var charset: Charset
    var most: Int
  }

  /// How many findings are shown above a question: on a low screen they would hide what was changed.
  private func most(in context: ScreenContext) -> Int {
    if context.stage.body.rows >= 16 { return 3 }
    return watched.findings.contains(where: \.isError) ? 1 : 0
  }

  /// Shows a bank.
  init(_ watched: WatchedBank) {
    self.watched = watched
    shown = watched.bank?.questions.first?.id
  }

  var title: String { WatchWording.title }

  /// Takes in that the files have been read again.
  mutating func show(_ news: WatchedBank) -> [Command] {
    let old = watched
    watched = news
    if watched.bank == nil {
      // What was there last can still be looked at.
      watched.bank = old.bank
      return [.say(WatchWording.unreadable)]
    }
    if let changed = news.changed {
      if changed != shown { column.restart() }
      shown = changed
    }
    if let index = questions.firstIndex(where: { $0.id == shown }) {
      place = index
      return []
    }
    let wasShown = shown
    shown = questions.isEmpty ? nil : questions[min(place, questions.count - 1)].id
    return wasShown == nil || shown == nil ? [] : [.say(WatchWording.gone)]
  }

  private var questions: [Question] { watched.bank?.questions ?? [] }

  mutating func refresh(in context: ScreenContext) {
    let stage = context.stage
    let key = LayoutKey(
      watched: watched, shown: shown, isAnswered: isAnswered, showsAll: showsAll,
      columns: stage.body.columns, charset: context.symbols.charset,
      most: most(in: context))
    if layoutKey != key {
      if layoutKey?.shown != shown { column.restart() }
      column.set(rows: rows(columns: key.columns, in: context))
      layoutKey = key
    }
    column.fit(height: stage.body.rows, countsInside: stage.countsInside)
  }

  // MARK: - Keys

  func keyMap(in context: ScreenContext) -> KeyMap<Action> {
    var bindings: [KeyMap<Action>.Binding] = [
      .init(
        [
          ("j", .next), ("l", .next), (.right, .next), ("k", .previous), ("h", .previous),
          (.left, .previous),
        ], "j k", "others", help: "The next question, the one before (right, left)"),
      .init(
        .enter, "o", name: "enter", isAnswered ? "ask" : "answer",
        help: "Show the question with its answer, or as it is asked", .turn),
    ]
    if watched.findings.count > most(in: context) {
      bindings.append(
        .init(
          "d", name: "d", showsAll ? "fewer" : "all findings", help: "Show all findings", .findings)
      )
    }
    bindings += [
      .init(.escape, name: "q", "leave", help: "Leave (esc)", .close, .always),
      .init(" ", name: "space", "more", help: "Page on, then the next question", .more, .help),
      .init(.down, name: "down", "down", help: "Scroll down", .move(.down), .help),
      .init(.up, name: "up", "up", help: "Scroll up", .move(.up), .help),
    ]
    return KeyMap(bindings + KeyMap.paging { .move($0) })
  }

  mutating func perform(_ action: Action, in context: ScreenContext) -> [Command] {
    switch action {
    case .move(let move): column.move(move)
    case .more:
      if !column.viewport.hasMore { return go(1) }
      column.pageDown()
    case .next: return go(1)
    case .previous: return go(-1)
    case .turn: isAnswered.toggle()
    case .findings: showsAll.toggle()
    case .close: return [.close]
    }
    return []
  }

  private mutating func go(_ step: Int) -> [Command] {
    guard let index = questions.firstIndex(where: { $0.id == shown }) else { return [] }
    guard questions.indices.contains(index + step) else {
      return [.say(step > 0 ? WatchWording.lastQuestion : WatchWording.firstQuestion)]
    }
    place = index + step
    shown = questions[place].id
    column.restart()
    return []
  }

  mutating func scroll(by rows: Int, in context: ScreenContext) { column.scroll(by: rows) }

  // MARK: - View

  func header(in context: ScreenContext) -> HeaderRow {
    let symbols = context.symbols
    let index = questions.firstIndex { $0.id == shown }
    let id = shown.map { String($0.question) } ?? WatchWording.title
    var trailing: [HeaderRow.Part] = [
      .init(Line(symbols.display(watched.time), .muted), priority: 1)
    ]
    if let index { trailing.append(.init(Line("\(index + 1) of \(questions.count)"), priority: 3)) }
    let bank = watched.bank?.title ?? ""
    return HeaderRow(
      leading: [
        .init(Line(symbols.display(id), .heading), priority: 2),
        .init(Line(" \(symbols.separator) \(symbols.display(bank))", .muted), priority: 0),
      ], trailing: trailing, symbols: symbols)
  }

  func viewport(in context: ScreenContext) -> Viewport? { column.viewport }

  func draw(in body: Rect, on frame: inout Frame, context: ScreenContext) {
    column.draw(in: body, on: &frame, symbols: context.symbols, marks: false)
  }

  private func rows(columns: Int, in context: ScreenContext) -> [Line] {
    let symbols = context.symbols
    let margin = Line(QuestionTexts.isWide(columns) ? " " : "")
    var rows: [Line] = []
    func add(_ line: Line) {
      rows += TextWrapping.wrap(line, columns: columns, first: margin, rest: margin)
    }
    if watched.findings.isEmpty {
      add(Line(WatchWording.sound, .muted))
    } else {
      let end = most(in: context) > 0 || showsAll ? ":" : WatchWording.shownByKey
      add(Line(WatchWording.count(watched.findings) + end, .chosen))
    }
    let listed = showsAll ? watched.findings[...] : watched.findings.prefix(most(in: context))
    for finding in listed {
      let start = finding.isError ? "error" : "warning"
      let style: Style = finding.isError ? .warning : .body
      add(
        Line(symbols.display("\(finding.place): \(start): "), style)
          .appending(symbols.display(finding.message)))
    }
    if !listed.isEmpty, listed.count < watched.findings.count {
      add(Line(symbols.display(WatchWording.more(watched.findings.count - listed.count)), .muted))
    }
    rows.append(Line())
    guard let bank = watched.bank, let question = questions.first(where: { $0.id == shown }) else {
      add(Line(watched.bank == nil ? WatchWording.unreadable : WatchWording.noQuestions))
      return rows
    }
    if isAnswered {
      let content = AnsweredRows(
        question, in: QuestionSetting(of: question, in: bank), response: nil,
        showing: Showing(question: question.id, order: []), opensAll: true, note: nil,
        columns: columns, symbols: symbols)
      return rows + content.rows
    }
    // Choices stand as they are written: an author looks for them there.
    var pane = QuestionPane(
      question, scenario: bank.scenarioText(of: question),
      showing: Showing(question: question.id, order: []), in: context)
    pane.layOut(columns: columns, in: context)
    return rows + pane.column.rows
  }
}
