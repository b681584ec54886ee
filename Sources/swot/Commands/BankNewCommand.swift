import ArgumentParser
import PracticeCore
import QuestionBankFormat

/// `swot bank new`: a bank, a question or an exam to begin with.
struct BankNewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Begin a bank, a question or an exam, and open it in your editor.",
    subcommands: [
      BankNewBankCommand.self,
      BankNewExamCommand.self,
      BankNewQuestionCommand.self,
    ])
}

/// `swot bank new bank`.
struct BankNewBankCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bank",
    abstract: "Begin a bank.",
    discussion: """
      Writes a file with one domain, one objective and one question to change, and the schema beside \
      it by which editors complete and check. Nothing that is there is replaced.

      Example:

        swot bank new bank capitals --title "Capitals of the world"
      """)

  @OptionGroup var options: CommonOptions

  @Argument(help: "The bank's id: letters, digits, '.', '_' and '-'.")
  var id: String

  @Option(help: "The subject, as learners read it. (default: the id)")
  var title: String?

  @Option(
    help: ArgumentHelp("The file. (default: ID.yaml)", valueName: "path"), completion: .file())
  var output: String?

  @Flag(help: "Only print the place.")
  var noEdit = false

  /// Refuses what is no id.
  func validate() throws { try NewIdentifier.check(id) }

  /// Writes the bank and opens the editor.
  func run() throws {
    try reportingFailures {
      let path = output ?? "\(id).yaml"
      let text =
        try Authoring.schemaLine("swot-bank.schema.json") + "\n" + BankWriter.text(of: bank)
      try NewFile.write(Array(text.utf8), to: path)
      try Authoring.keepSchema("swot-bank.schema.json", JSONSchema.bank, beside: path)
      let line = text.split(separator: "\n", omittingEmptySubsequences: false)
        .firstIndex { $0.hasPrefix("title:") }
      try Authoring.edit(path, line: (line ?? 0) + 1, opensEditor: !noEdit)
    }
  }

  private var bank: QuestionBank {
    get throws {
      let today = try Authoring.today()
      let reference = Reference(
        id: "page", title: "The page that says so", url: "https://example.com/")
      return QuestionBank(
        id: id, title: title ?? id, description: "What the bank is about, in a sentence or two.",
        language: "en", license: "CC-BY-4.0", authors: ["Your name"], reviewed: today,
        references: [reference],
        domains: [
          Domain(
            id: "D1", title: "A part of the subject", weight: 1,
            objectives: [Objective(id: "O1", title: "What one has to be able to do")])
        ],
        questions: [
          NewQuestionText.question(
            QuestionID(bank: id, question: "Q-001"), kind: .choices, objective: "O1",
            references: ["page"], reviewed: today)
        ])
    }
  }
}

/// `swot bank new question`.
struct BankNewQuestionCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "question",
    abstract: "Add a question to a bank.",
    discussion: """
      The question gets the next free id after the bank's own pattern (IAM-Q-085 after IAM-Q-084) and \
      stands behind the last one on its objective. Nothing else in the file changes.

      Examples:

        swot bank new question my-bank --objective O1
        swot bank new question my-bank.yaml --kind match --no-edit
      """)

  @OptionGroup var options: CommonOptions

  @Argument(help: "The bank: its id, or a path.", completion: .file())
  var name: String

  @Option(help: "What can be answered: choices, match, order or answer.")
  var kind = QuestionKind.choices

  @Option(help: ArgumentHelp("The objective that it tests.", valueName: "id"))
  var objective: String?

  @Flag(help: "Only print the place.")
  var noEdit = false

  /// Adds the question and opens the editor.
  func run() throws {
    try reportingFailures {
      let files = try BankPlace.files(of: name, options)
      let outcome = QuestionBankReader.check(files)
      guard let bank = outcome.bank, !outcome.diagnostics.hasErrors else {
        throw BankLibraryFailure.damaged(path: name, files: files, outcome.diagnostics)
      }
      let objectives = bank.domains.flatMap { $0.objectives.map(\.id) }
      if let objective, !objectives.contains(objective) {
        throw BankLibraryFailure.unknown(what: "objective", id: objective, known: objectives)
      }
      let objective = objective ?? bank.questions.last?.objective ?? objectives.first
      guard let index = NewQuestion.place(for: objective, of: bank, in: files) else {
        throw BankLibraryFailure.noBank(path: name)
      }
      let file = files[index]
      let neighbours = bank.questions.filter { QuestionLines.line(of: $0.name, in: file) != nil }
      let all = bank.questions.map(\.name)
      let pattern = IdentifierPattern(of: neighbours.isEmpty ? all : neighbours.map(\.name))
      let question = NewQuestionText.question(
        QuestionID(bank: bank.id, question: pattern.next(after: all)), kind: kind,
        objective: objective, references: [], reviewed: try Authoring.today())
      guard let insertion = NewQuestion.insert(question, into: file) else {
        throw BankPlaceFailure.inBrackets(path: file.name)
      }
      // Nothing is written that would spoil the bank.
      let after = QuestionBankReader.check(
        files.map { $0.name == file.name ? insertion.file : $0 })
      guard after.bank?.questions.count == bank.questions.count + 1, !after.diagnostics.hasErrors
      else { throw BankPlaceFailure.inBrackets(path: file.name) }
      try BankFormatting.write(file, insertion.file)
      if !noEdit { try StandardStream.error.writeLine("New: \(question.id)") }
      try Authoring.edit(file.name, line: insertion.line, opensEditor: !noEdit)
    }
  }
}

/// `swot bank new exam`.
struct BankNewExamCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "exam",
    abstract: "Begin an exam.",
    discussion: """
      Writes a blueprint that draws from the domains of a bank by their weights. Nothing that is there \
      is replaced.

      Example:

        swot bank new exam iam-mock --from aws-iam
      """)

  @OptionGroup var options: CommonOptions

  @Argument(help: "The exam's id: letters, digits, '.', '_' and '-'.")
  var id: String

  @Option(help: ArgumentHelp("The bank to draw from: its id, or a path.", valueName: "bank"))
  var from: String

  @Option(help: "The title, as candidates read it. (default: that of the bank, and 'mock exam')")
  var title: String?

  @Option(
    help: ArgumentHelp("The file. (default: ID.exam.yaml)", valueName: "path"), completion: .file())
  var output: String?

  @Flag(help: "Only print the place.")
  var noEdit = false

  /// Refuses what is no id.
  func validate() throws { try NewIdentifier.check(id) }

  /// Writes the blueprint and opens the editor.
  func run() throws {
    try reportingFailures {
      var library = try options.library()
      guard let bank = try library.banks(named: [from]).first?.bank else {
        throw BankLibraryFailure.noBank(path: from)
      }
      let path = output ?? "\(id).exam.yaml"
      let parts = bank.domains.filter { $0.weight > 0 }
      let sections =
        parts.isEmpty
        ? [BlueprintSection(title: bank.title, weight: 1, from: [bank.id])]
        : parts.map { domain in
          BlueprintSection(
            title: domain.title, weight: domain.weight, from: ["\(bank.id)/\(domain.id)"])
        }
      let count = max(1, min(65, bank.questions.count))
      let blueprint = Blueprint(
        id: id, title: title ?? "\(bank.title), mock exam",
        description: "What the exam covers, what it doesn't, and who set it.", questions: count,
        minutes: count * 2, scale: .scaled(from: 100, to: 1000, pass: 720, cut: 0.72),
        sections: sections)
      let text =
        Authoring.schemaLine("swot-exam.schema.json") + "\n" + BankWriter.text(of: blueprint)
      try NewFile.write(Array(text.utf8), to: path)
      try Authoring.keepSchema("swot-exam.schema.json", JSONSchema.exam, beside: path)
      let line = text.split(separator: "\n", omittingEmptySubsequences: false)
        .firstIndex { $0.hasPrefix("title:") }
      try Authoring.edit(path, line: (line ?? 0) + 1, opensEditor: !noEdit)
    }
  }
}

extension QuestionKind: ExpressibleByArgument {}

extension Question {
  /// The id within the bank.
  fileprivate var name: String { String(id.question) }
}

/// Ids that authors type.
private enum NewIdentifier {
  static func check(_ id: String) throws {
    guard Identifier.isValid(id) else {
      throw ValidationError(
        "\(id.debugDescription) is not an id; ids hold letters a-z, digits, '.', '_' and '-', and begin with a letter or digit."
      )
    }
  }
}
