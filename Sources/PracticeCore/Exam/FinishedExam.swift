/// An attempt that is over, with all that can be looked at afterwards.
package struct FinishedExam: Equatable, Sendable {
  /// What was laid down when it began.
  package var start: ExamStart
  /// When it began.
  package var startedAt: LocalTime
  /// What came of it, as it was reported.
  package var outcome: ExamOutcome
  /// When it ended.
  package var finishedAt: LocalTime
  /// Its form and rules.
  package var paper: ExamPaper
  /// What was done with each question, in the order of the form.
  package var sheets: [ExamSheet]

  /// Makes an attempt of its parts.
  package init(
    start: ExamStart, startedAt: LocalTime, outcome: ExamOutcome, finishedAt: LocalTime,
    paper: ExamPaper, sheets: [ExamSheet]
  ) {
    self.start = start
    self.startedAt = startedAt
    self.outcome = outcome
    self.finishedAt = finishedAt
    self.paper = paper
    self.sheets = sheets
  }

  /// What there is to learn from it.
  ///
  /// Its score is what today's program makes of the form; the one that was reported is
  /// ``outcome``'s.
  package var result: ExamResult { ExamResult(paper, sheets: sheets) }
}
