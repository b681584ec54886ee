import TestSupport
import Testing

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The JSON Schemas by the word of another program, Python's `jsonschema`.
@Suite struct SchemaTests {
  private static func root(_ path: String) -> String {
    RepositoryFiles.root.appending(path: path).path
  }

  /// Runs the validator; a line for each file.
  private static func validate(_ kind: String, _ files: [String]) throws -> Program.Outcome {
    try withTemporaryFolder { home in
      try Program.run(
        at: try SystemTool.readers.path,
        [
          root("Tests/QuestionBanksTests/Fixtures/validate-schema.py"),
          root("Assets/schema/swot-\(kind).schema.json"),
        ] + files, home: home, environment: ["PYTHONDONTWRITEBYTECODE": "1"])
    }
  }

  @Test(.needs(.readers))
  func `all banks and exams that are shipped are valid`() throws {
    let banks = try RepositoryFiles.below("QuestionBanks").filter {
      $0.hasSuffix(".yaml") && !$0.contains("/exams/")
    }
    for (kind, files) in [("bank", banks), ("exam", ShippedBanks.examPaths)] {
      #expect(!files.isEmpty)
      let outcome = try Self.validate(kind, files.map(Self.root))
      #expect(outcome.status == 0 && outcome.errors == "")
      #expect(outcome.lines == files.map { "\(Self.root($0)): valid" })
    }
  }

  @Test(
    .needs(.readers),
    arguments: [
      ("format: swot-bank/1\nid: x\ntitel: X\n", "'title' is a required property"),
      ("questions: [{id: Q, stem: s}]\n", "is not valid under any of the given schemas"),
      ("questions: [{id: Q, stem: s, answer: [a], order: [a, b]}]\n", "is valid under each of"),
      ("questions: [{id: a b, stem: s, answer: [a]}]\n", "'a b' does not match"),
      (
        "questions: [{id: Q, stem: s, difficulty: hard, answer: [a]}]\n",
        "'hard' is not one of ['foundation', 'intermediate', 'advanced']"
      ),
      ("questions: [{id: Q, stem: s, distractors: [a], answer: [a]}]\n", "is a dependency of"),
      ("id: x\nquestions: []\n", "'format' is a required property"),
      ("format: swot-bank/2\nid: x\ntitle: X\n", "'swot-bank/1' was expected"),
      // What is text to Swot is valid, whatever YAML takes it for.
      ("questions: [{id: Q, stem: 1.5, answer: [No, 2026-11-23, 12:30]}]\n", "valid"),
    ])
  func `what is wrong is named`(text: String, message: String) throws {
    try withTemporaryFolder { folder in
      let path = "\(folder)/x.yaml"
      try Data(text.utf8).write(to: URL(filePath: path))
      let outcome = try Self.validate("bank", [path])
      #expect(outcome.lines.count == 1 && outcome.output.contains(message), "\(outcome.output)")
    }
  }
}
