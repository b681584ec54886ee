import ArgumentParser
import PracticeCore
import ProgressStore
import TerminalUI

/// `swot progress merge`: the answers of other machines among one's own.
struct ProgressMergeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: "Take in the answers of other machines, backups or exports.",
    discussion: """
      Each path is a data folder, a folder of journals, a journal or an export. What is new is added \
      to your data folder in new files; what is there already is not added again, and no journal \
      that is there is changed. The forms of exams come along from data folders and backups. It does \
      no harm to merge the same thing twice.

      Examples:

        swot progress merge /media/usb/swot
        swot progress merge answers.jsonl ~/swot-unsaved-k3f9x2ab.jsonl
      """)

  @OptionGroup var options: CommonOptions

  @Argument(help: "Where to take answers from.", completion: .file())
  var paths: [String]

  /// Merges and says what was new.
  func run() throws {
    try reportingFailures {
      let merge = try ProgressMerge(
        paths.map(ProgressPaths.typed), into: try options.progressPaths())
      try merge.report()
    }
  }
}

extension ProgressMerge {
  /// Says what was new, and on standard error what was wrong.
  ///
  /// - Throws: The exit code for bad data where something was wrong.
  func report() throws {
    try StandardStream.output.writeLine(
      "Added \(counted(added, "event")); \(known) \(known == 1 ? "was" : "were") there already.")
    if papers > 0 {
      try StandardStream.output.writeLine(
        "Added the form\(papers == 1 ? "" : "s") of \(counted(papers, "exam")).")
    }
    for conflict in paperConflicts {
      let text =
        "\(conflict.path): another machine has another form of this exam; it is kept as "
        + "'\(conflict.aside)'"
      try StandardStream.error.writeLine("swot: \(DisplayText.sanitized(text))")
    }
    for conflict in conflicts {
      let text =
        "\(conflict.file):\(conflict.line): event \(conflict.id.sequence) of writer "
        + "\(conflict.id.writer) differs from the one that is there; both count"
      try StandardStream.error.writeLine("swot: \(DisplayText.sanitized(text))")
    }
    try LeftBehind(self).report()
    if !conflicts.isEmpty || !paperConflicts.isEmpty { throw ExitStatus.badData.code }
  }
}
