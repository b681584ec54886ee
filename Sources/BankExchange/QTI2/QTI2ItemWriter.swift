import PracticeCore

/// Writes questions as items of QTI 2.1.
///
/// The response processing is written out, not taken from a template, so that every program can
/// follow it: the whole answer is right or wrong, as in Swot.
struct QTI2ItemWriter {
  let bank: QuestionBank
  let version: QTI2Version

  /// The document for a question; what it doesn't carry is noted.
  func item(
    for question: Question, at index: Int, identifier: String, _ losses: inout ExportLosses
  ) -> XMLTree {
    if question.scenario != nil { losses.noteScenario(ofQuestion: index) }
    let parts = parts(of: question)
    let general = GeneralFeedback(question, in: bank)
    var outcomes = [
      Self.outcome("SCORE", "single", "float", value: "0"),
      Self.outcome("MAXSCORE", "single", "float", value: "1"),
    ]
    if !parts.feedbacks.isEmpty {
      outcomes.append(Self.outcome("FEEDBACK", parts.feedbackCardinality, "identifier"))
    }
    if !general.isEmpty { outcomes.append(Self.outcome("SOLUTION", "single", "identifier")) }
    var processing = [Self.scoring(parts.test)]
    if !parts.feedbacks.isEmpty {
      processing.append(Self.set("FEEDBACK", parts.feedbackValue))
    }
    if !general.isEmpty {
      processing.append(
        Self.set("SOLUTION", XMLTree("baseValue", ["baseType": "identifier"], text: "general")))
    }
    var feedbacks = parts.feedbacks.map { identifier, why in
      Self.feedback("FEEDBACK", identifier, QTI2Markup.blocks(of: why))
    }
    if !general.isEmpty {
      feedbacks.append(Self.feedback("SOLUTION", "general", QTI2Markup.feedback(general)))
    }
    let stem = QTI2Markup.blocks(of: bank.wholeStem(of: question))
    let body = XMLTree("itemBody", [:], nodes: stem + [.element(parts.interaction)])
    var item = XMLTree(
      "assessmentItem",
      [
        "xmlns": version.namespace, "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
        "xsi:schemaLocation": "\(version.namespace) \(version.schema)",
        "identifier": identifier, "title": String(question.id.question), "adaptive": "false",
        "timeDependent": "false",
      ],
      [parts.declaration] + outcomes + [body]
        + [XMLTree("responseProcessing", [:], processing)] + feedbacks)
    if let language = bank.language {
      item.attributes.append(.init(name: "xml:lang", value: language))
    }
    return version.spelt(item)
  }

  /// What differs from kind to kind.
  private struct Parts {
    var declaration: XMLTree
    var interaction: XMLTree
    /// What is true of a right answer.
    var test = XMLTree(
      "match", [:],
      [
        XMLTree("variable", ["identifier": "RESPONSE"]),
        XMLTree("correct", ["identifier": "RESPONSE"]),
      ])
    /// Rationales with their identifiers.
    var feedbacks: [(identifier: String, why: String)] = []
    var feedbackCardinality = "multiple"
    /// Which of them are shown.
    var feedbackValue = XMLTree("variable", ["identifier": "RESPONSE"])
  }

  private func parts(of question: Question) -> Parts {
    switch question.format {
    case .choices(let choices): Self.choiceParts(choices)
    case .match(let pairs, let distractors): Self.matchParts(pairs, distractors)
    case .order(let steps): Self.orderParts(steps)
    case .answer(let answers): Self.typedParts(answers)
    }
  }

  // MARK: - Kinds

  private static func choiceParts(_ choices: [Choice]) -> Parts {
    let right = choices.count(where: \.isRight)
    let identifiers = identifiers("C", choices.count)
    let elements = zip(identifiers, choices).map { identifier, choice in
      var element = XMLTree("simpleChoice", ["identifier": identifier])
      if choice.staysLast { element.attributes.append(.init(name: "fixed", value: "true")) }
      element.children = QTI2Markup.content(of: choice.text)
      return element
    }
    var interaction = XMLTree(
      "choiceInteraction",
      ["responseIdentifier": "RESPONSE", "shuffle": "true", "maxChoices": "\(right)"], elements)
    if right > 1 { interaction.attributes.append(.init(name: "minChoices", value: "\(right)")) }
    let cardinality = right > 1 ? "multiple" : "single"
    return Parts(
      declaration: declaration(
        cardinality, "identifier", zip(identifiers, choices).filter(\.1.isRight).map(\.0)),
      interaction: interaction,
      feedbacks: zip(identifiers, choices).compactMap { identifier, choice in
        choice.why.map { (identifier, $0) }
      },
      feedbackCardinality: cardinality)
  }

  private static func matchParts(_ pairs: [MatchPair], _ distractors: [String]) -> Parts {
    var answers: [String] = []
    for text in pairs.map(\.answer) + distractors where !answers.contains(text) {
      answers.append(text)
    }
    let prompts = identifiers("P", pairs.count)
    let targets = identifiers("A", answers.count)
    // An answer may be used again only where one is right twice; that all may tells nothing.
    let reuse = Set(pairs.map(\.answer)).count < pairs.count ? pairs.count : 1
    func set(_ identifiers: [String], _ texts: [String], matchMax: Int) -> XMLTree {
      XMLTree(
        "simpleMatchSet", [:],
        zip(identifiers, texts).map { identifier, text in
          XMLTree(
            "simpleAssociableChoice", ["identifier": identifier, "matchMax": "\(matchMax)"],
            nodes: QTI2Markup.content(of: text))
        })
    }
    let key = zip(prompts, pairs).map { prompt, pair in
      "\(prompt) \(targets[answers.firstIndex(of: pair.answer) ?? 0])"
    }
    let explained = zip(prompts, pairs).compactMap { prompt, pair in
      pair.why.map { (prompt, $0) }
    }
    return Parts(
      declaration: declaration("multiple", "directedPair", key),
      interaction: XMLTree(
        "matchInteraction",
        [
          "responseIdentifier": "RESPONSE", "shuffle": "true",
          "maxAssociations": "\(pairs.count)",
        ],
        [
          set(prompts, pairs.map(\.prompt), matchMax: 1), set(targets, answers, matchMax: reuse),
        ]),
      feedbacks: explained,
      feedbackValue: XMLTree(
        "multiple", [:],
        explained.map { XMLTree("baseValue", ["baseType": "identifier"], text: $0.0) }))
  }

  private static func orderParts(_ steps: [String]) -> Parts {
    let identifiers = identifiers("S", steps.count)
    return Parts(
      declaration: declaration("ordered", "identifier", identifiers),
      interaction: XMLTree(
        "orderInteraction", ["responseIdentifier": "RESPONSE", "shuffle": "true"],
        zip(identifiers, steps).map { identifier, step in
          XMLTree(
            "simpleChoice", ["identifier": identifier], nodes: QTI2Markup.content(of: step))
        }))
  }

  private static func typedParts(_ answers: [String]) -> Parts {
    var different: [String] = []
    for answer in answers
    where !different.contains(where: { $0.lowercased() == answer.lowercased() }) {
      different.append(answer)
    }
    var declaration = declaration("single", "string", Array(different.prefix(1)))
    declaration.children.append(
      .element(
        XMLTree(
          "mapping", ["defaultValue": "0"],
          different.map {
            XMLTree(
              "mapEntry", ["mapKey": $0, "mappedValue": "1", "caseSensitive": "false"])
          })))
    let length = different.map(\.count).max() ?? 1
    let variable = XMLTree("variable", ["identifier": "RESPONSE"])
    let tests = different.map { answer in
      XMLTree(
        "stringMatch", ["caseSensitive": "false"],
        [variable, XMLTree("baseValue", ["baseType": "string"], text: answer)])
    }
    return Parts(
      declaration: declaration,
      interaction: XMLTree(
        "p", [:],
        [
          XMLTree(
            "textEntryInteraction",
            ["responseIdentifier": "RESPONSE", "expectedLength": "\(max(10, length))"])
        ]),
      test: tests.count == 1 ? tests[0] : XMLTree("or", [:], tests))
  }

  // MARK: - Elements

  private static func identifiers(_ letter: String, _ count: Int) -> [String] {
    (0..<count).map { "\(letter)\($0 + 1)" }
  }

  private static func declaration(
    _ cardinality: String, _ baseType: String, _ values: [String]
  ) -> XMLTree {
    XMLTree(
      "responseDeclaration",
      ["identifier": "RESPONSE", "cardinality": cardinality, "baseType": baseType],
      [XMLTree("correctResponse", [:], values.map { XMLTree("value", text: $0) })])
  }

  private static func outcome(
    _ identifier: String, _ cardinality: String, _ baseType: String, value: String? = nil
  ) -> XMLTree {
    XMLTree(
      "outcomeDeclaration",
      ["identifier": identifier, "cardinality": cardinality, "baseType": baseType],
      value.map { [XMLTree("defaultValue", [:], [XMLTree("value", text: $0)])] } ?? [])
  }

  private static func set(_ identifier: String, _ value: XMLTree) -> XMLTree {
    XMLTree("setOutcomeValue", ["identifier": identifier], [value])
  }

  private static func scoring(_ test: XMLTree) -> XMLTree {
    XMLTree(
      "responseCondition", [:],
      [
        XMLTree(
          "responseIf", [:],
          [test, set("SCORE", XMLTree("variable", ["identifier": "MAXSCORE"]))]),
        XMLTree(
          "responseElse", [:],
          [set("SCORE", XMLTree("baseValue", ["baseType": "float"], text: "0"))]),
      ])
  }

  private static func feedback(
    _ outcome: String, _ identifier: String, _ content: [XMLTree.Node]
  ) -> XMLTree {
    XMLTree(
      "modalFeedback",
      ["outcomeIdentifier": outcome, "identifier": identifier, "showHide": "show"],
      nodes: content)
  }
}
