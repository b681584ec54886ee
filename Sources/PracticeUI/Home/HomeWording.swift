import PracticeCore

/// What the home screen says.
enum HomeWording {
  /// How many new questions "more" is.
  static let moreNew = 5
  /// How many questions a practice from here asks at most.
  static let practiceLength = 20

  static let title = "Home"
  static let openHelp = "Study what is marked: today's work, or one subject"
  static let practiseHelp = "Practise up to 20 questions, of the marked subject or of all"
  static let statisticsHelp = "See what you remember, what is due, and where you stand"
  static let nothingDue = "Nothing is due now."
  static let nothingDueHere = "Nothing is due in this subject now; p practises it."
  static let nothingFits = "There is no question to practise here."
  static let noBanks = "There are no question banks yet: 'swot bank add PATH' adds one."
  static let noSubjects = "No subject is chosen: , opens the settings."
  static let moreNewItem = "Five more new questions"
  static let practiseItem = "Practise"

  /// Today's work.
  static func today(_ overview: HomeOverview, separator: String, isShort: Bool) -> String {
    var parts: [String] = []
    if overview.toReview > 0 { parts.append("\(overview.toReview) to review") }
    if overview.new > 0 { parts.append("\(overview.new) new") }
    let time = Phrases.duration(milliseconds: overview.milliseconds)
    parts.append(isShort ? time : "about \(time)")
    return parts.joined(separator: " \(separator) ")
  }

  /// What to say when today's work is done.
  static func done(_ overview: HomeOverview) -> String {
    if overview.tomorrow > 0 { return "Done for today. Tomorrow: \(overview.tomorrow)." }
    return "Done for today. Nothing is due tomorrow."
  }

  /// What stands before the answers of the last ``HomeOverview/activityDays`` days.
  static let activityLabel = "5 weeks"

  /// Study days in a row.
  static func streak(_ streak: StudyStreak) -> String {
    "\(Phrases.counted(streak.current, "day")) in a row"
  }

  /// The item for the questions whose newest answer was wrong.
  static func mistakesItem(_ count: Int) -> String { "The wrong ones of late (\(count))" }

  // MARK: - Exams

  static let examsHeading = "Mock exams"
  static let examsHelp = "Mark the next exam; Enter opens it"

  /// An exam that is under way.
  static func underWay(_ title: String) -> String { "Under way: \(title)" }

  /// How many of its questions have an answer.
  static func answered(_ attempt: HomeExams.Attempt) -> String {
    "\(attempt.answered) of \(attempt.questions) answered"
  }

  /// The time that is left of it.
  static func left(_ attempt: HomeExams.Attempt, at now: ClockReading) -> String {
    let left = attempt.timer.left(at: now)
    if left == 0 { return "time is up" }
    return "\(Countdown(left).text) left" + (attempt.isRunning ? "" : ", stopped")
  }

  /// The item for all attempts.
  static func attempts(_ count: Int) -> String { "All attempts (\(count))" }

  /// The exam for which questions are held back.
  static func lastMock(_ title: String) -> String { "Last mock: \(title)" }

  /// How many questions are held back for it.
  static func heldBack(_ exam: Blueprint, isShort: Bool) -> String {
    isShort
      ? "\(exam.questions) unseen"
      : "\(Phrases.counted(exam.questions, "question")) held back, unseen"
  }

  /// How long an exam is.
  static func size(_ exam: Blueprint, separator: String) -> String {
    "\(Phrases.counted(exam.questions, "question")) \(separator) \(exam.minutes) min"
  }

  /// How long an exam is, in short.
  static func shortSize(_ exam: Blueprint) -> String { "\(exam.questions) in \(exam.minutes) min" }

  /// What came of an exam last.
  static func last(_ exam: HomeExams.Exam, isShort: Bool) -> String {
    guard let (outcome, day) = exam.last else { return isShort ? "not yet" : "not yet taken" }
    let score =
      switch outcome.scale {
      case .percent: "\(outcome.score.scaled) %"
      case .scaled: "\(outcome.score.scaled)"
      }
    return isShort ? score : "last \(score), \(Phrases.dayAndMonth(day))"
  }
}
