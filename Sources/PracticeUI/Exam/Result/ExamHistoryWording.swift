import PracticeCore

/// What the list of all attempts at exams says.
enum ExamHistoryWording {
  static let title = "Exam history"
  static let allExams = "All exams"
  static let passed = "passed"
  static let notPassed = "not passed"
  static let nothing =
    "You have not sat a mock exam yet. On the home screen, e goes to the exams; in the shell, "
    + "'swot exam' begins one."

  /// A result in a word: `760 passed`.
  static func result(_ outcome: ExamOutcome) -> String {
    "\(ExamResultWording.score(outcome.score, on: outcome.scale)) "
      + (outcome.score.isPassed ? passed : notPassed)
  }

  /// How an open attempt stands at the moment `now`.
  static func open(_ progress: ExamProgress, at now: ClockReading) -> String {
    guard let timer = progress.timerToResume else { return "open" }
    let left = timer.left(at: now)
    if left == 0 { return "open, time is up" }
    let time = Phrases.duration(milliseconds: Int(min(left, 1 << 40)))
    if case .paused = timer { return "open, paused with \(time) left" }
    return "open, \(time) left"
  }

  /// What else is to be said of an attempt, piece by piece.
  static func details(_ progress: ExamProgress, start: ExamStart) -> [String] {
    var details: [String] = []
    if let startedAt = progress.startedAt {
      details.append(Phrases.date(startedAt.calendarDay, withYear: true))
    }
    guard let outcome = progress.outcome else {
      let answered = progress.sheets.values.count { $0.response != nil }
      details.append("\(answered) of \(Phrases.counted(start.questions, "question")) answered")
      return details
    }
    details.append(
      "\(ExamResultWording.clock(outcome.spent)) of \(ExamResultWording.clock(start.allowed))")
    details.append(Phrases.counted(start.questions, "question"))
    let all = outcome.new.total + outcome.seenBefore.total
    if all > 0 {
      details.append("\(Phrases.percent(Double(outcome.new.total) / Double(all))) new")
    }
    details.append(outcome.reason == .time ? "time ran out" : "ended")
    if start.terms.extra > 0 { details.append("extra time") }
    // Exams whose rules give pauses are those that are pausable without this.
    if start.terms.withPauses { details.append("with pauses") }
    return details
  }

  /// What the chart shows.
  static func trend(
    _ trend: ExamTrend, title: String, shown: Int
  ) -> String {
    let range = trend.scale.range
    let unit = ExamResultWording.unit(of: trend.scale)
    let count =
      shown < trend.points.count
      ? "the last \(shown) of \(trend.points.count) attempts"
      : Phrases.counted(shown, "attempt")
    var text =
      "\(title): score\(unit.isEmpty ? "" : " in per cent") of \(count), "
      + "\(range.lowerBound) to \(range.upperBound)\(unit), pass \(trend.scale.passingScore)\(unit)."
    if trend.onOtherScales > 0 {
      text += " \(trend.onOtherScales) on another scale left out."
    }
    return text
  }
}
