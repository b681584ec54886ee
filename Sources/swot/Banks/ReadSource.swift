import PracticeCore
import QuestionBankFormat

/// A source with what came of reading it.
enum ReadSource: Sendable {
  /// A bank, as ``QuestionBankReader`` gives it.
  case bank(path: String, files: [SourceFile], QuestionBank?, [Diagnostic])
  /// A blueprint, as ``BlueprintReader`` gives it.
  case blueprint(SourceFile, Blueprint?, [Diagnostic])
  /// Neither.
  case other
}

extension BankSource {
  /// Reads it.
  func read() -> ReadSource {
    switch self {
    case .bank(let path, let files):
      let (bank, diagnostics) = QuestionBankReader.read(files)
      return .bank(path: path, files: files, bank, diagnostics)
    case .blueprint(let file):
      let (blueprint, diagnostics) = BlueprintReader.read(file)
      return .blueprint(file, blueprint, diagnostics)
    case .other: return .other
    }
  }

  /// The bytes of its files.
  var size: Int {
    switch self {
    case .bank(_, let files): files.reduce(0) { $0 + $1.bytes.count }
    case .blueprint(let file), .other(let file): file.bytes.count
    }
  }
}
