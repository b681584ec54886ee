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
  /// Something that can't be read.
  case unreadable(InputFileFailure)
}

extension BankSearch {
  /// Reads what is at the place.
  func read(_ place: Place) -> ReadSource {
    do {
      return try source(at: place)?.read() ?? .other
    } catch {
      return .unreadable(error)
    }
  }
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
}
