import QuestionBankFormat
import Testing

@Suite struct SourceLocationTests {
  @Test func `places are ordered by file, line, column`() {
    #expect(
      SourceLocation(file: "a", line: 2, column: 1) < SourceLocation(file: "a", line: 2, column: 3))
  }
}
