import ArgumentParser
import PracticeCore
import PracticeUI
import ProgressStore
import QuestionBankFormat
import TerminalUI

/// `swot question`: sets single questions aside, takes them up again, and forgets them.
struct QuestionCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "question",
    abstract: "Set questions aside, take them up again, or forget how well you know them.",
    discussion: """
      A question is named by its bank and its id, such as aws-iam/IAM-Q-014. All of it can be taken \
      back: swot question undo takes back the newest of these for a question.
      """,
    subcommands: [
      QuestionSuspendCommand.self, QuestionUnsuspendCommand.self, QuestionBuryCommand.self,
      QuestionResetCommand.self, QuestionUndoCommand.self,
    ])
}

/// The questions that a command is about.
struct QuestionArguments: ParsableArguments {
  @OptionGroup var options: CommonOptions

  @Argument(help: ArgumentHelp("Questions, such as aws-iam/IAM-Q-014.", valueName: "question"))
  var questions: [String]

  /// Finds the questions in the banks at hand.
  ///
  /// - Throws: ``UnknownQuestion``.
  func found(in catalog: QuestionCatalog) throws(UnknownQuestion) -> [QuestionID] {
    var found: [QuestionID] = []
    for name in questions {
      guard let slash = name.firstIndex(of: "/") else {
        throw UnknownQuestion(name: name, catalog: catalog)
      }
      let id = QuestionID(
        bank: String(name[..<slash]), question: String(name[name.index(after: slash)...]))
      guard catalog[id] != nil else { throw UnknownQuestion(name: name, catalog: catalog) }
      found.append(id)
    }
    return found
  }

  /// Marks the questions, and says what was done to each.
  func mark(
    _ mark: QuestionMark, _ text: String, unless isDone: @escaping (QuestionProgress) -> String?
  ) throws {
    let setup = try PracticeSetup(options)
    let questions = try found(in: setup.catalog)
    var lines: [String] = []
    _ = try Recording(setup).record { learner in
      questions.compactMap { question in
        if let remark = isDone(learner[question]) {
          lines.append("\(question): \(remark)")
          return nil
        }
        lines.append("\(question): \(text)")
        return .mark(mark, question: question)
      }
    }
    try PlainPrinter().print(lines.map { DisplayText.sanitized($0) })
  }
}

/// `swot question suspend`.
struct QuestionSuspendCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "suspend",
    abstract: "Don't ask questions any more.",
    discussion: """
      What you know of them is kept; swot question unsuspend asks them again.

      Example:

        swot question suspend aws-iam/IAM-Q-014
      """)

  @OptionGroup var arguments: QuestionArguments

  /// Sets the questions aside.
  func run() throws {
    try reportingFailures {
      try arguments.mark(.suspend, "won't be asked any more.") {
        $0.isSuspended ? "isn't asked as it is." : nil
      }
    }
  }
}

/// `swot question unsuspend`.
struct QuestionUnsuspendCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "unsuspend",
    abstract: "Ask questions again that were set aside.",
    discussion: """
      Example:

        swot question unsuspend aws-iam/IAM-Q-014
      """)

  @OptionGroup var arguments: QuestionArguments

  /// Takes the questions up again.
  func run() throws {
    try reportingFailures {
      try arguments.mark(.unsuspend, "will be asked again.") {
        $0.isSuspended || $0.buriedOn != nil ? nil : "is asked as it is."
      }
    }
  }
}

/// `swot question bury`.
struct QuestionBuryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bury",
    abstract: "Leave questions until tomorrow.",
    discussion: """
      Example:

        swot question bury aws-iam/IAM-Q-014
      """)

  @OptionGroup var arguments: QuestionArguments

  /// Leaves the questions until tomorrow.
  func run() throws {
    try reportingFailures {
      try arguments.mark(.bury, "won't be asked today.") {
        $0.isSuspended ? "isn't asked at all." : nil
      }
    }
  }
}

/// `swot question reset`.
struct QuestionResetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reset",
    abstract: "Forget how well you know questions, so that they count as new.",
    discussion: """
      Your answers stay counted. It asks before it does so, unless --yes is given; swot question undo \
      takes it back.

      Example:

        swot question reset aws-iam/IAM-Q-014 --yes
      """)

  @OptionGroup var arguments: QuestionArguments

  @Flag(help: "Do it without asking.")
  var yes = false

  /// Forgets the questions.
  func run() throws {
    try reportingFailures {
      if !yes {
        let setup = try PracticeSetup(arguments.options)
        let count = try arguments.found(in: setup.catalog).count
        let what = count == 1 ? "this question" : "these \(count) questions"
        try PlainPrinter().print(
          ["Forget how well you know \(what)? Type yes to do it."])
        guard readLine()?.lowercased() == "yes" else { throw NotConfirmed() }
      }
      try arguments.mark(.reset, "forgotten; it counts as new now.") {
        $0.isNew ? "is new: there is nothing to forget." : nil
      }
    }
  }
}

/// `swot question undo`.
struct QuestionUndoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo",
    abstract: "Take back the newest suspend, bury, reset or flag of questions.",
    discussion: """
      Example:

        swot question undo aws-iam/IAM-Q-014
      """)

  @OptionGroup var arguments: QuestionArguments

  /// Takes back.
  func run() throws {
    try reportingFailures {
      let setup = try PracticeSetup(arguments.options)
      let questions = try arguments.found(in: setup.catalog)
      var lines: [String] = []
      _ = try Recording(setup).record { _ in
        let newest = try NewestMarks(in: setup.paths)
        return questions.compactMap { question in
          guard let (event, mark) = newest[question] else {
            lines.append("\(question): there is nothing to take back.")
            return nil
          }
          lines.append("\(question): \(mark.rawValue) is taken back.")
          return .undo(of: event)
        }
      }
      try PlainPrinter().print(lines.map { DisplayText.sanitized($0) })
    }
  }
}

/// A question that no bank at hand has.
struct UnknownQuestion: CommandFailure {
  /// What was typed.
  let name: String
  /// The banks at hand.
  let catalog: QuestionCatalog

  var status: ExitStatus { .inputNotFound }
  var description: String {
    let shown = DisplayText.sanitized(name)
    guard name.contains("/") else {
      return "'\(shown)' names no question; questions are named such as aws-iam/IAM-Q-014"
    }
    let bank = name.prefix { $0 != "/" }
    let known =
      catalog.bank(named: bank)?.questions.map(\.id.description)
      ?? catalog.banks.map { "\($0.id)/\(name.drop { $0 != "/" }.dropFirst())" }
    let nearest = NearestName.find(name, among: known)
    return "there is no question '\(shown)'" + (nearest.map { "; did you mean '\($0)'?" } ?? "")
  }
}

/// Something that would be lost was not confirmed.
struct NotConfirmed: CommandFailure, Equatable {
  var status: ExitStatus { .failure }
  var description: String { "nothing was changed" }
}
