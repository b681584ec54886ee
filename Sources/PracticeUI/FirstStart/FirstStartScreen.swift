import PracticeCore
import TerminalUI

/// The questions to a new learner: which subjects, which exam, which date.
struct FirstStartScreen: Screen {
  /// What the keys can mean.
  enum Action: Equatable, Sendable {
    case move(Move)
    case toggle, goOn, goBack
  }

  /// One of the questions.
  ///
  /// The last is asked only where there is a date.
  enum Step: Int, CaseIterable, Sendable {
    case subjects, exam, date, limit
  }

  private var step = Step.subjects
  private var subjects: SubjectChoice
  private var exam: String?
  private var date: CalendarDate?
  private var limit: Int?
  private var column = MarkedColumn()
  private var dateField = TextFieldState(limit: 10)
  private var limitField = TextFieldState(limit: 4)

  /// The field of the step.
  private var field: TextFieldState {
    get { step == .limit ? limitField : dateField }
    set { if step == .limit { limitField = newValue } else { dateField = newValue } }
  }

  /// What stands before it.
  private var fieldLabel: String {
    step == .limit ? FirstStartWording.limitLabel : FirstStartWording.dateLabel
  }

  /// Begins with the first question.
  init(in context: ScreenContext) { subjects = SubjectChoice(in: context) }

  /// Whether the learner is new: has made no settings and given no answers.
  static func isNeeded(in context: ScreenContext) -> Bool {
    context.learner.latest.settings == nil && context.learner.days.isEmpty
      && context.learner.questions.isEmpty && !context.catalog.banks.isEmpty
  }

  let title = FirstStartWording.title
  var takesText: Bool { step == .date || step == .limit }

  func keyMap(in context: ScreenContext) -> KeyMap<Action> {
    switch step {
    case .subjects:
      KeyMap(
        [
          .init(.enter, name: "enter", "go on", help: "Go on with what is ticked", .goOn, .always),
          .init(" ", "x", name: "space", "tick", help: "Tick the subject, or don't", .toggle),
          .init(naming: "q", "q", "quit", .footer),
        ] + KeyMap.moving("subject") { .move($0) })
    case .exam:
      KeyMap(
        [
          .init(.enter, name: "enter", "go on", help: "Take the marked row", .goOn, .always),
          .init(.escape, name: "esc", "back", help: "The question before", .goBack),
          .init(naming: "q", "q", "quit", .footer),
        ] + KeyMap.moving("row") { .move($0) })
    case .date, .limit:
      KeyMap([
        .init(naming: .enter, "enter", "go on"), .init(naming: .escape, "esc", "back", .footer),
        .init(.down, .pageDown, name: "down", "down", help: "Scroll down", .move(.pageDown), .help),
        .init(.up, .pageUp, name: "up", "up", help: "Scroll up", .move(.pageUp), .help),
      ])
    }
  }

  mutating func type(_ key: Key, in context: ScreenContext) -> [Command]? {
    switch key {
    case .escape: return perform(.goBack, in: context)
    case .enter: return perform(.goOn, in: context)
    case .up, .down, .pageUp, .pageDown: return nil
    default: _ = field.handle(key)
    }
    return []
  }

  mutating func paste(_ text: String, in context: ScreenContext) -> [Command] {
    field.insert(text)
    return []
  }

  mutating func perform(_ action: Action, in context: ScreenContext) -> [Command] {
    switch action {
    case .move(let move): column.move(move)
    case .toggle: if let marked = column.marked { subjects.toggle(marked, in: context) }
    case .goOn: return goOn(in: context)
    case .goBack:
      if let before = Step(rawValue: step.rawValue - 1) { go(to: before) }
    }
    return []
  }

  mutating func pick(_ item: Int, in context: ScreenContext) -> [Command] {
    let isMarked = column.marked == item
    column.mark(item)
    switch step {
    case .subjects: subjects.toggle(item, in: context)
    case .exam: if isMarked { return goOn(in: context) }
    case .date, .limit: break
    }
    return []
  }

  mutating func scroll(by rows: Int, in context: ScreenContext) { column.scroll(by: rows) }

  private mutating func go(to step: Step) {
    self.step = step
    column = MarkedColumn()
  }

  private mutating func goOn(in context: ScreenContext) -> [Command] {
    switch step {
    case .subjects:
      if subjects.ticked.isEmpty { return [.say(SettingsWording.tickOne)] }
      go(to: .exam)
    case .exam:
      let place = (column.marked ?? 0) - 1
      exam = context.blueprints.indices.contains(place) ? context.blueprints[place].id : nil
      go(to: .date)
    case .date:
      switch DateEntry(dateField.text, today: context.time.calendarDay) {
      case .none: date = nil
      case .date(let typed): date = typed
      case .wrong(let remark): return [.say(remark)]
      }
      if date == nil { return finish(in: context) }
      go(to: .limit)
    case .limit:
      let text = limitField.text.filter { $0 != " " }
      let number = Int(text)
      guard text.isEmpty || (number.map { (1...SettingsDraft.mostPerDay).contains($0) } ?? false)
      else { return [.say(SettingsWording.limitExpected)] }
      limit = number
      return finish(in: context)
    }
    return []
  }

  /// Records the answers; the settings always, so that nobody is asked twice.
  private func finish(in context: ScreenContext) -> [Command] {
    var settings = context.learner.settings
    settings.subjects = subjects.subjects(in: context)
    var commands: [Command] = [.append(.settings(settings))]
    if exam != nil || date != nil {
      commands.append(.append(.goal(ExamGoal(exam: exam, date: date, dailyLimit: limit))))
    }
    return commands + [.goHome]
  }

  // MARK: Drawing

  mutating func refresh(in context: ScreenContext) {
    let stage = context.stage
    let columns = stage.body.columns
    let margin = Line(QuestionTexts.isWide(columns) ? " " : "")
    var rows: [Line] = []
    func add(_ text: String, _ style: Style) {
      rows += TextWrapping.wrap(
        Line(context.symbols.display(text), style), columns: columns, first: margin, rest: margin)
    }
    if step == .subjects {
      add(FirstStartWording.welcome, .body)
      rows.append(Line())
    }
    add(FirstStartWording.question(step), Style(.heading, .bold))
    add(FirstStartWording.hint(step), .muted)
    rows.append(Line())
    var items: [Range<Int>] = []
    let content = self.content(columns: columns, in: context)
    for item in content.items {
      items.append(rows.count + item.lowerBound..<rows.count + item.upperBound)
    }
    rows += content.rows
    column.set(rows: rows, items: items)
    column.fit(height: stage.body.rows, countsInside: stage.countsInside)
  }

  private func content(
    columns: Int, in context: ScreenContext
  ) -> (rows: [Line], items: [Range<Int>]) {
    switch step {
    case .subjects: return subjects.rows(columns: columns, in: context)
    case .date, .limit:
      let lead =
        Line(QuestionTexts.isWide(columns) ? "   " : "  ") + Line(fieldLabel + " ", .accent)
      let field = FieldLine(field, columns: Self.fieldColumns, symbols: context.symbols)
      return ([lead + field.line], [0..<1])
    case .exam:
      let indent = QuestionTexts.isWide(columns) ? "   " : "  "
      var rows: [Line] = []
      var items: [Range<Int>] = []
      for title in [FirstStartWording.noExam] + context.blueprints.map(\.title) {
        let start = rows.count
        rows += TextWrapping.wrap(
          Line(context.symbols.display(title)), columns: columns, first: Line(indent),
          rest: Line(indent + "  "))
        items.append(start..<rows.count)
      }
      return (rows, items)
    }
  }

  func header(in context: ScreenContext) -> HeaderRow {
    HeaderRow(
      leading: [.init(Line("Swot", .heading), priority: 1)],
      trailing: [.init(Line("\(step.rawValue + 1) of \(Step.allCases.count)"))],
      symbols: context.symbols)
  }

  func viewport(in context: ScreenContext) -> Viewport? { column.viewport }

  func draw(in body: Rect, on frame: inout Frame, context: ScreenContext) {
    let isWide = QuestionTexts.isWide(body.columns)
    column.draw(
      in: body, on: &frame, symbols: context.symbols, markColumn: isWide ? 1 : 0,
      marks: !takesText, selects: true)
    if takesText, column.marked != nil, let cursor = frame.cursor {
      let field = FieldLine(field, columns: Self.fieldColumns, symbols: context.symbols)
      let lead = (isWide ? 3 : 2) + fieldLabel.utf8.count + 1
      frame.cursor = Position(column: body.column + lead + field.cursor, row: cursor.row)
    }
  }

  /// The columns of a field: ten characters and the cursor behind them.
  private static let fieldColumns = 11
}

/// What the first start says.
enum FirstStartWording {
  static let title = "Welcome"
  static let welcome =
    "Welcome to Swot. At most four questions before you begin; Enter alone skips each, and all can "
    + "be changed in the settings."
  static let noExam = "None of these, or not yet known"
  static let dateLabel = "Date (YYYY-MM-DD):"
  static let limitLabel = "Answers a day:"

  /// The question of a step.
  static func question(_ step: FirstStartScreen.Step) -> String {
    switch step {
    case .subjects: "Which subjects do you want to study?"
    case .exam: "Which exam are you preparing for?"
    case .date: "When is the exam?"
    case .limit: "How many answers a day at most?"
    }
  }

  /// What helps to answer it.
  static func hint(_ step: FirstStartScreen.Step) -> String {
    switch step {
    case .subjects: "Space ticks a subject or takes the tick away."
    case .exam: "Every question of it is asked in time for its day."
    case .date: "Today then aims at what you remember on that day. Enter alone: no date."
    case .limit:
      "Reviews, new questions and repeats together; no day asks more. Enter alone: no limit."
    }
  }
}
