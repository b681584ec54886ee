import FSRS
import PracticeCore
import TerminalUI

/// The learner's choices: how to study, what for, and how the screen looks.
///
/// What concerns study becomes an event when it has been typed or its row is left, not one for each
/// key; what concerns the screen is done at once.
struct SettingsScreen: Screen {
  /// What the keys can mean.
  enum Action: Equatable, Sendable {
    case move(Move)
    case change
    case step(Int)
    case close
  }

  /// The settings of study as they are shown; nil where they are those that hold.
  private(set) var draft: SettingsDraft?
  /// The value that is being typed.
  private(set) var entry: TextEntry?
  /// The settings, from top to bottom.
  private(set) var rows: [SettingsRow] = []
  /// The rows of text.
  private(set) var column = MarkedColumn()
  /// How far a fit of the memory model is, in percent; nil where none goes on.
  private(set) var fitting: Int?
  /// Another model that predicts the learner's answers clearly better, as the last fit found.
  private(set) var offer: String?
  /// How many questions of the subjects are new.
  private var unseen = Unseen(count: 0, key: nil)

  /// A number of questions, with what it depends on.
  private struct Unseen: Equatable, Sendable {
    var count: Int
    var key: Key?

    struct Key: Equatable, Sendable {
      var learnerVersion: Int
      var day: CalendarDate
      var subjects: [String]?
    }
  }

  var title: String { SettingsWording.title }

  /// The marked setting.
  var markedRow: SettingsRow? {
    column.marked.flatMap { rows.indices.contains($0) ? rows[$0] : nil }
  }

  /// The settings of study as they are shown.
  func shown(in context: ScreenContext) -> SettingsDraft {
    draft ?? SettingsDraft(of: context.learner)
  }

  // MARK: - Keys

  func keyMap(in context: ScreenContext) -> KeyMap<Action> {
    if entry != nil {
      return KeyMap([
        .init(naming: .enter, "enter", "take"), .init(naming: .escape, "esc", "cancel"),
      ])
    }
    let kind = markedRow?.kind ?? .chosen
    let verb =
      kind == .done && fitting != nil ? SettingsWording.stop : SettingsWording.verb(kind)
    return KeyMap(
      [
        .init(
          .enter, " ", name: "enter", verb,
          help: "Type a value, take the next one, or switch on or off (space)", .change, .always),
        .init(
          [(.left, .step(-1)), ("h", .step(-1)), (.right, .step(1)), ("l", .step(1))], "h l",
          kind == .typed ? "less, more" : "others",
          help: "Less or more, the value before or the next one (left, right)",
          kind == .switched || kind == .done ? .help : .footer),
        .init(
          .escape, name: "q", "back", help: "Back; what you changed is kept (esc)", .close,
          .always),
      ] + KeyMap.moving("setting") { .move($0) })
  }

  mutating func type(_ key: Key, in context: ScreenContext) -> [Command]? {
    switch key {
    case .escape: entry = nil
    case .enter: return take(in: context)
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
    case .move(let move): return moving(in: context) { $0.move(move) }
    case .change: return change(in: context)
    case .step(let step): return change(by: step, in: context)
    case .close: return leave(in: context)
    }
  }

  mutating func pick(_ item: Int, in context: ScreenContext) -> [Command] {
    if entry != nil { return [] }
    if column.marked == item { return change(in: context) }
    return moving(in: context) { $0.mark(item) }
  }

  mutating func scroll(by rows: Int, in context: ScreenContext) { column.scroll(by: rows) }

  mutating func leave(in context: ScreenContext) -> [Command] {
    record(in: context) + stopFit() + [.close]
  }

  // MARK: - Fitting the memory model

  mutating func heard(_ news: FitNews, in context: ScreenContext) -> [Command] {
    // What was stopped may have been on its way.
    guard fitting != nil else { return [] }
    switch news {
    case .progress(let percent):
      fitting = percent
      return []
    case .found(let found):
      fitting = nil
      // Once it was offered and not wanted, the fit of the model in use is asked about.
      let isNew = offer != found.other?.parameters.model
      offer = found.other?.parameters.model
      if let other = found.other, isNew {
        return [
          .ask(
            Confirmation(
              text: SettingsWording.isOtherWanted(other, insteadOf: found),
              label: SettingsWording.useFit, commands: [.append(.parameters(other.parameters))]))
        ]
      }
      guard found.isBetter else { return [.say(SettingsWording.isNoBetter(found))] }
      return [
        .ask(
          Confirmation(
            text: SettingsWording.isFitWanted(found), label: SettingsWording.useFit,
            commands: [.append(.parameters(found.parameters))]))
      ]
    case .tooFew(let items, let least):
      fitting = nil
      return [.say(SettingsWording.tooFew(items, least: least))]
    case .failed(let reason):
      fitting = nil
      return [.say(reason)]
    }
  }

  private mutating func changeFit(in context: ScreenContext) -> [Command] {
    if fitting != nil { return stopFit() + [.say(SettingsWording.fitStopped)] }
    fitting = 0
    let model = context.learner.scheduler.model
    return [
      .effect(
        .fit(.start(ModelParameters(model: model.name, weights: model.parameters))))
    ]
  }

  private mutating func stopFit() -> [Command] {
    if fitting == nil { return [] }
    fitting = nil
    return [.effect(.fit(.cancel))]
  }

  // MARK: - Changing

  /// Moves the mark; what was changed in a row that is left is recorded.
  private mutating func moving(
    in context: ScreenContext, _ move: (inout MarkedColumn) -> Void
  ) -> [Command] {
    let old = column.marked
    move(&column)
    return column.marked == old ? [] : record(in: context)
  }

  private mutating func record(in context: ScreenContext) -> [Command] {
    let events = draft?.events(after: context.learner) ?? []
    draft = nil
    return events.map(Command.append)
  }

  /// Changes the marked setting as Enter does.
  private mutating func change(in context: ScreenContext) -> [Command] {
    guard let row = markedRow else { return [] }
    if row == .fit { return changeFit(in: context) }
    if row.kind == .typed {
      entry = TextEntry(
        SettingsWording.label(row), text: shown(in: context).text(of: row),
        limit: row == .weekdaysOff ? 40 : 10)
      return []
    }
    return change(by: 1, in: context)
  }

  private mutating func change(by step: Int, in context: ScreenContext) -> [Command] {
    guard let row = markedRow else { return [] }
    var appearance = context.appearance
    switch row {
    case .theme:
      appearance.theme = SettingsDraft.turn(appearance.theme, in: context.themes, by: step)
    case .symbols:
      appearance.symbols = SettingsDraft.turn(
        appearance.symbols, in: AppearanceSettings.SymbolSet.allCases, by: step)
    case .mouse: appearance.mouse.toggle()
    case .plain: appearance.plain.toggle()
    case .fit: return []
    case .lastMock:
      var draft = shown(in: context)
      let remark = draft.switchLastMock(in: context)
      self.draft = draft
      return record(in: context) + [.say(remark)]
    case .newPerDay, .reviewsPerDay, .retention, .exam, .date, .dailyLimit, .weekdaysOff, .subject,
      .model:
      if row == .model, fitting != nil { return [.say(SettingsWording.fitFirst)] }
      var draft = shown(in: context)
      if case .subject(let bank) = row, draft.isOnlySubject(bank, in: context) {
        return [.say(SettingsWording.tickOne)]
      }
      if row == .date, draft.goal.date == nil { return [.say(SettingsWording.noDateToMove)] }
      if row == .weekdaysOff { return [.say(SettingsWording.typeWeekdays)] }
      draft.change(row, by: step, in: context)
      self.draft = draft
      return []
    }
    return appearance == context.appearance ? [] : [.change(appearance)]
  }

  /// Takes what was typed, where it can be.
  private mutating func take(in context: ScreenContext) -> [Command] {
    guard let row = markedRow, let text = entry?.field.text else { return [] }
    var draft = shown(in: context)
    if let remark = draft.set(row, to: text, in: context) { return [.say(remark)] }
    self.draft = draft
    entry = nil
    // What was typed is meant: what can be expected with it is told at once.
    return record(in: context)
  }

  // MARK: - Layout

  mutating func refresh(in context: ScreenContext) {
    let stage = context.stage
    count(in: context)
    let layout = SettingsLayout(
      shown(in: context), unseen: unseen.count, fitting: fitting,
      marked: entry == nil ? column.marked ?? 0 : nil,
      columns: stage.body.columns, in: context)
    rows = layout.settings
    column.set(rows: layout.rows, items: layout.items)
    column.fit(height: list(of: stage.body, in: context).rows, countsInside: stage.countsInside)
  }

  private mutating func count(in context: ScreenContext) {
    let settings = shown(in: context).settings
    let key = Unseen.Key(
      learnerVersion: context.learnerVersion, day: context.day, subjects: settings.subjects)
    if unseen.key == key { return }
    unseen.key = key
    unseen.count = context.catalog.banks.reduce(0) { sum, bank in
      guard settings.includes(bank: bank.id) else { return sum }
      return sum
        + bank.questions.count { question in
          context.learner[question.id].isNew
            && context.learner.isAskable(question.id, on: context.day)
        }
    }
  }
}
