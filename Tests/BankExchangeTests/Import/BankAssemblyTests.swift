import BankExchange
import PracticeCore
import QuestionBankFormat
import Testing

@Suite struct BankAssemblyTests {
  private func question(
    _ format: AnswerFormat, id: String? = nil, stem: String = "Which?", category: [String] = []
  ) -> ImportedQuestion {
    ImportedQuestion(
      location: SourceLocation(file: "q.txt", line: 3, column: 1), id: id, category: category,
      stem: stem, format: format)
  }

  private func assemble(_ questions: [ImportedQuestion]) -> BankImport {
    var assembly = BankAssembly(
      SourceFile(name: "a/My quiz.txt", text: ""), options: ImportOptions())
    for question in questions { assembly.add(question) }
    return assembly.finish()
  }

  private let choices = AnswerFormat.choices([
    Choice(text: "yes", isRight: true), Choice(text: "no", isRight: false),
  ])

  @Test func `the bank has an id and a title from its file`() throws {
    let bank = try #require(assemble([question(choices)]).bank)
    #expect(bank.id == "My-quiz")
    #expect(bank.title == "My quiz")
    #expect(bank.questions.count == 1)
  }

  @Test func `categories become domains and objectives`() throws {
    let bank = try #require(
      assemble([
        question(choices, category: ["AWS", "IAM", "Roles"]),
        question(choices, stem: "Which other?", category: ["AWS"]),
        question(choices, stem: "Which third?", category: ["AWS", "IAM", "Roles"]),
      ]).bank)
    #expect(bank.domains.map(\.title) == ["AWS"])
    #expect(bank.domains[0].objectives.map(\.title) == ["IAM / Roles", "AWS"])
    let objectives = bank.domains[0].objectives.map(\.id)
    #expect(bank.questions.map(\.objective) == [objectives[0], objectives[1], objectives[0]])
    #expect(Set(objectives + ["AWS"]).count == 3)
  }

  @Test(arguments: [
    (AnswerFormat.choices([Choice(text: "a", isRight: true)]), ImportRule.incomplete),
    (.choices([Choice(text: "a", isRight: true), Choice(text: "b", isRight: true)]), .key),
    (.choices([Choice(text: "a", isRight: false), Choice(text: "b", isRight: false)]), .key),
    (.choices([Choice(text: "a", isRight: true), Choice(text: "a ", isRight: false)]), .key),
    (.choices([Choice(text: "a", isRight: true), Choice(text: " ", isRight: false)]), .incomplete),
    (.choices((1...10).map { Choice(text: "\($0)", isRight: $0 == 1) }), .tooManyItems),
    (.match(pairs: [MatchPair(prompt: "a", answer: "b")], distractors: []), .incomplete),
    (.order(["a"]), .incomplete), (.order(["a", "a"]), .duplicate), (.answer([" "]), .incomplete),
  ])
  func `what no bank can hold is reported and left out`(format: AnswerFormat, rule: ImportRule) {
    let result = assemble([question(format), question(choices)])
    #expect(result.diagnostics.map(\.rule) == [rule.rawValue])
    #expect(result.diagnostics.first?.location.line == 3)
    #expect(result.bank?.questions.count == 1)
    #expect(result.questionCount == 2)
  }

  @Test func `an id that is taken or none becomes another, and is listed`() {
    let result = assemble([
      question(choices, id: "A"), question(choices, id: "A"), question(choices, id: "a b"),
    ])
    #expect(result.bank?.questions.map { String($0.id.question) } == ["A", "A-2", "a-b"])
    #expect(result.losses.map(\.kind) == [.id, .id])
  }

  @Test func `an empty file is an error`() {
    #expect(assemble([]).diagnostics.map(\.rule) == ["import-nothing"])
  }
}
