package import FSRS

/// What is known of one learner and one question.
package struct QuestionProgress: Equatable, Sendable {
  /// The memory as of ``lastReview``; nil while the question is new to the scheduler.
  package var memory: MemoryState?
  /// When it was last reviewed; nil while it is new.
  package var lastReview: LocalTime?
  /// The study day from which it is due; nil while it is new.
  package var due: CalendarDate?
  /// Reviews that counted for scheduling, since the last reset.
  package var repetitions = 0
  /// Reviews rated again on a later day than the review before, since the last reset.
  package var lapses = 0
  /// All answers, whether they counted for scheduling or not.
  package var answers = 0
  /// Answers that were right.
  package var rightAnswers = 0
  /// The newest answer; nil where there is none.
  package var lastAnswer: LastAnswer?
  /// The end of the newest exam in which it was shown; nil where there is none.
  package var lastExam: Timestamp?
  /// Whether it shall not be asked again.
  package var isSuspended = false
  /// The study day on which it shall not be asked; nil for none.
  package var buriedOn: CalendarDate?
  /// Whether the learner has flagged it.
  package var isFlagged = false
  /// The learner's note.
  package var note: String?
  /// How often the learner reported it.
  package var reports = 0
  /// The position of the newest event that was folded in; nil where there is none.
  package var latest: EventPosition?

  /// Makes the progress of a question that was never met.
  package init() {}

  /// Whether the scheduler has never seen it.
  package var isNew: Bool { memory == nil }

  /// Whether it was ever answered.
  package var isSeen: Bool { answers > 0 }

  /// Whether the learner didn't know it when it was asked last: the newest answer was wrong, or it
  /// was shown and left open in an exam since.
  package var wasMissedLast: Bool {
    guard let lastAnswer else { return lastExam != nil }
    return !lastAnswer.isRight || (lastExam.map { $0 > lastAnswer.time.at } ?? false)
  }

  /// Whether it waits to be learnt because an exam has shown that it isn't known.
  package var isNewFromExam: Bool { isNew && lastExam != nil && wasMissedLast }

  /// From how many lapses on a question keeps slipping.
  ///
  /// Half of the threshold for leeches in Anki: who studies for an exam has weeks, not years.
  package static let slippingLapses = 4

  /// Whether it has been forgotten so often that more repetition alone won't help.
  package var keepsSlipping: Bool { lapses >= Self.slippingLapses }

  /// Whether it may be asked on the study day `day`.
  package func isAskable(on day: CalendarDate) -> Bool { !isSuspended && buriedOn != day }

  /// Whether a review is due on the study day `day`.
  package func isDue(on day: CalendarDate) -> Bool {
    due.map { $0 <= day } ?? false
  }
}

/// The newest answer to a question.
package struct LastAnswer: Equatable, Sendable {
  /// When it was given.
  package var time: LocalTime
  /// The question's revision when it was shown.
  package var revision: Revision
  /// Whether it was right.
  package var isRight: Bool

  /// Makes the record of an answer.
  package init(time: LocalTime, revision: Revision, isRight: Bool) {
    self.time = time
    self.revision = revision
    self.isRight = isRight
  }
}
