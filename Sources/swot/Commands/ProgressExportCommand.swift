import ArgumentParser
import ProgressStore
import TerminalUI

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// `swot progress export`: all events in one file.
struct ProgressExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Print all that happened, in order, as JSON Lines.",
    discussion: """
      Each line is an event, such as an answer, as the journal has it, with its writer put in \
      front. 'swot progress merge' takes an export back without loss. Only what is printed on a \
      terminal differs: characters that could steer it are escaped there. Lines that can't be read \
      are named on standard error, and the status is then 65.

      Examples:

        swot progress export > answers.jsonl
        swot progress export answers.jsonl
      """)

  @OptionGroup var options: CommonOptions

  @Argument(help: "The file to write. (default: standard output)", completion: .file())
  var file: String?

  /// Writes the events.
  func run() throws {
    try reportingFailures {
      let export = try ProgressExport(of: try options.progressPaths())
      if let file {
        try export.write(toFile: ProgressPaths.typed(file))
        try StandardStream.output.writeLine(
          DisplayText.sanitized("Wrote \(counted(export.count, "event")) to '\(file)'."))
      } else {
        let isTerminal = isatty(StandardStream.output.rawValue) == 1
        try export.write { (lines) throws(WriteFailure) in
          try StandardStream.output.write(isTerminal ? JSONValue.escaping(lines) : lines)
        }
      }
      try LeftBehind(export).report()
    }
  }
}

/// Lines and files that a command could not take along.
struct LeftBehind {
  /// Lines that can't be read.
  var damaged: [DamagedLine] = []
  /// Journals of a newer version.
  var newer: [NewerJournal] = []
  /// Journals that can't be read at all.
  var unreadable: [SystemError] = []
  /// Forms of exams that are none.
  var papers: [ExamPaperError] = []

  /// Names them on standard error.
  ///
  /// - Throws: The exit code for bad data where there are any.
  func report() throws {
    if damaged.isEmpty && newer.isEmpty && unreadable.isEmpty && papers.isEmpty { return }
    for line in damaged {
      try say("\(line.path):\(line.line): left out: \(line.damage)")
    }
    for journal in newer {
      try say(
        "\(journal.path):\(journal.line): left out from here on: written by a newer version of swot"
      )
    }
    for error in unreadable { try say("left out: \(error)") }
    for error in papers { try say("left out: \(error)") }
    throw ExitStatus.badData.code
  }

  /// What an export left out.
  init(_ export: ProgressExport) {
    damaged = export.damaged
    newer = export.newer
    unreadable = export.unreadable
  }

  /// What a merge left out.
  init(_ merge: ProgressMerge) {
    damaged = merge.damaged
    papers = merge.damagedPapers
  }

  private func say(_ text: String) throws(WriteFailure) {
    try StandardStream.error.writeLine("swot: \(DisplayText.sanitized(text))")
  }
}
