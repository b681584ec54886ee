import FSRS
import PracticeCore

/// What the settings say.
enum SettingsWording {
  static let title = "Settings"
  static let study = "Study"
  static let subjects = "Subjects"
  static let memory = "Memory model"
  static let appearance = "Screen"
  static let tickOne = "Tick one subject at least."
  static let newExpected = "A whole number, please, or nothing for automatic."
  static let reviewsExpected = "A whole number from 1 on, please, or nothing for no limit."
  static let limitExpected = "A whole number from 1 on, please, or nothing for no limit."
  static let weekdaysExpected = "Weekdays as mon tue wed thu fri sat sun, please, or nothing."
  static let typeWeekdays = "Enter types the weekdays."
  static let retentionExpected = "A whole number from 70 to 99, please."
  static let dateExpected = "A day as YYYY-MM-DD, please, such as 2027-03-15."
  static let dateGone = "That day has gone by."
  static let noDateToMove = "There is no date yet: Enter types one."

  /// The name of a setting.
  static func name(_ row: SettingsRow) -> String {
    switch row {
    case .newPerDay: "New questions a day"
    case .reviewsPerDay: "Reviews a day"
    case .retention: "Aim to remember"
    case .exam: "Exam"
    case .date: "Exam date"
    case .dailyLimit: "Answers a day"
    case .weekdaysOff: "Days off"
    case .lastMock: "Last mock"
    case .subject: ""
    case .model: "Model"
    case .fit: "Fit to your answers"
    case .theme: "Theme"
    case .symbols: "Symbols"
    case .mouse: "Mouse"
    case .plain: "Plain lines"
    }
  }

  /// What stands before the field in which a setting is typed.
  static func label(_ row: SettingsRow) -> String {
    switch row {
    case .newPerDay: "New questions a day (empty: automatic)"
    case .reviewsPerDay: "Reviews a day at most (empty: no limit)"
    case .retention: "Percent to remember, 70 to 99"
    case .date: "Exam date, YYYY-MM-DD (empty: none)"
    case .dailyLimit: "Answers a day at most (empty: no limit)"
    case .weekdaysOff: "Days off, such as sat sun (empty: none)"
    case .exam, .lastMock, .subject, .model, .fit, .theme, .symbols, .mouse, .plain: name(row)
    }
  }

  /// New questions a day.
  static func newPerDay(_ number: Int?, automatic: Int?) -> String {
    number.map(String.init) ?? (automatic.map { "automatic (\($0))" } ?? "automatic")
  }

  /// Reviews a day.
  static func reviewsPerDay(_ number: Int?) -> String { number.map(String.init) ?? "no limit" }

  /// The exam, and its day.
  static func exam(_ title: String?) -> String { title ?? "none" }
  static func date(_ date: CalendarDate?, today: CalendarDate) -> String {
    guard let date else { return "none" }
    let days = date.daysSince1970 - today.daysSince1970
    return "\(Phrases.date(date, withYear: true)), \(Phrases.distance(days: days))"
  }

  /// The memory model.
  static func model(_ name: String) -> String { MemoryModels.title(of: name) }

  /// Whether it is fitted to the learner's answers, or how far that is.
  static func fit(_ percent: Int?, isFitted: Bool) -> String {
    if let percent { return "fitting, \(percent) %" }
    return isFitted ? "done" : "not yet"
  }

  /// Asks whether fitted parameters shall hold.
  static func isFitWanted(_ found: FoundFit) -> String {
    "Predicts your last \(Phrases.counted(found.before.items, "review")) better: log loss "
      + "\(loss(found.after)), now \(loss(found.before)). Use it for all questions?"
  }
  static let useFit = "use it"

  /// Asks whether another model, fitted, shall hold.
  static func isOtherWanted(_ other: FoundFit.OtherModel, insteadOf found: FoundFit) -> String {
    let best = found.isBetter ? found.after : found.before
    return "\(model(other.parameters.model)) predicts your last "
      + "\(Phrases.counted(best.items, "review")) clearly better: log loss \(loss(other.evaluation)), "
      + "\(model(found.parameters.model)) at best \(loss(best)). Use it for all questions?"
  }

  /// A fit is no better than what holds.
  static func isNoBetter(_ found: FoundFit) -> String {
    "It predicts no better than what you have (log loss \(loss(found.after)), now "
      + "\(loss(found.before))): nothing changes."
  }

  /// There is too little to fit anything to.
  static func tooFew(_ items: Int, least: Int) -> String {
    "Too few reviews yet: \(items) of the \(least) that it takes, counting those on a later day."
  }
  static let fitStopped = "Stopped: nothing changes."
  static let fitFirst = "It is being fitted: Enter on the next row stops that."

  /// Another model predicts clearly better.
  static func offer(_ model: String) -> String {
    "\(self.model(model)) clearly predicts your answers better. Choose it here, then fit it."
  }

  /// A log loss, with four decimals.
  private static func loss(_ evaluation: ModelEvaluation) -> String {
    let number = Int((evaluation.logLoss * 10_000).rounded())
    let digits = String(number % 10_000)
    return "\(number / 10_000)." + String(repeating: "0", count: 4 - digits.count) + digits
  }

  /// Days without study.
  static func daysOff(_ goal: ExamGoal) -> String {
    let weekdays = Phrases.weekdays(goal.weekdaysOff).joined(separator: ", ")
    let dates = goal.daysOff.isEmpty ? "" : Phrases.counted(goal.daysOff.count, "single day")
    let text = [weekdays, dates].filter { !$0.isEmpty }.joined(separator: ", ")
    return text.isEmpty ? "none" : text
  }

  /// Whether questions are held back for a last mock.
  static func lastMock(_ count: Int?) -> String {
    count.map { "\(Phrases.counted($0, "question")) held back" } ?? "nothing held back"
  }
  static let noExamForMock = "Choose the exam above first."
  static let released = "Released: they are asked like all others."

  /// A form is held back from now on.
  static func nowHeldBack(_ count: Int) -> String {
    "\(Phrases.counted(count, "question")) \(count == 1 ? "waits" : "wait") unseen for your last mock, "
      + "under the mock exams of the home screen."
  }

  /// Why no form can be held back.
  static func notHeldBack(_ failure: ExamDrawFailure, most: Int?) -> String {
    guard case .tooFewQuestions(let shortages) = failure, let first = shortages.first else {
      return ExamStartWording.failure(failure).joined(separator: " ")
    }
    let more = shortages.count > 1 ? " (\(shortages.count) sections are short)" : ""
    let instead = most.map { " For \($0): swot goal --hold-back --count \($0)." } ?? ""
    return "Too few unseen questions: \"\(first.section)\" needs \(first.wanted) and has "
      + "\(first.available)\(more).\(instead)"
  }

  /// Which signs are drawn.
  static func symbols(_ symbols: AppearanceSettings.SymbolSet) -> String {
    switch symbols {
    case .auto: "automatic"
    case .unicode: "Unicode"
    case .ascii: "ASCII"
    }
  }

  /// Whether something is on.
  static func isOn(_ isOn: Bool) -> String { isOn ? "on" : "off" }

  static let stop = "stop"

  /// What Enter does.
  static func verb(_ kind: SettingsRow.Kind) -> String {
    switch kind {
    case .typed: "edit"
    case .chosen: "next"
    case .switched: "switch"
    case .done: "fit"
    }
  }

  /// What a setting is for, in a line.
  static func explanation(_ row: SettingsRow, percent: Int) -> String {
    switch row {
    case .newPerDay: "Questions you meet for the first time. Automatic: in time for the exam."
    case .reviewsPerDay: "How many questions come back a day at most; the others wait."
    case .retention:
      "Remember more, review more: at \(percent) %, about 1 in "
        + "\(100 / max(1, 100 - percent)) is forgotten by its day."
    case .exam: "What you study for; the home screen shows it."
    case .date: "The day of the exam: Today then aims at what you remember on it."
    case .dailyLimit: "Until the exam no day asks more, reviews, new ones and repeats together."
    case .weekdaysOff: "Weekdays without study until the exam. Single days: swot goal --day-off."
    case .lastMock: "Keeps one form unseen for a last, honest mock, best a week before the exam."
    case .subject: "Ticked subjects are what Today asks. The others keep what you know."
    case .model:
      "When questions come back. FSRS-7 also counts the hours and reviews of one day."
    case .fit: "Finds how you remember, from your answers. You see what it gains before it holds."
    case .theme: "How it looks: high-contrast for weak eyes, plain without colours."
    case .symbols: "The signs drawn: ASCII for terminals and fonts without the others."
    case .mouse: "Click and scroll. To copy text, hold Shift while you select it."
    case .plain: "Study line by line, as screen readers like it, from the next start on."
    }
  }
}
