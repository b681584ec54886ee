import PracticeCore
import TerminalUI

/// All attempts at exams, the open ones among them, with the scores of one exam as a chart.
struct ExamHistoryScreen: Screen {
  /// What the keys can mean.
  enum Action: Equatable, Sendable {
    case move(Move)
    case open
    case turn(Int)
  }

  private var history: ExamHistory?
  private var column = MarkedColumn()
  private var learnerVersion: Int?
  private var layoutKey: LayoutKey?

  private struct LayoutKey: Equatable, Sendable {
    var exam: String?
    var columns: Int
    var rows: Int
    var charset: Charset
    var learnerVersion: Int
    /// Open attempts say how much time is left: nil where there are none.
    var countdown: Int64?
  }

  let title = ExamHistoryWording.title

  /// The attempts that are listed.
  private var listed: [ExamProgress] { history?.listed ?? [] }

  private var hasOpen: Bool { listed.contains { $0.isOpen } }

  /// The time that open attempts have left goes down.
  func tickInterval(in context: ScreenContext) -> Int? { hasOpen ? 5000 : nil }

  mutating func refresh(in context: ScreenContext) {
    let stage = context.stage
    if learnerVersion != context.learnerVersion {
      history = ExamHistory(context.learner, exam: history?.exam)
      learnerVersion = context.learnerVersion
    }
    guard let history else { return }
    let key = LayoutKey(
      exam: history.exam, columns: stage.body.columns, rows: stage.body.rows,
      charset: context.symbols.charset, learnerVersion: context.learnerVersion,
      countdown: hasOpen ? context.clock.running / 5000 : nil)
    if layoutKey != key {
      if layoutKey?.exam != key.exam { column.restart() }
      let content = ExamHistoryRows(
        history, columns: key.columns, height: key.rows, at: context.clock,
        symbols: context.symbols)
      column.set(rows: content.rows, items: content.items)
      layoutKey = key
    }
    column.fit(height: stage.body.rows, countsInside: stage.countsInside)
  }

  // MARK: - Keys

  func keyMap(in context: ScreenContext) -> KeyMap<Action> {
    var bindings: [KeyMap<Action>.Binding] = []
    if let marked {
      let label = marked.isOpen ? "resume" : "open"
      bindings.append(
        .init(
          .enter, name: "enter", label,
          help: "See the result of the marked exam, or resume it where it is open", .open,
          .always))
    }
    if (history?.exams.count ?? 0) > 1 {
      bindings += [
        .init(
          .tab, .right, "l", name: "tab", "other exam",
          help: "List the attempts at one exam, or at all (right, l)", .turn(1)),
        .init(
          .backTab, .left, "h", name: "shift-tab", "back", help: "The same, backwards (left, h)",
          .turn(-1), .help),
      ]
    }
    return KeyMap(
      bindings + [.init(naming: "q", "q", "back")]
        + KeyMap.moving("attempt", space: true) { .move($0) })
  }

  private var marked: ExamProgress? {
    column.marked.flatMap { listed.indices.contains($0) ? listed[$0] : nil }
  }

  mutating func perform(_ action: Action, in context: ScreenContext) -> [Command] {
    switch action {
    case .move(let move): column.move(move)
    case .turn(let step): history?.turn(by: step)
    case .open: return open(marked)
    }
    return []
  }

  mutating func pick(_ item: Int, in context: ScreenContext) -> [Command] {
    if column.marked == item { return open(marked) }
    column.mark(item)
    return []
  }

  mutating func scroll(by rows: Int, in context: ScreenContext) { column.scroll(by: rows) }

  private func open(_ progress: ExamProgress?) -> [Command] {
    guard let progress, let attempt = progress.start?.attempt else { return [] }
    return [
      .effect(.exam(progress.isOpen ? .resume(attempt, takesOver: false) : .read(attempt)))
    ]
  }

  // MARK: - View

  func header(in context: ScreenContext) -> HeaderRow {
    let count = history?.attempts.count ?? 0
    return HeaderRow(
      leading: [.init(Line(title, .heading), priority: 2)],
      trailing: count == 0 ? [] : [.init(Line(Phrases.counted(count, "attempt")), priority: 1)],
      symbols: context.symbols)
  }

  func viewport(in context: ScreenContext) -> Viewport? { column.viewport }

  func draw(in body: Rect, on frame: inout Frame, context: ScreenContext) {
    column.draw(
      in: body, on: &frame, symbols: context.symbols,
      markColumn: QuestionTexts.isWide(body.columns) ? 1 : 0, selects: true)
  }
}
