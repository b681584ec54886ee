import QuestionBankFormat
import TestSupport
import Testing

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

@Suite struct JSONSchemaTests {
  private static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The files follow from the keys that the readers know; `RECORD_SCHEMAS=1` writes them anew.
  @Test(arguments: ["bank", "exam"])
  func `the schema in the repository is the one of the readers`(kind: String) throws {
    let text = kind == "bank" ? JSONSchema.bank : JSONSchema.exam
    let file = Self.root.appending(path: "Assets/schema/swot-\(kind).schema.json")
    if ProcessInfo.processInfo.environment["RECORD_SCHEMAS"] != nil {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
      Issue.record("written anew")
    }
    let kept = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    #expect(kept == text)
  }
}
