import ArgumentParser
import FSRS
import PracticeCore

/// `swot bank print`: questions on paper, with their answers.
struct BankPrintCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "print",
    abstract: "Print questions as a paper with an answer key.",
    discussion: """
      Makes one page of HTML that needs nothing from elsewhere: the questions with boxes to tick and \
      lines to write on, then the answer key with the reasons. Print it from any browser, or let \
      --format pdf do that where Chromium, Chrome, Edge or WeasyPrint is installed. With --forms 3 \
      neighbours get forms A, B and C: the same questions, shuffled anew with their choices; the \
      key has the letters of each. --seed prints the same forms again; without it one is drawn, \
      and the key names it. An exam by its blueprint is printed by swot exam EXAM --print.

      Examples:

        swot bank print aws-iam --objective IAM-ROOT --output root.html
        swot bank print aws-iam --count 20 --forms 2 --format pdf --output quiz.pdf
      """)

  /// What is written.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    /// A page of HTML.
    case html
    /// The page as PDF.
    case pdf
  }

  @OptionGroup var options: CommonOptions

  @Argument(help: ArgumentHelp("Banks, by id or path.", valueName: "bank"))
  var banks: [String]

  @Option(help: ArgumentHelp("Questions at most, drawn by the seed.", valueName: "number"))
  var count: Int?

  @Option(
    name: .customLong("objective"),
    help: ArgumentHelp(
      "Only questions on this objective or domain; may be repeated.", valueName: "id"))
  var objectives: [String] = []

  @Option(help: "Only questions of this difficulty.")
  var difficulty: Difficulty?

  @Option(help: "Only questions with this tag.")
  var tag: String?

  @Option(help: ArgumentHelp("Where the shuffling starts.", valueName: "number"))
  var seed: UInt64?

  @OptionGroup(title: "Printing") var printing: PrintOptions

  @Option(help: "What to write.")
  var format = Format.html

  @Option(
    help: ArgumentHelp("The file to write. (default: standard output)", valueName: "file"),
    completion: .file())
  var output: String?

  @Flag(help: "Replace the file that is written where it is there already.")
  var force = false

  /// Refuses numbers below 1, and what can't be written.
  func validate() throws {
    if let count, count < 1 { throw ValidationError("--count must not be below 1.") }
    if force, output == nil { throw ValidationError("--force needs --output.") }
  }

  /// Prints the questions.
  func run() throws {
    try reportingFailures {
      let destination = OutputFile(path: output, replaces: force)
      if format == .pdf { try destination.refuseTerminal() }
      let setup = try PracticeSetup(options, banks: banks)
      try setup.reportNotices()
      let selection = QuizSelection(
        banks: setup.named, count: count, objectives: objectives, difficulty: difficulty, tag: tag)
      try selection.checkNames(in: setup.catalog)
      let seed = seed ?? UInt64.random(in: 1...999_999_999)
      let chosen = Set(
        selection.questions(
          in: setup.catalog, learner: LearnerState(), on: setup.clock.now.studyDay, seed: seed))
      guard !chosen.isEmpty else { throw NothingToPrint() }
      let exam = PrintedExam(
        title: title(setup),
        items: items(chosen, in: setup.catalog), seed: seed, forms: printing.forms,
        parts: printing.parts)
      try destination.write(try printing.bytes(of: exam, asPDF: format == .pdf))
    }
  }

  /// The questions in the order of their banks, so that the forms follow from the seed alone.
  private func items(_ chosen: Set<QuestionID>, in catalog: QuestionCatalog) -> [ExamPaper.Item] {
    catalog.banks.flatMap { bank in
      bank.questions.filter { chosen.contains($0.id) }.map { question in
        ExamPaper.Item(
          question: question, scenario: question.scenario.flatMap { bank.scenarios[$0] },
          objectiveTitle: question.objective.flatMap { bank.objective($0)?.title },
          references: question.references.compactMap { bank.reference($0) }, order: [],
          section: 0, isScored: true, isNew: true)
      }
    }
  }

  /// The title of the banks, or of the part of one that is printed.
  private func title(_ setup: PracticeSetup) -> String {
    let banks = setup.catalog.banks.filter { setup.named.contains($0.id) }
    if objectives.count == 1, let name = objectives.first {
      for bank in banks {
        let domain = bank.domains.first { $0.id == name }
        if let part = domain?.title ?? bank.objective(name)?.title {
          return "\(bank.title): \(part)"
        }
      }
    }
    return banks.map(\.title).joined(separator: ", ")
  }
}

/// No question is left to be printed.
struct NothingToPrint: CommandFailure, Equatable {
  var status: ExitStatus { .inputNotFound }
  var description: String { "no question is left: there is nothing to print" }
}
