import FSRS
import PracticeCore
import ProgressStore

/// What must hold for every journal, every snapshot and every form of an exam, whatever is in it.
package enum JournalChecks {
  private static let paths = ProgressPaths(data: "/data", state: "/state")
  private static let time = LocalTime(
    at: Timestamp(milliseconds: 1_795_420_800_000), offsetMinutes: 60)

  /// Reads an input, and checks what came of it: a snapshot where it begins with `s`, a form of an
  /// exam where it begins with `p`, an exam that was handed out where with `k`, a result where with
  /// `r`, else journals (``JournalInput``).
  ///
  /// - Parameters:
  ///   - input: The input.
  ///   - thoroughness: Whether all is checked.
  /// - Throws: ``BrokenPromise``.
  package static func check(
    _ input: some Collection<UInt8>, _ thoroughness: Thoroughness = .full
  ) throws {
    switch input.first {
    case UInt8(ascii: "s"): try checkSnapshot(Array(input.dropFirst()))
    case UInt8(ascii: "p"): try PaperChecks.check(Array(input.dropFirst()))
    case UInt8(ascii: "k"): try ClassChecks.checkPack(Array(input.dropFirst()))
    case UInt8(ascii: "r"): try ClassChecks.checkResult(Array(input.dropFirst()))
    default: try checkJournals(JournalInput(input), thoroughness)
    }
  }

  // MARK: - Journals

  private static func checkJournals(
    _ input: JournalInput, _ thoroughness: Thoroughness
  ) throws {
    let expected = try ExpectedReading(input)
    var files: [String: [UInt8]] = [:]
    for (name, bytes) in input.journals { files[paths.journal(name)] = bytes }
    let fileSystem = MemoryFileSystem(files)
    do {
      let read = try ProgressFolder.read(paths, fileSystem: fileSystem)
      try expected.check(read.report)
      try expected.checkOrder()
      try LearnerChecks(read.state).checkSense()
      guard thoroughness == .full else { return }
      try checkWriting(on: fileSystem, answering: QuestionID("b/q"), isWhole: true)
    } catch ProgressError.newerVersion(let path, let line, let version) {
      try require(expected.claimsNewer, "'\(path)', line \(line), is not of version \(version)")
    }
    for (path, bytes) in files {
      try require(fileSystem.bytes(of: path) == bytes, "\(path) was changed")
    }
  }

  /// Answers a question twice, keeps a snapshot, and reads all of it again, with and without it.
  ///
  /// - Parameters:
  ///   - fileSystem: Where the folder stands.
  ///   - question: The question.
  ///   - isWhole: Whether the journals say the same as a snapshot that is there.
  /// - Throws: ``BrokenPromise``, or why the folder cannot be used.
  private static func checkWriting(
    on fileSystem: MemoryFileSystem, answering question: QuestionID?, isWhole: Bool
  ) throws {
    var random = SplitMix64(seed: 1)
    let opened = try ProgressFolder.open(paths, fileSystem: fileSystem, random: &random)
    var state = opened.state
    // The first answer makes a journal; every further one is a line.
    for number in 1...2 {
      let before = fileSystem.calls
      let outcome = opened.folder.append([.answer(answer(to: question))], at: time)
      try require(outcome.failure == nil, "saving fails: \(String(describing: outcome.failure))")
      let calls = fileSystem.calls
      try require(
        number == 1
          || (calls.writes - before.writes, calls.flushes - before.flushes) == (1, 1)
            && calls.bytesRead == before.bytesRead,
        "an answer takes more than one write and one flush")
      for event in outcome.events where !state.apply(event) { state = try opened.folder.reload() }
    }
    try opened.folder.saveSnapshot(state)
    try require(opened.folder.close() == nil, "closing fails")
    let read = try ProgressFolder.read(paths, fileSystem: fileSystem)
    try require(read.state == state, "the snapshot gives another state")
    guard isWhole else { return }
    try fileSystem.removeFile(paths.snapshot)
    let replayed = try ProgressFolder.read(paths, fileSystem: fileSystem)
    try require(replayed.state == state, "a replay gives another state")
    try require(replayed.report.events == read.report.events, "the snapshot counts other events")
    try require(
      replayed.report.damaged == read.report.damaged, "the snapshot says other lines are damaged")
    try require(
      Set(replayed.report.conflicts) == Set(read.report.conflicts),
      "the snapshot knows other conflicts")
    try LearnerChecks(state).checkSense()
  }

  private static func answer(to question: QuestionID?) -> AnswerRecord {
    AnswerRecord(
      question: question ?? QuestionID(bank: "b", question: "q"),
      revision: Revision(recorded: "000000-000000"), mode: .study, order: [1, 2],
      response: .numbers([1]), isRight: true, confidence: nil, rating: .good, milliseconds: 1_000)
  }

  // MARK: - Snapshots

  /// Takes a snapshot whose checksum is right and whose content may be anything.
  private static func checkSnapshot(_ body: [UInt8]) throws {
    let fileSystem = MemoryFileSystem([
      paths.snapshot: JournalInput.summed(body) + [0x0A], paths.journal(".keep"): [],
    ])
    do {
      let read = try ProgressFolder.read(paths, fileSystem: fileSystem)
      LearnerChecks(read.state).exercise()
      try checkWriting(
        on: fileSystem, answering: read.state.questions.keys.min(), isWhole: false)
    } catch let error as ProgressError {
      throw BrokenPromise("a snapshot keeps the folder from being used: \(error)")
    }
  }
}
