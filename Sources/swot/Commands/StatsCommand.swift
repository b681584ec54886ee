import ArgumentParser
import NcursesTerminal
import PracticeCore
import PracticeUI
import ProgressStore
import TerminalUI

/// How `swot stats` prints.
enum StatsFormat: String, CaseIterable, ExpressibleByArgument {
  /// For people.
  case text
  /// One JSON document, for programs.
  case json
  /// One page of HTML that needs nothing else.
  case html
}

/// `swot stats`: where the learner stands.
struct StatsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stats",
    abstract: "Show where you stand.",
    discussion: """
      Counts answers, and for each bank what is due, new and seen, with the share that you are \
      likely to remember now of what you have met. Then come the chances of passing each mock \
      exam, what the coming days will ask, a year of study, what you remember against what was \
      predicted, mastery by objective, how far your certainty can be trusted, and what keeps \
      slipping. The guide "Statistics" says what each figure means.

      Examples:

        swot stats
        swot stats --format html --output statistics.html
        swot stats --format json
      """)

  @OptionGroup var options: CommonOptions

  @Option(help: "How to print it.")
  var format = StatsFormat.text

  @Flag(help: "Show stability, difficulty, time of day and the memory model too.")
  var details = false

  @Option(
    help: ArgumentHelp("The file to write.", valueName: "file"), completion: .file())
  var output: String?

  @Flag(help: "Replace the file that is written where it is there already.")
  var force = false

  /// Refuses what is written over nothing.
  func validate() throws {
    if force, output == nil { throw ValidationError("--force needs --output.") }
  }

  /// Prints where the learner stands.
  func run() throws {
    try reportingFailures {
      let setup = try PracticeSetup(options)
      try setup.reportNotices()
      let learner = try setup.readLearner()
      let time = setup.clock.now
      let standing = Standing(learner, in: setup.catalog, blueprints: setup.blueprints, at: time)
      let statistics = LearnerStatistics(
        of: try ProgressFolder.events(in: setup.paths), learner: learner, catalog: setup.catalog,
        blueprints: setup.blueprints, at: time)
      let report = StatisticsReport(
        statistics, in: setup.catalog, details: details || format == .html)
      switch format {
      case .json: try write(StatisticsJSON(statistics, standing).value.bytes + [0x0a])
      case .html: try write(StatisticsPage(report, on: time.calendarDay).page.bytes)
      case .text:
        let columns = self.columns
        let rows = StatisticsRows(
          report, columns: min(columns ?? Self.mostColumns, Self.mostColumns),
          symbols: .of(Practice.charset)
        ).rows
        try writeText(
          standing.statisticsText(columns: columns) + [""]
            + rows.map { Self.withoutEndingBlanks($0.text) })
      }
    }
  }

  /// How wide paragraphs and charts are at most, and in files.
  private static let mostColumns = 79
  /// How narrow a terminal is taken to be at least.
  private static let leastColumns = 30

  /// The width of the terminal that lines are printed to; nil where they go elsewhere.
  private var columns: Int? {
    output == nil ? TerminalReport().size.map { max($0.columns, Self.leastColumns) } : nil
  }

  private func writeText(_ lines: [String]) throws {
    guard output != nil else { return try PlainPrinter().print(lines) }
    try write(Array((lines.joined(separator: "\n") + "\n").utf8))
  }

  private static func withoutEndingBlanks(_ text: String) -> String {
    String(text.reversed().drop { $0 == " " }.reversed())
  }

  private func write(_ bytes: [UInt8]) throws {
    guard let output else { return try StandardStream.output.write(bytes) }
    try NewFile.write(bytes, to: output, present: force ? .replaced : .kept)
    try StandardStream.error.writeLine("swot: wrote '\(output)'")
  }
}
