import PracticeCore

/// The right to write under a name, held as long as the process lives.
///
/// Each name has a file on this machine, outside the data folder that a syncer may carry elsewhere.
/// The lock of that file is the right; its content says by which journal the name is bound, so that
/// a name whose journal was lost, rolled back or replaced is never used again: its numbers may have
/// been given out before.
final class WriterClaim {
  /// The name.
  let name: String
  /// What is known of the writer's journal; nil where there was none yet.
  private(set) var record: Record?

  private let fileSystem: any FileSystem
  private var file: OpenFile?

  /// What binds a name to its journal.
  struct Record: Equatable {
    /// The number of the journal in its file system.
    var journal: UInt64
    /// The highest number that was written into it, as far as is known.
    var sequence: Int
  }

  private init(name: String, file: OpenFile?, record: Record?, fileSystem: any FileSystem) {
    self.name = name
    self.file = file
    self.record = record
    self.fileSystem = fileSystem
  }

  deinit { release() }

  /// Claims a name of this machine and data folder that nobody uses and whose journal is in place,
  /// or else a new one.
  ///
  /// Where the machine's state folder can't be written, a new name is used without a lock: nobody
  /// else can draw it.
  static func claim(
    in paths: ProgressPaths, fileSystem: any FileSystem,
    random: inout some RandomNumberGenerator
  ) -> WriterClaim {
    let folder = folder(of: paths)
    for lock in ((try? fileSystem.names(in: folder)) ?? []).sorted() {
      guard let claim = existing(lock, in: folder, fileSystem: fileSystem) else { continue }
      if claim.isJournalInPlace(in: paths) { return claim }
      claim.retire()
      claim.release()
    }
    return new(in: paths, fileSystem: fileSystem, random: &random)
  }

  /// Claims a name that was never used.
  static func new(
    in paths: ProgressPaths, fileSystem: any FileSystem,
    random: inout some RandomNumberGenerator
  ) -> WriterClaim {
    let folder = folder(of: paths)
    var name: String
    repeat {
      name = WriterName.random(using: &random)
    } while (try? fileSystem.status(at: paths.journal("\(name).jsonl"))) != nil
    var file: OpenFile?
    do throws(SystemError) {
      try fileSystem.makeFolders(folder)
      let lock = try fileSystem.open("\(folder)/\(name).lock", .lock)
      file = lock
      if !(try fileSystem.tryLock(lock)) { file = nil }
    } catch {
      file = nil
    }
    return WriterClaim(name: name, file: file, record: nil, fileSystem: fileSystem)
  }

  /// Claims the name `name`, where it is one of this machine's and nobody uses it.
  static func claim(
    _ name: String, in paths: ProgressPaths, fileSystem: any FileSystem
  ) -> WriterClaim? {
    existing("\(name).lock", in: folder(of: paths), fileSystem: fileSystem)
  }

  /// The folder of the writers of one data folder: two folders never share a writer, so that they
  /// can be merged.
  static func folder(of paths: ProgressPaths) -> String { "\(paths.writers)/\(paths.folderHash)" }

  private static func existing(
    _ lock: String, in folder: String, fileSystem: any FileSystem
  ) -> WriterClaim? {
    guard lock.hasSuffix(".lock") else { return nil }
    let name = String(lock.dropLast(".lock".count))
    let path = "\(folder)/\(lock)"
    guard WriterName.isValid(name), (try? fileSystem.status(at: path))?.kind == .file,
      let file = try? fileSystem.open(path, .lock)
    else { return nil }
    // A file without a name was retired while we waited for nothing.
    guard (try? fileSystem.tryLock(file)) == true,
      let status = try? fileSystem.status(of: file), status.links > 0,
      let content = try? fileSystem.contents(of: file, from: 0, to: min(status.size, 100))
    else {
      fileSystem.close(file)
      return nil
    }
    return WriterClaim(
      name: name, file: file, record: Record(content), fileSystem: fileSystem)
  }

  private func isJournalInPlace(in paths: ProgressPaths) -> Bool {
    guard let status = try? fileSystem.status(at: paths.journal("\(name).jsonl")) else {
      // Not even that can be found out, or there is none: then there must never have been one.
      return record == nil
    }
    return status.kind == .file && status.number == record?.journal
  }

  /// A journal above this size is not continued: a new one keeps daily copies small, since what no
  /// longer changes is copied once.
  private static let largestJournal = 4 << 20

  /// Whether the next event can be appended to the journal `existing`.
  ///
  /// - Parameters:
  ///   - existing: The journal of this name, as it was just read; nil for none.
  ///   - highest: The highest number of this writer in any journal.
  /// - Returns: Whether numbers after that one were never given out.
  func canContinue(_ existing: JournalSummary?, highest: Int?) -> Bool {
    guard let existing else { return record == nil }
    // Below what was once written there, numbers would be given out twice.
    // A number that somebody put in and that leaves none above it would make ours unreadable.
    return (highest ?? 0) >= record?.sequence ?? .max
      && (highest ?? 0) < JournalLimits.sequence / 2 && existing.writer == name
      && existing.bytes < Self.largestJournal && existing.tornBytes == 0
      && !existing.lacksLineFeed && existing.damaged.first?.line != 1
  }

  /// Remembers the writer's journal and how far it goes; best effort.
  func bind(to record: Record) {
    self.record = record
    guard let file else { return }
    try? fileSystem.setLength(of: file, to: 0)
    try? fileSystem.writeAll(Array("\(record.journal) \(record.sequence)\n".utf8), to: file)
  }

  /// Sees to it that the name is not used again after this process.
  func retire() {
    guard let file else { return }
    try? fileSystem.removeFile(file.path)
  }

  /// Gives the name up.
  func release() {
    guard let file else { return }
    fileSystem.close(file)
    self.file = nil
  }
}

extension WriterClaim.Record {
  fileprivate init?(_ content: [UInt8]) {
    let parts = String(decoding: content, as: UTF8.self).split(separator: "\n").first?
      .split(separator: " ")
    guard let parts, parts.count == 2, let journal = UInt64(parts[0]), let sequence = Int(parts[1])
    else { return nil }
    self.init(journal: journal, sequence: sequence)
  }
}
