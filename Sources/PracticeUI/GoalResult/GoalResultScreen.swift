import PracticeCore
import TerminalUI

/// Asks, once, how the exam went whose day is over.
struct GoalResultScreen: Screen {
  /// What the keys can mean.
  enum Action: Equatable, Sendable {
    case say(GoalResult)
    case goOn, editDate, undo
  }

  private let goal: ExamGoal
  /// What was said; nil while nothing was.
  private var result: GoalResult?
  /// The event that says it.
  private var event: EventID?
  /// The new date of an exam that was moved, while it is typed.
  private(set) var entry: TextEntry?
  private var wish = StatisticsWish()
  private var column = MarkedColumn()

  let title = GoalResultWording.title

  /// Asks about a goal.
  init(_ goal: ExamGoal) { self.goal = goal }

  /// Whether there is something to ask.
  static func isNeeded(in context: ScreenContext) -> Bool {
    context.learner.goal.isOver(on: context.day)
  }

  func tickInterval(in context: ScreenContext) -> Int? {
    wish.isOpen(in: context) ? StatisticsWish.patience : nil
  }

  mutating func timePassed(in context: ScreenContext) -> [Command] { wish.commands(in: context) }

  func keyMap(in context: ScreenContext) -> KeyMap<Action> {
    if entry != nil { return KeyMap.field("take") }
    if let result {
      let goesOn: KeyMap<Action>.Binding =
        result == .moved
        ? .init(.enter, name: "enter", "new date", .editDate, .always)
        : .init(.enter, .escape, name: "enter", "go on", .goOn, .always)
      return KeyMap([
        goesOn,
        .init("z", name: "z", "take back", help: "Take back what was said", .undo, .always),
        .init(naming: "q", "q", "home", .footer),
      ])
    }
    return KeyMap([
      .init("p", name: "p", "passed", help: "It was passed", .say(.passed), .always),
      .init("f", name: "f", "failed", help: "It was not passed", .say(.failed), .always),
      .init("m", name: "m", "moved", help: "It takes place on another day", .say(.moved), .always),
      .init(
        .enter, .escape, name: "enter", "don't say", help: "Don't say, and don't be asked again",
        .say(.unsaid), .always),
    ])
  }

  mutating func perform(_ action: Action, in context: ScreenContext) -> [Command] {
    switch action {
    case .say(let result):
      var goal = context.learner.goal
      goal.result = result
      self.result = result
      return [.append(.goal(goal))]
    case .goOn: return [.goHome]
    case .editDate: editDate()
    case .undo:
      guard let event else { return [] }
      return [.append(.undo(of: event)), .goHome, .say(GoalResultWording.undone)]
    }
    return []
  }

  private mutating func editDate() {
    entry = TextEntry(GoalResultWording.dateLabel, limit: 10)
  }

  mutating func type(_ key: Key, in context: ScreenContext) -> [Command]? {
    switch key {
    case .escape: entry = nil
    case .enter:
      switch DateEntry(entry?.field.text ?? "", today: context.time.calendarDay) {
      case .none: return [.goHome]
      case .wrong(let remark): return [.say(remark)]
      case .date(let date):
        var goal = context.learner.goal
        goal.date = date
        entry = nil
        return [.append(.goal(goal.replacing(context.learner.goal))), .goHome]
      }
    default: _ = entry?.field.handle(key)
    }
    return []
  }

  mutating func paste(_ text: String, in context: ScreenContext) -> [Command] {
    entry?.field.insert(text)
    return []
  }

  mutating func recorded(_ event: Event, in context: ScreenContext) -> [Command] {
    guard case .goal(let goal) = event.content, let result = goal.result, self.event == nil else {
      return []
    }
    (self.result, self.event) = (result, event.id)
    if result == .moved { editDate() }
    return result == .unsaid ? [.goHome] : []
  }

  mutating func leave(in context: ScreenContext) -> [Command] { [.goHome] }

  mutating func refresh(in context: ScreenContext) {
    wish.see(in: context)
    let stage = context.stage
    let symbols = context.symbols
    let columns = stage.body.columns
    let exam = context.blueprints.first { $0.id == goal.exam }
    var rows = wrap(GoalResultWording.question(goal, title: exam?.title), columns, symbols)
    if let past = context.statistics?.pastGoals.last(where: { $0.goal.date == goal.date }),
      let forecast = past.forecast, let exam
    {
      rows += wrap(GoalResultWording.forecast(forecast, scale: exam.scale), columns, symbols)
    }
    rows.append(Line())
    rows += wrap(
      result.map(GoalResultWording.noted) ?? GoalResultWording.explanation, columns, symbols)
    column.set(rows: rows)
    column.fit(height: stage.body.rows, countsInside: stage.countsInside)
  }

  private func wrap(_ text: String, _ columns: Int, _ symbols: Symbols) -> [Line] {
    let lead = Line(columns >= 60 ? " " : "")
    return TextWrapping.wrap(
      Line(symbols.display(text)), columns: columns - lead.width, first: lead, rest: lead)
  }

  func header(in context: ScreenContext) -> HeaderRow {
    HeaderRow(
      leading: [.init(Line(title, .heading), priority: 2)],
      trailing: [
        .init(Line(Phrases.date(context.time.calendarDay, withYear: true), .muted), priority: 1)
      ], symbols: context.symbols)
  }

  func viewport(in context: ScreenContext) -> Viewport? { column.viewport }

  func draw(in body: Rect, on frame: inout Frame, context: ScreenContext) {
    column.draw(in: body, on: &frame, symbols: context.symbols, marks: false)
  }
}
