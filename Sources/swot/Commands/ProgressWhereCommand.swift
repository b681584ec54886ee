import ArgumentParser
import PracticeUI
import ProgressStore
import TerminalUI

/// `swot progress where`: the places of the learner's data.
struct ProgressWhereCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "where",
    abstract: "Show where your data is.",
    discussion: """
      Prints the paths of your data folder, of what is in it, and of what belongs to this machine \
      alone. To take your answers to another machine, the data folder is all you need.

      Example:

        swot progress where --format json
      """)

  @OptionGroup var options: CommonOptions

  @Option(help: "How to print it.")
  var format = OutputFormat.text

  /// Prints the paths.
  func run() throws {
    try reportingFailures {
      let places = Self.places(
        try options.progressPaths(), banks: try options.dataFolder().banks,
        settings: AppearanceFile(.process)?.path)
      switch format {
      case .json:
        let members = places.map { JSONValue.Member(name: $0.name, value: .string($0.path)) }
        try StandardStream.output.write(JSONValue.object(members).bytes + [UInt8(ascii: "\n")])
      case .text: try PlainPrinter().print(TextTable.lines(places.map { [$0.name, $0.path] }))
      }
    }
  }

  /// The names of the places and their paths.
  static func places(
    _ paths: ProgressPaths, banks: String, settings: String?
  ) -> [(name: String, path: String)] {
    [
      ("data", paths.data), ("journals", paths.journals), ("exams", paths.exams),
      ("snapshot", paths.snapshot), ("backups", paths.backups),
      ("banks", ProgressPaths.typed(banks)), ("state", paths.state),
    ] + (settings.map { [("settings", $0)] } ?? [])
  }
}
