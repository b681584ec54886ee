package import PracticeCore

/// The folder of the forms of all attempts, one file each: `exams/<attempt>.json`.
///
/// A file is written whole or not at all and never changes; it is on the disk before its attempt
/// begins.
package struct ExamPaperFolder {
  private let fileSystem: any FileSystem
  private let paths: ProgressPaths

  /// Takes the data folder.
  package init(of paths: ProgressPaths, fileSystem: any FileSystem = POSIXFileSystem()) {
    self.paths = paths
    self.fileSystem = fileSystem
  }

  /// The path of the paper of an attempt.
  package func path(of attempt: AttemptID) -> String {
    "\(paths.exams)/\(Self.fileName(of: attempt))"
  }

  /// Puts the paper of an attempt that is about to begin onto the disk.
  ///
  /// A session does this by ``ProgressFolder/keep(_:of:)``, which sees to it that the paper comes
  /// back should the folder vanish.
  ///
  /// - Parameters:
  ///   - paper: The paper.
  ///   - attempt: The attempt, which has no paper yet.
  /// - Returns: The hash of the file, for the event that begins the attempt.
  /// - Throws: ``ExamPaperError``; then there is no such file, and the attempt must not begin.
  @discardableResult
  package func keep(
    _ paper: ExamPaper, of attempt: AttemptID
  ) throws(ExamPaperError) -> String {
    ExamPaperEncoder.hash(of: try file(paper, of: attempt).bytes)
  }

  /// Does the same, and gives the file.
  func file(
    _ paper: ExamPaper, of attempt: AttemptID
  ) throws(ExamPaperError) -> KeptPaper {
    let kept = KeptPaper(path: path(of: attempt), bytes: ExamPaperEncoder.bytes(of: paper))
    // What can't be read again could not be taken up again.
    _ = try ExamPaperDecoder.paper(in: kept.bytes, of: kept.path)
    do throws(SystemError) {
      try put(kept.bytes, at: kept.path)
    } catch {
      throw .unreadable(error)
    }
    return kept
  }

  /// The paper of an attempt.
  ///
  /// - Parameters:
  ///   - attempt: The attempt.
  ///   - hash: The hash of the file by the event that began the attempt.
  /// - Returns: The paper.
  /// - Throws: ``ExamPaperError``, such as for another file than that one.
  package func paper(
    of attempt: AttemptID, hash: String
  ) throws(ExamPaperError) -> ExamPaper {
    let path = path(of: attempt)
    let bytes = try bytes(at: path)
    let paper = try ExamPaperDecoder.paper(in: bytes, of: path)
    guard ExamPaperEncoder.hash(of: bytes) == hash else { throw .otherPaper(file: path) }
    return paper
  }

  // MARK: - Files

  /// The bytes of the file at `path`, which may be anything.
  func bytes(at path: String) throws(ExamPaperError) -> [UInt8] {
    do throws(SystemError) {
      let file = try fileSystem.openRegular(path)
      defer { fileSystem.close(file) }
      let size = try fileSystem.status(of: file).size
      if size <= ExamPaperLimits.bytes {
        return try fileSystem.contents(of: file, from: 0, to: size)
      }
    } catch {
      throw .unreadable(error)
    }
    throw .tooLarge(file: path)
  }

  /// The names of all files, those that no attempt is called by too.
  func names() throws(SystemError) -> [String] {
    guard try fileSystem.isFolder(paths.exams) else { return [] }
    return try Self.names(in: paths.exams, fileSystem)
  }

  /// The names of the papers in a folder: every `*.json`, as it is for journals.
  static func names(
    in folder: String, _ fileSystem: any FileSystem
  ) throws(SystemError) -> [String] {
    try fileSystem.names(in: folder).filter { $0.hasSuffix(suffix) && !$0.hasPrefix(".") }.sorted()
  }

  /// Puts a file at a path of the folder, whole or not at all, and on the disk.
  ///
  /// - Parameters:
  ///   - bytes: Its content.
  ///   - path: Its path.
  ///   - isReplacing: Whether another file may be there, which goes then.
  /// - Throws: ``SystemError``, also where another file is there that may not be; one of the same
  ///   bytes is fine.
  func put(
    _ bytes: [UInt8], at path: String, isReplacing: Bool = false
  ) throws(SystemError) {
    try fileSystem.makeFolders(paths.exams)
    // Its name must be on the disk too, whoever made it.
    try fileSystem.syncFolder(paths.data)
    if !isReplacing, try fileSystem.status(at: path) != nil {
      guard try fileSystem.contents(of: path) == bytes else {
        throw SystemError("create", path, code: SystemError.alreadyThere)
      }
      return try fileSystem.syncFolder(paths.exams)
    }
    removeUnfinished()
    let lot = String(UInt64.random(in: 0 ... .max), radix: 36)
    let unfinished = try fileSystem.open("\(paths.exams)/.\(lot)\(Self.unfinished)", .create)
    defer { fileSystem.close(unfinished) }
    do throws(SystemError) {
      // As long as it is locked, no other process takes it for one that was left behind.
      _ = try? fileSystem.tryLock(unfinished)
      try fileSystem.writeAll(bytes, to: unfinished)
      try fileSystem.sync(unfinished)
      try fileSystem.rename(unfinished.path, to: path)
    } catch {
      try? fileSystem.removeFile(unfinished.path)
      throw error
    }
    try fileSystem.syncFolder(paths.exams)
  }

  /// Behind the name of a file that is being written.
  private static let unfinished = ".tmp"

  /// Removes the files of processes that were killed.
  private func removeUnfinished() {
    for name in (try? fileSystem.names(in: paths.exams)) ?? []
    where name.hasPrefix(".") && name.hasSuffix(Self.unfinished) {
      let path = "\(paths.exams)/\(name)"
      guard let file = try? fileSystem.openRegular(path, .append) else { continue }
      if (try? fileSystem.tryLock(file)) == true { try? fileSystem.removeFile(path) }
      fileSystem.close(file)
    }
  }

  /// The name of the file of an attempt.
  static func fileName(of attempt: AttemptID) -> String { "\(attempt)\(suffix)" }

  /// Where a file of these bytes is kept that some other machine has as the paper of an attempt.
  ///
  /// The name is none that an attempt can have, and the same for the same bytes.
  func asidePath(of attempt: AttemptID, _ bytes: [UInt8]) -> String {
    "\(paths.exams)/\(attempt).other-\(ExamPaperEncoder.hash(of: bytes))\(Self.suffix)"
  }

  /// The attempt whose paper a file of that name is; nil for other files.
  static func attempt(of fileName: String) -> AttemptID? {
    fileName.hasSuffix(suffix) ? AttemptID(fileName.dropLast(suffix.count)) : nil
  }

  private static let suffix = ".json"
}

/// A paper that this session has put onto the disk.
struct KeptPaper {
  /// Its file.
  let path: String
  /// What is in it.
  let bytes: [UInt8]
}
