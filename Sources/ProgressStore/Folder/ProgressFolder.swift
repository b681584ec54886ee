package import PracticeCore

/// The learner's data folder, open for a session: the only way in for events.
///
/// ```swift
/// let opened = try ProgressFolder.open(paths, random: &random)
/// var state = opened.state
/// let saved = opened.folder.append([.undo(of: id)], at: now)
/// for event in saved.events where !state.apply(event) { state = try opened.folder.reload() }
/// if let failure = saved.failure { … say so; the events wait … }
/// ```
package final class ProgressFolder {
  /// Where it stands.
  package let paths: ProgressPaths
  /// What was found when the journals were last read.
  package var report: LoadReport {
    LoadReport(loaded, paths: paths, repairs: repairs, unsaved: unsaved.files)
  }

  /// The forms of the exams that were sat or are being sat.
  package var papers: ExamPaperFolder { ExamPaperFolder(of: paths, fileSystem: fileSystem) }

  let fileSystem: any FileSystem
  let writer: JournalWriter
  private var loaded: LoadedProgress
  private var repairs: [TailRepair]
  private var unsaved: UnsavedEvents { UnsavedEvents(paths: paths, fileSystem: fileSystem) }
  /// Events that were written since the journals were last read.
  private var written = 0

  private init(
    paths: ProgressPaths, fileSystem: any FileSystem, writer: JournalWriter,
    loaded: LoadedProgress, repairs: [TailRepair]
  ) {
    self.paths = paths
    self.fileSystem = fileSystem
    self.writer = writer
    self.loaded = loaded
    self.repairs = repairs
  }

  /// Opens a data folder for writing, makes it where there is none, and reads the learner's state.
  ///
  /// Folders get mode 0700 and files 0600. A torn last line in a journal of this machine is cut
  /// off; its bytes go to the backups.
  ///
  /// - Parameters:
  ///   - paths: The folders, absolute.
  ///   - fileSystem: Where they stand.
  ///   - random: Draws the name of the writer.
  /// - Returns: The folder, and the state at its opening.
  /// - Throws: ``ProgressError``; where a journal is of a newer version, nothing was changed.
  package static func open(
    _ paths: ProgressPaths, fileSystem: any FileSystem = POSIXFileSystem(),
    random: inout some RandomNumberGenerator
  ) throws(ProgressError) -> OpenedProgress {
    let loader = ProgressLoader(fileSystem: fileSystem, paths: paths)
    // Before anything is changed, the folder must be one that this program understands.
    try FolderRights(fileSystem: fileSystem, paths: paths).makeFolders()
    var claim = WriterClaim.claim(in: paths, fileSystem: fileSystem, random: &random)
    var loaded = try loader.load(after: SnapshotFile(fileSystem, paths).read())
    let unsaved = UnsavedEvents(paths: paths, fileSystem: fileSystem)
    if unsaved.takeIn() { loaded = try loader.load(after: SnapshotFile(fileSystem, paths).read()) }
    FolderRights(fileSystem: fileSystem, paths: paths).tighten()
    let repairs = TailRepair.repair(
      &loaded, ownClaim: claim, paths: paths, fileSystem: fileSystem)
    let existing = loaded.journals.first { $0.file == "\(claim.name).jsonl" }
    if !claim.canContinue(existing, highest: loaded.highest[claim.name]) {
      claim.retire()
      claim.release()
      claim = WriterClaim.new(in: paths, fileSystem: fileSystem, random: &random)
    }
    let isContinued = existing?.file == "\(claim.name).jsonl"
    let writer = JournalWriter(
      claim: claim, paths: paths, fileSystem: fileSystem,
      existing: isContinued ? existing : nil,
      nextSequence: max(
        (loaded.highest[claim.name] ?? 0) + 1, isContinued ? existing?.lines ?? 1 : 1))
    writer.prepare()
    let state = loaded.state
    // The caller changes it; a second owner would make every first change a copy.
    loaded.state = LearnerState()
    return OpenedProgress(
      folder: ProgressFolder(
        paths: paths, fileSystem: fileSystem, writer: writer, loaded: loaded, repairs: repairs),
      state: state)
  }

  /// Reads the learner's state without changing or locking anything.
  ///
  /// - Throws: ``ProgressError``, such as for a journal of a newer version; a folder that isn't
  ///   there is one without events.
  package static func read(
    _ paths: ProgressPaths, fileSystem: any FileSystem = POSIXFileSystem()
  ) throws(ProgressError) -> ReadProgress {
    let loaded = try ProgressLoader(fileSystem: fileSystem, paths: paths)
      .load(after: SnapshotFile(fileSystem, paths).read())
    return ReadProgress(
      state: loaded.state,
      report: LoadReport(
        loaded, paths: paths, repairs: [],
        unsaved: UnsavedEvents(paths: paths, fileSystem: fileSystem).files))
  }

  /// Gives events to the disk: one write and one flush, whatever the journal holds.
  ///
  /// Events that couldn't be saved before go first. Where saving fails, the events have their
  /// identity all the same and wait: fold them in, and call ``retryPending()`` later.
  ///
  /// - Parameters:
  ///   - contents: What happened, in order; neither `journal` nor `unknown`.
  ///   - time: When.
  /// - Returns: The events with their identities, and why they are not on the disk, if so.
  package func append(_ contents: [EventContent], at time: LocalTime) -> AppendOutcome {
    let events = writer.enqueue(contents.map(\.storable), at: time.storable)
    return AppendOutcome(events: events, failure: retryPending())
  }

  /// Puts the form of an attempt that is about to begin onto the disk.
  ///
  /// ```swift
  /// let hash = try opened.folder.keep(paper, of: attempt)
  /// let saved = opened.folder.append([.exam(.start(… hash …))], at: now)
  /// ```
  ///
  /// - Parameters:
  ///   - paper: The form.
  ///   - attempt: The attempt, which has no form yet.
  /// - Returns: The hash of the file, for the event that begins the attempt.
  /// - Throws: ``ExamPaperError``; then there is no such file, and the attempt must not begin.
  package func keep(
    _ paper: ExamPaper, of attempt: AttemptID
  ) throws(ExamPaperError) -> String {
    let kept = try papers.file(paper, of: attempt)
    writer.papers.append(kept)
    return ExamPaperEncoder.hash(of: kept.bytes)
  }

  /// All events of an attempt, in the order in which they are folded; its end, which no sitting has,
  /// comes last.
  ///
  /// The state of a finished attempt no longer holds what was done with each question. Folded
  /// without the end (`LearnerState(replaying:)`), the events give that.
  ///
  /// - Parameter attempt: The attempt.
  /// - Returns: The events that were not undone, those that wait to be saved too.
  /// - Throws: ``ProgressError`` where the folder can't be read.
  package func records(of attempt: AttemptID) throws(ProgressError) -> [Event] {
    try ProgressLoader(fileSystem: fileSystem, paths: paths)
      .records(of: attempt, with: writer.pending)
  }

  /// All events of an attempt, as an open folder gives them too, read without opening it.
  ///
  /// - Parameters:
  ///   - attempt: The attempt.
  ///   - paths: The folders.
  ///   - fileSystem: Where they stand.
  /// - Returns: The events that were not undone.
  /// - Throws: ``ProgressError`` where the folder can't be read.
  package static func records(
    of attempt: AttemptID, in paths: ProgressPaths,
    fileSystem: any FileSystem = POSIXFileSystem()
  ) throws(ProgressError) -> [Event] {
    try ProgressLoader(fileSystem: fileSystem, paths: paths).records(of: attempt)
  }

  /// All events of a data folder, read without opening, changing or locking it.
  ///
  /// - Parameters:
  ///   - paths: The folders.
  ///   - pending: Events that wait to be saved.
  ///   - fileSystem: Where they stand.
  /// - Returns: The events, each once.
  /// - Throws: ``ProgressError``, such as for a journal of a newer version.
  package static func events(
    in paths: ProgressPaths, with pending: [Event] = [],
    fileSystem: any FileSystem = POSIXFileSystem()
  ) throws(ProgressError) -> [Event] {
    try ProgressLoader(fileSystem: fileSystem, paths: paths).allEvents(with: pending)
  }

  /// Tries to save what waits; nil where nothing waits any more.
  @discardableResult
  package func retryPending() -> SaveFailure? {
    let waiting = writer.pending.count
    do throws(SystemError) {
      try writer.flush()
      written += waiting
      return nil
    } catch {
      return SaveFailure(cause: error, waiting: writer.pending.count)
    }
  }

  /// The events that wait to be saved, in order.
  package var pending: [Event] { writer.pending }

  /// Reads all journals again, from their beginning, and folds them with what waits to be saved.
  ///
  /// For the few events that can't be folded in place, such as the undo of an old answer.
  package func reload() throws(ProgressError) -> LearnerState {
    loaded = try ProgressLoader(fileSystem: fileSystem, paths: paths).load(with: writer.pending)
    written = 0
    defer { loaded.state = LearnerState() }
    return loaded.state
  }

  /// Keeps the state for the next start.
  ///
  /// - Parameter state: The state as it was opened, with all events appended since folded in.
  /// - Throws: ``ProgressError`` where it can't be written; that costs nothing but time.
  package func saveSnapshot(_ state: LearnerState) throws(ProgressError) {
    // A state that holds more than the journals would be taken for theirs.
    guard writer.pending.isEmpty, !(loaded.isFromSnapshot && written == 0) else { return }
    var journals: [String: JournalSummary] = [:]
    for summary in loaded.journals { journals[summary.file] = summary }
    journals.merge(writer.summaries) { $1 }
    let highest = loaded.highest.merging(
      [writer.claim.name: writer.nextSequence - 1], uniquingKeysWith: max)
    let snapshot = Snapshot(
      state: state, journals: journals.values.sorted { $0.file < $1.file }, highest: highest,
      events: loaded.events + written, conflicts: loaded.conflicts)
    do throws(SystemError) {
      try SnapshotFile(fileSystem, paths).write(snapshot, by: writer.claim.name)
    } catch {
      throw .inputOutput(error)
    }
  }

  /// Writes what could not be saved to a file elsewhere.
  ///
  /// At best that is on this machine, where the next opening of this data folder finds it and takes
  /// it in; else it is for `swot progress merge`. Where the data folder has vanished for good, it is
  /// all that this session's journal held.
  ///
  /// - Parameter folders: Where else to try, in order.
  /// - Returns: the file; nil where nothing waits, or no folder takes it.
  package func writePendingElsewhere(in folders: [String]) -> UnsavedFile? {
    guard writer.homeless > 0 else { return nil }
    let lines = writer.journalOfHomeless()
    // Their numbers are given out: another session must not give them to others.
    writer.claim.retire()
    if let path = unsaved.keep(lines, of: writer.claim.name) {
      return UnsavedFile(path: path, isTakenIn: true)
    }
    for folder in folders {
      for number in 1...100 {
        let suffix = number == 1 ? "" : "-\(number)"
        let path = "\(folder)/swot-unsaved-\(writer.claim.name)\(suffix).jsonl"
        guard let file = try? fileSystem.open(path, .create) else { continue }
        defer { fileSystem.close(file) }
        do throws(SystemError) {
          try fileSystem.writeAll(lines, to: file)
          try fileSystem.sync(file)
          return UnsavedFile(path: path, isTakenIn: false)
        } catch {
          try? fileSystem.removeFile(path)
          break
        }
      }
    }
    return nil
  }

  /// Tries a last time to save what waits and gives the folder up.
  ///
  /// A folder that has vanished since something was written to it is made again.
  ///
  /// - Returns: why something still waits; see ``writePendingElsewhere(in:)``, which works after
  ///   this too.
  @discardableResult
  package func close() -> SaveFailure? {
    var failure: SaveFailure?
    do throws(SystemError) {
      let waiting = writer.pending.count
      try writer.settle()
      written += waiting
    } catch {
      failure = SaveFailure(cause: error, waiting: writer.homeless)
    }
    if failure != nil {
      // The numbers of what waits are given out: no other session may give them to others.
      writer.claim.retire()
    } else if let record = writer.record, record != writer.claim.record {
      writer.claim.bind(to: record)
    }
    writer.close()
    writer.claim.release()
    return failure
  }
}

/// A file that holds what could not be saved.
package struct UnsavedFile: Equatable, Sendable {
  /// Where it is.
  package let path: String
  /// Whether the next opening of the data folder takes it in.
  package let isTakenIn: Bool

  /// Makes a description of a file.
  package init(path: String, isTakenIn: Bool) {
    self.path = path
    self.isTakenIn = isTakenIn
  }
}

/// A data folder that was opened, and what it says of the learner.
package struct OpenedProgress {
  /// The folder.
  package let folder: ProgressFolder
  /// The learner's state.
  package var state: LearnerState
}

/// What a data folder says of the learner.
package struct ReadProgress {
  /// The learner's state.
  package var state: LearnerState
  /// What was found on the way.
  package var report: LoadReport
}

/// What became of events that were to be saved.
package struct AppendOutcome: Equatable, Sendable {
  /// The events, with the identities that they keep.
  package let events: [Event]
  /// Why they, or events before them, are not on the disk yet; nil where all are.
  package let failure: SaveFailure?

  /// Makes an outcome.
  package init(events: [Event], failure: SaveFailure?) {
    self.events = events
    self.failure = failure
  }
}
