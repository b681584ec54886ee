import QuestionBankFormat
import Testing

@Suite struct FileKindTests {
  @Test(
    arguments: [
      ("format: swot-bank/1\n", .bank(version: 1)), ("format: swot-bank/2", .bank(version: 2)),
      ("# a comment\n---\nformat:   \"swot-exam/1\" # and another\r\n", .exam(version: 1)),
      ("\u{feff}format: 'swot-bank/1'\r\n", .bank(version: 1)),
      ("id: a\ntitle: T\nformat: swot-bank/1\n", .bank(version: 1)),
      ("questions:\n  - format: swot-exam/1\n", .questions), ("questions: []", .questions),
      ("questions:\nformat: swot-bank/1\n", .bank(version: 1)),
      ("format: swot-bank/0\n", .other), ("format: swot-bank/1.1\n", .other),
      ("format: swot-bank\n", .other), ("format: other/1\n", .other), ("theme: dark\n", .other),
      ("", .other), (" format: swot-bank/1\n", .other), ("format", .other), ("format:", .other),
    ] as [(String, FileKind)])
  func `the format line says what a file is`(text: String, kind: FileKind) {
    #expect(FileKind(SourceFile(name: "f.yaml", text: text)) == kind)
  }
}

@Suite struct NearestNameTests {
  @Test(
    arguments: [
      ("objektive", "objective"), ("Stem", "stem"), ("choises", "choices"), ("stme", "stem"),
      ("objectives", "objective"), ("x", nil), ("", nil), ("something else", nil),
      ("takeway", "takeaway"),
    ])
  func `the nearest name is found, if one is near`(text: String, name: String?) {
    let names = ["id", "objective", "stem", "choices", "takeaway"]
    #expect(NearestName.find(text, among: names) == name)
  }

  @Test func `the first of equally near names is taken`() {
    #expect(NearestName.find("IAM-Q-00", among: ["IAM-Q-001", "IAM-Q-002"]) == "IAM-Q-001")
  }

  @Test func `a very long name is near nothing`() {
    let long = String(repeating: "a", count: 100)
    #expect(NearestName.find(long, among: [long + "a"]) == nil)
  }
}

@Suite struct SourceLinesTests {
  @Test func `a line is shown around a column`() {
    let lines = SourceLines(SourceFile(name: "f", text: "\u{feff}one\r\ntwo é three\n"))
    #expect(
      lines.excerpt(line: 1, column: 2, width: 60)
        == .init(before: "o", after: "ne", isCutBefore: false, isCutAfter: false))
    #expect(
      lines.excerpt(line: 2, column: 5, width: 3)
        == .init(before: "wo ", after: "é t", isCutBefore: true, isCutAfter: true))
    #expect(
      lines.excerpt(line: 3, column: 1, width: 3)
        == .init(before: "", after: "", isCutBefore: false, isCutAfter: false))
    #expect(lines.excerpt(line: 4, column: 1, width: 3) == nil)
    #expect(lines.excerpt(line: 0, column: 1, width: 3) == nil)
    #expect(lines.excerpt(line: 1, column: 20_000, width: 3) == nil)
  }

  @Test func `bytes that are no text take a column each`() {
    let lines = SourceLines(SourceFile(name: "f", bytes: [0x61, 0xff, 0xe2, 0x82, 0x62]))
    #expect(
      lines.excerpt(line: 1, column: 4, width: 9)
        == .init(
          before: "a\u{fffd}\u{fffd}", after: "b", isCutBefore: false, isCutAfter: false))
  }
}
