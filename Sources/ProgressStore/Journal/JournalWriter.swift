import PracticeCore

/// Writes the journal of one writer: each call one write and one flush, whatever its length.
///
/// What could not be written waits in order and is written by the next call. Three ways of failing
/// are told apart:
///
/// - The write failed or was short: the file is cut back to its last whole line and used again.
/// - The flush failed, or cutting back did: nobody knows what of the last lines is on the disk, and
///   asking again would not tell (the system forgets what it could not write). They are written to
///   a new file, with the same writer and the same numbers; where both files keep them, the same
///   event twice is one.
/// - The file is no longer in its place, because the folder was removed or the file replaced: the
///   new file gets all that was written, read from the file that is still open.
final class JournalWriter {
  /// Events that wait to be written, with their final identity.
  private(set) var pending: [Event] = []
  /// What is written and safe, by file.
  private(set) var summaries: [String: JournalSummary] = [:]
  /// The number of the next event.
  private(set) var nextSequence: Int
  /// The right to the name.
  let claim: WriterClaim
  /// The papers of attempts that began in this session, which must not be missed where the folder
  /// vanished and is made again.
  var papers: [KeptPaper] = []

  private let fileSystem: any FileSystem
  private let paths: ProgressPaths
  /// The name of the file that is written; nil before the first event, and where a new one is due.
  private var fileName: String?
  /// That file, once it is open.
  private var file: OpenFile?
  /// Whether this session wrote anything.
  private var hasWritten = false
  /// What was homeless when the files were closed.
  private var remains: (count: Int, lines: [UInt8])?
  /// A file given up, from which the new one takes its beginning.
  private var abandoned: Abandoned?

  private struct Abandoned {
    var fileName: String
    var file: OpenFile
    /// How much of it is safe.
    var length: Int
    var reason: Reason

    enum Reason {
      /// Nobody knows which of its last lines are safe.
      case doubtful
      /// Somebody else wrote behind our lines.
      case foreign
      /// It is no longer where it should be, so that all its lines must be written again.
      case outOfPlace
    }
  }

  /// Makes the writer of a claimed name.
  ///
  /// - Parameters:
  ///   - claim: The right to the name.
  ///   - paths: The folders.
  ///   - fileSystem: Where they stand.
  ///   - existing: The writer's journal, whole to its end; nil where there is none.
  ///   - nextSequence: The number of the next event, at least 1.
  init(
    claim: WriterClaim, paths: ProgressPaths, fileSystem: any FileSystem,
    existing: JournalSummary?, nextSequence: Int
  ) {
    self.claim = claim
    self.paths = paths
    self.fileSystem = fileSystem
    self.nextSequence = nextSequence
    if let existing {
      fileName = existing.file
      summaries[existing.file] = existing
    }
  }

  deinit { close() }

  /// Gives the contents their identities and lets them wait.
  func enqueue(_ contents: [EventContent], at time: LocalTime) -> [Event] {
    let events = contents.enumerated().map { index, content in
      Event(
        id: EventID(writer: claim.name, sequence: nextSequence + index), time: time,
        content: content)
    }
    nextSequence += events.count
    pending += events
    return events
  }

  /// Writes and flushes all that waits.
  func flush() throws(SystemError) {
    guard !pending.isEmpty else { return }
    if fileName == nil || abandoned != nil { return try begin() }
    guard let file = try openFile() else { return try begin() }
    let lines = JournalEncoder.lines(of: pending)
    let length = safeLength
    do throws(SystemError) {
      try fileSystem.writeAll(lines, to: file)
    } catch {
      do throws(SystemError) {
        try fileSystem.setLength(of: file, to: length)
      } catch {
        abandon(file, .doubtful)
      }
      throw error
    }
    do throws(SystemError) {
      try fileSystem.syncData(file)
    } catch {
      abandon(file, .doubtful)
      throw error
    }
    didWrite(lines)
  }

  /// Sees to it that what was written in this session stands where the next one finds it, though the
  /// folder may have vanished since.
  func settle() throws(SystemError) {
    if pending.isEmpty, hasWritten, abandoned == nil { _ = try openFile() }
    if !pending.isEmpty {
      try flush()
    } else if isOutOfPlace {
      try begin()
    }
  }

  /// How many events stand nowhere where another session would find them.
  var homeless: Int {
    if let remains { return remains.count }
    guard let abandoned, isOutOfPlace else { return pending.count }
    // All lines but the first are events, one or the other of them damaged perhaps.
    return pending.count + max(0, (summaries[abandoned.fileName]?.lines ?? 1) - 1)
  }

  private var isOutOfPlace: Bool { abandoned?.reason == .outOfPlace }

  /// The journal that is written, for the claim to remember; nil before the first event.
  var record: WriterClaim.Record? {
    guard let file, let status = try? fileSystem.status(of: file) else { return nil }
    return WriterClaim.Record(journal: status.number, sequence: nextSequence - 1)
  }

  /// Closes the files; the lock is the claim's.
  func close() {
    if homeless > 0 { remains = (homeless, journalOfHomeless()) }
    if let file { fileSystem.close(file) }
    if let abandoned { fileSystem.close(abandoned.file) }
    file = nil
    abandoned = nil
  }

  /// The lines of a journal that holds all ``homeless`` events, for a file elsewhere.
  func journalOfHomeless() -> [UInt8] {
    if let remains { return remains.lines }
    let start = isOutOfPlace ? try? wholeLinesOfAbandoned() : nil
    return (start ?? beginning(at: timeOfBeginning)) + JournalEncoder.lines(of: pending)
  }

  /// What a journal's first line says where nothing waits and there is no other.
  private var timeOfBeginning: LocalTime {
    pending.first?.time ?? LocalTime(at: Timestamp(milliseconds: 0), offsetMinutes: 0)
  }

  /// The lines of the file given up, with its beginning.
  private func wholeLinesOfAbandoned() throws(SystemError) -> [UInt8]? {
    guard let abandoned else { return nil }
    let bytes = try fileSystem.contents(of: abandoned.file, from: 0, to: abandoned.length)
    // Somebody may have cut it within a line.
    let end = bytes.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    return end == 0 ? nil : Array(bytes[..<end])
  }

  /// `,"sum":"` and eight digits and `"}` and the line feed.
  private static let sumLength = 19

  private var safeLength: Int { fileName.flatMap { summaries[$0]?.bytes } ?? 0 }

  /// Opens the journal of an earlier session, so that it stays within reach whatever happens to
  /// the folder; where that fails, the first write says why.
  func prepare() { _ = try? openFile() }

  /// The open journal, where it still stands in its place with the length that it should have.
  private func openFile() throws(SystemError) -> OpenFile? {
    guard let fileName else { return nil }
    let path = paths.journal(fileName)
    let place = try fileSystem.status(at: path)
    guard let file else {
      guard let place, place.kind == .file, place.size == safeLength else {
        // It is gone or was changed since it was read.
        self.fileName = nil
        claim.retire()
        return nil
      }
      let opened = try fileSystem.openRegular(path, .append)
      self.file = opened
      return opened
    }
    let own = try fileSystem.status(of: file)
    guard place?.number == own.number, own.links > 0, own.size >= safeLength else {
      abandon(file, .outOfPlace)
      return nil
    }
    guard own.size == safeLength else {
      abandon(file, .foreign)
      return nil
    }
    return file
  }

  private func abandon(_ file: OpenFile, _ reason: Abandoned.Reason) {
    abandoned = Abandoned(
      fileName: fileName ?? "", file: file, length: safeLength, reason: reason)
    self.file = nil
    claim.retire()
  }

  /// Writes what waits to a new file, and what stands in no file that is in its place.
  private func begin() throws(SystemError) {
    try fileSystem.makeFolders(paths.journals)
    keepPapers()
    var summary = JournalSummary(file: "", writer: claim.name)
    var start = beginning(at: timeOfBeginning)
    if let abandoned, isOutOfPlace {
      start = try wholeLinesOfAbandoned() ?? start
      summary = summaries[abandoned.fileName] ?? summary
    }
    let lines = JournalEncoder.lines(of: pending)
    let (name, new) = try createFile()
    do throws(SystemError) {
      try fileSystem.writeAll(start + lines, to: new)
      try fileSystem.syncData(new)
      try fileSystem.syncFolder(paths.journals)
    } catch {
      fileSystem.close(new)
      try? fileSystem.removeFile(new.path)
      throw error
    }
    leaveAbandoned()
    fileName = name
    file = new
    summary.file = name
    summary.bytes = start.count
    summary.lines = start.count { $0 == UInt8(ascii: "\n") }
    summaries[name] = summary
    didWrite(lines)
    if let record { claim.bind(to: record) }
  }

  /// Puts papers that have vanished there again; best effort, since the events count more.
  private func keepPapers() {
    for paper in papers where (try? fileSystem.status(at: paper.path)) == .some(nil) {
      try? ExamPaperFolder(of: paths, fileSystem: fileSystem).put(paper.bytes, at: paper.path)
    }
  }

  private func createFile() throws(SystemError) -> (name: String, file: OpenFile) {
    var number = 1
    while true {
      let name = number == 1 ? "\(claim.name).jsonl" : "\(claim.name)-\(number).jsonl"
      do throws(SystemError) {
        return (name, try fileSystem.open(paths.journal(name), .create))
      } catch {
        guard error.isAlreadyThere, number < 1000 else { throw error }
        number += 1
      }
    }
  }

  /// The first line of the writer's journals, the same in all of them.
  private func beginning(at time: LocalTime) -> [UInt8] {
    let old = abandoned?.file ?? file
    if let old, let text = try? fileSystem.contents(of: old, from: 0, to: 4096),
      let end = text.firstIndex(of: UInt8(ascii: "\n"))
    {
      return Array(text[...end])
    }
    return JournalEncoder.lines(of: [
      Event(id: EventID(writer: claim.name, sequence: 0), time: time, content: .journal)
    ])
  }

  /// Closes the file given up; what is doubtful in it is safe in the new one and is cut off.
  private func leaveAbandoned() {
    guard let old = abandoned else { return }
    switch old.reason {
    case .doubtful: try? fileSystem.setLength(of: old.file, to: old.length)
    case .foreign: break
    case .outOfPlace: summaries[old.fileName] = nil
    }
    fileSystem.close(old.file)
    abandoned = nil
  }

  private func didWrite(_ lines: [UInt8]) {
    hasWritten = true
    guard let fileName, let last = pending.last else { return }
    var summary = summaries[fileName] ?? JournalSummary(file: fileName, writer: claim.name)
    let lastLength = JournalEncoder.lines(of: [last]).count
    summary.bytes += lines.count
    summary.lines += pending.count
    summary.last = JournalMark(
      offset: summary.bytes - lastLength, sequence: last.id.sequence,
      sum: Checksum.crc32c(lines.suffix(lastLength).dropLast(Self.sumLength)))
    summaries[fileName] = summary
    pending = []
  }
}
