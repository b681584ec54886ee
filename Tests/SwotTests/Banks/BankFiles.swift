@testable import swot

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Small banks and exams for tests, and a way to put them into a folder.
enum BankFiles {
  /// A bank of one question, without an error.
  static func bank(_ id: String, question: String = "Q-001") -> String {
    """
    format: swot-bank/1
    id: \(id)
    title: The bank \(id)
    questions:
      - id: \(question)
        stem: Which one?
        answer: [this]

    """
  }

  /// A further file with one question.
  static func part(question: String) -> String {
    "questions:\n  - {id: \(question), stem: Which one?, answer: [this]}\n"
  }

  /// An exam of one section.
  static func exam(_ id: String, from bank: String) -> String {
    """
    format: swot-exam/1
    id: \(id)
    title: The exam \(id)
    questions: 1
    minutes: 2
    scale: percent
    pass: 72
    sections:
      - {title: All, weight: 1, from: [\(bank)]}

    """
  }

  /// Writes files below `folder`, with the folders that they stand in.
  static func write(_ files: [String: String], in folder: String) throws {
    for (path, text) in files {
      let file = URL(filePath: folder).appending(path: path)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
  }

  /// Makes a symbolic link.
  static func link(_ path: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: target)
  }

  /// The paths of all files below `folder`, in byte order.
  static func below(_ folder: String) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: folder)
      .filter { FileSystemItem(at: "\(folder)/\($0)", followingLinks: false) == .file }
      .sorted()
  }
}
