import PracticeCore
import Testing

@testable import QuestionBankFormat

@Suite struct ChoiceRuleTests {
  @Test(arguments: [
    ["7 days", "12 hours", "+4 days"], ["1 TB", "+512 MB", "20 GB"], ["$5", "$10", "+$7"],
    ["1 hour", "+30 minutes", "90 minutes"], ["three", "+one", "two"], ["99.9%", "99%", "+99.99%"],
    ["1,000", "+10", "100"], ["up to 5 GB", "up to 1 GB", "+up to 3 GB"],
    ["3 replicas", "+1 replica", "2 replicas"], ["1 hour 30 minutes", "+1 hour", "2 hours"],
    ["5 GB per month", "+1 GB per month", "3 GB per month"],
  ])
  func `numbers in no order are found`(choices: [String]) {
    #expect(Self.rules(choices).contains("unordered-numbers"))
  }

  @Test(arguments: [
    ["12 hours", "4 days", "+7 days"], ["1 TB", "20 GB", "+512 MB"], ["5 GB", "+1 hour", "3 GB"],
    ["1.10", "1.2", "+1.9.3"], ["0755", "0644", "+0700"], ["10.0.0.0/8", "10.1.0.0/16", "+/24"],
    ["S3", "EC2", "+EBS"], ["2 roles", "+1 user", "3 keys"], ["5", "+3"],
    ["404 Not Found", "403 Forbidden", "+500 Internal Server Error"],
  ])
  func `numbers in order, and what is no number, may stand`(choices: [String]) {
    #expect(!Self.rules(choices).contains("unordered-numbers"))
  }

  @Test func `a choice that stays last needs no number`() {
    let question = Question(
      id: QuestionID(bank: "b", question: "Q"), stem: "How long?",
      format: .choices([
        Choice(text: "7 days", isRight: true), Choice(text: "1 day", isRight: false),
        Choice(text: "3 days", isRight: false),
        Choice(text: "For ever", isRight: false, staysLast: true),
      ]))
    var examination = QuestionExamination(question, language: "en")
    examination.run()
    #expect(examination.findings.map(\.rule) == [.unorderedNumbers])
  }

  @Test func `a right choice that is much longer is found once`() {
    let long = "+A queue that keeps every order until the warehouse has confirmed it"
    #expect(
      LintedBank.rules("What helps?", "A cache in front", long, "A larger database")
        == ["key-longest"])
    // Two of three words: nobody picks by that.
    #expect(LintedBank.rules("What helps?", "SQS", "+Amazon EventBridge", "SNS") == [])
    // In languages of any script characters count.
    #expect(
      LintedBank.rules("?", "短い", "+とても長い正解でほかの選択肢よりもずっとずっと長いもの", "短い答え", language: "ja")
        == ["key-longest"])
  }

  @Test func `code and few choices are not measured`() {
    #expect(
      LintedBank.rules("Which?", "+yes, since a queue keeps all orders until the end", "no") == [])
    #expect(
      LintedBank.rules(
        "Which?", "+    aws s3 sync a very long command with many words in it", "none", "some")
        == [])
  }

  @Test func `pieces that others share are found, unless a wrong choice has none of its own`() {
    #expect(
      LintedBank.rules("How?", "+Red and blue", "Red and green", "Yellow and blue").contains(
        "convergence"))
    #expect(
      !LintedBank.rules(
        "How?", "+Red and blue", "Red and green", "Yellow and blue", "Yellow and green"
      ).contains("convergence"))
    #expect(!LintedBank.rules("How?", "+Red", "Red and green", "Blue").contains("convergence"))
  }

  @Test func `an echo is found in short stems and questions, not in stories`() {
    #expect(
      LintedBank.rules("Which service encrypts?", "+The encryption desk", "The store", "The office")
        == ["stem-word-in-key"])
    #expect(
      LintedBank.rules("Which service encrypts?", "+The encryption desk", "An encrypted disk", "x")
        == [])
    let story =
      "A museum has a pipeline of eleven steps, nine of them with a permanent token, and wants to know who may start which of them at what time of the day."
    #expect(
      LintedBank.rules(
        story + " What helps?", "+A list of steps that names their owners and their hours",
        "A plan that shows who is on duty and when", "A table with all people and their rights")
        == [])
  }

  private static func rules(_ choices: [String]) -> [String] {
    let question = Question(
      id: QuestionID(bank: "b", question: "Q"), stem: "How much?",
      format: .choices(
        choices.map { Choice(text: $0.filter { $0 != "+" }, isRight: $0.hasPrefix("+")) }))
    var examination = QuestionExamination(question, language: nil)
    examination.run()
    return examination.findings.map(\.rule.rawValue)
  }
}
