import PracticeCore

/// A torn last line that was cut off a journal of this machine.
package struct TailRepair: Equatable, Sendable {
  /// The journal.
  package let path: String
  /// The number of the line that was cut off.
  package let line: Int
  /// The file that keeps its bytes.
  package let copy: String

  /// Mends the ends of the journals whose lock this process holds or can take.
  ///
  /// A torn line is cut off, after its bytes were copied to the backups; a whole last line gets its
  /// line feed. What can't be mended stays as it is: then the writer is not continued.
  static func repair(
    _ loaded: inout LoadedProgress, ownClaim: WriterClaim, paths: ProgressPaths,
    fileSystem: any FileSystem
  ) -> [TailRepair] {
    var repairs: [TailRepair] = []
    for index in loaded.journals.indices {
      let journal = loaded.journals[index]
      guard journal.tornBytes > 0 || journal.lacksLineFeed, let writer = journal.writer,
        WriterName.named(by: journal.file) == writer
      else { continue }
      // Held until the file is mended: no other process may write into it meanwhile.
      let claim =
        writer == ownClaim.name
        ? ownClaim : WriterClaim.claim(writer, in: paths, fileSystem: fileSystem)
      guard let claim else { continue }
      do throws(SystemError) {
        let file = try fileSystem.openRegular(paths.journal(journal.file), .append)
        defer { fileSystem.close(file) }
        guard try fileSystem.status(of: file).size == journal.bytes + journal.tornBytes else {
          continue
        }
        if journal.tornBytes > 0 {
          repairs.append(try cut(journal, file, paths: paths, fileSystem: fileSystem))
          loaded.journals[index].removeTornLine()
        } else {
          try fileSystem.writeAll([UInt8(ascii: "\n")], to: file)
          try fileSystem.syncData(file)
          loaded.journals[index].lacksLineFeed = false
          loaded.journals[index].bytes += 1
        }
      } catch {
        // It is reported as damaged, and the next start tries again.
      }
      if claim !== ownClaim { claim.release() }
    }
    return repairs
  }

  private static func cut(
    _ journal: JournalSummary, _ file: OpenFile, paths: ProgressPaths,
    fileSystem: any FileSystem
  ) throws(SystemError) -> TailRepair {
    let torn = try fileSystem.contents(
      of: file, from: journal.bytes, to: journal.bytes + journal.tornBytes)
    if try !fileSystem.isFolder(paths.backups) { try fileSystem.makeFolders(paths.backups) }
    let copy = "\(paths.backups)/torn-\(journal.file)-at-\(journal.bytes)"
    try fileSystem.replaceFile(at: copy, with: torn, temporary: "\(copy).tmp")
    try fileSystem.setLength(of: file, to: journal.bytes)
    try fileSystem.syncData(file)
    return TailRepair(
      path: paths.journal(journal.file), line: journal.lines + 1, copy: copy)
  }
}
