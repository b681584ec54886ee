package import FSRS

/// What an event says.
package enum EventContent: Equatable, Sendable {
  /// A journal begins.
  case journal
  /// A question was answered.
  case answer(AnswerRecord)
  /// The learner corrects the rating of an answer.
  case rate(of: EventID, rating: Rating)
  /// An event drops out, as if it had not happened.
  case undo(of: EventID)
  /// A question is set aside or taken up again, or forgotten, or flagged.
  case mark(QuestionMark, question: QuestionID)
  /// The learner's own note on a question; an empty text removes it.
  case note(question: QuestionID, text: String)
  /// The learner says that something is wrong with a question.
  case report(question: QuestionID, text: String)
  /// The memory model under which all reviews are replayed.
  case parameters(ModelParameters)
  /// The learner's choices for study.
  case settings(StudySettings)
  /// What the learner studies for.
  case goal(ExamGoal)
  /// Something happened in a sitting of an exam.
  ///
  /// Held apart, since journals of a million answers are read with room for the largest case each.
  indirect case exam(ExamEvent)
  /// A type that this program doesn't know: kept in its journal and ignored.
  case unknown(type: String)
}

/// What can be done to a question; each is undone by another or by an `undo`.
package enum QuestionMark: String, CaseIterable, Sendable {
  /// Don't ask it again.
  case suspend
  /// Ask it again.
  case unsuspend
  /// Don't ask it until the next study day.
  case bury
  /// Forget all that is known of the learner's memory of it.
  case reset
  /// Mark it for the learner.
  case flag
  /// Take the mark away.
  case unflag
}

/// An answer to a question, with all that grading and scheduling made of it.
package struct AnswerRecord: Hashable, Sendable {
  /// The question.
  package var question: QuestionID
  /// The question's revision when it was shown.
  package var revision: Revision
  /// In what kind of session it was asked.
  package var mode: StudyMode
  /// The order in which the items were shown, by their numbers in the bank.
  ///
  /// For matching these are the answers; for typed answers it is empty.
  package var order: ItemNumbers
  /// What was answered.
  package var response: Response
  /// Whether it was right, by the key of that revision.
  package var isRight: Bool
  /// How sure the learner said to be; nil where nothing was said.
  package var confidence: Confidence?
  /// What the memory model is told; nil where the answer shall not count for scheduling.
  package var rating: Rating?
  /// The time from showing to answering, in milliseconds, not negative.
  package var milliseconds: Int

  /// Makes a record.
  package init(
    question: QuestionID, revision: Revision, mode: StudyMode, order: ItemNumbers,
    response: Response, isRight: Bool, confidence: Confidence?, rating: Rating?,
    milliseconds: Int
  ) {
    self.question = question
    self.revision = revision
    self.mode = mode
    self.order = order
    self.response = response
    self.isRight = isRight
    self.confidence = confidence
    self.rating = rating
    self.milliseconds = milliseconds
  }
}

/// The kinds of session in which single questions are answered.
package enum StudyMode: String, CaseIterable, Sendable {
  /// By the scheduler.
  case study
  /// Untimed practice.
  case quiz
}
