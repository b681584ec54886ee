package import PracticeCore

extension BankWriter {
  /// The bank as it comes back when it has been written and read, without notes.
  ///
  /// Texts are what a file can hold of them: line ends of other systems become line feeds, a tab
  /// becomes blanks, characters that no bank may hold are dropped, and so are line feeds at the
  /// start and white space at the end. Optional texts that are then empty are left out, weights have
  /// at most twenty digits. What was read from a file is carried as it is.
  package static func carried(_ bank: QuestionBank) -> QuestionBank {
    let scenarios = bank.scenarios.mapValues(CarriedText.of)
    return QuestionBank(
      id: bank.id, title: CarriedText.of(bank.title), description: optional(bank.description),
      language: optional(bank.language), license: optional(bank.license),
      authors: list(bank.authors), reviewed: bank.reviewed,
      references: bank.references.map { reference in
        Reference(
          id: reference.id, title: CarriedText.of(reference.title),
          url: CarriedText.of(reference.url))
      },
      scenarios: scenarios,
      domains: bank.domains.map { domain in
        Domain(
          id: domain.id, title: CarriedText.of(domain.title),
          weight: Double(decimal(domain.weight)) ?? 0,
          objectives: domain.objectives.map {
            Objective(id: $0.id, title: CarriedText.of($0.title))
          })
      },
      questions: bank.questions.map { question in
        carried(question, scenario: question.scenario.flatMap { scenarios[$0] })
      })
  }

  /// The question as it comes back.
  static func carried(_ question: Question, scenario: String?) -> Question {
    Question(
      id: question.id, objective: question.objective, facts: question.facts,
      difficulty: question.difficulty, cognitiveLevel: question.cognitiveLevel,
      scenario: question.scenario, scenarioText: scenario, stem: CarriedText.of(question.stem),
      format: carried(question.format), takeaway: optional(question.takeaway),
      references: question.references, reviewed: question.reviewed, tags: list(question.tags))
  }

  private static func carried(_ format: AnswerFormat) -> AnswerFormat {
    switch format {
    case .choices(let choices):
      .choices(
        choices.map { choice in
          Choice(
            text: CarriedText.of(choice.text), isRight: choice.isRight, why: optional(choice.why),
            staysLast: choice.staysLast)
        })
    case .match(let pairs, let distractors):
      .match(
        pairs: pairs.map { pair in
          MatchPair(
            prompt: CarriedText.of(pair.prompt), answer: CarriedText.of(pair.answer),
            why: optional(pair.why))
        },
        distractors: distractors.map(CarriedText.of))
    case .order(let steps): .order(steps.map(CarriedText.of))
    case .answer(let texts): .answer(texts.map(CarriedText.of))
    }
  }

  private static func optional(_ text: String?) -> String? {
    guard let text = text.map(CarriedText.of), !text.isEmpty else { return nil }
    return text
  }

  private static func list(_ texts: [String]) -> [String] {
    texts.map(CarriedText.of).filter { !$0.isEmpty }
  }

  /// A number that isn't negative as a bank writes it: digits, with a point or without, at most
  /// twenty characters; 0 for what is no number.
  static func decimal(_ value: Double) -> String {
    guard value.isFinite, value > 0 else { return "0" }
    if value >= 1e18 { return "1000000000000000000" }
    if value == value.rounded() { return String(UInt64(value)) }
    let text = "\(value)"
    if !text.utf8.contains(UInt8(ascii: "e")), text.utf8.count <= 20 { return text }
    // Less than a ten-thousandth.
    let digits = String(UInt64((value * 1e15).rounded()))
    guard digits != "0" else { return "0" }
    return "0." + String(repeating: "0", count: max(0, 15 - digits.count)) + digits
  }
}
