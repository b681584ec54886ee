import FSRS
import PracticeCore

/// What a session says while it asks.
enum SessionWording {
  static let study = "Study"
  static let practice = "Practice"
  static let struckOut = "(struck out)"
  static let unmatched = "no answer yet"
  static let matchesNothing = "Matches nothing:"
  static let answersHeading = "Answers"
  static let fieldLabel = "Answer"
  static let orderOpen =
    "Not answered yet: J and K carry the marked row, Space takes the order as it stands."
  static let orderGiven = "This order is your answer."
  static let markPrompt = "Mark the row to be matched first (j, k), then a digit gives its answer."
  static let skipped = "Set aside for this session."
  static let noFeedbackYet = "There is no answer before this one yet."
  static let notCounted = "This answer doesn't count for the schedule: there is nothing to correct."
  static let reportLabel = "What is wrong with this question?"
  static let reported = "Thank you. Your report is kept: 'swot progress reports' lists it."
  static let flagged = "Flagged."
  static let unflagged = "The flag is gone."
  static let notAskedAgain = "Won't be asked again; s takes that back."
  static let notAskedToday = "Won't be asked again today; b takes that back."
  static let askedAfterAll = "Taken back: here it is."

  /// The question on the screen was set aside without an answer.
  static func setAside(_ mark: QuestionMark, isOver: Bool) -> String {
    let text = mark == .bury ? "Left until tomorrow" : "Won't be asked again"
    return text + (isOver ? "; the list of questions takes that back." : "; z takes that back.")
  }
  static let askedAgain = "Will be asked again."
  static let undone = "Taken back: answer it again."
  static let writing = "Saving your answer."
  static let takeaway = "Take-away"
  static let references = "Read"
  static let topic = "Topic"
  static let note = "Your note"

  static let staysAway = "it won't come back"
  static let notScheduled = "practice leaves the schedule as it is"

  /// When a question comes back.
  static func comesBack(_ when: String) -> String { "it comes back \(when)" }

  /// A row of single choice was chosen in the place of another.
  static func moved(to place: Int) -> String {
    "Now \(place) is chosen; the same key again submits it."
  }

  /// As many are chosen as are asked for.
  static func enoughChosen(_ count: Int) -> String {
    "Choose \(Phrases.word(count)): take one back first."
  }

  /// Why an answer can't be submitted yet.
  static func incomplete(_ draft: DraftAnswer, of question: Question) -> String {
    switch draft {
    case .choices(let chosen):
      let needed = question.keyNumbers.count
      if needed == 1 { return "Choose one: a digit, or Space on its row." }
      return "Choose \(Phrases.word(needed)) (\(chosen.count) chosen)"
    case .match(let answers):
      let open = answers.count { $0 == 0 }
      return "Match every row (\(answers.count - open) of \(answers.count) done)"
    case .order: return "Put the rows in order."
    case .text: return "Type an answer first: i opens the field."
    }
  }

  /// The right answer has changed since the learner last met the question.
  static func keyChanged(since day: CalendarDate) -> String {
    "The right answer to this question has changed since you answered it on "
      + "\(Phrases.date(day, withYear: true))."
  }

  /// Asks before a wrong answer counts as recalled.
  static func confirmCorrection(to rating: Rating) -> String {
    "That answer was not right. Count it as \(name(of: rating)) all the same?"
  }

  /// A rating, as the footer names it.
  static func name(of rating: Rating) -> String {
    switch rating {
    case .again: "again"
    case .hard: "hard"
    case .good: "good"
    case .easy: "easy"
    }
  }
}
