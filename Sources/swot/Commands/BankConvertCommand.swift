import ArgumentParser
import BankExchange
import PracticeCore
import QuestionBankFormat

/// `swot bank convert`: banks from and to other formats.
struct BankConvertCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "convert",
    abstract: "Convert a bank from or to another format.",
    discussion: """
      Reads IN and writes OUT; '-' is standard input or output, and IN may be the id of a bank. \
      Formats are known by the endings of names where these are clear. What the other format \
      cannot carry is listed on standard error, with its file and line, ten of each kind. Bad input \
      is named with line and column, the rest is converted, and the status is 65.

      Examples:

        swot bank convert moodle.gift my-bank.yaml
        swot bank convert --to gift aws-iam aws-iam.gift
        swot bank convert --from aiken --to swot quiz.txt - | less
      """)

  @OptionGroup var options: CommonOptions

  @Option(help: "The format of IN.")
  var from: ExchangeFormat?

  @Option(help: "The format of OUT.")
  var to: ExchangeFormat?

  @Option(help: ArgumentHelp("The id of a bank that is imported.", valueName: "id"))
  var id: String?

  @Option(help: ArgumentHelp("The title of a bank that is imported.", valueName: "title"))
  var title: String?

  @Flag(help: "Replace OUT where it is there already.")
  var force = false

  @Flag(help: "List all that is lost.")
  var all = false

  @Option(help: "How to print what is wrong and what is lost.")
  var format = OutputFormat.text

  @Argument(
    help: ArgumentHelp("The file to read, a folder of a bank, or its id.", valueName: "in"),
    completion: .file())
  var input: String

  @Argument(help: ArgumentHelp("The file to write.", valueName: "out"), completion: .file())
  var output: String

  /// Checks what the parser can't.
  func validate() throws {
    if format == .json, output == "-" {
      throw ValidationError("With --format json, name a file: standard output holds the JSON.")
    }
    if let id, !Identifier.isValid(id) {
      throw ValidationError(
        "The id of a bank holds letters, digits, '.', '_' and '-', and begins with a letter or digit."
      )
    }
  }

  /// Converts the bank and says what was lost.
  func run() throws {
    try reportingFailures {
      let source = try ConversionInput(
        input, from, options: ImportOptions(bankID: id, title: title)
      ) {
        try options.library()
      }
      let target = try to ?? ExchangeFormat(guessedFrom: output).orFailure(output, "--to")
      let conversion = try BankConversion(source, to: target)
      if let bytes = conversion.bytes {
        try ConversionOutput(path: output, isReplacing: force).write(bytes, target)
      }
      let report = ConversionReport(conversion, output: output, listsAll: all)
      switch format {
      case .json:
        try StandardStream.output.write(report.json.bytes + [UInt8(ascii: "\n")])
      case .text: try report.print()
      }
      if conversion.diagnostics.hasErrors { throw ExitStatus.badData.code }
    }
  }
}

extension ExchangeFormat: ExpressibleByArgument {}

extension ExchangeFormat? {
  /// The format, which was guessed from the name of `path`.
  fileprivate func orFailure(
    _ path: String, _ option: String
  ) throws(ConversionFailure) -> ExchangeFormat {
    guard let self else { throw .unclear(path: path, option: option) }
    return self
  }
}
