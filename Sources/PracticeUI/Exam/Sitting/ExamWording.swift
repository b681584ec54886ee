import PracticeCore
import TerminalUI

/// What the screens of a sitting say.
enum ExamWording {
  static let title = "Exam"
  static let review = "Review"
  static let clockHidden = "clock hidden"
  static let clockStays = "In the last 5 minutes the clock stays."
  static let isFirst = "This is the first question."
  static let forwardOnly = "This exam goes forward only."
  static let leavesOpen = "You can't come back to this question. It is open: leave it?"
  static let nothingMarked = "No question is marked."
  static let timeIsUp = "The time is up: the exam is over, with what you had answered."
  static let replaced =
    "This exam was taken over by another terminal; nothing more was written here."

  // MARK: - Time

  /// How much time is left, at the moments at which candidates are told.
  static func notice(_ notice: ExamNotice, left: Int64, returnsClock: Bool) -> String {
    switch notice {
    case .halfTime: "Half of the time is over: \(Countdown(left).text) left."
    case .minutes(let minutes):
      "\(Phrases.counted(minutes, "minute")) left."
        + (returnsClock && minutes <= ExamNotice.clockReturns ? " The clock is back." : "")
    }
  }

  // MARK: - The question

  /// What to say before a question is left.
  static func stay(for reasons: Set<ExamScreen.Reason>, _ pane: QuestionPane) -> String {
    let rows = Phrases.counted(pane.column.viewport.hiddenBelow, "row")
    let below = "There is more below (\(rows))"
    if reasons.contains(.otherRow) {
      let chosen = number(ofChosenRow: pane)
      let marked = (pane.column.marked ?? 0) + 1
      let text =
        "\(chosen) is chosen, not \(marked): Space changes to \(marked), Enter again goes on."
      return reasons.contains(.more) ? "\(below). \(text)" : text
    }
    if reasons.contains(.part) {
      let text = "\(missing(pane)), which counts as it stands; Enter again goes on."
      return reasons.contains(.more) ? "\(below). \(text)" : text
    }
    guard reasons.contains(.open) else { return "\(below); the same key again leaves." }
    let text = "\(missing(pane)); Enter again leaves it open."
    return reasons.contains(.more) ? "\(below). \(text)" : text
  }

  private static func number(ofChosenRow pane: QuestionPane) -> Int {
    guard case .choices(let chosen) = pane.draft else { return 0 }
    return (pane.numbers.firstIndex(where: chosen.contains) ?? 0) + 1
  }

  private static func missing(_ pane: QuestionPane) -> String {
    switch pane.draft {
    case .choices(let chosen):
      let wanted = pane.question.keyNumbers.count
      if wanted > 1 { return "\(chosen.count) of \(wanted) chosen" }
      guard let marked = pane.column.marked else { return "Nothing is chosen yet" }
      let keys = pane.column.viewport.hasMore ? "\(marked + 1)" : "\(marked + 1) or Space"
      return "Nothing is chosen: \(keys) chooses the marked row"
    case .match(let answers):
      return "\(answers.count { $0 != 0 }) of \(answers.count) rows have an answer"
    case .order: return "The order isn't your answer yet: Space takes it as it stands"
    case .text: return "Nothing is typed yet"
    }
  }

  // MARK: - The review screen

  /// How many questions are answered.
  static func answered(_ count: Int) -> String { "answered \(count)" }
  /// How many questions are open.
  static func open(_ count: Int) -> String { "open \(count)" }
  /// How many questions are flagged.
  static func flagged(_ count: Int) -> String { "flagged \(count)" }

  /// What to show where a filter leaves nothing.
  static func none(_ filter: ExamGrid.Filter) -> String {
    switch filter {
    case .all: "There are no questions."
    case .open: "No question is open. a shows all."
    case .flagged: "No question is flagged. a shows all."
    }
  }

  /// What a filter does, for help.
  static func help(on filter: ExamGrid.Filter) -> String {
    switch filter {
    case .all: "Show all questions"
    case .open: "Show the questions that are not answered, or not in whole"
    case .flagged: "Show the flagged questions"
    }
  }

  /// The number that is being typed.
  static func goesTo(_ number: String) -> String { "Enter goes to question \(number)" }

  /// A number was typed that no question has.
  static func noSuchQuestion(of count: Int) -> String { "There are questions 1 to \(count)." }

  // MARK: - Elsewhere

  /// Asks before an exam is taken over that is open elsewhere.
  static func elsewhere(_ holder: ExamHolder, at now: LocalTime) -> String {
    let place = holder.terminal.map { "on \($0) (process \(holder.process))" }
    let since = (holder.lastKey ?? holder.since).map { Phrases.moment($0, seenOn: now) }
    let words = holder.lastKey == nil ? "opened at" : "last key"
    let moment = since.map { ", \(words) \($0)" } ?? ""
    return "It is open \(place ?? "in process \(holder.process)")\(moment). Take it over?"
  }

  // MARK: - Leaving and ending

  /// Asks before the exam is ended, and names what isn't done.
  static func end(_ attempt: ExamAttempt) -> String {
    let open = attempt.openPlaces
    let flagged = attempt.flaggedPlaces
    var parts = [
      open.isEmpty
        ? "All \(Phrases.counted(attempt.sheets.count, "question")) are answered"
        : "\(open.count) open: \(list(open))"
    ]
    if !flagged.isEmpty { parts.append("\(flagged.count) flagged: \(list(flagged))") }
    return "End the exam? \(parts.joined(separator: "; "))."
  }

  /// The numbers of some questions: the first ones, and how many more there are.
  private static func list(_ places: [Int]) -> String {
    let shown = places.count > 8 ? places.prefix(7) : places[...]
    let numbers = shown.map { String($0 + 1) }.joined(separator: ", ")
    return shown.count < places.count
      ? "\(numbers) and \(places.count - shown.count) more" : numbers
  }

  /// Asks before the exam is left.
  static func leave(_ sitting: ExamSitting, in context: ScreenContext) -> String {
    let left = sitting.left(at: context.clock)
    if sitting.start.isPausable {
      return "Leave? The clock stops at \(Countdown(left).text); 'swot' brings you back."
    }
    var end = context.time
    end.at = end.at.advanced(byMilliseconds: left)
    return "Leave? The clock runs on until \(Phrases.moment(end, seenOn: context.time)); "
      + "'swot' brings you back."
  }
}
