package import PracticeCore

/// What the result of an exam says beside the exam itself: what was forecast of it, and whether it was
/// the last mock.
package struct ExamResultRemarks: Equatable, Sendable {
  /// What was forecast when it began, against what came of it; nil where not enough was
  /// known for one, or while that isn't known yet.
  package let forecast: String?
  /// Whether it was the last mock, so that its questions are released.
  package let isLastMock: Bool

  /// Makes remarks; none unless given.
  init(forecast: String? = nil, isLastMock: Bool = false) {
    self.forecast = forecast
    self.isLastMock = isLastMock
  }

  /// What there is to say of an exam.
  init(on exam: FinishedExam, in context: ScreenContext) {
    self.init(
      on: exam.start, exam.outcome, learner: context.learner, statistics: context.statistics)
  }

  /// What there is to say of an exam.
  ///
  /// - Parameters:
  ///   - start: What was laid down when it began.
  ///   - outcome: What came of it.
  ///   - learner: What is known of the learner.
  ///   - statistics: The statistics with that exam in them; nil while they are not there.
  package init(
    on start: ExamStart, _ outcome: ExamOutcome, learner: LearnerState,
    statistics: LearnerStatistics?
  ) {
    let held = learner.goal.heldBack
    isLastMock = held?.exam == start.exam && held?.seed == start.seed
    let record = statistics?.record.exams.last { $0.start.attempt == start.attempt }
    forecast = record?.forecast.flatMap {
      $0.isReliable ? ExamResultWording.forecast($0, against: outcome) : nil
    }
  }
}
