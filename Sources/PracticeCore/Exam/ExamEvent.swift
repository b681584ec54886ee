/// Something that happened in a sitting of an exam, as one line of a journal records it.
///
/// Sittings of one attempt follow each other: the first begins with it, and each time that it is
/// taken up again another one begins. The events of an attempt are folded in the order of sitting,
/// writer and number, never by their times: a clock that is set back while somebody sits an exam
/// must not put an older answer in the place of a newer one.
package enum ExamEvent: Equatable, Sendable {
  /// It begins.
  case start(ExamStart)
  /// A question was answered, flagged, struck out in, or left.
  ///
  /// - `sitting`: the number of the sitting, from 1.
  /// - `left`: the milliseconds that were left.
  case response(AttemptID, sitting: Int, ExamAttempt.Record, left: Int64)
  /// It is left, and its clock stops with `left` milliseconds on it.
  case pause(AttemptID, sitting: Int, left: Int64)
  /// It is taken up again as the sitting of that number, and its time is up at `end`.
  case resume(AttemptID, sitting: Int, end: ClockReading)
  /// It is over.
  case finish(ExamFinish)

  /// The attempt.
  package var attempt: AttemptID {
    switch self {
    case .start(let start): start.attempt
    case .response(let attempt, _, _, _), .pause(let attempt, _, _), .resume(let attempt, _, _):
      attempt
    case .finish(let finish): finish.outcome.attempt
    }
  }

  /// The number of the sitting; nil for the end, which belongs to none.
  package var sitting: Int? {
    switch self {
    case .start: 1
    case .response(_, let sitting, _, _), .pause(_, let sitting, _), .resume(_, let sitting, _):
      sitting
    case .finish: nil
    }
  }
}

/// What is laid down when an attempt begins.
package struct ExamStart: Equatable, Sendable {
  /// The attempt.
  package var attempt: AttemptID
  /// The id of the blueprint.
  package var exam: String
  /// Its title, as candidates read it.
  package var title: String
  /// The seed of the draw.
  package var seed: UInt64
  /// How many questions the form holds.
  package var questions: Int
  /// The time allowed, in milliseconds, with what is added to it.
  package var allowed: Int64
  /// What was agreed beside the rules.
  package var terms: ExamTerms
  /// Whether the clock stops while the exam is left.
  package var isPausable: Bool
  /// When the time is up, as long as it isn't stopped.
  package var end: ClockReading
  /// The hash of the file that keeps the form, 16 hex digits.
  package var paper: String
  /// What a candidate gives as a name; nil where nobody asked.
  package var candidate: String?

  /// Makes the beginning of an attempt.
  package init(
    attempt: AttemptID, exam: String, title: String, seed: UInt64, questions: Int,
    allowed: Int64, terms: ExamTerms, isPausable: Bool, end: ClockReading, paper: String,
    candidate: String? = nil
  ) {
    self.attempt = attempt
    self.exam = exam
    self.title = title
    self.seed = seed
    self.questions = questions
    self.allowed = allowed
    self.terms = terms
    self.isPausable = isPausable
    self.end = end
    self.paper = paper
    self.candidate = candidate
  }
}

/// What a candidate has agreed on beside the rules of the exam; told on the result.
package struct ExamTerms: Hashable, Sendable {
  /// Time that is added as an accommodation, in milliseconds; not negative.
  package var extra: Int64
  /// Whether an exam with a strict clock may be left with its clock stopped.
  package var withPauses: Bool

  /// Makes terms; without any, the rules alone hold.
  package init(extra: Int64 = 0, withPauses: Bool = false) {
    self.extra = extra
    self.withPauses = withPauses
  }

  /// The most time that can be added: a day.
  package static let longestExtra: Int64 = 86_400_000
}

/// What is laid down when an attempt is over.
package struct ExamFinish: Equatable, Sendable {
  /// What came of it.
  package var outcome: ExamOutcome
  /// What it says of the questions that were shown.
  package var answers: [ExamEvidence]

  /// Makes the end of an attempt.
  package init(outcome: ExamOutcome, answers: [ExamEvidence]) {
    self.outcome = outcome
    self.answers = answers
  }
}
