import ProgressStore
import QuestionBankFormat

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The folder with the banks and exams that the learner added.
///
/// A bank is a folder of the bank's id, an exam a file `ID.exam.yaml`. Both are put together under
/// a hidden name and get their own in one step, so that no half of one is ever found.
struct LearnerBanks {
  /// The folder.
  let path: String
  /// The calls of the operating system.
  var fileSystem: any FileSystem = POSIXFileSystem()

  /// Where a bank with this id is kept.
  func path(ofBank id: String) -> String { "\(path)/\(id)" }

  /// Where an exam with this id is kept.
  func path(ofExam id: String) -> String { "\(path)/\(id).exam.yaml" }

  /// Whether something stands at `path`.
  func isTaken(_ path: String) throws(LearnerBanksFailure) -> Bool {
    do {
      return try fileSystem.status(at: path) != nil
    } catch {
      throw LearnerBanksFailure(error: error)
    }
  }

  /// Keeps a bank, in place of the one of the same id.
  ///
  /// - Parameters:
  ///   - files: The bank's files; the main one becomes `bank.yaml`.
  ///   - id: The bank's id.
  /// - Throws: ``LearnerBanksFailure``; what was there is then as it was.
  func keep(_ files: [SourceFile], asBank id: String) throws(LearnerBanksFailure) {
    do throws(SystemError) {
      let new = hidden("new", id)
      try makeFolder()
      try removeAll(new)
      do throws(SystemError) {
        try write(files, to: new)
        try putInPlace(new, at: path(ofBank: id), old: hidden("old", id))
      } catch {
        try? removeAll(new)
        throw error
      }
    } catch {
      throw LearnerBanksFailure(error: error)
    }
  }

  /// Makes the folder where it is missing; one that a link leads to is none of ours.
  private func makeFolder() throws(SystemError) {
    if try fileSystem.status(at: path)?.kind == .symbolicLink {
      throw SystemError("write into", path, code: ELOOP)
    }
    try fileSystem.makeFolders(path)
  }

  /// Keeps an exam, in place of the one of the same id.
  ///
  /// - Throws: ``LearnerBanksFailure``; what was there is then as it was.
  func keep(_ file: SourceFile, asExam id: String) throws(LearnerBanksFailure) {
    do throws(SystemError) {
      let new = hidden("new", id)
      try makeFolder()
      try removeAll(new)
      do throws(SystemError) {
        try write(file.bytes, to: new)
        try fileSystem.rename(new, to: path(ofExam: id))
        try fileSystem.syncFolder(path)
      } catch {
        try? removeAll(new)
        throw error
      }
    } catch {
      throw LearnerBanksFailure(error: error)
    }
  }

  /// A name that is not found when banks are searched for, of this process alone.
  private func hidden(_ purpose: String, _ id: String) -> String {
    "\(path)/.\(purpose)-\(id)-\(getpid())"
  }

  private func write(_ files: [SourceFile], to folder: String) throws(SystemError) {
    try fileSystem.makeFolder(folder)
    let notes = folder + "/notes"
    let texts = files.filter { !$0.name.hasSuffix(".md") }
    if texts.count < files.count { try fileSystem.makeFolder(notes) }
    for file in files {
      let name = texts.count == 1 ? QuestionBankReader.mainFileName : String(file.lastComponent)
      let isNote = file.name.hasSuffix(".md")
      try write(file.bytes, to: isNote ? "\(notes)/\(file.lastComponent)" : "\(folder)/\(name)")
    }
    if texts.count < files.count { try fileSystem.syncFolder(notes) }
    try fileSystem.syncFolder(folder)
  }

  private func write(_ bytes: [UInt8], to path: String) throws(SystemError) {
    let file = try fileSystem.open(path, .create)
    defer { fileSystem.close(file) }
    try fileSystem.writeAll(bytes, to: file)
    try fileSystem.sync(file)
  }

  /// Renames the folder `new` to `place`; what stands there goes away under the name `old`, and
  /// comes back where that fails.
  private func putInPlace(_ new: String, at place: String, old: String) throws(SystemError) {
    let isReplacing = try fileSystem.status(at: place) != nil
    if isReplacing {
      try removeAll(old)
      try fileSystem.rename(place, to: old)
    }
    do throws(SystemError) {
      try fileSystem.rename(new, to: place)
    } catch {
      if isReplacing { try? fileSystem.rename(old, to: place) }
      throw error
    }
    try fileSystem.syncFolder(path)
    if isReplacing { try? removeAll(old) }
  }

  /// Removes a file, or a folder with all in it; nothing happens where nothing is there.
  private func removeAll(_ path: String) throws(SystemError) {
    guard let kind = try fileSystem.status(at: path)?.kind else { return }
    guard kind == .folder else {
      try fileSystem.removeFile(path)
      return
    }
    for name in try fileSystem.names(in: path) { try removeAll("\(path)/\(name)") }
    try fileSystem.removeFolder(path)
  }
}

/// Why a bank or an exam could not be kept.
struct LearnerBanksFailure: CommandFailure, Equatable {
  /// The call that failed.
  let error: SystemError
  var status: ExitStatus { .cannotCreate }
  var description: String { error.description }
}
