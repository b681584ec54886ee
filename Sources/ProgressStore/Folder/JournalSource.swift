/// Journals to read: those of a data folder, of a backup, or single files.
struct JournalSource {
  /// The paths of the files, by their names.
  let files: [String]

  /// The journals of the learner's data folder; none where it isn't there.
  ///
  /// - Throws: ``ProgressError`` where the folder can't be read.
  init(of paths: ProgressPaths, fileSystem: any FileSystem) throws(ProgressError) {
    files = try ProgressLoader(fileSystem: fileSystem, paths: paths).journalNames()
      .map { paths.journal($0) }
  }

  /// What stands at a path: a data folder, a folder of journals, or a journal or export.
  ///
  /// - Throws: ``ProgressError`` where there is nothing of the kind.
  init(at path: String, fileSystem: any FileSystem) throws(ProgressError) {
    do throws(SystemError) {
      switch try fileSystem.status(at: path)?.kind {
      case .file: files = [path]
      case .folder:
        let inner = "\(path)/journals"
        let folder = try fileSystem.isFolder(inner) ? inner : path
        files = try fileSystem.names(in: folder)
          .filter { $0.hasSuffix(".jsonl") && !$0.hasPrefix(".") }.sorted()
          .map { "\(folder)/\($0)" }
      default: files = []
      }
    } catch {
      throw .inputOutput(error)
    }
    guard !files.isEmpty else {
      throw .notFound(path: path, expected: "journal, export or folder of journals")
    }
  }
}
