/// Events that no session could write into the data folder, kept on this machine until one can.
struct UnsavedEvents {
  /// The folders.
  let paths: ProgressPaths
  /// Where they stand.
  let fileSystem: any FileSystem

  private static let (prefix, suffix) = ("unsaved-", ".jsonl")

  /// Beside the names of this data folder's writers, where no syncer comes.
  private var folder: String { WriterClaim.folder(of: paths) }

  /// The files that wait.
  var files: [String] {
    ((try? fileSystem.names(in: folder)) ?? []).sorted()
      .filter { $0.hasPrefix(Self.prefix) && $0.hasSuffix(Self.suffix) }
      .map { "\(folder)/\($0)" }
  }

  /// Keeps the lines of a journal, whole or not at all.
  ///
  /// - Parameters:
  ///   - lines: The lines, with the first line of a journal.
  ///   - writer: Whose they are; a name keeps something once, since it is not used again.
  /// - Returns: The path of the file; nil where it can't be written.
  func keep(_ lines: [UInt8], of writer: String) -> String? {
    let path = "\(folder)/\(Self.prefix)\(writer)\(Self.suffix)"
    do throws(SystemError) {
      try fileSystem.makeFolders(folder)
      guard try fileSystem.status(at: path) == nil else { return nil }
      try fileSystem.replaceFile(at: path, with: lines, temporary: "\(path).tmp")
      return path
    } catch {
      return nil
    }
  }

  /// Writes what waits into the data folder, as far as that can be done now.
  ///
  /// - Returns: Whether something came into it.
  func takeIn() -> Bool {
    var hasChanged = false
    for path in files {
      guard let merge = try? ProgressMerge([path], into: paths, fileSystem: fileSystem) else {
        continue
      }
      hasChanged = hasChanged || merge.added > 0
      // What is damaged in it may still be worth something to somebody.
      if merge.damaged.isEmpty { try? fileSystem.removeFile(path) }
    }
    return hasChanged
  }
}
