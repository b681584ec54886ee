import QuestionBankFormat

/// Why banks or blueprints can't be used.
enum BankLibraryFailure: CommandFailure {
  /// A file or folder isn't there or can't be read.
  case unreadable(InputFileFailure)
  /// A folder or file holds no bank and no blueprint.
  case nothingFound(path: String)
  /// A path holds blueprints, but no bank.
  case noBank(path: String)
  /// A path holds banks, but no blueprint.
  case noBlueprint(path: String)
  /// A path holds several blueprints where one is needed.
  case severalBlueprints(path: String, ids: [String])
  /// A bank or blueprint has errors.
  case damaged(path: String, files: [SourceFile], [Diagnostic])
  /// Two banks, or two blueprints, have one id.
  case twice(what: String, id: String, first: String, second: String)
  /// There is no bank, blueprint or question of this id.
  case unknown(what: String, id: String, known: [String])

  var status: ExitStatus {
    switch self {
    case .unreadable(let failure): failure.status
    case .nothingFound, .noBank, .noBlueprint, .unknown: .inputNotFound
    case .severalBlueprints: .usage
    case .damaged, .twice: .badData
    }
  }

  var description: String {
    switch self {
    case .unreadable(let failure): return failure.description
    case .nothingFound(let path):
      return
        "there is no bank and no exam in '\(path)': their files begin with 'format: swot-bank/1' or 'format: swot-exam/1'"
    case .noBank(let path): return "there is no bank in '\(path)'"
    case .noBlueprint(let path): return "there is no exam in '\(path)'"
    case .severalBlueprints(let path, let ids):
      return "there are several exams in '\(path)' (\(ids.joined(separator: ", "))): name one file"
    case .damaged(let path, _, _): return "'\(path)' has errors"
    case .twice(let what, let id, let first, let second):
      return
        "two \(what) have the id '\(id)': \(first) and \(second); leave one out, or use --no-builtin-banks"
    case .unknown(let what, let id, let known):
      if let nearest = NearestName.find(id, among: known) {
        return "there is no \(what) '\(id)'; did you mean '\(nearest)'?"
      }
      return known.isEmpty
        ? "there is no \(what) '\(id)', nor any other"
        : "there is no \(what) '\(id)'; there are: \(known.joined(separator: ", "))"
    }
  }

  func report() throws(WriteFailure) {
    if case .damaged(_, let files, let diagnostics) = self {
      var printer = DiagnosticPrinter(files: files)
      try printer.print(diagnostics.filter { $0.severity == .error })
    }
    try StandardStream.error.writeLine("swot: \(description)")
  }
}
