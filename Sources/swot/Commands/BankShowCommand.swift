import ArgumentParser
import PracticeCore

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

  /// Prints the bank or the question.
  func run() throws {
    try reportingFailures {
      var library = try options.library()
      try library.reportProblems()
      let lines: [String]
      // A name with one slash may be a path too, which is then there.
      if let id = QuestionID(name), FileSystemItem(at: name) == nil {
        let bank = try library.bank(withID: String(id.bank)).bank
        guard let question = bank.questions.first(where: { $0.id == id }) else {
          throw BankLibraryFailure.unknown(
            what: "question", id: name, known: bank.questions.map(\.id.description))
        }
        lines = QuestionText(question, in: bank).lines
      } else {
        lines = try library.banks(named: [name]).flatMap { BankText($0).lines }
      }
      for line in lines { try StandardStream.output.writeLine(line) }
    }
  }
}
