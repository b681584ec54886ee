import ArgumentParser
import PracticeCore
import QuestionBankFormat

/// `swot bank check`: whether banks and exams are sound, and their questions well written.
struct BankCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check banks and exams, and how questions are written.",
    discussion: """
      A path is a bank, a part of one (its bank is checked), an exam, or a folder that is searched \
      for all of these. Every problem comes with its file, line and column, and the id of the rule \
      that the documentation explains. Where all is well nothing is printed. The status is 65 where \
      there is an error, or with --strict a warning.

      Warnings speak of what gives answers away or makes a question unfair. A bank or a question \
      can switch rules off, with a reason:

        checks: {off: [absolute-term], reason: The statute says "never".}

      The formats: text for people, json for programs, sarif for code hosts and editors, github for \
      annotations in a workflow of GitHub.

      Examples:

        swot bank check --strict my-bank.yaml
        swot bank check --format sarif banks/ > banks.sarif
        swot bank check --fix --base origin/main my-bank.yaml
      """)

  /// How a check prints its result.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    /// For people.
    case text
    /// One JSON document.
    case json
    /// SARIF 2.1.0.
    case sarif
    /// Commands of GitHub's workflows.
    case github
  }

  @OptionGroup var options: CommonOptions

  @Argument(help: "What to check.", completion: .file())
  var paths: [String]

  @Option(help: "How to print the result.")
  var format = Format.text

  @Flag(help: "Take warnings for errors.")
  var strict = false

  @Flag(help: "Show more than ten findings of one rule.")
  var all = false

  @Option(
    name: .customLong("as-of"),
    help: ArgumentHelp(
      "The day on which reviews are old or not, as YYYY-MM-DD. (default: today)",
      valueName: "date"),
    transform: Self.date)
  var asOf: CalendarDate?

  @Flag(help: "Mend what is surely a slip first: misspelt names, references named twice.")
  var fix = false

  @Option(
    help: ArgumentHelp(
      "With --fix: give a new id to a question whose id that branch took first.",
      valueName: "commit"))
  var base: String?

  /// Refuses --base alone.
  func validate() throws {
    if base != nil, !fix { throw ValidationError("--base goes with --fix.") }
  }

  /// Prints what is wrong, and ends with status 65 where something is.
  func run() throws {
    try reportingFailures {
      var sources: [BankSource] = []
      for path in paths { sources += try Self.sources(at: path) }
      if fix {
        var mending = BankMending()
        sources = try mending.mend(sources, against: base)
        for line in mending.lines { try StandardStream.error.writeLine("fixed: \(line)") }
      }
      let check = BankCheck(
        sources, known: try options.library().banks.map(\.bank), asOf: try day())
      switch format {
      case .json: try StandardStream.output.write(check.json.bytes + [UInt8(ascii: "\n")])
      case .sarif:
        try StandardStream.output.write(CheckSARIF(check).json.bytes + [UInt8(ascii: "\n")])
      case .github:
        for line in CheckAnnotations(check, showingAll: all).lines {
          try StandardStream.output.writeLine(line)
        }
      case .text: try check.print(showingAll: all)
      }
      if check.errorCount > 0 || strict && check.warningCount > 0 { throw ExitStatus.badData.code }
    }
  }

  private func day() throws -> CalendarDate {
    if let asOf { return asOf }
    do {
      return try Clock.named(Environment.process["SWOT_CLOCK"]).now.calendarDay
    } catch {
      throw ValidationError("\(error)")
    }
  }

  private static func date(_ text: String) throws -> CalendarDate {
    guard let date = CalendarDate(text) else {
      throw ValidationError("'\(text)' is no date; dates are written YYYY-MM-DD")
    }
    return date
  }

  private static func sources(at path: String) throws(BankLibraryFailure) -> [BankSource] {
    do {
      let sources = try BankSearch().sources(at: path)
      guard sources.isEmpty else { return sources }
    } catch {
      throw .unreadable(error)
    }
    throw .nothingFound(path: path)
  }
}
