import BankExchange
import PracticeCore
import TestSupport

extension RandomBanks {
  /// The next bank, with no text that a file of a bank could not hold.
  mutating func tidyBank(questions maximum: Int = 6) -> QuestionBank {
    let bank = bank(questions: maximum)
    func tidy(_ text: String) -> String { ImportedText.cleaned(text).text }
    var tidied = bank
    tidied.title = TextBlock.line(tidy(bank.title))
    tidied.description = bank.description.map(tidy)
    tidied.scenarios = bank.scenarios.mapValues(tidy)
    tidied.references = bank.references.map {
      Reference(id: $0.id, title: TextBlock.line(tidy($0.title)), url: $0.url)
    }
    tidied.domains = bank.domains.map { domain in
      Domain(
        id: domain.id, title: TextBlock.line(tidy(domain.title)), weight: domain.weight,
        objectives: domain.objectives.map {
          Objective(id: $0.id, title: TextBlock.line(tidy($0.title)))
        })
    }
    tidied.questions = bank.questions.map { question in
      Question(
        id: question.id, objective: question.objective, facts: question.facts,
        difficulty: question.difficulty, cognitiveLevel: question.cognitiveLevel,
        scenario: question.scenario,
        scenarioText: question.scenario.flatMap { tidied.scenarios[$0] },
        stem: tidy(question.stem), format: Self.tidy(question.format, tidy),
        takeaway: question.takeaway.map(tidy), references: question.references,
        reviewed: question.reviewed,
        tags: question.tags.map { TextBlock.line(tidy($0)) })
    }
    return tidied
  }

  private static func tidy(_ format: AnswerFormat, _ tidy: (String) -> String) -> AnswerFormat {
    switch format {
    case .choices(let choices):
      .choices(
        choices.map {
          Choice(
            text: tidy($0.text), isRight: $0.isRight, why: $0.why.map(tidy),
            staysLast: $0.staysLast)
        })
    case .match(let pairs, let distractors):
      .match(
        pairs: pairs.map {
          MatchPair(
            prompt: tidy($0.prompt), answer: TextBlock.line(tidy($0.answer)),
            why: $0.why.map(tidy))
        }, distractors: distractors.map { TextBlock.line(tidy($0)) })
    case .order(let steps): .order(steps.map(tidy))
    case .answer(let answers): .answer(answers.map { TextBlock.line(tidy($0)) })
    }
  }
}
