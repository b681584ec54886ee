import PracticeCore

/// The scores of one exam, from attempt to attempt.
struct ExamTrend: Equatable, Sendable {
  /// One attempt.
  struct Point: Equatable, Sendable {
    /// When it began.
    var day: CalendarDate
    /// The score that was reported.
    var score: Int
    /// Whether that was a pass.
    var isPassed: Bool
  }

  /// The scale of the newest attempt, on which all points stand.
  let scale: ScoreScale
  /// The attempts that are over, the oldest first.
  let points: [Point]
  /// How many attempts have a score on another scale, because the exam was changed.
  let onOtherScales: Int

  /// Takes the trend of one exam; nil where fewer than two attempts can be compared.
  ///
  /// - Parameter attempts: attempts at one exam, the newest first; those that are open are left out.
  init?(_ attempts: [ExamProgress]) {
    let over = attempts.compactMap { progress in
      progress.outcome.flatMap { outcome in
        progress.startedAt.map { (outcome: outcome, day: $0.calendarDay) }
      }
    }
    guard let scale = over.first?.outcome.scale else { return nil }
    let comparable = over.filter { $0.outcome.scale == scale }
    guard comparable.count > 1 else { return nil }
    self.scale = scale
    points = comparable.reversed().map { outcome, day in
      Point(day: day, score: outcome.score.scaled, isPassed: outcome.score.isPassed)
    }
    onOtherScales = over.count - comparable.count
  }
}
