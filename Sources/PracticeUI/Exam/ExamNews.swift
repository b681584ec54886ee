package import PracticeCore

/// What came of an ``ExamEffect``.
package enum ExamNews: Equatable, Sendable {
  /// An attempt has begun, or was taken up again, and is written down as such.
  case opened(ExamSitting)
  /// The attempt is open elsewhere; nothing was done.
  case elsewhere(AttemptID, ExamHolder)
  /// Another program has taken the attempt over; nothing more was written.
  case replaced(AttemptID)
  /// An attempt that is over.
  case read(FinishedExam)
}

/// Who has an attempt open.
package struct ExamHolder: Equatable, Sendable {
  /// The name of the terminal, such as `/dev/pts/3`; nil where it has none.
  package var terminal: String?
  /// The number of the process.
  package var process: Int
  /// When it opened the attempt; nil where that isn't known.
  package var since: LocalTime?
  /// When a key was pressed there last; nil where that isn't known.
  package var lastKey: LocalTime?

  /// Makes a description.
  package init(terminal: String?, process: Int, since: LocalTime?, lastKey: LocalTime?) {
    self.terminal = terminal
    self.process = process
    self.since = since
    self.lastKey = lastKey
  }
}
