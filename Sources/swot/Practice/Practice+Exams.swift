import NcursesTerminal
import PracticeCore
import PracticeUI
import ProgressStore

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension Practice {
  /// Lets the learner sit an exam, from the rules on.
  ///
  /// - Throws: A ``CommandFailure``, or the exit code of a signal.
  func sit(_ request: ExamRequest) throws {
    let seed = Self.seed()
    // Drawn before anything is opened: who can't sit it leaves nothing behind.
    _ = try request.paper(for: LearnerState(), from: setup, drawn: seed)
    let open = try OpenPractice(setup)
    if !isPlain {
      do {
        return try runScreens(.exam(request), open)
      } catch let obstacle as TerminalOpeningError {
        try obstacle.explain()
      }
    }
    let paper = try request.paper(for: open.learner, from: setup, drawn: seed)
    if let other = open.learner.openAttempts.first?.start?.title {
      try StandardStream.error.writeLine(
        "swot: another exam is open: '\(other)'; swot exam --resume goes on with it")
    }
    try runExam(.start(paper, request), open)
  }

  /// Goes on with the exam that is open, the newest where there are several.
  ///
  /// - Parameters:
  ///   - exam: The id of the blueprint; nil for any.
  ///   - takesOver: Whether it is taken over where another copy has it open.
  /// - Throws: A ``CommandFailure``, or the exit code of a signal.
  func resumeExam(of exam: String?, takesOver: Bool) throws {
    let open = try OpenPractice(setup)
    let attempt = open.learner.openAttempts.lazy.compactMap(\.start)
      .first { exam == nil || $0.exam == exam }?.attempt
    guard let attempt else {
      try setup.reportNotices()
      for notice in open.notices { try StandardStream.error.writeLine("swot: \(notice)") }
      try open.close(open.learner)
      throw NoOpenExam(exam: exam)
    }
    if !isPlain {
      do {
        return try runScreens(.resume(attempt), open, takingOver: takesOver)
      } catch let obstacle as TerminalOpeningError {
        try obstacle.explain()
      }
    }
    try runExam(.resume(attempt, takesOver: takesOver), open)
  }

  private func runExam(_ opening: PlainExam<EffectRunner>.Opening, _ open: OpenPractice) throws {
    try runPlainly(
      PlainExam(
        opening, canAsk: isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1,
        learner: open.learner, effects: open.effects(), clock: setup.clock,
        text: PlainText(charset: Self.charset), printer: PlainPrinter(), standing: standing), open)
  }

  /// How ready the learner is, from what the journals hold; nil where they can't be read.
  private func standing(_ learner: LearnerState) -> LearnerStatistics? {
    let events = try? ProgressFolder.events(in: setup.paths)
    return events.map {
      LearnerStatistics(
        of: $0, learner: learner, catalog: setup.catalog, blueprints: setup.blueprints,
        at: setup.clock.now)
    }
  }
}

/// There is no exam to go on with.
struct NoOpenExam: CommandFailure, Equatable {
  /// The id of the blueprint that was asked for; nil for any.
  let exam: String?

  var status: ExitStatus { .inputNotFound }
  var description: String {
    let which = exam.map { " of '\($0)'" } ?? ""
    return "there is no exam\(which) to go on with; swot exam starts one"
  }
}
