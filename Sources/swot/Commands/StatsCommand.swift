import ArgumentParser

/// `swot stats`: where the learner stands.
struct StatsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stats",
    abstract: "Show where you stand.",
    discussion: """
      Counts answers, and for each bank what is due, new and seen, with the share that you are \
      likely to remember now of what you have met.

      Example:

        swot stats --format json
      """)

  @OptionGroup var options: CommonOptions

  @Option(help: "How to print it.")
  var format = OutputFormat.text

  /// Prints where the learner stands.
  func run() throws {
    try reportingFailures {
      let setup = try PracticeSetup(options)
      try setup.reportNotices()
      let standing = Standing(
        try setup.readLearner(), in: setup.catalog, blueprints: setup.blueprints,
        at: setup.clock.now)
      switch format {
      case .json: try StandardStream.output.write(standing.json.bytes + [UInt8(ascii: "\n")])
      case .text: try PlainPrinter().print(standing.statisticsText)
      }
    }
  }
}
