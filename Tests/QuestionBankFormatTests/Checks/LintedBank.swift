import PracticeCore
import Testing

@testable import QuestionBankFormat

/// A bank in one file whose questions are checked.
enum LintedBank {
  /// The day on which the tests check.
  static let today = CalendarDate(daysSince1970: 20_787)  // 2026-11-30

  /// What is found about a question with this stem and these choices, a `+` before the right ones,
  /// without what is missing.
  static func rules(
    _ stem: String, _ choices: String..., language: String = "en"
  ) -> [String] {
    let question = Question(
      id: QuestionID(bank: "b", question: "Q"), stem: stem,
      format: .choices(
        choices.map { text in
          Choice(
            text: text.hasPrefix("+") ? String(text.dropFirst()) : text,
            isRight: text.hasPrefix("+"))
        }))
    var examination = QuestionExamination(question, language: language)
    examination.run()
    return examination.findings.map(\.rule.rawValue)
  }

  /// What is found in a bank, by rule and line, without what is missing.
  static func findings(_ text: String) -> [(rule: String, line: Int)] {
    let left = ["incomplete-bank", "incomplete-question", "missing-rationale"]
    return BankLint.check([[SourceFile(name: "b.yaml", text: text)]], asOf: today)[0].findings
      .map { ($0.diagnostic.rule, $0.diagnostic.location.line) }
      .filter { !left.contains($0.0) }
  }
}
