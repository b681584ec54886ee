import NcursesTerminal
import PracticeCore
import PracticeUI
import ProgressStore
import TerminalUI

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Lets the learner practise, in screens or in plain lines.
struct Practice {
  /// What with.
  let setup: PracticeSetup
  /// Whether the command asks for plain lines.
  let plain: Bool

  /// Runs screens, or else plain lines, until the learner leaves.
  ///
  /// Plain lines are taken where the command or the settings ask for them, and where the terminal
  /// can't show screens.
  ///
  /// - Parameters:
  ///   - start: What is on the screen first.
  ///   - plainly: The same in plain lines.
  /// - Throws: A ``CommandFailure``, or the exit code of a signal.
  func run(
    _ start: StartScreen, plainly: (LearnerState) throws -> StudySession
  ) throws {
    let open = try OpenPractice(setup)
    if !isPlain {
      do {
        return try runScreens(start, open)
      } catch let obstacle as TerminalOpeningError {
        try obstacle.explain()
      }
    }
    try runPlainly(
      PlainSession(
        try plainly(open.learner), catalog: setup.catalog, blueprints: setup.blueprints,
        learner: open.learner, effects: open.effects(), clock: setup.clock,
        text: PlainText(charset: Self.charset),
        printer: PlainPrinter()), open)
  }

  /// Runs screens, or says `text` where that can't be.
  ///
  /// - Parameters:
  ///   - start: What is on the screen first.
  ///   - text: What to print otherwise, line by line.
  /// - Throws: A ``CommandFailure``, or the exit code of a signal.
  func run(_ start: StartScreen, otherwise text: (LearnerState) throws -> [String]) throws {
    if !isPlain {
      do {
        // Who only looks at text leaves nothing behind, not even a folder.
        if let obstacle = TerminalReport().obstacle { throw obstacle }
        let open = try OpenPractice(setup)
        // Whose clock runs wants to be nowhere else.
        let running = start == .home ? open.runningExam : nil
        return try runScreens(running.map(StartScreen.resume) ?? start, open)
      } catch let obstacle as TerminalOpeningError {
        try obstacle.explain()
      }
    }
    try setup.reportNotices()
    try PlainPrinter().print(try text(try setup.readLearner()))
  }

  /// Whether plain lines are asked for.
  var isPlain: Bool { plain || setup.appearance.plain }

  /// Runs screens.
  ///
  /// - Throws: `TerminalOpeningError` where there can be none; a ``CommandFailure``, or the exit code
  ///   of a signal.
  func runScreens(
    _ start: StartScreen, _ open: OpenPractice, takingOver takesOver: Bool = false
  ) throws {
    // The terminal is given back before anything is said.
    let (ending, learner) = try showScreens(start, open, takesOver)
    try open.close(learner)
    if ending != .left { throw ending.exitCode }
  }

  private func showScreens(
    _ start: StartScreen, _ open: OpenPractice, _ takesOver: Bool
  ) throws(TerminalOpeningError) -> (LoopEnding, LearnerState) {
    var session = try NcursesSession()
    let state = AppState(
      catalog: setup.catalog, blueprints: setup.blueprints, learner: open.learner,
      appearance: setup.appearance, symbols: Self.symbols(session.capabilities.charset),
      themes: setup.themes.names, size: session.size, time: setup.clock.now,
      clock: setup.clock.reading, seed: Self.seed(), start: start)
    var loop = EventLoop(
      state: state, effects: open.effects(takingOver: takesOver), clock: setup.clock)
    let ending = loop.run(
      on: &session, appearance: setup.appearance, notices: setup.notices + open.notices)
    return (ending, loop.state.learner)
  }

  /// Runs something in plain lines.
  ///
  /// - Throws: A ``CommandFailure``, or the exit code of a signal.
  func runPlainly(_ activity: some PlainActivity, _ open: OpenPractice) throws {
    var session = activity
    try setup.reportNotices()
    for notice in open.notices { try StandardStream.error.writeLine("swot: \(notice)") }
    // Whatever ends the session, it is closed: something may still wait to be saved.
    let onBrokenPipe = signal(SIGPIPE, SIG_IGN)
    var lines = LineReader(until: EndRequests.watch())
    let result = Result { try session.run(reading: &lines) }
    try open.close(session.learner)
    if case .failure(let failure as WriteFailure) = result, failure.code == EPIPE {
      // As it would have been: who reads no more wants to hear nothing of it, as a rule.
      signal(SIGPIPE, onBrokenPipe)
      raise(SIGPIPE)
    }
    if let signal = EndRequests.received { throw LoopEnding.signal(signal).exitCode }
    try result.get()
  }

  /// The signs that screens are drawn with: ASCII on the console of Linux, whose fonts have letters of
  /// Europe but few signs.
  static func symbols(_ charset: Charset) -> Symbols {
    Environment.process["TERM"] == "linux" ? .ascii : .of(charset)
  }

  /// The characters that lines may hold: those of the locale.
  static var charset: Charset { TerminalReport().capabilities.charset }

  /// Where the drawing and shuffling of a session starts, where nobody says.
  static func seed() -> UInt64 { UInt64.random(in: .min ... .max) }
}

extension TerminalOpeningError {
  /// Says why there are no screens, unless that is plain: who pipes expects none.
  func explain() throws(WriteFailure) {
    switch self {
    case .inputIsNoTerminal, .outputIsNoTerminal: break
    default: try StandardStream.error.writeLine("swot: \(self)")
    }
  }
}
