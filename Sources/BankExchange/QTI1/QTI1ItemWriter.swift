import PracticeCore

/// Writes questions as items of QTI 1.2, as Canvas has them.
struct QTI1ItemWriter {
  private let bank: QuestionBank
  private let names: CanvasNames
  private let outline: BankOutline

  init(bank: QuestionBank, names: CanvasNames) {
    self.bank = bank
    self.names = names
    outline = BankOutline(bank)
  }

  /// The item for a question; what it doesn't carry is noted.
  func item(for question: Question, at index: Int, _ losses: inout ExportLosses) -> XMLTree {
    if question.scenario != nil { losses.noteScenario(ofQuestion: index) }
    let body = body(of: question, at: index, &losses)
    let general = GeneralFeedback(question, in: bank).html
    var fields: [(String, String)] = [
      ("question_type", body.type), ("points_possible", "1.0"),
      ("original_answer_ids", body.answers.joined(separator: ",")),
      ("assessment_question_identifierref", names.reference(question)),
      (QTI1Metadata.Own.id, String(question.id.question)),
    ]
    if let place = outline.place(of: question) {
      fields.append((QTI1Metadata.Own.domain, TextBlock.line(place.domain.title)))
      fields.append((QTI1Metadata.Own.objective, TextBlock.line(place.objective.title)))
    }
    fields += QuestionLabels(question, in: bank).texts.map { (QTI1Metadata.Own.label, $0) }
    let outcomes = XMLTree(
      "outcomes", [:],
      [
        XMLTree(
          "decvar",
          ["maxvalue": "100", "minvalue": "0", "varname": "SCORE", "vartype": "Decimal"])
      ])
    var conditions: [XMLTree] = []
    var feedbacks: [XMLTree] = []
    if !general.isEmpty {
      conditions.append(
        Self.condition("Yes", [XMLTree("other")], [Self.display("general_fb")]))
      feedbacks.append(Self.feedback("general_fb", html: general))
    }
    conditions += body.conditions
    feedbacks += body.feedbacks
    let stem = Self.material(html: HTMLFragment.html(of: bank.wholeStem(of: question)))
    return XMLTree(
      "item", ["ident": names.item(question), "title": String(question.id.question)],
      [
        XMLTree("itemmetadata", [:], [QTI1Metadata.element(fields)]),
        XMLTree("presentation", [:], [stem] + body.responses),
        XMLTree("resprocessing", [:], [outcomes] + conditions),
      ] + feedbacks)
  }

  /// What differs from kind to kind.
  private struct Body {
    var type: String
    var answers: [String] = []
    var responses: [XMLTree]
    var conditions: [XMLTree]
    var feedbacks: [XMLTree] = []
  }

  private func body(
    of question: Question, at index: Int, _ losses: inout ExportLosses
  ) -> Body {
    switch question.format {
    case .choices(let choices): return choiceBody(choices, at: index, &losses)
    case .match(let pairs, let distractors):
      losses.note(
        .points, ofQuestion: index, "Canvas gives part of the points for some right answers")
      return Self.matchBody(pairs, distractors)
    case .order(let steps):
      losses.note(
        .kind, ofQuestion: index,
        "only New Quizzes of Canvas have ordering; Classic Quizzes leave it out")
      return Self.orderBody(steps)
    case .answer(let answers): return Self.typedBody(answers)
    }
  }

  // MARK: - Kinds

  private func choiceBody(
    _ choices: [Choice], at index: Int, _ losses: inout ExportLosses
  ) -> Body {
    let right = choices.count(where: \.isRight)
    let isTruth = TrueOrFalse.isOne(choices)
    if !isTruth {
      losses.noteLast(of: choices, ofQuestion: index, "Canvas shuffles it with the others")
    }
    if right > 1 {
      losses.note(
        .points, ofQuestion: index, "Canvas gives part of the points for some right choices")
    }
    let idents = choices.indices.map { "choice_\($0 + 1)" }
    let labels = zip(idents, choices).map { ident, choice in
      Self.label(ident, html: HTMLFragment.html(of: choice.text))
    }
    var conditions: [XMLTree] = []
    var feedbacks: [XMLTree] = []
    for (ident, choice) in zip(idents, choices) {
      guard let why = choice.why else { continue }
      conditions.append(
        Self.condition("Yes", [Self.equals(ident)], [Self.display("\(ident)_fb")]))
      feedbacks.append(Self.feedback("\(ident)_fb", html: HTMLFragment.html(of: why)))
    }
    let tests = zip(idents, choices).map { ident, choice in
      choice.isRight ? Self.equals(ident) : XMLTree("not", [:], [Self.equals(ident)])
    }
    let key =
      right > 1
      ? [XMLTree("and", [:], tests)]
      : zip(idents, choices).filter(\.1.isRight).map { Self.equals($0.0) }
    conditions.append(Self.condition("No", key, [Self.score("100")]))
    return Body(
      type: right > 1
        ? "multiple_answers_question"
        : isTruth ? "true_false_question" : "multiple_choice_question",
      answers: idents,
      responses: [
        XMLTree(
          "response_lid",
          ["ident": "response1", "rcardinality": right > 1 ? "Multiple" : "Single"],
          [XMLTree("render_choice", [:], labels)])
      ],
      conditions: conditions, feedbacks: feedbacks)
  }

  private static func matchBody(_ pairs: [MatchPair], _ distractors: [String]) -> Body {
    var answers: [String] = []
    for text in pairs.map(\.answer) + distractors where !answers.contains(text) {
      answers.append(text)
    }
    func ident(_ answer: String) -> String {
      "match_\((answers.firstIndex(of: answer) ?? 0) + 1)"
    }
    // Canvas shows the answers in a menu, as plain text.
    let labels = answers.map { answer in
      XMLTree(
        "response_label", ["ident": ident(answer)],
        [XMLTree("material", [:], [XMLTree("mattext", text: answer)])])
    }
    let points = hundredths(10_000 / pairs.count)
    var body = Body(type: "matching_question", responses: [], conditions: [])
    for (index, pair) in pairs.enumerated() {
      let prompt = "answer_\(index + 1)"
      let response = "response_\(prompt)"
      body.answers.append(prompt)
      body.responses.append(
        XMLTree(
          "response_lid", ["ident": response],
          [
            material(html: HTMLFragment.html(of: pair.prompt)),
            XMLTree("render_choice", [:], labels),
          ]))
      let test = XMLTree("varequal", ["respident": response], text: ident(pair.answer))
      body.conditions.append(
        XMLTree(
          "respcondition", [:],
          [
            XMLTree("conditionvar", [:], [test]),
            XMLTree("setvar", ["varname": "SCORE", "action": "Add"], text: points),
          ]))
      guard let why = pair.why else { continue }
      body.conditions.append(
        XMLTree(
          "respcondition", [:],
          [
            XMLTree("conditionvar", [:], [XMLTree("not", [:], [test])]),
            display("\(prompt)_fb"),
          ]))
      body.feedbacks.append(feedback("\(prompt)_fb", html: HTMLFragment.html(of: why)))
    }
    return body
  }

  private static func orderBody(_ steps: [String]) -> Body {
    let idents = steps.indices.map { "step_\($0 + 1)" }
    let labels = zip(idents, steps).map { label($0, html: HTMLFragment.html(of: $1)) }
    let emptyText = XMLTree("mattext")
    return Body(
      type: "ordering_question", answers: idents,
      responses: [
        XMLTree(
          "response_lid", ["ident": "response1", "rcardinality": "Ordered"],
          [
            XMLTree(
              "render_extension", [:],
              [
                XMLTree("material", ["position": "top"], [emptyText]),
                XMLTree(
                  "ims_render_object", ["shuffle": "Yes"], [XMLTree("flow_label", [:], labels)]),
                XMLTree("material", ["position": "bottom"], [emptyText]),
              ])
          ])
      ],
      conditions: [condition("No", idents.map(equals), [score("100")])])
  }

  private static func typedBody(_ answers: [String]) -> Body {
    Body(
      type: "short_answer_question", answers: answers.indices.map { "answer_\($0 + 1)" },
      responses: [
        XMLTree(
          "response_str", ["ident": "response1", "rcardinality": "Single"],
          [
            XMLTree(
              "render_fib", [:],
              [XMLTree("response_label", ["ident": "answer1", "rshuffle": "No"])])
          ])
      ],
      conditions: [condition("No", answers.map(equals), [score("100")])])
  }

  // MARK: - Elements

  private static func material(html: String) -> XMLTree {
    XMLTree("material", [:], [XMLTree("mattext", ["texttype": "text/html"], text: html)])
  }

  private static func label(_ ident: String, html: String) -> XMLTree {
    XMLTree("response_label", ["ident": ident], [material(html: html)])
  }

  private static func equals(_ value: String) -> XMLTree {
    XMLTree("varequal", ["respident": "response1"], text: value)
  }

  private static func score(_ points: String) -> XMLTree {
    XMLTree("setvar", ["action": "Set", "varname": "SCORE"], text: points)
  }

  private static func display(_ feedback: String) -> XMLTree {
    XMLTree("displayfeedback", ["feedbacktype": "Response", "linkrefid": feedback])
  }

  private static func condition(
    _ goesOn: String, _ tests: [XMLTree], _ consequences: [XMLTree]
  ) -> XMLTree {
    XMLTree(
      "respcondition", ["continue": goesOn],
      [XMLTree("conditionvar", [:], tests)] + consequences)
  }

  private static func feedback(_ ident: String, html: String) -> XMLTree {
    XMLTree(
      "itemfeedback", ["ident": ident], [XMLTree("flow_mat", [:], [material(html: html)])])
  }

  /// `33.33` for 3333.
  private static func hundredths(_ value: Int) -> String {
    let rest = value % 100
    return "\(value / 100).\(rest < 10 ? "0" : "")\(rest)"
  }
}
