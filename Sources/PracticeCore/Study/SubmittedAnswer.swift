package import FSRS

/// An answer as the learner gives it, before grading.
package struct SubmittedAnswer: Equatable, Sendable {
  /// What was answered, in the numbers of the bank.
  package var response: Response
  /// How sure the learner said to be; nil where nothing was said.
  package var confidence: Confidence?
  /// Whether the notes were opened before answering.
  package var openedNotes: Bool
  /// The time from showing to answering, in milliseconds.
  package var milliseconds: Int

  /// Makes an answer.
  package init(
    response: Response, confidence: Confidence? = nil, openedNotes: Bool = false,
    milliseconds: Int
  ) {
    self.response = response
    self.confidence = confidence
    self.openedNotes = openedNotes
    self.milliseconds = max(0, milliseconds)
  }

  /// What the memory model is told of it.
  ///
  /// Wrong, or right by a guess (nothing was recalled): again. Right but unsure, or with the notes
  /// open: hard. Right otherwise: good. `easy` comes from the learner's correction only.
  package func rating(isRight: Bool) -> Rating {
    guard isRight, confidence != .guess else { return .again }
    return confidence == .unsure || openedNotes ? .hard : .good
  }
}
