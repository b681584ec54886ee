/// What came of an attempt, as it was reported: no later rule or bank scores it anew.
package struct ExamOutcome: Equatable, Sendable {
  /// Why an attempt is over.
  package enum Reason: String, CaseIterable, Sendable {
    /// The candidate ended it.
    case ended
    /// The time was up.
    case time
  }

  /// The attempt.
  package var attempt: AttemptID
  /// Why it is over.
  package var reason: Reason
  /// The time that was used, in milliseconds.
  package var spent: Int64
  /// The score.
  package var score: ExamScore
  /// The scale on which it stands.
  package var scale: ScoreScale
  /// The questions that were new to the learner, scored or not.
  package var new: ExamResult.Count
  /// The questions that the learner had answered before, scored or not.
  package var seenBefore: ExamResult.Count

  /// Makes an outcome.
  package init(
    attempt: AttemptID, reason: Reason, spent: Int64, score: ExamScore, scale: ScoreScale,
    new: ExamResult.Count, seenBefore: ExamResult.Count
  ) {
    self.attempt = attempt
    self.reason = reason
    self.spent = spent
    self.score = score
    self.scale = scale
    self.new = new
    self.seenBefore = seenBefore
  }
}
