import ArgumentParser
import PracticeCore

/// `swot bank list`: the banks that can be studied.
struct BankListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List the banks.",
    discussion: """
      Shows the id, the number of questions, the title and the place of each bank: those inside the \
      program, yours, and those that --bank names.

      Example:

        swot bank list --format json
      """)

  @OptionGroup var options: CommonOptions

  @Option(help: "How to print the list.")
  var format = OutputFormat.text

  /// Prints the list.
  func run() throws {
    try reportingFailures {
      let library = try options.library()
      try library.reportProblems()
      switch format {
      case .json: try StandardStream.output.write(Self.json(library).bytes + [UInt8(ascii: "\n")])
      case .text:
        for line in Self.text(library) { try StandardStream.output.writeLine(line) }
      }
    }
  }

  /// The list for programs.
  static func json(_ library: BankLibrary) -> JSONValue {
    .array(
      library.banks.map { loaded in
        [
          "id": .string(loaded.bank.id), "title": .string(loaded.bank.title),
          "questions": .int(loaded.bank.questions.count), "path": .string(loaded.path),
        ]
      })
  }

  /// The list for people, in columns.
  static func text(_ library: BankLibrary) -> [String] {
    guard !library.banks.isEmpty else { return ["There are no banks."] }
    let rows = library.banks.map { loaded in
      [
        loaded.bank.id, "\(loaded.bank.questions.count)", loaded.bank.title,
        loaded.isBuiltin ? "built in" : loaded.path,
      ]
    }
    return TextTable.lines(
      [["Bank", "Questions", "Title", "Place"]] + rows, rightAligned: [1])
  }
}
