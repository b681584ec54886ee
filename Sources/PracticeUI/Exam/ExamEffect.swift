package import PracticeCore

/// What the screens of an exam want done outside; answered by ``ExamNews`` unless said otherwise.
package enum ExamEffect: Equatable, Sendable {
  /// Keep the form and begin an attempt: answered by ``ExamNews/opened(_:)``, or by a notice.
  case begin(ExamPaper, ExamTerms, candidate: String?)
  /// Take an attempt up again; where it is open elsewhere, only if it shall be taken over.
  ///
  /// Answered by ``ExamNews/opened(_:)``, ``ExamNews/elsewhere(_:_:)``, or by a notice; where its
  /// time was up, by the end's `Message.recorded` and ``ExamNews/read(_:)``.
  case resume(AttemptID, takesOver: Bool)
  /// Write events of the attempt that is open here, while it is still this program's: answered by
  /// `Message.recorded`, or by ``ExamNews/replaced(_:)``.
  case record([ExamEvent])
  /// Write the end, as of that time, and give the attempt back: answered by `Message.recorded`, or
  /// by ``ExamNews/replaced(_:)``.
  case finish(last: ExamEvent, ExamFinish, at: LocalTime)
  /// Give the attempt back: another program may take it up.
  case leave(AttemptID)
  /// Read an attempt that is over: answered by ``ExamNews/read(_:)``, or by a notice.
  case read(AttemptID)
  /// Write a file that says what came of an attempt, to be handed in: answered by a notice.
  case writeResult(FinishedExam)
  /// Write a page on an attempt to be read or printed: answered by a notice.
  case writeReport(FinishedExam)
}
