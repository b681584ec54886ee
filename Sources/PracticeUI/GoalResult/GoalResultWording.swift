package import PracticeCore

/// What is asked after the day that was studied for, and what is said then.
package enum GoalResultWording {
  static let title = "How did it go?"
  static let dateLabel = "New date, YYYY-MM-DD (empty: not known yet)"
  static let undone = "Taken back: Swot asks again at the next start."

  /// The question.
  static func question(_ goal: ExamGoal, title: String?) -> String {
    let day = goal.date.map { Phrases.date($0, withYear: true) } ?? ""
    return title.map { "Your exam was on \(day): \($0)." } ?? "Your exam was on \(day)."
  }

  /// What can be said.
  static let explanation =
    "p: passed. f: failed. m: it was moved to another day. Enter or Esc: don't say. It is asked once, "
    + "and stands beside the forecast in the statistics."

  /// What was forecast.
  static func forecast(_ forecast: MockForecast, scale: ScoreScale) -> String {
    "For that day the forecast was: \(StatisticsWording.likely(forecast, scale: scale))."
  }

  /// A result in a word or two.
  package static func result(_ result: GoalResult) -> String {
    switch result {
    case .passed: "passed"
    case .failed: "not passed"
    case .moved: "moved"
    case .unsaid: "not said"
    }
  }

  /// What is said when it is noted.
  static func noted(_ result: GoalResult) -> String {
    switch result {
    case .passed: "Noted: passed. Congratulations! Enter goes on, z takes it back."
    case .failed:
      "Noted: not passed. The statistics say where to begin again. Enter goes on, z takes it back."
    case .moved: "Noted: moved. Enter types the new date, z takes it back."
    case .unsaid: "Noted: not said."
    }
  }
}
