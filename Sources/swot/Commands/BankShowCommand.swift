import ArgumentParser
import NcursesTerminal
import PracticeCore
import TerminalUI

/// `swot bank show`: what is in a bank, or one of its questions.
struct BankShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show what is in a bank, or a question with its answer.",
    discussion: """
      For a bank: its domains and objectives with the number of questions, and how many there are \
      of each kind and difficulty. For a question: all of it, with the right answer and the \
      reasons.

      Examples:

        swot bank show aws-iam
        swot bank show aws-iam/IAM-Q-014
      """)

  @OptionGroup var options: CommonOptions

  @Argument(
    help: ArgumentHelp(
      "The id of a bank, or its path; or a question as BANK/QUESTION.", valueName: "bank[/question]"
    ))
  var name: String

  @Option(help: "How to print it; of a path with several banks, json is a document for each.")
  var format = OutputFormat.text

  /// Prints the bank or the question.
  func run() throws {
    try reportingFailures {
      var library = try options.library()
      try library.reportProblems()
      var lines: [String] = []
      var documents: [JSONValue] = []
      let columns = TerminalReport().size?.columns
      // A name with one slash may be a path too, which is then there.
      if let id = QuestionID(name), FileSystemItem(at: name) == nil {
        let bank = try library.bank(withID: String(id.bank)).bank
        guard let question = bank.questions.first(where: { $0.id == id }) else {
          throw BankLibraryFailure.unknown(
            what: "question", id: name, known: bank.questions.map(\.id.description))
        }
        lines = QuestionText(question, in: bank, columns: columns).lines
        documents = [BankJSON.value(question, in: bank)]
      } else {
        let banks = try library.banks(named: [name])
        if format == .text { lines = banks.flatMap { BankText($0, columns: columns).lines } }
        documents = banks.map { BankJSON.value($0) }
      }
      if format == .json {
        for document in documents {
          try StandardStream.output.write(document.bytes + [UInt8(ascii: "\n")])
        }
        return
      }
      for line in lines { try StandardStream.output.writeLine(line) }
    }
  }
}
