import PracticeCore
import QuestionBankFormat
import Testing

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

extension RuleDescription: CustomTestStringConvertible {
  /// The id of the rule.
  public var testDescription: String { rule.rawValue }
}

@Suite struct RuleCatalogueTests {
  @Test func `the catalogue lists each rule once`() {
    let listed = RuleCatalogue.all.map(\.rule.rawValue)
    #expect(Set(listed).count == listed.count)
    #expect(Set(listed) == Set(Rule.allCases.map(\.rawValue)))
  }

  @Test func `ids are in kebab case`() {
    for rule in Rule.allCases {
      #expect(rule.rawValue.wholeMatch(of: /[a-z]+(-[a-z0-9]+)*/) != nil, "\(rule)")
    }
  }

  @Test(arguments: RuleCatalogue.all)
  func `the first example breaks the rule at its mark`(entry: RuleDescription) throws {
    let place = try #require(entry.triggering.place, "the example has no mark")
    let found = try diagnostics(of: entry.triggering).filter { $0.rule == entry.rule.rawValue }
    #expect(found.map(\.location) == [place])
    if entry.rule != .tooManyDiagnostics {
      #expect(found.allSatisfy { $0.severity == entry.rule.severity })
    }
  }

  @Test(arguments: RuleCatalogue.all)
  func `the second example keeps the rule and has no error`(entry: RuleDescription) throws {
    let found = try diagnostics(of: entry.nonTriggering)
    #expect(found.filter { $0.rule == entry.rule.rawValue } == [])
    #expect(found.filter { $0.severity == .error } == [])
    #expect(entry.nonTriggering.place == nil)
  }

  @Test(arguments: RuleCatalogue.all)
  func `messages are lower case and without a full stop`(entry: RuleDescription) throws {
    for diagnostic in try diagnostics(of: entry.triggering) {
      let message = diagnostic.message
      #expect(message.hasSuffix(".") == false, "\(message)")
      let first = message.unicodeScalars.first { !"'".unicodeScalars.contains($0) }
      #expect(
        first.map { !$0.properties.isUppercase } == true || message.hasPrefix("'")
          || message.hasPrefix("U+"), "\(message)")
    }
  }

  @Test func `the documentation lists every rule with its examples`() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Sources/swot/Documentation.docc/Rules/Rules.md").standardized
    if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(RulePage.text.utf8).write(to: file)
      Issue.record("recorded \(file.path)")
    }
    let text = try String(decoding: Data(contentsOf: file), as: UTF8.self)
    #expect(text == RulePage.text, "write it anew with RECORD_SNAPSHOTS=1")
  }

  private func diagnostics(of example: RuleExample) throws -> [Diagnostic] {
    guard example.piece == .blueprint else {
      let today = try #require(CalendarDate("2026-11-30"))
      return BankLint.check([example.files], asOf: today)[0].findings.map(\.diagnostic)
    }
    let bank = QuestionBank(
      id: "example", title: "An example",
      questions: [
        Question(
          id: QuestionID(bank: "example", question: "Q-001"), stem: "Which one?",
          format: .answer(["this"]))
      ])
    return example.files.flatMap { BlueprintReader.read($0, banks: [bank]).diagnostics }
  }
}
