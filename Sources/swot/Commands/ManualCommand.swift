import ArgumentParser

/// Prints the manual page, for `make install`.
struct ManualCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "manual", abstract: "Print the manual page.", shouldDisplay: false)

  func run() throws {
    let page = ManualPage(
      program: try .ofProgram(), version: Swot.configuration.version)
    try StandardStream.output.write(Array(page.source.utf8))
  }
}
