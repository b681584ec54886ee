import ArgumentParser

/// The program: practice for certification exams in the terminal.
@main
struct Swot: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "swot",
    abstract: "Practise certification exams in the terminal.",
    version: "0.1.0",
    subcommands: [
      BankCommand.self,
      ManualCommand.self,
      ScheduleCommand.self,
    ])
}
