import PracticeCore

/// Something that a learner does in plain lines.
protocol PlainActivity {
  /// What is known of the learner, with all that was recorded folded in.
  var learner: LearnerState { get }

  /// Goes on until it is done, or the lines end.
  ///
  /// - Parameter lines: What is typed.
  /// - Throws: A `CommandFailure`; `WriteFailure` where nobody can read what is printed.
  mutating func run(reading lines: inout LineReader) throws
}

extension PlainSession: PlainActivity {
  mutating func run(reading lines: inout LineReader) throws { try run { lines.next() } }
}

extension PlainExam: PlainActivity {
  mutating func run(reading lines: inout LineReader) throws {
    try run { lines.next(within: $0) }
  }
}
