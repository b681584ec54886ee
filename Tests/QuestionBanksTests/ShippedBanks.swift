import PracticeCore
import QuestionBankFormat
import Testing

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The banks and exams of this checkout, as the program reads them.
enum ShippedBanks {
  /// The folder of all banks.
  static let folder = "QuestionBanks"
  /// The folder of the exams, which is no bank.
  static let examFolder = "\(folder)/exams"

  /// The folders of the banks, from the root of the repository.
  static let bankFolders: [String] = {
    let files = (try? RepositoryFiles.below(folder)) ?? []
    return files.filter { $0.hasSuffix("/bank.yaml") }.map {
      String($0.dropLast("/bank.yaml".count))
    }
    .sorted()
  }()

  /// The paths of the blueprints, from the root of the repository.
  static let examPaths = (try? RepositoryFiles.below(examFolder).sorted()) ?? []

  /// Reads the bank in `folder`.
  static func read(_ folder: String) throws -> (bank: QuestionBank?, diagnostics: [Diagnostic]) {
    let files = try RepositoryFiles.below(folder).map { try sourceFile($0) }
    return QuestionBankReader.read(files)
  }

  /// The file at `path`, from the root of the repository.
  static func sourceFile(_ path: String) throws -> SourceFile {
    let bytes = try Data(contentsOf: RepositoryFiles.root.appending(path: path))
    return SourceFile(name: path, bytes: Array(bytes))
  }

  /// All banks that can be read.
  static let banks = bankFolders.compactMap { try? read($0).bank }
}

extension QuestionBank: CustomTestStringConvertible {
  /// The id: a failed test need not print all questions.
  package var testDescription: String { id }

  /// The id of the domain to which `question` belongs.
  func domainID(of question: Question) -> String? {
    domains.first { $0.objectives.contains { $0.id == question.objective } }?.id
  }
}

extension Question {
  /// The choices; empty for other kinds.
  var choices: [Choice] {
    guard case .choices(let choices) = format else { return [] }
    return choices
  }

  /// Whether exactly one choice is right.
  var isSingleChoice: Bool { choices.count { $0.isRight } == 1 }

  /// Whether several choices are right.
  var isMultipleResponse: Bool { choices.count { $0.isRight } > 1 }

  /// The lines of the stem that are code, without the indentation that makes them so.
  var codeLines: [Substring] {
    stem.split(separator: "\n").filter { $0.hasPrefix("    ") }.map { $0.dropFirst(4) }
  }

  /// The words of the stem that are not code.
  var proseWords: [Substring] {
    stem.split(separator: "\n").filter { !$0.hasPrefix("    ") }.flatMap(\.words)
  }

  /// All texts that a learner reads before answering, but for the scenario.
  var shownTexts: [String] {
    switch format {
    case .choices(let choices): [stem] + choices.map(\.text)
    case .match(let pairs, let distractors):
      [stem] + pairs.flatMap { [$0.prompt, $0.answer] } + distractors
    case .order(let steps): [stem] + steps
    case .answer: [stem]
    }
  }

  /// The texts that are right.
  var keyedTexts: [String] {
    switch format {
    case .choices(let choices): choices.filter(\.isRight).map(\.text)
    case .match(let pairs, _): pairs.map(\.answer)
    case .order(let steps): steps
    case .answer(let accepted): accepted
    }
  }

  /// The rationales and the take-away.
  var teachingTexts: [String] {
    let rationales: [String?] =
      switch format {
      case .choices(let choices): choices.map(\.why)
      case .match(let pairs, _): pairs.map(\.why)
      case .order, .answer: []
      }
    return (rationales + [takeaway]).compactMap { $0 }
  }
}

extension StringProtocol {
  /// The parts between white space.
  var words: [SubSequence] { split(whereSeparator: \.isWhitespace) }
}
