package import PracticeCore

/// The backups of a data folder: each a folder with a copy of all journals, and of the forms of all
/// exams in a folder `exams` within it.
///
/// A file that didn't change since the backup before is not copied again: the file gets a second
/// name. Backups are never written to, so that this is as good as a copy; and journals are small
/// but for the one that is being written.
package struct BackupFolder {
  private let fileSystem: any FileSystem
  private let paths: ProgressPaths

  /// Takes the data folder.
  package init(of paths: ProgressPaths, fileSystem: any FileSystem = POSIXFileSystem()) {
    self.paths = paths
    self.fileSystem = fileSystem
  }

  /// All backups, the oldest first.
  ///
  /// - Throws: ``ProgressError`` where the folder can't be read.
  package func all() throws(ProgressError) -> [Backup] {
    do throws(SystemError) {
      guard try fileSystem.isFolder(paths.backups) else { return [] }
      return try fileSystem.names(in: paths.backups).compactMap(Backup.init(name:)).sorted()
    } catch {
      throw .inputOutput(error)
    }
  }

  /// The path of a backup.
  package func path(of backup: Backup) -> String { "\(paths.backups)/\(backup.name)" }

  /// Makes the backup of a study day, unless it is made, and removes those that are too many.
  ///
  /// - Parameter day: The study day.
  /// - Returns: The backup; nil where there is one of that day already, or nothing to keep.
  /// - Throws: ``ProgressError`` where it can't be made; older ones are then all kept.
  @discardableResult
  package func makeDaily(on day: CalendarDate) throws(ProgressError) -> Backup? {
    // Not the newest one: the clock may once have been wrong by a year.
    if try all().contains(where: { $0.day == day }) { return nil }
    return try make(on: day)
  }

  /// Makes the backup that sessions ought to have made at their ends, had they not been killed.
  ///
  /// At the opening of a session, when somebody waits for it: so only where the newest backup is
  /// older than yesterday, and only while copying is quick.
  ///
  /// - Parameter day: The study day.
  /// - Throws: ``ProgressError`` where it can't be made.
  package func makeOverdue(on day: CalendarDate) throws(ProgressError) {
    guard let newest = try all().last, newest.day < day.advanced(byDays: -1) else { return }
    let journals = try JournalSource(of: paths, fileSystem: fileSystem).files
    let kept = Set((try? ExamPaperFolder.names(in: papers(in: path(of: newest)), fileSystem)) ?? [])
    let files = journals + papers().filter { !kept.contains($0.lastPathPart) }
    let size = files.reduce(0) { $0 + ((try? fileSystem.status(at: $1))?.size ?? 0) }
    if size <= Self.quicklyCopied { try makeDaily(on: day) }
  }

  /// What is copied in a few milliseconds, in bytes.
  private static let quicklyCopied = 16 << 20

  /// Makes a backup, the first or a further one of its day, and removes those that are too many.
  ///
  /// - Parameter day: The study day.
  /// - Returns: The backup; nil where there is nothing to keep, or another process is making one.
  /// - Throws: ``ProgressError`` where it can't be made; older ones are then all kept.
  package func make(on day: CalendarDate) throws(ProgressError) -> Backup? {
    let journals = try JournalSource(of: paths, fileSystem: fileSystem).files
    if journals.isEmpty { return nil }
    do throws(SystemError) {
      if try !fileSystem.isFolder(paths.backups) { try fileSystem.makeFolders(paths.backups) }
      let lock = try fileSystem.open("\(paths.backups)/.lock", .lock)
      defer { fileSystem.close(lock) }
      guard try fileSystem.tryLock(lock) else { return nil }
      removeUnfinished()
      let present = try fileSystem.names(in: paths.backups).compactMap(Backup.init(name:)).sorted()
      let number = (present.last { $0.day == day }?.number ?? 0) + 1
      let backup = Backup(day: day, number: number)
      try copy(journals, to: path(of: backup), sharingWith: present.last.map(path(of:)))
      let kept = Set(BackupThinning.kept(of: present + [backup], on: day))
      for backup in present where !kept.contains(backup) { discard(backup) }
      return backup
    } catch {
      throw .cannotCreate(error)
    }
  }

  /// Copies the journals to a folder of the learner's choice, which must not exist.
  ///
  /// - Parameter path: The new folder.
  /// - Returns: How many journals were copied.
  /// - Throws: ``ProgressError`` where it can't be made.
  package func copyJournals(to path: String) throws(ProgressError) -> Int {
    let journals = try JournalSource(of: paths, fileSystem: fileSystem).files
    do throws(SystemError) {
      if try fileSystem.status(at: path) != nil {
        throw SystemError("create folder", path, code: SystemError.alreadyThere)
      }
      try copy(journals, to: path, sharingWith: nil)
    } catch {
      throw .cannotCreate(error)
    }
    return journals.count
  }

  /// The papers of the data folder; none where they can't be listed, since the journals count more.
  private func papers() -> [String] {
    let folder = ExamPaperFolder(of: paths, fileSystem: fileSystem)
    return ((try? folder.names()) ?? []).map { "\(paths.exams)/\($0)" }
      .filter { (try? fileSystem.status(at: $0))?.kind == .file }
  }

  /// The folder of the papers within a folder of copies.
  private func papers(in folder: String) -> String { "\(folder)/\(paths.exams.lastPathPart)" }

  /// Makes a folder of copies under another name and gives it its name when it is whole.
  private func copy(
    _ journals: [String], to path: String, sharingWith earlier: String?
  ) throws(SystemError) {
    let unfinished = "\(path.parentFolder)/\(Self.new)\(path.lastPathPart)"
    remove(unfinished)
    try fileSystem.makeFolder(unfinished)
    do throws(SystemError) {
      let papers = papers()
      if !papers.isEmpty {
        try fileSystem.makeFolder(self.papers(in: unfinished))
        try copy(
          papers, into: self.papers(in: unfinished), sharingWith: earlier.map(self.papers(in:)))
      }
      // Last, since it flushes the folder, in which that of the papers stands.
      try copy(journals, into: unfinished, sharingWith: earlier)
      try fileSystem.rename(unfinished, to: path)
      try fileSystem.syncFolder(path.parentFolder)
    } catch {
      remove(unfinished)
      throw error
    }
  }

  /// Copies files into a folder, and flushes it; those that an earlier backup has get a second name.
  private func copy(
    _ files: [String], into folder: String, sharingWith earlier: String?
  ) throws(SystemError) {
    for file in files {
      let name = file.lastPathPart
      let target = "\(folder)/\(name)"
      if let earlier, isSame(file, "\(earlier)/\(name)"),
        (try? fileSystem.link("\(earlier)/\(name)", to: target)) != nil
      {
        continue
      }
      try copyFile(file, to: target)
    }
    try fileSystem.syncFolder(folder)
  }

  /// Whether two files are as good as certainly the same: of one size and with the same end.
  ///
  /// Journals only grow, papers never change, and both end with a checksum.
  private func isSame(_ path: String, _ other: String) -> Bool {
    guard let first = try? fileSystem.openRegular(path) else { return false }
    defer { fileSystem.close(first) }
    guard let second = try? fileSystem.openRegular(other) else { return false }
    defer { fileSystem.close(second) }
    guard let size = try? fileSystem.status(of: first).size,
      let otherSize = try? fileSystem.status(of: second).size, size == otherSize
    else { return false }
    let start = max(0, size - 4096)
    guard let end = try? fileSystem.contents(of: first, from: start, to: size),
      let otherEnd = try? fileSystem.contents(of: second, from: start, to: size)
    else { return false }
    return end == otherEnd
  }

  private func copyFile(_ path: String, to target: String) throws(SystemError) {
    let source = try fileSystem.openRegular(path)
    defer { fileSystem.close(source) }
    let copy = try fileSystem.open(target, .create)
    defer { fileSystem.close(copy) }
    // As far as it goes now: another process may be writing.
    let size = try fileSystem.status(of: source).size
    var offset = 0
    while offset < size {
      let piece = try fileSystem.contents(
        of: source, from: offset, to: min(size, offset + 1 << 20))
      if piece.isEmpty { break }
      try fileSystem.writeAll(piece, to: copy)
      offset += piece.count
    }
    try fileSystem.sync(copy)
  }

  /// Before the name of a backup that is being made, and of one that is being removed.
  private static let (new, old) = (".new-", ".old-")

  /// Removes a backup, which at no moment is there in part.
  private func discard(_ backup: Backup) {
    let unnamed = "\(paths.backups)/\(Self.old)\(backup.name)"
    guard (try? fileSystem.rename(path(of: backup), to: unnamed)) != nil else { return }
    remove(unnamed)
  }

  /// Removes what processes left behind that were killed while they made or removed a backup.
  private func removeUnfinished() {
    for name in (try? fileSystem.names(in: paths.backups)) ?? []
    where name.hasPrefix(Self.new) || name.hasPrefix(Self.old) {
      remove("\(paths.backups)/\(name)")
    }
  }

  /// Removes a folder of copies and nothing else: a folder that holds other things stays.
  private func remove(_ folder: String) {
    guard (try? fileSystem.isFolder(folder)) == true else { return }
    for name in (try? fileSystem.names(in: folder)) ?? [] where name.hasSuffix(".jsonl") {
      try? fileSystem.removeFile("\(folder)/\(name)")
    }
    let papers = papers(in: folder)
    if (try? fileSystem.isFolder(papers)) == true {
      for name in (try? ExamPaperFolder.names(in: papers, fileSystem)) ?? [] {
        try? fileSystem.removeFile("\(papers)/\(name)")
      }
      try? fileSystem.removeFolder(papers)
    }
    try? fileSystem.removeFolder(folder)
  }
}
