import ArgumentParser
import ProgressStore

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// `swot progress`: the learner's data.
struct ProgressCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "progress",
    abstract: "Look after your answers: verify, back up, export and merge them.",
    discussion: """
      Every answer is a line of a journal in your data folder, with a checksum. These commands show \
      where the journals are, examine them, copy them, and bring those of several machines together.

      Example:

        swot progress verify
      """,
    subcommands: [
      ProgressBackupCommand.self,
      ProgressExportCommand.self,
      ProgressMergeCommand.self,
      ProgressReportsCommand.self,
      ProgressRestoreCommand.self,
      ProgressVerifyCommand.self,
      ProgressWhereCommand.self,
    ])
}

extension CommonOptions {
  /// Where the learner's progress stands.
  ///
  /// - Throws: ``DataFolderFailure`` where there is no telling.
  func progressPaths() throws(DataFolderFailure) -> ProgressPaths { try dataFolder().paths() }
}

extension ProgressPaths {
  /// A path that the learner typed, absolute and with links followed: those are the learner's own.
  static func typed(_ path: String) -> String {
    URL(filePath: path).resolvingSymlinksInPath().standardizedFileURL.path
  }
}

/// How many of something, in words: `1 event`, `2 events`.
func counted(_ count: Int, _ noun: String) -> String {
  "\(count) \(noun)\(count == 1 ? "" : "s")"
}
