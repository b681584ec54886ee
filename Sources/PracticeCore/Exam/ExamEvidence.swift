package import FSRS

/// What a sitting says of the learner's memory of one question that was shown.
package struct ExamEvidence: Hashable, Sendable {
  /// The question.
  package var question: QuestionID
  /// Its revision when the form was drawn.
  package var revision: Revision
  /// What was answered in the end; nil where it was left open.
  package var response: Response?
  /// Whether that was right in full.
  package var isRight: Bool
  /// Whether it was flagged at the end.
  package var isFlagged: Bool
  /// What the memory model is told, where it knows the question.
  package var rating: Rating
  /// How long it was on the screen, in milliseconds.
  package var milliseconds: Int

  /// Makes evidence of its parts.
  package init(
    question: QuestionID, revision: Revision, response: Response?, isRight: Bool,
    isFlagged: Bool, rating: Rating, milliseconds: Int
  ) {
    self.question = question
    self.revision = revision
    self.response = response
    self.isRight = isRight
    self.isFlagged = isFlagged
    self.rating = rating
    self.milliseconds = milliseconds
  }

  /// Takes the evidence of one question; nil where it was never shown, which says nothing.
  ///
  /// Left open is not recalled; right but flagged is recalled with difficulty.
  package init?(_ question: Question, sheet: ExamSheet) {
    guard sheet.isSeen else { return nil }
    let isRight = sheet.response.map(question.isRight) ?? false
    self.init(
      question: question.id, revision: question.revision, response: sheet.response,
      isRight: isRight, isFlagged: sheet.isFlagged,
      rating: isRight ? (sheet.isFlagged ? .hard : .good) : .again,
      milliseconds: sheet.milliseconds)
  }
}
