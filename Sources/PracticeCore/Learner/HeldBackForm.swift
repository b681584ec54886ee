/// A form of questions that the learner has never seen, kept for one last mock exam.
///
/// Nothing asks its questions before that mock is over, so that its score flatters nobody.
package struct HeldBackForm: Equatable, Sendable {
  /// The id of the blueprint by which it was drawn.
  package var exam: String
  /// The seed with which it is drawn again: no other attempt at the exam has it.
  package var seed: UInt64
  /// The questions, as many as the mock asks.
  package var questions: Set<QuestionID>

  /// Makes a form of its parts.
  package init(exam: String, seed: UInt64, questions: Set<QuestionID>) {
    self.exam = exam
    self.seed = seed
    self.questions = questions
  }
}

extension LearnerState {
  /// The form that is held back on a study day; nil where there is none, or one without questions,
  /// its mock is over, or the day of the exam has gone by.
  package func heldBack(on day: CalendarDate) -> HeldBackForm? {
    guard let form = goal.heldBack, !form.questions.isEmpty, !goal.isPast(on: day), !isOver(form)
    else { return nil }
    return form
  }

  /// Whether the question must not be asked on a study day, because it is kept for the last mock.
  ///
  /// What the learner has seen all the same is kept no more.
  package func isHeldBack(_ question: QuestionID, on day: CalendarDate) -> Bool {
    guard let form = goal.heldBack, form.questions.contains(question) else { return false }
    return hasNeverSeen(question) && heldBack(on: day) != nil
  }

  /// Whether the question may be asked on a study day.
  package func isAskable(_ question: QuestionID, on day: CalendarDate) -> Bool {
    self[question].isAskable(on: day) && !isHeldBack(question, on: day)
  }

  /// Whether the mock for which the form is kept was sat to its end.
  private func isOver(_ form: HeldBackForm) -> Bool {
    attempts.values.contains { attempt in
      attempt.outcome != nil && attempt.start?.exam == form.exam
        && attempt.start?.seed == form.seed
    }
  }
}
