package import PracticeCore

/// Writes banks as the YAML text that ``QuestionBankReader`` reads.
///
/// The layout is the one of ``BankFormatter``: formatting what was written changes nothing.
package enum BankWriter {
  /// The text of a file that holds `bank`, but for its notes.
  ///
  /// Reading it gives ``carried(_:)`` of the bank. Ids must be ids (``Identifier``), unique and
  /// declared, texts that a bank needs must not be empty, and a question must have as many items as
  /// are allowed: the reader reports the rest, as it does with a bank written by hand.
  package static func text(of bank: QuestionBank) -> String {
    let bank = carried(bank)
    let domains: LayoutNode? = bank.domains.isEmpty ? nil : .list(bank.domains.map(node))
    let root = LayoutNode.mapping([
      "format": .text("swot-bank/\(FileKind.bankVersion)", .word),
      "id": .text(bank.id, .word),
      "title": .text(bank.title, .line),
      "description": bank.description.map { .text($0, .prose) },
      "language": bank.language.map { .text($0, .word) },
      "license": bank.license.map { .text($0, .word) },
      "authors": words(bank.authors),
      "reviewed": bank.reviewed.map { .text($0.description, .value) },
      "references": names(bank.references, \.id) { reference in
        .mapping(["title": .text(reference.title, .line), "url": .text(reference.url, .word)])
      },
      "scenarios": names(bank.scenarios.sorted { $0.key < $1.key }, \.key) {
        .text($0.value, .prose)
      },
      "domains": domains,
      "questions": .list(bank.questions.map(node)),
    ])
    return LayoutPrinter.print(FileLayout.separated(root))
  }

  /// The entry of `questions` that holds `question`, indented as in a bank's file and without a line
  /// feed at its end.
  package static func text(of question: Question) -> String {
    let root = LayoutNode.mapping(["questions": .list([node(carried(question, scenario: nil))])])
    return LayoutPrinter.print(root).split(separator: "\n", omittingEmptySubsequences: false)
      .dropFirst().dropLast().joined(separator: "\n")
  }

  // MARK: - Parts

  private static func node(_ domain: Domain) -> LayoutNode {
    let objectives = domain.objectives.map { objective in
      LayoutNode.mapping([
        "id": .text(objective.id, .word), "title": .text(objective.title, .line),
      ])
    }
    return .mapping([
      "id": .text(domain.id, .word),
      "title": .text(domain.title, .line),
      "weight": domain.weight > 0 ? .text(decimal(domain.weight), .value) : nil,
      "objectives": objectives.isEmpty ? nil : .list(objectives),
    ])
  }

  private static func node(_ question: Question) -> LayoutNode {
    var choices: LayoutNode?
    var match: LayoutNode?
    var distractors: LayoutNode?
    var order: LayoutNode?
    var answer: LayoutNode?
    switch question.format {
    case .choices(let list): choices = .list(list.map(node))
    case .match(let pairs, let others):
      match = .list(pairs.map(node))
      distractors = others.isEmpty ? nil : .list(others.map { .text($0, .line) })
    case .order(let steps): order = .list(steps.map { .text($0, .line) })
    case .answer(let texts): answer = .list(texts.map { .text($0, .line) }, isFlow: true)
    }
    return .mapping([
      "id": .text(question.id.question.description, .word),
      "objective": question.objective.map { .text($0, .word) },
      "facts": words(question.facts),
      "difficulty": question.difficulty.map { .text($0.rawValue, .word) },
      "cognitive": question.cognitiveLevel.map { .text($0.rawValue, .word) },
      "scenario": question.scenario.map { .text($0, .word) },
      "stem": .text(question.stem, .prose),
      "choices": choices,
      "match": match,
      "distractors": distractors,
      "order": order,
      "answer": answer,
      "takeaway": question.takeaway.map { .text($0, .folded) },
      "references": words(question.references),
      "reviewed": question.reviewed.map { .text($0.description, .value) },
      "tags": words(question.tags),
    ])
  }

  private static func node(_ choice: Choice) -> LayoutNode {
    .mapping([
      choice.isRight ? "right" : "wrong": .text(choice.text, .line),
      "why": choice.why.map { .text($0, .folded) },
      "last": choice.staysLast ? .text("true", .value) : nil,
    ])
  }

  private static func node(_ pair: MatchPair) -> LayoutNode {
    .mapping([
      "prompt": .text(pair.prompt, .line),
      "answer": .text(pair.answer, .line),
      "why": pair.why.map { .text($0, .folded) },
    ])
  }

  private static func words(_ texts: [String]) -> LayoutNode? {
    texts.isEmpty ? nil : .flow(texts)
  }

  private static func names<Value>(
    _ values: [Value], _ name: KeyPath<Value, String>, _ node: (Value) -> LayoutNode
  ) -> LayoutNode? {
    guard !values.isEmpty else { return nil }
    let entries = values.map { LayoutNode.Entry(key: $0[keyPath: name], value: node($0)) }
    return LayoutNode(content: .mapping(entries, isFlow: false))
  }
}
