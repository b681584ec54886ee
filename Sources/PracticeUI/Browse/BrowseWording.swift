import PracticeCore
import TerminalUI

/// What the list of all questions says, and what it says of one question.
enum BrowseWording {
  static let title = "All questions"
  static let detailTitle = "Question"
  static let searchLabel = "Search"
  static let noObjective = "Without an objective"
  static let nothingListed = "none"
  static let noBanks = "There are no questions yet: 'swot bank add PATH' adds some."
  static func suspended(takenBackBy key: String) -> String {
    "It won't be asked any more; \(key) takes that back."
  }
  static let unsuspended = "It will be asked again."
  static func buried(takenBackBy key: String) -> String {
    "It won't be asked today; \(key) takes that back."
  }
  static let unburied = "It may be asked today."
  static let heldBackState = "held back"
  static let heldBack = "for your last mock"
  static let heldBackWarning =
    "Held back for your last mock, which is honest only with questions that you have never seen. "
    + "Enter shows it all the same; the settings release them all."
  static let show = "show it"
  static let showHelp = "Show the question although it is held back for your last mock"
  static let isSuspended = "It isn't asked at all; s takes that back."
  static let undoHelp = "Take back what was done to a question last"
  static let editHelp = "Open it in your editor, at its line"
  static let undone = "Taken back."
  static let nothingToUndo = "There is nothing to take back."
  static let isNew = "It is new: there is nothing to forget."
  static let forgotten = "Forgotten: it counts as new now."
  static let flagged = "Flagged."
  static let unflagged = "The flag is gone."
  static let firstQuestion = "This is the first question of the list."
  static let lastQuestion = "This is the last question of the list."

  /// The name of a filter.
  static func name(_ filter: BrowseFilter) -> String {
    switch filter {
    case .all: "All"
    case .due: "Due"
    case .new: "New"
    case .flagged: "Flagged"
    case .slipping: "Keep slipping"
    case .notAsked: "Not asked"
    case .heldBack: "Held back"
    }
  }

  /// The sign that marks the questions of a filter in the list; nil where there is none.
  static func sign(_ filter: BrowseFilter, _ symbols: Symbols) -> String? {
    switch filter {
    case .flagged: symbols.flag
    case .slipping: symbols.down
    case .all, .due, .new, .notAsked, .heldBack: nil
    }
  }

  /// Nothing is listed.
  static func nothing(_ filter: BrowseFilter, query: String) -> String {
    if !query.isEmpty {
      return filter == .all
        ? "No question has '\(query)' in it. Esc shows all again."
        : "None of these questions has '\(query)' in it. Esc ends the search."
    }
    return switch filter {
    case .all: noBanks
    case .due: "No question is due now."
    case .new: "No question is new: you have met them all."
    case .flagged: "No question is flagged; f flags one."
    case .slipping: "No question keeps slipping."
    case .notAsked: "No question is left out; s leaves one out."
    case .heldBack: "No question is held back for a last mock."
    }
  }

  /// Asks before the memory of a question is forgotten.
  static let confirmReset =
    "Forget how well you know this question? It will count as new; your answers stay counted."

  /// The state of a question in a word or two.
  static func state(_ progress: QuestionProgress, on day: CalendarDate) -> String {
    if progress.isSuspended { return "not asked" }
    if progress.buriedOn == day { return "not today" }
    guard let due = progress.due else { return "new" }
    let days = due.daysSince1970 - day.daysSince1970
    switch days {
    case ...0: return "due"
    case 1: return "tomorrow"
    case ..<365: return "in \(days) days"
    default: return "in \(Phrases.counted(days / 365, "year"))"
    }
  }

  /// The state of a question in sentences.
  static func sentence(_ progress: QuestionProgress, on day: CalendarDate) -> String {
    if progress.isSuspended { return "Not asked any more." }
    if progress.buriedOn == day { return "Not asked today." }
    guard let due = progress.due else { return "New: you have not met it yet." }
    let days = due.daysSince1970 - day.daysSince1970
    if days <= 0 { return "Due now." }
    return days == 1
      ? "It comes back tomorrow."
      : "It comes back in \(Phrases.counted(days, "day")), on \(Phrases.date(due, withYear: true))."
  }

  /// What the learner has answered so far; nil where that is nothing.
  static func history(
    _ progress: QuestionProgress, recall: Double?, on day: CalendarDate
  ) -> String? {
    guard let last = progress.lastAnswer else { return nil }
    let distance = Phrases.distance(
      days: last.time.studyDay.daysSince1970 - day.daysSince1970)
    let result = last.isRight ? "right" : "wrong"
    var text =
      progress.answers == 1
      ? "Answered once, \(distance): \(result)."
      : "\(progress.rightAnswers) of \(progress.answers) answers right; the last, \(distance), was "
        + "\(result)."
    // The percent sign stays with its number.
    if let recall {
      text +=
        " Remembered: \(Phrases.percent(recall).split(separator: " ").joined(separator: "\u{A0}"))."
    }
    return text
  }

  /// The question has been forgotten again and again.
  static func slipping(_ progress: QuestionProgress) -> String {
    "Keeps slipping: forgotten \(progress.lapses) times."
  }
}
