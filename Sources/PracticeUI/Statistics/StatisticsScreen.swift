import PracticeCore
import TerminalUI

/// The statistics: sections below each other, to be scrolled through.
struct StatisticsScreen: Screen {
  /// What the keys can mean.
  enum Action: Equatable, Sendable {
    case move(Move)
    case section(Int)
    case details
    case studyWrong
    case studySlipping
  }

  private var wish = StatisticsWish()
  private var showsDetails = false
  private var statistics: LearnerStatistics?
  private var content: StatisticsRows?
  private var column = MarkedColumn()
  private var layoutKey: LayoutKey?

  private struct LayoutKey: Equatable, Sendable {
    var statistics: StatisticsRequest.Key?
    var showsDetails: Bool
    var columns: Int
    var charset: Charset
  }

  let title = StatisticsWording.title

  /// They are asked for as soon as the screen has been seen.
  func tickInterval(in context: ScreenContext) -> Int? {
    wish.isOpen(in: context) ? StatisticsWish.patience : nil
  }

  mutating func timePassed(in context: ScreenContext) -> [Command] { wish.commands(in: context) }

  mutating func refresh(in context: ScreenContext) {
    wish.see(in: context)
    let stage = context.stage
    // What was there stays until the new is there.
    statistics = wish.statistics(in: context) ?? context.statistics ?? statistics
    let key = LayoutKey(
      statistics: statistics == nil ? nil : context.statisticsKey, showsDetails: showsDetails,
      columns: stage.body.columns, charset: context.symbols.charset)
    if layoutKey != key {
      if let statistics {
        let rows = StatisticsRows(
          StatisticsReport(statistics, in: context.catalog, details: showsDetails),
          columns: key.columns, symbols: context.symbols)
        let section = self.section
        content = rows
        column.set(rows: rows.rows)
        // In another width the same section stays in view.
        if let section, layoutKey?.columns != key.columns, rows.headings.indices.contains(section) {
          column.restart(at: rows.headings[section])
        }
      } else {
        column.set(
          rows: TextWrapping.wrap(
            Line(context.symbols.display(StatisticsWording.reading)), columns: key.columns))
      }
      layoutKey = key
    }
    column.fit(height: stage.body.rows, countsInside: stage.countsInside)
  }

  /// The number of the section whose rows are the first in view; nil at the very beginning.
  private var section: Int? {
    let top = column.viewport.offset
    return top == 0 ? nil : content?.headings.lastIndex { $0 <= top }
  }

  // MARK: - Keys

  func keyMap(in context: ScreenContext) -> KeyMap<Action> {
    var bindings: [KeyMap<Action>.Binding] = []
    if content != nil {
      bindings += [
        .init(
          .tab, .right, name: "tab", "next section", help: "Go to the next section (right)",
          .section(1), .always),
        .init(
          .backTab, .left, name: "shift-tab", "back", help: "Go to the section before (left)",
          .section(-1), .help),
      ]
    }
    if !wrong.isEmpty {
      bindings.append(
        .init(
          "w", name: "w", "sure but wrong",
          help: "Study the questions that you answered wrongly though you were certain",
          .studyWrong))
    }
    if !slipping.isEmpty {
      bindings.append(
        .init(
          "l", name: "l", "slipping", help: "Study the questions that keep slipping",
          .studySlipping))
    }
    bindings += [
      .init(
        "d", name: "d", showsDetails ? "fewer" : "details",
        help: "Show or hide stability, difficulty, time of day and the memory model", .details),
      .init(naming: "q", "q", "back"),
    ]
    return KeyMap(bindings + KeyMap.scrolling(space: true) { .move($0) })
  }

  private var wrong: [QuestionID] {
    statistics?.calibration.confidentlyWrong.map(\.question) ?? []
  }

  private var slipping: [QuestionID] {
    statistics?.slipping.filter { !$0.isSuspended }.map(\.question) ?? []
  }

  mutating func perform(_ action: Action, in context: ScreenContext) -> [Command] {
    switch action {
    case .move(let move): column.move(move)
    case .section(let step): turn(by: step, in: context)
    case .details:
      showsDetails.toggle()
      if showsDetails { refresh(in: context) }
      return [.say(showsDetails ? "Details stand at the end." : "Details are hidden.")]
    case .studyWrong: return study(wrong, in: context)
    case .studySlipping: return study(slipping, in: context)
    }
    return []
  }

  mutating func scroll(by rows: Int, in context: ScreenContext) { column.scroll(by: rows) }

  /// Shows another section from its heading on.
  private mutating func turn(by step: Int, in context: ScreenContext) {
    guard let headings = content?.headings else { return }
    let top = column.viewport.offset
    let next =
      step > 0 ? headings.first { $0 > top } ?? headings.first : headings.last { $0 < top }
    guard let next else { return }
    column.restart(at: next)
    let stage = context.stage
    column.fit(height: stage.body.rows, countsInside: stage.countsInside)
    // The last sections may stand together: the next turn begins again.
    if step > 0, column.viewport.offset == top { column.toTop() }
  }

  private func study(_ questions: [QuestionID], in context: ScreenContext) -> [Command] {
    let asked = questions.filter { context.catalog[$0] != nil }
    guard let session = SessionScreen(studyingOnly: asked, in: context) else {
      return [.say("None of these questions can be asked now.")]
    }
    return [.open(session)]
  }

  // MARK: - View

  func header(in context: ScreenContext) -> HeaderRow {
    let isNew = wish.statistics(in: context) != nil
    let count = statistics?.answers ?? 0
    let text =
      isNew ? StatisticsWording.count(count, "answer") : statistics == nil ? "" : "reading"
    return HeaderRow(
      leading: [.init(Line(title, .heading), priority: 2)],
      trailing: [.init(Line(text, .muted), priority: 1)], symbols: context.symbols)
  }

  func viewport(in context: ScreenContext) -> Viewport? { column.viewport }

  func draw(in body: Rect, on frame: inout Frame, context: ScreenContext) {
    column.draw(in: body, on: &frame, symbols: context.symbols, marks: false)
  }
}
