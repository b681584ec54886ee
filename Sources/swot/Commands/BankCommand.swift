import ArgumentParser

/// `swot bank`: what banks there are, what is in them, and whether they are sound.
struct BankCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bank",
    abstract: "Write, check, list, show, add, convert and print question banks.",
    subcommands: [
      BankAddCommand.self,
      BankCheckCommand.self,
      BankConvertCommand.self,
      BankEditCommand.self,
      BankFormatCommand.self,
      BankListCommand.self,
      BankNewCommand.self,
      BankPrintCommand.self,
      BankSchemaCommand.self,
      BankShowCommand.self,
      BankStatsCommand.self,
      BankWatchCommand.self,
    ])
}

/// How a command prints its result.
enum OutputFormat: String, CaseIterable, ExpressibleByArgument {
  /// For people.
  case text
  /// One JSON document, for programs.
  case json
}
