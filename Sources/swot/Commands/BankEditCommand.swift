import ArgumentParser
import PracticeCore
import QuestionBankFormat

/// `swot bank edit`: a question or a bank in the author's own editor.
struct BankEditCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "edit",
    abstract: "Open a question in your editor, and check it afterwards.",
    discussion: """
      Opens the editor that VISUAL or EDITOR names at the question's line. When it is left, the bank \
      is checked; where there is an error you can go back. Without a terminal or an editor the place \
      is printed as FILE:LINE. Banks that come with the program can't be edited.

      Examples:

        swot bank edit my-bank/Q-014
        swot bank edit my-bank
      """)

  @OptionGroup var options: CommonOptions

  @Argument(
    help: ArgumentHelp(
      "The id of a bank, or its path; or a question as BANK/QUESTION.", valueName: "bank[/question]"
    ))
  var name: String

  @Flag(help: "Only print the place.")
  var noEdit = false

  /// Opens the editor.
  func run() throws {
    try reportingFailures {
      let place = try BankPlace.find(name, options)
      try Authoring.edit(place.path, line: place.line, opensEditor: !noEdit)
    }
  }
}

/// A place in a bank's files.
struct BankPlace: Equatable {
  /// The file.
  var path: String
  /// The line, from 1.
  var line: Int

  /// Finds what `name` names: a bank, or a question as BANK/QUESTION.
  static func find(_ name: String, _ options: CommonOptions) throws -> BankPlace {
    // A name with one slash may be a path too, which is then there.
    guard let id = QuestionID(name), FileSystemItem(at: name) == nil else {
      let files = try files(of: name, options)
      let main = files.first { $0.lastComponent == QuestionBankReader.mainFileName } ?? files.first
      guard let main else { throw BankLibraryFailure.nothingFound(path: name) }
      return BankPlace(path: main.name, line: 1)
    }
    let files = try files(of: String(id.bank), options)
    guard let place = BankPlace(of: String(id.question), in: files) else {
      let bank = QuestionBankReader.read(files).bank
      throw BankLibraryFailure.unknown(
        what: "question", id: name, known: bank?.questions.map(\.id.description) ?? [])
    }
    return place
  }

  /// Where the question stands in `files`; nil where it doesn't, or the file can't be read.
  init?(of question: String, in files: [SourceFile]) {
    for file in files {
      if let line = QuestionLines.line(of: question, in: file) {
        self.init(path: file.name, line: line)
        return
      }
    }
    return nil
  }

  /// Names a place.
  init(path: String, line: Int) {
    self.path = path
    self.line = line
  }

  /// The files of the bank that `name` names, by its id or its path.
  ///
  /// - Throws: ``BankPlaceFailure`` for one that comes with the program, ``BankLibraryFailure``.
  static func files(of name: String, _ options: CommonOptions) throws -> [SourceFile] {
    let path: String
    if FileSystemItem(at: name) != nil || name.contains("/") || name.hasSuffix(".yaml") {
      path = name
    } else {
      let bank = try options.library().bank(withID: name)
      if bank.isBuiltin { throw BankPlaceFailure.builtin(id: name) }
      path = bank.path
    }
    let sources: [BankSource]
    do {
      sources = try BankSearch().sources(at: path)
    } catch {
      throw BankLibraryFailure.unreadable(error)
    }
    for case .bank(_, let files) in sources { return files }
    throw BankLibraryFailure.noBank(path: path)
  }
}

/// Why a bank can't be edited.
enum BankPlaceFailure: CommandFailure, Equatable {
  /// It comes with the program.
  case builtin(id: String)
  /// Its questions stand in brackets.
  case inBrackets(path: String)

  var status: ExitStatus {
    switch self {
    case .builtin: .cannotCreate
    case .inBrackets: .badData
    }
  }

  var description: String {
    switch self {
    case .builtin(let id):
      "the bank '\(id)' comes with the program and can't be edited; write one of your own, and 'swot bank add' makes it yours"
    case .inBrackets(let path):
      "the questions of '\(path)' stand in brackets; 'swot bank format' writes them as a list first"
    }
  }
}
