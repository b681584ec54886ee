import PracticeCore
import TerminalUI

/// The settings: of study, which are events, and of appearance, which are a file.
struct SettingsScreen: Screen {
  /// What the keys can mean.
  enum Action: Equatable, Sendable {
    case move(Move)
    case change, next, previous
  }

  /// One setting.
  enum Row: Equatable, CaseIterable, Sendable {
    case newPerDay, reviewsPerDay, retention, subjects, exam, date
    case theme, symbols, mouse, plain

    /// The first of those about appearance.
    static let firstOfAppearance = Row.theme
  }

  private var column = MarkedColumn()
  private(set) var entry: TextEntry?
  private var edited: Row?

  /// Opens the settings.
  init() {}

  let title = SettingsWording.title

  private var markedRow: Row? { column.marked.map { Row.allCases[$0] } }

  func keyMap(in context: ScreenContext) -> KeyMap<Action> {
    if entry != nil { return KeyMap.field("save") }
    return KeyMap(
      [
        .init(
          .enter, " ", name: "enter", "change", help: "Change the marked setting", .change, .always),
        .init(
          [(.right, .next), ("l", .next), (.left, .previous), ("h", .previous)], "left right",
          "turn", help: "Turn the marked setting on or back"),
        .init(naming: "q", "q", "back", .footer),
      ] + KeyMap.moving("setting") { .move($0) })
  }

  mutating func type(_ key: Key, in context: ScreenContext) -> [Command]? {
    switch key {
    case .escape: entry = nil
    case .enter: return save(in: context)
    default: _ = entry?.field.handle(key)
    }
    return []
  }

  mutating func paste(_ text: String, in context: ScreenContext) { entry?.field.insert(text) }

  mutating func perform(_ action: Action, in context: ScreenContext) -> [Command] {
    switch action {
    case .move(let move): column.move(move)
    case .change: return change(by: 0, in: context)
    case .next: return change(by: 1, in: context)
    case .previous: return change(by: -1, in: context)
    }
    return []
  }

  mutating func pick(_ item: Int, in context: ScreenContext) -> [Command] {
    if column.marked == item { return change(by: 0, in: context) }
    column.mark(item)
    return []
  }

  mutating func scroll(by rows: Int, in context: ScreenContext) { column.scroll(by: rows) }

  // MARK: Changing

  /// Changes the marked setting: by Enter where `step` is 0, else by an arrow.
  private mutating func change(by step: Int, in context: ScreenContext) -> [Command] {
    guard let row = markedRow else { return [] }
    let settings = context.learner.settings
    let goal = context.learner.goal
    switch row {
    case .newPerDay:
      if step == 0 { edit(row, SettingsWording.newLabel, settings.newPerDay.map(String.init)) }
    case .reviewsPerDay:
      if step == 0 {
        edit(row, SettingsWording.reviewsLabel, settings.reviewsPerDay.map(String.init))
      }
    case .retention:
      let percent = Int((settings.desiredRetention * 100).rounded())
      if step == 0 {
        edit(row, SettingsWording.retentionLabel, String(percent))
      }
    case .date: if step == 0 { edit(row, SettingsWording.dateLabel, goal.date?.description) }
    case .subjects: if step == 0 { return [.open(SubjectsScreen(in: context))] }
    case .exam:
      var goal = goal
      goal.exam = turn(goal.exam, in: [nil] + context.blueprints.map(\.id), by: step)
      return goal == context.learner.goal ? [] : [.append(.goal(goal))]
    case .theme, .symbols, .mouse, .plain: return changeAppearance(row, by: step, in: context)
    }
    return []
  }

  private func changeAppearance(
    _ row: Row, by step: Int, in context: ScreenContext
  ) -> [Command] {
    var appearance = context.appearance
    switch row {
    case .theme: appearance.theme = turn(appearance.theme, in: context.themes, by: step)
    case .symbols:
      appearance.symbols = turn(
        appearance.symbols, in: AppearanceSettings.SymbolSet.allCases, by: step)
    case .mouse: appearance.mouse.toggle()
    case .plain: appearance.plain.toggle()
    default: break
    }
    if row != .plain { return [.change(appearance)] }
    return [
      .change(appearance),
      .say(
        appearance.plain
          ? SettingsWording.plainFromNextStart : SettingsWording.notPlainFromNextStart),
    ]
  }

  /// The value after `value`, or before it; round at the ends.
  private func turn<Value: Equatable>(_ value: Value, in values: [Value], by step: Int) -> Value {
    guard !values.isEmpty else { return value }
    guard let place = values.firstIndex(of: value) else { return values[0] }
    return values[(place + (step == 0 ? 1 : step) + values.count) % values.count]
  }

  private mutating func edit(_ row: Row, _ label: String, _ text: String?) {
    edited = row
    entry = TextEntry(label, text: text ?? "", limit: 10)
  }

  private mutating func save(in context: ScreenContext) -> [Command] {
    let text = (entry?.field.text ?? "").filter { $0 != " " }
    var settings = context.learner.settings
    var goal = context.learner.goal
    switch edited {
    case .newPerDay:
      guard let number = Self.number(text) else { return [.say(SettingsWording.numberExpected)] }
      settings.newPerDay = number.value
    case .reviewsPerDay:
      guard let number = Self.number(text) else { return [.say(SettingsWording.numberExpected)] }
      settings.reviewsPerDay = number.value
    case .retention:
      guard let percent = Int(text), (70...99).contains(percent) else {
        return [.say(SettingsWording.retentionExpected)]
      }
      settings.desiredRetention = Double(percent) / 100
    case .date:
      switch DateEntry(text, today: context.time.calendarDay) {
      case .none: goal.date = nil
      case .date(let date): goal.date = date
      case .wrong(let remark): return [.say(remark)]
      }
    default: break
    }
    entry = nil
    edited = nil
    if settings != context.learner.settings { return [.append(.settings(settings))] }
    if goal != context.learner.goal { return [.append(.goal(goal))] }
    return []
  }

  /// Reads a number, or nothing as nil.
  private static func number(_ text: String) -> (value: Int?, Void)? {
    if text.isEmpty { return (nil, ()) }
    guard let number = Int(text), (0...9999).contains(number) else { return nil }
    return (number, ())
  }

  // MARK: Drawing

  mutating func refresh(in context: ScreenContext) {
    let stage = context.stage
    let columns = stage.body.columns
    let isWide = QuestionTexts.isWide(columns)
    let indent = Line(isWide ? "   " : "  ")
    var rows = [Line(isWide ? " " : "") + Line(SettingsWording.study, .heading)]
    var items: [Range<Int>] = []
    for row in Row.allCases {
      if row == .firstOfAppearance {
        rows.append(Line())
        rows.append(Line(isWide ? " " : "") + Line(SettingsWording.appearance, .heading))
      }
      let start = rows.count
      let name = Line(SettingsWording.name(row)).padded(to: isWide ? 26 : 20)
      let value = Line(context.symbols.display(SettingsWording.value(row, in: context)))
      rows += TextWrapping.wrap(
        name + Line(" ") + value, columns: columns, first: indent, rest: indent + Line("  "))
      items.append(start..<rows.count)
    }
    column.set(rows: rows, items: items)
    column.fit(height: columnArea(stage).rows, countsInside: stage.countsInside)
  }

  /// The body without the explanation's rows, which are there where there is room.
  private func columnArea(_ stage: Stage) -> Rect {
    stage.layout.hasRules ? stage.body.splitBottom(2).rest : stage.body
  }

  func header(in context: ScreenContext) -> HeaderRow {
    HeaderRow(leading: [.init(Line(title, .heading))], symbols: context.symbols)
  }

  func viewport(in context: ScreenContext) -> Viewport? { column.viewport }

  func draw(in body: Rect, on frame: inout Frame, context: ScreenContext) {
    let stage = context.stage
    let area = columnArea(stage)
    if stage.layout.hasRules, let markedRow, entry == nil, context.remark == nil {
      let text = Line(SettingsWording.explanation(markedRow), .muted)
      let row = body.rowRect(body.rows - 1).inset(left: 3)
      frame.buffer.draw(
        text.truncated(to: row.columns, ellipsis: context.symbols.ellipsis), at: row.origin,
        in: row)
    }
    column.draw(
      in: area, on: &frame, symbols: context.symbols,
      markColumn: QuestionTexts.isWide(body.columns) ? 1 : 0, selects: true)
  }
}

/// A date as it was typed.
enum DateEntry: Equatable {
  /// Nothing.
  case none
  /// A day that is still to come, or today.
  case date(CalendarDate)
  /// No such day: what to say.
  case wrong(String)

  /// Reads what was typed.
  init(_ text: String, today: CalendarDate) {
    let text = text.filter { $0 != " " }
    if text.isEmpty {
      self = .none
    } else if let date = CalendarDate(text) {
      self = date < today ? .wrong(SettingsWording.dateGone) : .date(date)
    } else {
      self = .wrong(SettingsWording.dateExpected)
    }
  }
}
