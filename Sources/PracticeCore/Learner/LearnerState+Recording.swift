extension LearnerState {
  /// The time to record something with that happens now.
  ///
  /// It is now, but for a choice that replaces an earlier one and of which nothing but the order
  /// counts: settings, goal, parameters, a note, and marks other than `bury`, which holds for its day.
  /// Where the clock has been set back since, the choice is recorded a millisecond after the one that
  /// it replaces; else it would be folded before that and never hold.
  ///
  /// - Parameters:
  ///   - content: What happens.
  ///   - now: The time by the clock.
  /// - Returns: The time for the event, with the distance from UTC of `now`.
  package func time(toRecord content: EventContent, at now: LocalTime) -> LocalTime {
    guard let replaced = replaced(by: content)?.at, replaced >= now.at else { return now }
    return LocalTime(
      at: replaced.advanced(byMilliseconds: 1), offsetMinutes: now.offsetMinutes)
  }

  /// Where the newest event stands that has to come before this one; nil where the order of time is
  /// right, whatever the clock says.
  private func replaced(by content: EventContent) -> EventPosition? {
    switch content {
    case .settings: latest.settings
    case .goal: latest.goal
    case .parameters: latest.parameters
    case .mark(.bury, _): nil
    case .mark(_, let question), .note(let question, _): questions[question]?.latest
    case .answer, .rate, .undo, .report, .exam, .journal, .unknown: nil
    }
  }
}
