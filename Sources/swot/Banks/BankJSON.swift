import PracticeCore

/// Banks and questions for programs.
enum BankJSON {
  /// What a bank is, and how many questions it has on what.
  static func value(_ loaded: BankLibrary.LoadedBank) -> JSONValue {
    let bank = loaded.bank
    var counts: [String: Int] = [:]
    for question in bank.questions { counts[question.objective ?? "", default: 0] += 1 }
    func number(_ kind: QuestionKind) -> JSONValue {
      .int(bank.questions.count { $0.format.kind == kind })
    }
    return [
      "id": .string(bank.id), "title": .string(bank.title),
      "description": optional(bank.description), "language": optional(bank.language),
      "license": optional(bank.license), "authors": .array(bank.authors.map { .string($0) }),
      "reviewed": optional(bank.reviewed?.description), "path": .string(loaded.path),
      "builtin": .bool(loaded.isBuiltin), "questions": .int(bank.questions.count),
      "kinds": .object(
        QuestionKind.allCases.map { .init(name: $0.rawValue, value: number($0)) }),
      "notes": .int(bank.notes.count),
      "domains": .array(
        bank.domains.map { domain in
          [
            "id": .string(domain.id), "title": .string(domain.title),
            "weight": .double(domain.weight),
            "questions": .int(domain.objectives.reduce(0) { $0 + counts[$1.id, default: 0] }),
            "objectives": .array(
              domain.objectives.map { objective in
                [
                  "id": .string(objective.id), "title": .string(objective.title),
                  "questions": .int(counts[objective.id, default: 0]),
                ]
              }),
          ]
        }),
      "references": .array(bank.references.map(value)),
    ]
  }

  /// All of a question of `bank`, with what is right.
  static func value(_ question: Question, in bank: QuestionBank) -> JSONValue {
    let kind = question.format.kind
    return .object(
      [
        .init(name: "id", value: .string(question.id.description)),
        .init(name: "kind", value: .string(kind.rawValue)),
        .init(name: "objective", value: optional(question.objective)),
        .init(name: "facts", value: texts(question.facts)),
        .init(name: "difficulty", value: optional(question.difficulty?.rawValue)),
        .init(name: "cognitive", value: optional(question.cognitiveLevel?.rawValue)),
        .init(
          name: "scenario", value: optional(question.scenario.flatMap { bank.scenarios[$0] })),
        .init(name: "stem", value: .string(question.stem)),
      ] + answers(question.format) + [
        .init(name: "takeaway", value: optional(question.takeaway)),
        .init(
          name: "references",
          value: .array(bank.references.filter { question.references.contains($0.id) }.map(value))),
        .init(name: "reviewed", value: optional(question.reviewed?.description)),
        .init(name: "tags", value: texts(question.tags)),
        .init(name: "revision", value: .string(question.revision.description)),
      ])
  }

  private static func answers(_ format: AnswerFormat) -> [JSONValue.Member] {
    switch format {
    case .choices(let choices):
      [
        .init(
          name: "choices",
          value: .array(
            choices.map { choice in
              [
                "text": .string(choice.text), "right": .bool(choice.isRight),
                "why": optional(choice.why), "last": .bool(choice.staysLast),
              ]
            }))
      ]
    case .match(let pairs, let distractors):
      [
        .init(
          name: "match",
          value: .array(
            pairs.map { pair in
              [
                "prompt": .string(pair.prompt), "answer": .string(pair.answer),
                "why": optional(pair.why),
              ]
            })), .init(name: "distractors", value: texts(distractors)),
      ]
    case .order(let steps): [.init(name: "order", value: texts(steps))]
    case .answer(let accepted): [.init(name: "answer", value: texts(accepted))]
    }
  }

  private static func value(_ reference: Reference) -> JSONValue {
    [
      "id": .string(reference.id), "title": .string(reference.title),
      "url": .string(reference.url),
    ]
  }

  private static func optional(_ text: String?) -> JSONValue { text.map { .string($0) } ?? nil }

  private static func texts(_ texts: [String]) -> JSONValue { .array(texts.map { .string($0) }) }
}
