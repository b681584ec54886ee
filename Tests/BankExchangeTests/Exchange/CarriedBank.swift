import BankExchange
import PracticeCore
import QuestionBankFormat

/// What a format is expected to carry of a bank: the same questions, as far as the format can.
struct CarriedBank {
  /// What becomes of scenarios: they stand in front of the stem.
  static func withoutScenarios(_ question: Question, in bank: QuestionBank) -> Question {
    change(question, stem: bank.wholeStem(of: question)) { $0.scenario = nil }
  }

  /// A question with all its texts in the normal layout.
  static func normalized(_ question: Question) -> Question {
    change(
      question, stem: TextBlock.normalized(question.stem),
      format: texts(of: question.format) { TextBlock.normalized($0) }
    ) { $0.takeaway = $0.takeaway.map(TextBlock.normalized) }
  }

  /// A format with each text changed.
  static func texts(
    of format: AnswerFormat, _ change: (String) -> String
  ) -> AnswerFormat {
    switch format {
    case .choices(let choices):
      .choices(
        choices.map {
          Choice(
            text: change($0.text), isRight: $0.isRight, why: $0.why.map(change),
            staysLast: $0.staysLast)
        })
    case .match(let pairs, let distractors):
      .match(
        pairs: pairs.map {
          MatchPair(
            prompt: change($0.prompt), answer: change($0.answer), why: $0.why.map(change))
        }, distractors: distractors.map(change))
    case .order(let steps): .order(steps.map(change))
    case .answer(let texts): .answer(texts.map(change))
    }
  }

  /// A question with another stem and another format; the fingerprints follow.
  static func change(
    _ question: Question, stem: String? = nil, format: AnswerFormat? = nil,
    _ body: (inout Question) -> Void = { _ in }
  ) -> Question {
    var changed = Question(
      id: question.id, objective: question.objective, facts: question.facts,
      difficulty: question.difficulty, cognitiveLevel: question.cognitiveLevel,
      scenario: question.scenario, stem: stem ?? question.stem, format: format ?? question.format,
      takeaway: question.takeaway, references: question.references, reviewed: question.reviewed,
      tags: question.tags)
    body(&changed)
    changed.revision = Revision(
      stem: changed.stem, scenario: nil, format: changed.format)
    return changed
  }

  /// The bank of an import, after it was written as YAML and read again; it must have no error.
  static func reread(_ result: BankImport) throws -> QuestionBank {
    guard let bank = result.bank else { throw Missing() }
    let file = SourceFile(name: "bank.yaml", text: BankWriter.text(of: bank))
    let outcome = QuestionBankReader.check([file])
    let errors = outcome.diagnostics.filter { $0.severity == .error }
    guard errors.isEmpty, let again = outcome.bank else { throw Refused(errors: errors) }
    return again
  }

  struct Missing: Error {}
  struct Refused: Error { let errors: [Diagnostic] }
}
