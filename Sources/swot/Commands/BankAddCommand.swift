import ArgumentParser
import PracticeCore
import QuestionBankFormat

/// `swot bank add`: a copy of a bank among the learner's own.
struct BankAddCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: "Add a bank to yours.",
    discussion: """
      Copies a bank (a file, or a folder with its parts and notes) or an exam into your data \
      folder, where every command finds it. It must be without errors. A folder may hold several.

      Examples:

        swot bank add my-bank.yaml
        swot bank add --replace my-bank.yaml
      """)

  @OptionGroup var options: CommonOptions

  @Argument(help: "The bank to add, or a folder with banks.", completion: .file())
  var path: String

  @Flag(help: "Put it in the place of the bank of yours that has the same id.")
  var replace = false

  /// Adds the bank and says so.
  func run() throws {
    try reportingFailures {
      let folder = LearnerBanks(path: try options.dataFolder().banks)
      let library = try options.library()
      let added = try BankAddition.all(at: path)
      for addition in added { try addition.check(in: library, folder, replacing: replace) }
      for addition in added {
        try addition.keep(in: folder)
        try StandardStream.output.writeLine(addition.confirmation)
      }
    }
  }
}

/// A bank or an exam that is to be added.
enum BankAddition {
  /// A bank: its files, and how many warnings it has.
  case bank(QuestionBank, files: [SourceFile], warnings: Int)
  /// An exam.
  case exam(Blueprint, file: SourceFile)

  /// All banks and exams at `path`.
  ///
  /// - Throws: ``BankLibraryFailure`` where there is none, or one has errors.
  static func all(at path: String) throws(BankLibraryFailure) -> [BankAddition] {
    let sources: [BankSource]
    do {
      sources = try BankSearch().sources(at: path)
    } catch {
      throw .unreadable(error)
    }
    var additions: [BankAddition] = []
    for source in sources {
      switch source {
      case .bank(let path, let files):
        let (bank, diagnostics) = QuestionBankReader.read(files)
        guard let bank, !diagnostics.hasErrors else {
          throw .damaged(path: path, files: files, diagnostics)
        }
        additions.append(.bank(bank, files: files, warnings: diagnostics.count))
      case .blueprint(let file):
        let (blueprint, diagnostics) = BlueprintReader.read(file)
        guard let blueprint else { throw .damaged(path: file.name, files: [file], diagnostics) }
        additions.append(.exam(blueprint, file: file))
      case .other: break
      }
    }
    if additions.isEmpty { throw .nothingFound(path: path) }
    return additions
  }

  /// Sees to it that the id is free, or its bank may be replaced.
  ///
  /// - Throws: ``BankAdditionFailure``, or ``LearnerBanksFailure`` where the folder can't be looked
  ///   at.
  func check(in library: BankLibrary, _ folder: LearnerBanks, replacing: Bool) throws {
    let (id, place, isBuiltin, path): (String, String?, Bool, String)
    switch self {
    case .bank(let bank, _, _):
      let first = library.banks.first { $0.bank.id == bank.id }
      (id, place, isBuiltin) = (bank.id, first?.path, first?.isBuiltin ?? false)
      path = folder.path(ofBank: id)
    case .exam(let blueprint, _):
      let first = library.blueprints.first { $0.blueprint.id == blueprint.id }
      (id, place, isBuiltin) = (blueprint.id, first?.path, first?.isBuiltin ?? false)
      path = folder.path(ofExam: id)
    }
    if isBuiltin { throw BankAdditionFailure.builtin(id: id) }
    if let place, place != path { throw BankAdditionFailure.elsewhere(id: id, path: place) }
    if try !replacing && folder.isTaken(path) {
      throw BankAdditionFailure.taken(id: id, path: path)
    }
  }

  /// Copies it.
  ///
  /// - Throws: ``LearnerBanksFailure``.
  func keep(in folder: LearnerBanks) throws(LearnerBanksFailure) {
    switch self {
    case .bank(let bank, let files, _): try folder.keep(files, asBank: bank.id)
    case .exam(let blueprint, let file): try folder.keep(file, asExam: blueprint.id)
    }
  }

  /// What was done, in a line.
  var confirmation: String {
    switch self {
    case .bank(let bank, _, let warnings):
      let count = bank.questions.count
      let remark = warnings == 0 ? "" : ", \(warnings) warning\(warnings == 1 ? "" : "s")"
      return "Added the bank '\(bank.id)': \(count) question\(count == 1 ? "" : "s")\(remark)."
    case .exam(let blueprint, _): return "Added the exam '\(blueprint.id)'."
    }
  }
}

/// Why a bank or an exam is not added.
enum BankAdditionFailure: CommandFailure, Equatable {
  /// A built-in bank or exam has the id.
  case builtin(id: String)
  /// One outside the folder, or not put there by this program, has the id.
  case elsewhere(id: String, path: String)
  /// One that was added before has the id.
  case taken(id: String, path: String)

  var status: ExitStatus { .cannotCreate }

  var description: String {
    switch self {
    case .builtin(let id):
      "a built-in bank or exam has the id '\(id)': give yours another one"
    case .elsewhere(let id, let path):
      "'\(path)' has the id '\(id)' already: take it away, or give the new one another id"
    case .taken(let id, let path):
      "'\(id)' is there already, in '\(path)': replace it with --replace"
    }
  }
}
