import FSRS
import PracticeCore

/// The settings of study while they are being changed, before they become events.
struct SettingsDraft: Equatable, Sendable {
  /// The choices for study.
  var settings: StudySettings
  /// What is studied for.
  var goal: ExamGoal
  /// The name of the memory model.
  var model: String

  /// Begins with what holds now.
  init(of learner: LearnerState) {
    settings = learner.settings
    goal = learner.goal
    model = learner.scheduler.model.name
  }

  /// The events that make it hold, for a learner with other settings.
  func events(after learner: LearnerState) -> [EventContent] {
    var events: [EventContent] = []
    if settings != learner.settings { events.append(.settings(settings)) }
    if goal != learner.goal { events.append(.goal(goal.replacing(learner.goal))) }
    if model != learner.scheduler.model.name {
      events.append(
        .parameters(ModelParameters(model: model, weights: learner.ownWeights[model])))
    }
    return events
  }

  // MARK: - Step by step

  /// The numbers through which the arrows go.
  private static let newStep = 5
  private static let reviewsStep = 20
  private static let limitStep = 5
  /// The largest numbers that make sense.
  static let mostPerDay = 9999

  /// Changes a setting by a step; up where `step` is 1, down where it is −1.
  ///
  /// - Parameters:
  ///   - row: which setting; those of appearance stay as they are.
  ///   - step: 1 or −1.
  ///   - context: the banks and exams at hand, and today.
  mutating func change(_ row: SettingsRow, by step: Int, in context: ScreenContext) {
    switch row {
    case .newPerDay:
      // Automatic stands before 0.
      settings.newPerDay = Self.next(settings.newPerDay, by: step, of: Self.newStep, first: 0)
    case .reviewsPerDay:
      settings.reviewsPerDay = Self.next(
        settings.reviewsPerDay, by: step, of: Self.reviewsStep, first: Self.reviewsStep)
    case .retention:
      let range = Self.percents
      let percent = min(max(range.lowerBound, self.percent + step), range.upperBound)
      settings.desiredRetention = Double(percent) / 100
    case .exam:
      let exams = [nil] + context.blueprints.map { Optional($0.id) }
      goal.exam = SettingsDraft.turn(goal.exam, in: exams, by: step)
    case .date:
      guard let date = goal.date else { return }
      let next = max(context.time.calendarDay, date.advanced(byDays: step))
      // Behind the last day of the year 9999 there is none that can be written.
      if CalendarDate(next.description) != nil { goal.date = next }
    case .dailyLimit:
      goal.dailyLimit = Self.next(
        goal.dailyLimit, by: step, of: Self.limitStep, first: Self.limitStep)
    case .subject(let bank): toggle(bank: bank, in: context)
    case .model: model = SettingsDraft.turn(model, in: MemoryModels.names, by: step)
    case .fit, .weekdaysOff, .lastMock, .theme, .symbols, .mouse, .plain: break
    }
  }

  // MARK: - The last mock

  /// The form that is held back as things are shown; nil for none.
  func heldBack(in context: ScreenContext) -> HeldBackForm? {
    guard let form = goal.heldBack, form.exam == goal.exam else { return nil }
    // What was held back before may have been released since.
    return form == context.learner.goal.heldBack ? context.learner.heldBack(on: context.day) : form
  }

  /// Holds a form back, or releases it.
  ///
  /// - Returns: What to say: why none can be held back, or what that means.
  mutating func switchLastMock(in context: ScreenContext) -> String {
    if heldBack(in: context) != nil {
      goal.heldBack = nil
      return SettingsWording.released
    }
    guard let exam = context.blueprints.first(where: { $0.id == goal.exam }) else {
      return SettingsWording.noExamForMock
    }
    do {
      let form = try HeldBackForm.draw(exam, from: context.catalog, learner: context.learner)
      goal.heldBack = form
      return SettingsWording.nowHeldBack(form.questions.count)
    } catch {
      return SettingsWording.notHeldBack(
        error,
        most: HeldBackForm.mostQuestions(exam, from: context.catalog, learner: context.learner)
      )
    }
  }

  /// The multiple of `step` after `value`, or before it; nil stands before `first`.
  private static func next(_ value: Int?, by direction: Int, of step: Int, first: Int) -> Int? {
    guard let value else { return direction > 0 ? first : nil }
    if direction > 0 { return min(mostPerDay, (value / step + 1) * step) }
    let before = (value + step - 1) / step * step - step
    return before < first ? nil : before
  }

  /// The value after `value`, or before it; round at the ends.
  static func turn<Value: Equatable>(_ value: Value, in values: [Value], by step: Int) -> Value {
    guard !values.isEmpty else { return value }
    guard let place = values.firstIndex(of: value) else { return values[0] }
    return values[(place + step + values.count) % values.count]
  }

  /// Whether the bank at that place is the only one that is studied.
  func isOnlySubject(_ bank: Int, in context: ScreenContext) -> Bool {
    let banks = context.catalog.banks
    return banks.indices.contains(bank) && settings.includes(bank: banks[bank].id)
      && banks.count { settings.includes(bank: $0.id) } == 1
  }

  private mutating func toggle(bank: Int, in context: ScreenContext) {
    let ids = context.catalog.banks.map(\.id)
    guard ids.indices.contains(bank) else { return }
    var subjects = settings.subjects ?? ids
    if let place = subjects.firstIndex(of: ids[bank]) {
      subjects.remove(at: place)
    } else {
      subjects.append(ids[bank])
    }
    // Banks that are not at hand now stay chosen.
    let others = subjects.filter { !ids.contains($0) }
    let isAll = others.isEmpty && ids.allSatisfy(subjects.contains)
    settings.subjects = isAll ? nil : ids.filter(subjects.contains) + others
  }

  // MARK: - Typed

  /// The desired retention in percent.
  var percent: Int { Int((settings.desiredRetention * 100).rounded()) }

  private static var percents: ClosedRange<Int> {
    let range = StudySettings.retentionRange
    return Int((range.lowerBound * 100).rounded())...Int((range.upperBound * 100).rounded())
  }

  /// What stands in the field when a setting begins to be typed.
  func text(of row: SettingsRow) -> String {
    switch row {
    case .newPerDay: settings.newPerDay.map(String.init) ?? ""
    case .reviewsPerDay: settings.reviewsPerDay.map(String.init) ?? ""
    case .retention: String(percent)
    case .date: goal.date?.description ?? ""
    case .dailyLimit: goal.dailyLimit.map(String.init) ?? ""
    case .weekdaysOff: Weekdays.text(goal.weekdaysOff)
    case .exam, .lastMock, .subject, .model, .fit, .theme, .symbols, .mouse, .plain: ""
    }
  }

  /// Gives a setting the value that was typed.
  ///
  /// - Returns: What is wrong with it; nil where it was taken.
  mutating func set(_ row: SettingsRow, to text: String, in context: ScreenContext) -> String? {
    if row == .weekdaysOff {
      guard let weekdays = Weekdays.read(text) else { return SettingsWording.weekdaysExpected }
      goal.weekdaysOff = weekdays
      return nil
    }
    let text = text.filter { $0 != " " }
    switch row {
    case .newPerDay:
      if text.isEmpty {
        settings.newPerDay = nil
      } else if let number = Int(text), (0...Self.mostPerDay).contains(number) {
        settings.newPerDay = number
      } else {
        return SettingsWording.newExpected
      }
    case .reviewsPerDay:
      if text.isEmpty {
        settings.reviewsPerDay = nil
      } else if let number = Int(text), (1...Self.mostPerDay).contains(number) {
        settings.reviewsPerDay = number
      } else {
        return SettingsWording.reviewsExpected
      }
    case .retention:
      let digits = text.last == "%" ? String(text.dropLast()) : text
      guard let percent = Int(digits), Self.percents.contains(percent) else {
        return SettingsWording.retentionExpected
      }
      settings.desiredRetention = Double(percent) / 100
    case .date:
      switch DateEntry(text, today: context.time.calendarDay) {
      case .none: goal.date = nil
      case .date(let date): goal.date = date
      case .wrong(let remark): return remark
      }
    case .dailyLimit:
      if text.isEmpty {
        goal.dailyLimit = nil
      } else if let number = Int(text), (1...Self.mostPerDay).contains(number) {
        goal.dailyLimit = number
      } else {
        return SettingsWording.limitExpected
      }
    case .exam, .weekdaysOff, .lastMock, .subject, .model, .fit, .theme, .symbols, .mouse, .plain:
      break
    }
    return nil
  }
}
