import ArgumentParser
import NcursesTerminal
import PracticeCore
import TerminalUI

/// `swot bank stats`: how many questions a bank has of what, and how many it should have.
struct BankStatsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stats",
    abstract: "Count a bank's questions against its weights and exams.",
    discussion: """
      Counts questions by domain, objective, kind, difficulty and cognitive level, by section of \
      each exam that draws from the bank, by place and length of the right choice, and by the age \
      of the last review. Where weights or chance say what a share should be, it stands beside it.

      Examples:

        swot bank stats aws-iam
        swot bank stats aws-iam --format csv > aws-iam.csv
      """)

  /// How the counts are printed.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    /// Bars, for people.
    case text
    /// JSON, for programs: an object for each bank, in a list.
    case json
    /// A table of comma-separated values.
    case csv
  }

  @OptionGroup var options: CommonOptions

  @Argument(
    help: ArgumentHelp("The id of a bank, or its path; all banks by default.", valueName: "bank"))
  var names: [String] = []

  @Option(help: "How to print the counts.")
  var format = Format.text

  /// Prints the counts.
  func run() throws {
    try reportingFailures {
      var library = try options.library()
      try library.reportProblems()
      let today = try Clock.named(Environment.process["SWOT_CLOCK"]).now.calendarDay
      let banks = try library.banks(named: names).map(\.bank)
      let blueprints = library.blueprints.map(\.blueprint)
      let texts = banks.map {
        BankCountsText($0, BankCounts($0, blueprints: blueprints, asOf: today))
      }
      switch format {
      case .json:
        try StandardStream.output.write(
          JSONValue.array(texts.map(\.json)).bytes + [UInt8(ascii: "\n")])
      case .csv:
        try StandardStream.output.write(
          CSVText.bytes([BankCountsText.header] + texts.flatMap(\.rows)))
      case .text:
        let terminal = TerminalReport()
        let columns = terminal.size?.columns ?? BankCountsText.defaultColumns
        for (index, text) in texts.enumerated() {
          if index > 0 { try StandardStream.output.writeLine("") }
          let lines = text.lines(columns: columns, charset: terminal.capabilities.charset)
          for line in lines { try StandardStream.output.writeLine(line) }
        }
      }
    }
  }
}
