import PracticeCore
import TerminalUI

/// What somebody is to know before an exam begins; no time runs.
struct ExamStartScreen: Screen {
  /// What the keys can mean.
  enum Action: Equatable, Sendable {
    case move(Move)
    case start, togglePauses, addTime, takeTime, editName, lastMock
  }

  /// What is wanted.
  let request: ExamRequest
  /// The form, drawn once; or why there is none.
  let paper: Result<ExamPaper, ExamDrawFailure>
  /// What is agreed beside the rules.
  private(set) var terms: ExamTerms
  /// The name that was typed.
  private(set) var name = ""
  private(set) var entry: TextEntry?
  private let openedAt: ClockReading
  private var column = MarkedColumn()
  private var layoutKey: LayoutKey?
  /// The wish to know how ready the learner is for it.
  private var wish = StatisticsWish()

  private struct LayoutKey: Equatable, Sendable {
    var terms: ExamTerms
    var name: String
    var columns: Int
    var charset: Charset
    var learnerVersion: Int
    /// What the statistics belong to that were computed last.
    var statistics: StatisticsRequest.Key?
  }

  /// How long Enter does nothing at first, in milliseconds: a doubled one must start no clock.
  private static let deafness: Int64 = 500
  /// The most Unicode scalars of a name.
  private static let nameLimit = 80

  /// Draws the form and shows the rules.
  init(_ request: ExamRequest, in context: ScreenContext) {
    self.request = request
    terms = request.terms
    openedAt = context.clock
    do throws(ExamDrawFailure) {
      paper = .success(
        try request.paper(
          from: context.catalog, learner: context.learner, on: context.day, drawn: context.seed))
    } catch {
      paper = .failure(error)
    }
    if request.asksName { editName() }
  }

  /// The rules.
  var blueprint: Blueprint { request.paper?.blueprint ?? request.blueprint }

  private var canStart: Bool { if case .success = paper { true } else { false } }
  private var canPause: Bool { canStart && blueprint.clock == .strict }

  var title: String { ExamWording.title }

  /// The last mock of the same exam, where this is another form of it.
  func lastMock(in context: ScreenContext) -> ExamRequest? {
    guard request.heldBack == nil, request.paper == nil, let lastMock = context.lastMock,
      lastMock.blueprint.id == blueprint.id
    else { return nil }
    return lastMock
  }

  // MARK: - Readiness

  func tickInterval(in context: ScreenContext) -> Int? {
    canStart && wish.isOpen(in: context) ? StatisticsWish.patience : nil
  }

  mutating func timePassed(in context: ScreenContext) -> [Command] {
    canStart ? wish.commands(in: context) : []
  }

  private mutating func editName() {
    guard canStart else { return }
    entry = TextEntry(ExamStartWording.nameLabel, text: name, limit: Self.nameLimit)
  }

  // MARK: - Keys

  func keyMap(in context: ScreenContext) -> KeyMap<Action> {
    if entry != nil { return KeyMap.field("done") }
    var bindings: [KeyMap<Action>.Binding] = []
    if canStart {
      bindings.append(
        .init(
          .enter, name: "enter", "start", help: "Start the exam: its time begins to run", .start,
          .always))
    }
    if canPause {
      bindings.append(
        .init(
          "p", name: "p", terms.withPauses ? "without pauses" : "with pauses",
          help: "Let the clock stop while you are away, or not; told on the result",
          .togglePauses))
    }
    if canStart {
      bindings.append(
        .init(
          [("+", .addTime), ("=", .addTime), ("-", .takeTime)], "+ -", "extra time",
          help: "Add 5 minutes, or take them away; told on the result"))
    }
    if lastMock(in: context) != nil {
      bindings.append(
        .init("m", name: "m", "last mock", help: ExamStartWording.lastMockHelp, .lastMock))
    }
    if request.asksName, canStart {
      bindings.append(.init("i", name: "i", "name", help: "Change the name", .editName))
    }
    bindings.append(.init(naming: "q", "q", "back", .footer))
    return KeyMap(bindings + KeyMap.scrolling(space: true) { .move($0) })
  }

  mutating func type(_ key: Key, in context: ScreenContext) -> [Command]? {
    switch key {
    case .enter, .escape:
      if key == .enter { name = entry?.field.text ?? "" }
      entry = nil
      return []
    case .pageUp: column.pageUp()
    case .pageDown: column.pageDown()
    case .up: column.scroll(by: -1)
    case .down: column.scroll(by: 1)
    default: _ = entry?.field.handle(key)
    }
    return []
  }

  mutating func paste(_ text: String, in context: ScreenContext) -> [Command] {
    entry?.field.insert(text)
    return []
  }

  mutating func perform(_ action: Action, in context: ScreenContext) -> [Command] {
    let step: Int64 = 5 * 60_000
    switch action {
    case .move(let move): column.move(move)
    case .togglePauses: terms.withPauses.toggle()
    case .addTime: terms.extra = min(ExamTerms.longestExtra, terms.extra + step)
    case .takeTime: terms.extra = max(0, terms.extra - step)
    case .editName: editName()
    case .lastMock:
      return lastMock(in: context).map { [.replace(ExamStartScreen($0, in: context))] } ?? []
    case .start: return start(in: context)
    }
    return []
  }

  private func start(in context: ScreenContext) -> [Command] {
    let passed = context.clock.running - openedAt.running
    guard case .success(let paper) = paper, !(0..<Self.deafness).contains(passed) else { return [] }
    let candidate = name.allSatisfy(\.isWhitespace) ? nil : name
    let begin = Command.effect(.exam(.begin(paper, terms, candidate: candidate)))
    guard request.asksName, candidate == nil else { return [begin] }
    return [
      .ask(
        Confirmation(
          text: ExamStartWording.namelessQuestion, label: "start without", commands: [begin]))
    ]
  }

  mutating func scroll(by rows: Int, in context: ScreenContext) { column.scroll(by: rows) }

  // MARK: - Look

  mutating func refresh(in context: ScreenContext) {
    wish.see(in: context)
    let stage = context.stage
    let key = LayoutKey(
      terms: terms, name: name, columns: stage.body.columns, charset: context.symbols.charset,
      learnerVersion: context.learnerVersion, statistics: context.statisticsKey)
    if layoutKey != key {
      column.set(rows: ExamStartRows(self, columns: key.columns, in: context).rows)
      layoutKey = key
    }
    column.fit(height: stage.body.rows, countsInside: stage.countsInside)
  }

  func header(in context: ScreenContext) -> HeaderRow {
    HeaderRow(
      leading: [.init(Line(context.symbols.display(blueprint.title), .heading), priority: 2)],
      trailing: [.init(Line(ExamStartWording.noTimeRuns, .muted), priority: 1)],
      symbols: context.symbols)
  }

  func viewport(in context: ScreenContext) -> Viewport? { column.viewport }

  func draw(in body: Rect, on frame: inout Frame, context: ScreenContext) {
    column.draw(in: body, on: &frame, symbols: context.symbols, marks: false)
  }
}
