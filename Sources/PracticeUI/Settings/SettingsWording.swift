import PracticeCore

/// What the settings say.
enum SettingsWording {
  static let title = "Settings"
  static let subjects = "Subjects"
  static let study = "Study"
  static let appearance = "Look and feel"
  static let tickOne = "Tick one subject at least."
  static let numberExpected = "A whole number from 0 to 9999, please."
  static let retentionExpected = "A whole number from 70 to 99, please."
  static let dateExpected = "A day as YYYY-MM-DD, please, such as 2027-03-15."
  static let dateGone = "That day has gone by."
  static let plainFromNextStart = "Plain lines from the next start on."
  static let notPlainFromNextStart = "Full screen from the next start on."
  static let newLabel = "New questions a day (empty: by the date)"
  static let reviewsLabel = "Reviews a day (empty: no limit)"
  static let retentionLabel = "Aim to remember, in per cent (70 to 99)"
  static let dateLabel = "Exam date, YYYY-MM-DD (empty: none)"

  /// The name of a setting.
  static func name(_ row: SettingsScreen.Row) -> String {
    switch row {
    case .newPerDay: "New questions a day"
    case .reviewsPerDay: "Reviews a day"
    case .retention: "Aim to remember"
    case .subjects: subjects
    case .exam: "Exam"
    case .date: "Exam date"
    case .theme: "Theme"
    case .symbols: "Symbols"
    case .mouse: "Mouse"
    case .plain: "Plain lines"
    }
  }

  /// The value of a setting.
  static func value(_ row: SettingsScreen.Row, in context: ScreenContext) -> String {
    let settings = context.learner.settings
    let goal = context.learner.goal
    switch row {
    case .newPerDay: return settings.newPerDay.map(String.init) ?? "by the exam date"
    case .reviewsPerDay: return settings.reviewsPerDay.map(String.init) ?? "no limit"
    case .retention: return Phrases.percent(settings.desiredRetention)
    case .subjects:
      let all = context.catalog.banks.count
      let chosen = context.subjects.count
      return chosen == all ? "all" : "\(chosen) of \(all)"
    case .exam:
      return goal.exam.map { id in
        context.blueprints.first { $0.id == id }?.title ?? id
      } ?? "none"
    case .date: return goal.date.map { Phrases.date($0, withYear: true) } ?? "none"
    case .theme: return context.appearance.theme
    case .symbols:
      switch context.appearance.symbols {
      case .auto: return "what the terminal can show"
      case .unicode: return "Unicode"
      case .ascii: return "ASCII"
      }
    case .mouse: return context.appearance.mouse ? "on" : "off"
    case .plain: return context.appearance.plain ? "on" : "off"
    }
  }

  /// What a setting is for, shown while it is marked.
  static func explanation(_ row: SettingsScreen.Row) -> String {
    switch row {
    case .newPerDay: "How many questions you meet for the first time each day."
    case .reviewsPerDay: "How many due questions come back each day at most."
    case .retention: "How much you want to remember at any time; more means more work."
    case .subjects: "What 'Today' asks."
    case .exam: "What you study for."
    case .date: "New questions are spread over the days until then."
    case .theme: "The colours."
    case .symbols: "The signs that are drawn."
    case .mouse: "Clicks choose and open; copying text needs Shift then."
    case .plain: "One line after the other, for screen readers and pipes."
    }
  }
}
