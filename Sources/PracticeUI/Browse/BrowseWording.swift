import PracticeCore

/// What the list of all questions says.
enum BrowseWording {
  static let title = "All questions"
  static let detailTitle = "Question"
  static let searchLabel = "Search:"
  static let none = "There are no questions yet."
  static let suspended = "Won't be asked again; u takes that back."
  static let isSuspended = "It is not asked already; u takes that back."
  static let unsuspended = "Will be asked again."
  static let isAsked = "It is being asked already."
  static let buried = "Won't be asked today; u takes that back."
  static let isNew = "It is new: there is nothing to forget."
  static let forgotten = "Forgotten: it counts as new."

  /// Nothing was found.
  static func notFound(_ query: String) -> String { "No question holds '\(query)'." }

  /// Asks before the memory of a question is forgotten.
  static func confirmReset(_ question: String) -> String {
    "Forget how well you know \(question), so that it counts as new?"
  }

  /// The state of a question in a word or two.
  static func state(
    _ progress: QuestionProgress, on day: CalendarDate, isShort: Bool = false
  ) -> String {
    if progress.isSuspended { return "not asked" }
    if progress.buriedOn == day { return "not today" }
    guard let due = progress.due else { return "new" }
    let days = due.daysSince1970 - day.daysSince1970
    return days <= 0 ? "due" : days == 1 ? "tomorrow" : "in \(days) \(isShort ? "d" : "days")"
  }

  /// The state of a question in sentences.
  static func summary(
    _ progress: QuestionProgress, recall: Double?, on day: CalendarDate
  ) -> String {
    var sentences: [String] = []
    if progress.isSuspended {
      sentences.append("Not asked any more.")
    } else if progress.buriedOn == day {
      sentences.append("Not asked today.")
    } else if let due = progress.due {
      let days = due.daysSince1970 - day.daysSince1970
      sentences.append(days <= 0 ? "Due." : "Due \(Phrases.ahead(days: days)).")
    } else {
      sentences.append("New.")
    }
    if progress.answers > 0 {
      let times = progress.answers == 1 ? "once" : "\(progress.answers) times"
      sentences.append("Answered \(times), \(progress.rightAnswers) right.")
    }
    if let recall { sentences.append("Remembered: \(Phrases.percent(recall)).") }
    if progress.lapses >= slipping { sentences.append("It keeps slipping.") }
    if progress.isFlagged { sentences.append("Flagged.") }
    return sentences.joined(separator: " ")
  }

  /// From how many lapses on a question keeps slipping.
  private static let slipping = 4
}
