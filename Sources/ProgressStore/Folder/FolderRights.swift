/// The data are the learner's own: folders 0700, files 0600.
package struct FolderRights {
  private let fileSystem: any FileSystem
  private let paths: ProgressPaths

  /// Looks at the folders through a file system.
  package init(fileSystem: any FileSystem = POSIXFileSystem(), paths: ProgressPaths) {
    self.fileSystem = fileSystem
    self.paths = paths
  }

  /// Makes the data folder and that of the journals where they are missing.
  ///
  /// - Throws: ``ProgressError`` `cannotCreate`.
  func makeFolders() throws(ProgressError) {
    do throws(SystemError) {
      if try !fileSystem.isFolder(paths.journals) { try fileSystem.makeFolders(paths.journals) }
    } catch {
      throw .cannotCreate(error)
    }
  }

  /// The files and folders of the learner's data that others may read or write.
  package func tooWide() -> [String] { all().filter(isTooWide).map(\.path) }

  /// Takes rights away from others; what isn't the learner's own stays as it is.
  func tighten() {
    for entry in all() where isTooWide(entry) {
      try? fileSystem.setPermissions(
        of: entry.path, to: entry.status.permissions & ~0o077)
    }
  }

  private typealias Entry = (path: String, status: FileStatus)

  private func isTooWide(_ entry: Entry) -> Bool { entry.status.permissions & 0o077 != 0 }

  private func all() -> [Entry] {
    var found: [Entry] = []
    if isOurs() { add(paths.data, to: &found) }
    add(paths.snapshot, to: &found)
    for folder in [paths.journals, paths.exams, paths.backups, paths.writers, paths.holds] {
      addAll(folder, depth: 2, to: &found)
    }
    return found
  }

  /// Whether the data folder holds nothing but what a data folder holds.
  ///
  /// Somebody may have given their home folder, or `/tmp`, whose rights are none of our business.
  private func isOurs() -> Bool {
    let own: Set = ["journals", "snapshot.json", "backups", "banks", "exams"]
    let names = (try? fileSystem.names(in: paths.data)) ?? []
    return names.allSatisfy { own.contains($0) || $0.hasPrefix(".") }
  }

  private func add(_ path: String, to found: inout [Entry]) {
    guard let status = try? fileSystem.status(at: path) else { return }
    if status.kind == .file || status.kind == .folder { found.append((path, status)) }
  }

  private func addAll(_ folder: String, depth: Int, to found: inout [Entry]) {
    guard (try? fileSystem.status(at: folder))?.kind == .folder else { return }
    add(folder, to: &found)
    for name in ((try? fileSystem.names(in: folder)) ?? []).sorted() {
      let path = "\(folder)/\(name)"
      if (try? fileSystem.status(at: path))?.kind == .folder, depth > 1 {
        addAll(path, depth: depth - 1, to: &found)
      } else {
        add(path, to: &found)
      }
    }
  }
}
