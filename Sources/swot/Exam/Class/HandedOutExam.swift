import PracticeCore
import ProgressStore

/// Exams that are handed out as files.
enum HandedOutExam {
  /// The exam that was handed out as the file at `path`; nil where it is something else.
  ///
  /// Its beginning tells that it is one, whatever its name; and a file that ends in `.json` can be
  /// nothing else.
  ///
  /// - Throws: ``InputFileFailure``, or `ExamPaperError` where the file is damaged.
  static func read(_ path: String) throws -> ExamPack? {
    guard FileSystemItem(at: path) == .file else { return nil }
    let isPack = ExamPack.isPack(try InputFile.read(path, upTo: 256))
    guard isPack || path.hasSuffix(".json") else { return nil }
    return try ExamPackDecoder.pack(in: try InputFile.read(path), of: path)
  }

  /// What is sat when a file is opened.
  ///
  /// - Parameters:
  ///   - pack: What it holds.
  ///   - seed: The seed of a form where candidates draw their own; nil for one that is drawn.
  ///   - terms: What is agreed beside the rules.
  /// - Returns: The request; the candidate is asked for a name.
  static func request(_ pack: ExamPack, seed: UInt64?, terms: ExamTerms) -> ExamRequest {
    ExamRequest(pack.blueprint, seed: seed, terms: terms, paper: pack.form, asksName: true)
  }
}

extension ExamPaperError: CommandFailure {
  /// How the program ends for it.
  var status: ExitStatus {
    if case .unreadable = self { .inputOutputError } else { .badData }
  }
}
