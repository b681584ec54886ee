import PracticeCore
import TerminalUI

/// The rows of the settings.
struct SettingsLayout {
  /// All rows.
  private(set) var rows: [Line] = []
  /// The settings, from top to bottom.
  private(set) var settings: [SettingsRow] = []
  /// The rows of each setting.
  private(set) var items: [Range<Int>] = []

  private let draft: SettingsDraft
  private let unseen: Int
  private let fitting: Int?
  private let columns: Int
  private let context: ScreenContext
  private var symbols: Symbols { context.symbols }
  private var isWide: Bool { QuestionTexts.isWide(columns) }

  /// Lays the settings out.
  ///
  /// - Parameters:
  ///   - draft: the settings of study.
  ///   - unseen: how many questions of the subjects are new.
  ///   - fitting: how far a fit of the memory model is, in percent; nil where none goes on.
  ///   - marked: the number of the marked setting, whose value stands between arrows.
  ///   - columns: the width.
  ///   - context: everything else.
  init(
    _ draft: SettingsDraft, unseen: Int, fitting: Int? = nil, marked: Int?, columns: Int,
    in context: ScreenContext
  ) {
    self.draft = draft
    self.unseen = unseen
    self.fitting = fitting
    self.columns = columns
    self.context = context
    let indent = isWide ? "   " : "  "
    for (title, group) in SettingsRow.groups(banks: context.catalog.banks.count) {
      if !rows.isEmpty { rows.append(Line()) }
      rows.append(Line(isWide ? " " : "") + Line(title, .heading))
      for setting in group {
        let start = rows.count
        add(setting, isMarked: settings.count == marked, indent: indent)
        settings.append(setting)
        items.append(start..<rows.count)
      }
    }
  }

  private mutating func add(_ setting: SettingsRow, isMarked: Bool, indent: String) {
    if case .subject(let place) = setting {
      let bank = context.catalog.banks[place]
      let isTicked = draft.settings.includes(bank: bank.id)
      let box = Line(isTicked ? symbols.boxTicked : symbols.boxEmpty, isTicked ? .accent : .body)
      let count = Phrases.counted(bank.questions.count, "question")
      rows += TextWrapping.wrap(
        Line(symbols.display(bank.title)).appending("  \(count)", .muted), columns: columns,
        first: Line(indent) + box + Line(" "), rest: Line(indent + "    "))
      return
    }
    var value = Line(symbols.display(value(of: setting)))
    let name = Line(indent) + Line(SettingsWording.name(setting))
    let beside = indent.utf8.count + (isWide ? 24 : 20)
    // The arrows have their room always, so that nothing moves when they come.
    let arrows = setting.kind == .switched || setting.kind == .done ? 0 : 4
    let fits = beside + value.width + arrows <= columns
    if isMarked, arrows > 0 {
      value =
        Line("\(symbols.left) ", .accent) + value + Line(" \(symbols.rightwards)", .accent)
    }
    if fits {
      rows.append(name.padded(to: beside) + value)
    } else {
      // A value that doesn't fit beside its name has rows of its own.
      rows.append(name)
      let margin = Line(indent + "  ")
      rows += TextWrapping.wrap(value, columns: columns, first: margin, rest: margin)
    }
  }

  private func value(of setting: SettingsRow) -> String {
    switch setting {
    case .newPerDay:
      let introduced = context.learner.activity(on: context.day).introduced
      let automatic = DailyLimits.newPerDay(
        unseen: unseen + introduced,
        daysLeft: draft.goal.date.map { $0.daysSince1970 - context.day.daysSince1970 })
      let planned = ExamPlan(
        of: context.learner, in: context.catalog, blueprints: context.blueprints, at: context.time
      ).map { introduced + Int($0.today().new) }
      // What a plan brings is known once its goal holds.
      let isPlanned = StudyCalendar(draft.goal, from: context.day) != nil
      let isHeld = draft.goal == context.learner.goal && draft.settings.newPerDay == nil
      return SettingsWording.newPerDay(
        draft.settings.newPerDay, automatic: isPlanned ? (isHeld ? planned : nil) : automatic)
    case .reviewsPerDay: return SettingsWording.reviewsPerDay(draft.settings.reviewsPerDay)
    case .retention: return "\(draft.percent) %"
    case .exam:
      return SettingsWording.exam(
        draft.goal.exam.map { id in context.blueprints.first { $0.id == id }?.title ?? id })
    case .date:
      return SettingsWording.date(draft.goal.date, today: context.time.calendarDay)
    case .dailyLimit: return SettingsWording.reviewsPerDay(draft.goal.dailyLimit)
    case .weekdaysOff: return SettingsWording.daysOff(draft.goal)
    case .lastMock:
      return SettingsWording.lastMock(draft.heldBack(in: context)?.questions.count)
    case .subject: return ""
    case .model: return SettingsWording.model(draft.model)
    case .fit:
      return SettingsWording.fit(
        fitting, isFitted: context.learner.ownWeights[draft.model] != nil)
    case .theme: return context.appearance.theme
    case .symbols: return SettingsWording.symbols(context.appearance.symbols)
    case .mouse: return SettingsWording.isOn(context.appearance.mouse)
    case .plain: return SettingsWording.isOn(context.appearance.plain)
    }
  }
}
