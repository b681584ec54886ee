/// A new journal for lines that others wrote: whole or not there at all, and in the place of none.
struct MergedJournal {
  /// Who wrote the lines.
  let writer: String
  /// The folders.
  let paths: ProgressPaths
  /// Where they stand.
  let fileSystem: any FileSystem

  /// Writes the journal under a name that no other file has.
  ///
  /// - Parameter bytes: Its lines, the first line of a journal included.
  /// - Returns: Its path.
  /// - Throws: ``SystemError``; then there is no such journal.
  func write(_ bytes: [UInt8]) throws(SystemError) -> String {
    removeUnfinished()
    let file = try createUnfinished()
    defer { fileSystem.close(file) }
    let path: String
    do throws(SystemError) {
      try fileSystem.writeAll(bytes, to: file)
      try fileSystem.sync(file)
      path = try name(file.path)
    } catch {
      try? fileSystem.removeFile(file.path)
      throw error
    }
    try fileSystem.syncFolder(paths.journals)
    return path
  }

  private static let (prefix, suffix) = (".merge-", ".tmp")

  /// A file that is locked as long as it is written, so that no other process takes it for one that
  /// was left behind.
  private func createUnfinished() throws(SystemError) -> OpenFile {
    var number = 1
    while true {
      do throws(SystemError) {
        let file = try fileSystem.open(
          "\(paths.journals)/\(Self.prefix)\(writer)-\(number)\(Self.suffix)", .create)
        if (try? fileSystem.tryLock(file)) ?? true { return file }
        fileSystem.close(file)
      } catch {
        guard error.isAlreadyThere, number < 1000 else { throw error }
      }
      number += 1
    }
  }

  /// Removes the files of processes that were killed.
  private func removeUnfinished() {
    for name in (try? fileSystem.names(in: paths.journals)) ?? []
    where name.hasPrefix(Self.prefix) && name.hasSuffix(Self.suffix) {
      let path = "\(paths.journals)/\(name)"
      guard let file = try? fileSystem.openRegular(path, .append) else { continue }
      if (try? fileSystem.tryLock(file)) == true { try? fileSystem.removeFile(path) }
      fileSystem.close(file)
    }
  }

  /// Gives the finished file its name, in the place of no other file.
  private func name(_ unfinished: String) throws(SystemError) -> String {
    var number = 1
    while true {
      let path = paths.journal(number == 1 ? "\(writer).jsonl" : "\(writer)-\(number).jsonl")
      do throws(SystemError) {
        try fileSystem.link(unfinished, to: path)
        try? fileSystem.removeFile(unfinished)
        return path
      } catch {
        if !error.isAlreadyThere {
          // Some file systems know no second names, nor a way to rename that never replaces.
          if try fileSystem.status(at: path) == nil {
            try fileSystem.rename(unfinished, to: path)
            return path
          }
        }
        guard number < 1000 else { throw error }
        number += 1
      }
    }
  }
}
