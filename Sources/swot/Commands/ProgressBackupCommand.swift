import ArgumentParser
import PracticeCore
import ProgressStore
import TerminalUI

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// `swot progress backup`: a copy of the journals.
struct ProgressBackupCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup",
    abstract: "Copy your journals, and the forms of your exams.",
    discussion: """
      Without a path the copy goes among the backups in your data folder, where one is made on every \
      day of study and old ones are thinned out: all of the last two days are kept, then one a day, \
      a week and a month. With the path of a folder, a folder with copies is made in it; with \
      another path, a file with all events as 'swot progress export' writes it, without the forms of \
      exams.

      Examples:

        swot progress backup
        swot progress backup /media/usb
        swot progress backup answers.jsonl
      """)

  @OptionGroup var options: CommonOptions

  @Argument(
    help: "A folder to copy to, or a file to write. (default: among the backups)",
    completion: .file())
  var path: String?

  /// Makes the copy and says where.
  func run() throws {
    try reportingFailures {
      let paths = try options.progressPaths()
      let day = try Clock.named(Environment.process["SWOT_CLOCK"]).now.studyDay
      let made = try backup(paths, on: day)
      try StandardStream.output.writeLine(
        DisplayText.sanitized(made.map { "Copied your journals to '\($0)'." } ?? Self.nothing))
    }
  }

  private static let nothing = "There is nothing to copy yet."

  /// - Returns: where the copy is; nil where there are no journals.
  private func backup(_ paths: ProgressPaths, on day: CalendarDate) throws -> String? {
    let folder = BackupFolder(of: paths)
    guard let path else { return try folder.make(on: day).map(folder.path(of:)) }
    let target = ProgressPaths.typed(path)
    var isFolder = false
    if FileManager.default.fileExists(atPath: target, isDirectory: &isFolder), isFolder {
      return try copy(folder, into: target, on: day)
    }
    let export = try ProgressExport(of: paths)
    if export.count == 0 { return nil }
    try export.write(toFile: target)
    try LeftBehind(export).report()
    return target
  }

  /// Makes a folder of copies whose name is free.
  private func copy(
    _ folder: BackupFolder, into target: String, on day: CalendarDate
  ) throws -> String? {
    var path = "\(target)/swot-\(day)"
    var number = 1
    while FileManager.default.fileExists(atPath: path) {
      number += 1
      path = "\(target)/swot-\(day).\(number)"
    }
    return try folder.copyJournals(to: path) == 0 ? nil : path
  }
}
