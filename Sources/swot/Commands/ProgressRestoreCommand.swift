import ArgumentParser
import ProgressStore
import TerminalUI

/// `swot progress restore`: what a backup has and the journals have lost.
struct ProgressRestoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore",
    abstract: "Bring back what a backup has.",
    discussion: """
      Adds all events of a backup that your journals have lost. Nothing newer is lost by it, and no \
      file that is there is changed. Without a name the newest backup is taken.

      Examples:

        swot progress restore --list
        swot progress restore 2026-11-23
      """)

  @OptionGroup var options: CommonOptions

  @Argument(help: "The name of a backup, or its path. (default: the newest)", completion: .file())
  var backup: String?

  @Flag(help: "List the backups, the newest first.")
  var list = false

  /// Restores and says what came back.
  func run() throws {
    try reportingFailures {
      let paths = try options.progressPaths()
      let folder = BackupFolder(of: paths)
      if list {
        let backups = try folder.all().reversed()
        let lines = backups.map { [$0.name, folder.path(of: $0)] }
        try PlainPrinter().print(lines.isEmpty ? ["There are no backups."] : TextTable.lines(lines))
      } else {
        try ProgressMerge([try source(in: folder, paths)], into: paths).report()
      }
    }
  }

  private func source(in folder: BackupFolder, _ paths: ProgressPaths) throws -> String {
    let all = try folder.all()
    guard let backup else {
      guard let newest = all.last else {
        throw ProgressError.notFound(path: paths.backups, expected: "backup")
      }
      return folder.path(of: newest)
    }
    if let named = Backup(name: backup), all.contains(named) { return folder.path(of: named) }
    return ProgressPaths.typed(backup)
  }
}
