import PracticeCore

/// The date of an exam lies in the past.
struct DayGone: CommandFailure, Equatable {
  /// The day that was named.
  let day: CalendarDate
  /// Today.
  let today: CalendarDate

  var status: ExitStatus { .usage }
  var description: String { "\(day) has gone by; today is \(today): name a day to come" }
}

/// How an exam went is said before its day is over.
struct GoalNotOver: CommandFailure, Equatable {
  /// The day; nil where there is none.
  let day: CalendarDate?

  var status: ExitStatus { .usage }
  var description: String {
    day.map { "the day of the exam, \($0), is not over yet: --result can be said after it" }
      ?? "there is no exam with a date, so --result has nothing to be said of"
  }
}

/// No form can be held back.
enum HoldBackFailure: CommandFailure, Equatable {
  /// The goal has no exam that is at hand.
  case noExam
  /// There are too few questions that were never seen; `most` is how many could be held back.
  case noForm(ExamFormFailure, questions: Int, most: Int?)

  var status: ExitStatus { .failure }
  var description: String {
    switch self {
    case .noExam:
      return "a last mock needs to know the exam: swot goal --exam EXAM --hold-back"
    case .noForm(let failure, let questions, let most):
      guard case .tooFewQuestions(let shortages) = failure.cause else { return "\(failure)" }
      let parts = shortages.map { shortage in
        "section '\(shortage.section)' needs \(shortage.wanted) that you have never seen and has "
          + "\(shortage.available)"
      }
      let instead =
        most.map { "; \($0) can be: swot goal --hold-back --count \($0)" }
        ?? "; nothing can be held back any more"
      return "\(questions) questions can't be held back for a last mock: "
        + parts.joined(separator: "; ") + instead
    }
  }
}
