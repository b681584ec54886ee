import PracticeCore
import PracticeUI
import ProgressStore

/// A data folder open for practice: gives it back with all that was recorded safe, or said where.
struct OpenPractice {
  private let setup: PracticeSetup
  private let environment: Environment
  private let folder: ProgressFolder
  /// The learner's state at the start.
  let learner: LearnerState
  /// What was done at the start, a line each.
  private let settled: [String]

  /// Opens the learner's data.
  ///
  /// - Throws: ``ProgressError``.
  init(_ setup: PracticeSetup, environment: Environment = .process) throws {
    var random = SystemRandomNumberGenerator()
    let opened =
      try setup.openedAhead?.get() ?? ProgressFolder.open(setup.paths, random: &random)
    self.setup = setup
    self.environment = environment
    folder = opened.folder
    var state = opened.state
    var desk = ExamDesk(EventRecorder(folder: folder))
    settled = desk.settle(&state, setup.clock)
    learner = state
    // Practice is not kept waiting for what can be made another day.
    try? BackupFolder(of: setup.paths).makeOverdue(on: setup.clock.now.studyDay)
  }

  /// What carries effects out.
  ///
  /// - Parameter takesOver: Whether the first attempt that is taken up again is taken over from
  ///   another copy without asking.
  /// - Returns: The runner.
  func effects(takingOver takesOver: Bool = false) -> EffectRunner {
    EffectRunner(
      folder: folder, appearance: setup.appearanceFile, themes: setup.themes,
      takesOver: takesOver, editing: setup.editing)
  }

  /// The exam that is open and whose clock runs, the newest; nil where there is none.
  var runningExam: AttemptID? {
    learner.openAttempts.first { $0.start?.isPausable == false }?.start?.attempt
  }

  /// What was done at the start, and what of the learner's data can't be used, a line each.
  var notices: [String] {
    let report = folder.report
    var notices = settled
    let damaged = report.damaged.count
    if damaged > 0 {
      notices.append(
        "\(damaged) \(damaged == 1 ? "line" : "lines") of your journals can't be read and "
          + "\(damaged == 1 ? "is" : "are") left out: see swot progress verify")
    }
    if !report.conflicts.isEmpty {
      notices.append("Two different events have one identity: see swot progress verify")
    }
    notices += report.unsaved.map {
      "Answers of an earlier session can't be saved yet; they are kept in '\($0)'"
    }
    notices += report.unreadable.map { "A journal can't be read: \($0)" }
    return notices
  }

  /// Gives the folder back, and makes the day's backup of it.
  ///
  /// - Parameter learner: The state with all that was recorded folded in.
  /// - Throws: ``UnsavedEvents`` where something could not be written.
  func close(_ learner: LearnerState) throws {
    // A cache: without it the next start only takes longer.
    try? folder.saveSnapshot(learner)
    guard let failure = folder.close() else {
      do {
        // Not at the start, which shall be quick.
        try BackupFolder(of: setup.paths).makeDaily(on: setup.clock.now.studyDay)
      } catch {
        try StandardStream.error.writeLine("swot: there is no backup of today: \(error)")
      }
      return
    }
    throw UnsavedEntries(
      failure: failure,
      file: folder.writePendingElsewhere(in: Self.rescuePlaces(setup.paths, environment)))
  }

  /// The folders that take what the data folder doesn't, the first that can.
  static func rescuePlaces(_ paths: ProgressPaths, _ environment: Environment) -> [String] {
    [paths.state, environment["HOME"], environment["TMPDIR"], "/tmp"].compactMap { $0 }
  }
}

/// What could not be written into the journal before the program ended.
struct UnsavedEntries: CommandFailure, Equatable {
  /// Why, and how many.
  let failure: SaveFailure
  /// The file that holds them; nil where no folder took one.
  let file: UnsavedFile?

  var status: ExitStatus { .inputOutputError }
  var description: String {
    let count = failure.waiting == 1 ? "1 entry" : "\(failure.waiting) entries"
    let cause = "\(count) could not be saved: \(failure.cause)"
    guard let file else { return cause + "; no other place took them either" }
    let place = cause + "; they are in '\(file.path)'"
    return file.isTakenIn
      ? place + ", from where the next start saves them once that is mended"
      : place + ": once that is mended, type: swot progress merge '\(file.path)'"
  }
}
