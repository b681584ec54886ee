import PracticeCore

/// What a report of one attempt says, whatever it is printed as.
///
/// The score and all that was told with it are those that were reported when the attempt ended; only
/// the marks beside single questions are made here, by the form as it was kept.
struct ExamReport: Equatable {
  /// A sitting of the same exam, for the trend.
  struct Attempt: Equatable {
    /// Its name.
    var id: AttemptID
    /// When it ended.
    var finishedAt: LocalTime
    /// What was reported.
    var score: ExamScore
    /// The scale of that.
    var scale: ScoreScale
  }

  /// The attempt, as it was kept.
  let exam: FinishedExam
  /// The attempts of the same exam up to this one, which comes last; the oldest first.
  let attempts: [Attempt]
  /// The questions, in the order of the form.
  let questions: [ReportedQuestion]
  /// How often a change of mind made a wrong answer right, and a right one wrong.
  let changes: (toRight: Int, toWrong: Int)
  /// The objectives to be studied next, the most urgent first.
  let objectives: [ExamResult.ObjectiveCount]
  /// The numbers of the questions that took longest, the longest first.
  let slowest: [Int]
  /// Whether the questions, marked by this version of the program, earn what was reported.
  let marksAgree: Bool

  /// How many slow questions and objectives are named.
  private static let namedSlowest = 5

  /// Makes the report of an attempt.
  ///
  /// - Parameters:
  ///   - exam: The attempt.
  ///   - others: What is known of the learner's attempts; those of the same exam that ended before
  ///     are told as the trend.
  init(_ exam: FinishedExam, among others: some Sequence<ExamProgress> = EmptyCollection()) {
    self.exam = exam
    let result = exam.result
    let sections = exam.paper.blueprint.sections.map(\.title)
    questions = zip(zip(exam.paper.items, exam.sheets), result.answers).map { pair, answer in
      ReportedQuestion(
        pair.0, sheet: pair.1, answer: answer,
        section: sections.indices.contains(pair.0.section) ? sections[pair.0.section] : nil)
    }
    changes = (result.changedToRight, result.changedToWrong)
    objectives = result.objectivesToStudy
    slowest = result.slowest(Self.namedSlowest).map { $0.place + 1 }
    marksAgree =
      result.score.right == exam.outcome.score.right
      && result.score.marks == exam.outcome.score.marks
    let earlier = others.compactMap { progress -> Attempt? in
      guard let start = progress.start, let outcome = progress.outcome,
        let finished = progress.finished, start.exam == exam.start.exam,
        start.attempt != exam.start.attempt, finished.at <= exam.finishedAt.at
      else { return nil }
      return Attempt(
        id: start.attempt, finishedAt: finished, score: outcome.score, scale: outcome.scale)
    }
    let this = Attempt(
      id: exam.start.attempt, finishedAt: exam.finishedAt, score: exam.outcome.score,
      scale: exam.outcome.scale)
    attempts =
      earlier.sorted { ($0.finishedAt.at, $0.id) < ($1.finishedAt.at, $1.id) } + [this]
  }

  /// The attempts that stand on the scale of this one: scores of other scales can't be compared.
  var comparableAttempts: [Attempt] { attempts.filter { $0.scale == exam.outcome.scale } }

  static func == (left: ExamReport, right: ExamReport) -> Bool {
    left.exam == right.exam && left.attempts == right.attempts
  }
}

extension ReportedQuestion.Verdict {
  /// Whether it is to be looked at again.
  var isMissed: Bool { self != .right }
}
