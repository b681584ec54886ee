import BankExchange
import PracticeCore
import QuestionBankFormat
import TestSupport
import Testing

@Suite struct AikenTests {
  private func read(_ text: String) -> BankImport {
    AikenImporter().read(SourceFile(name: "quiz.aiken", text: text), options: ImportOptions())
  }

  @Test func `questions are read, with or without blank lines between them`() throws {
    let result = read(
      """
      \u{FEFF}What is right?
      A) This one.
      B. That one.
      ANSWER: B
      A stem
      of two lines
      A) yes
      B)no

      ANSWER:A
      """)
    #expect(result.diagnostics == [])
    let bank = try #require(result.bank)
    #expect(bank.questions.map(\.stem) == ["What is right?", "A stem\n\nof two lines"])
    #expect(bank.questions.map(\.keyNumbers) == [[2], [1]])
  }

  @Test func `what is bad is named with its place`() {
    let result = read(
      """
      No choices
      ANSWER: A
      No answer
      A) a
      B) b
      Wrong letter
      A) a
      B) b
      ANSWER: C
      Good
      A) a
      B) b
      ANSWER: A
      Alone
      """)
    #expect(
      result.diagnostics.map { "\($0.location.line) \($0.rule)" } == [
        "2 import-key", "3 import-incomplete", "9 import-key", "14 import-incomplete",
      ])
    #expect(result.bank?.questions.map(\.stem) == ["Good"])
  }

  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func `single choice comes back`(seed: UInt64) throws {
    var generated = RandomBanks(seed: seed)
    let bank = BankWriter.carried(generated.bank(questions: 8))
    let export = AikenExporter().export(ExportSource(bank))
    let result = AikenImporter().read(
      SourceFile(name: "x.aiken", bytes: export.bytes), options: ImportOptions())
    let single = bank.questions.filter { $0.format.kind == .choices && $0.keyNumbers.count == 1 }
    #expect(export.questionCount == single.count)
    guard !single.isEmpty else { return }
    #expect(result.diagnostics == [])
    let again = try CarriedBank.reread(result)
    #expect(again.questions.count == single.count)
    for (question, other) in zip(single, again.questions) {
      let stem = TextBlock.normalized(TextBlock.line(bank.wholeStem(of: question)))
      #expect(other.stem == stem || other.stem == "\" " + stem || other.stem == "? " + stem)
      guard case .choices(let choices) = question.format else { continue }
      #expect(
        other.format
          == .choices(
            choices.map {
              Choice(
                text: TextBlock.normalized(TextBlock.line($0.text)), isRight: $0.isRight)
            }))
    }
    let multiple = bank.questions.count - single.count
    #expect(export.losses.count { $0.kind == .question } == multiple)
  }
}
