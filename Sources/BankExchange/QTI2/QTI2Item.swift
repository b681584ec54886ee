import PracticeCore
import QuestionBankFormat

/// One item of QTI 2 on its way to a question; QTI 3 comes with the names of QTI 2.
struct QTI2Item {
  private let element: XMLElement
  private let place: QTI2Place
  private let keywords: [String]
  private let body: XMLElement?
  private let interactions: [XMLElement]
  private let id: String

  init(_ element: XMLElement, place: QTI2Place, keywords: [String]) {
    self.element = element
    self.place = place
    self.keywords = keywords
    body = element.first(named: "itemBody")
    interactions = body.map(Self.interactions) ?? []
    id = QTI2Identifier.id(ofIdentifier: TextBlock.line(element.attribute("identifier") ?? ""))
  }

  private static func interactions(in element: XMLElement) -> [XMLElement] {
    element.elements.flatMap { $0.name.hasSuffix("Interaction") ? [$0] : interactions(in: $0) }
  }

  /// The name by which reports call the question.
  private var shownName: String? { id.isEmpty ? element.attribute("title") : id }

  /// Reads it into a bank.
  func read(into assembly: inout BankAssembly) {
    guard let format = format(&assembly) else { return assembly.skipQuestion() }
    var question = ImportedQuestion(
      location: element.location, id: id.isEmpty ? nil : id,
      name: element.attribute("title").map { TextBlock.line($0) }, category: place.category,
      stem: stem(&assembly), format: format)
    question.labels = QuestionLabels(reading: keywords.isEmpty ? place.tags : keywords)
    question.takeFeedback(generalFeedback(&assembly))
    listExtras(&assembly)
    assembly.add(question)
  }

  // MARK: - Kinds

  private func format(_ assembly: inout BankAssembly) -> AnswerFormat? {
    guard let interaction = interactions.first else {
      return unknown("a text without a question", &assembly)
    }
    if interactions.count > 1 { return unknown("a question in several parts", &assembly) }
    if element.first(named: "templateDeclaration") != nil {
      return unknown("a question whose values are drawn by chance", &assembly)
    }
    switch interaction.name {
    case "choiceInteraction": return choices(interaction, &assembly).map { .choices($0) }
    case "matchInteraction": return matching(interaction, &assembly)
    case "orderInteraction": return ordering(interaction, &assembly)
    case "textEntryInteraction": return typed(interaction, &assembly)
    default: return unknown("a question with '\(interaction.name.prefix(40))'", &assembly)
    }
  }

  private func unknown(_ what: String, _ assembly: inout BankAssembly) -> AnswerFormat? {
    assembly.report.lose(
      .question, "\(what) is left out", of: shownName,
      at: interactions.first?.location ?? element.location)
    return nil
  }

  /// The declaration of the response to an interaction.
  private func declaration(of interaction: XMLElement) -> XMLElement? {
    let identifier = interaction.attribute("responseIdentifier")
    return element.elements(named: "responseDeclaration").first {
      $0.attribute("identifier") == identifier
    }
  }

  /// The values of the right response, in the order written.
  private func key(of interaction: XMLElement) -> [String] {
    (declaration(of: interaction)?.first(named: "correctResponse")?.elements(named: "value") ?? [])
      .map { TextBlock.line($0.text) }.filter { !$0.isEmpty }
  }

  /// What the response is mapped to: values with their points.
  private func mapping(of interaction: XMLElement) -> [(value: String, points: Double)] {
    (declaration(of: interaction)?.first(named: "mapping")?.elements(named: "mapEntry") ?? [])
      .compactMap { entry in
        guard let value = entry.attribute("mapKey"),
          let points = Double(TextBlock.line(entry.attribute("mappedValue") ?? "")),
          points.isFinite
        else { return nil }
        return (TextBlock.line(value), points)
      }
  }

  private func choices(
    _ interaction: XMLElement, _ assembly: inout BankAssembly
  ) -> [Choice]? {
    let isSingle = declaration(of: interaction)?.attribute("cardinality") != "multiple"
    let mapping = mapping(of: interaction).filter { $0.points > 0 }
    var key = Set(key(of: interaction))
    let best = mapping.map(\.points).max() ?? 0
    if key.isEmpty {
      key = Set((isSingle ? mapping.filter { $0.points == best } : mapping).map(\.value))
    }
    if mapping.contains(where: { $0.points < best }) {
      lose(.points, "parts of the points for some choices are not kept", &assembly)
    }
    if isSingle, key.count > 1 {
      assembly.report.report(
        .key, "several choices are right, and only one may be chosen", at: interaction.location)
      return nil
    }
    let elements = interaction.elements(named: "simpleChoice")
    guard isCountable(elements, "choices", &assembly) else { return nil }
    let areShuffled =
      interaction.attribute("shuffle") == "true"
      && elements.contains { $0.attribute("fixed") != "true" }
    var choices: [Choice] = []
    for (index, choice) in elements.enumerated() {
      let identifier = choice.attribute("identifier") ?? ""
      let isLast = index == elements.count - 1
      let isFixed = areShuffled && choice.attribute("fixed") == "true"
      if isFixed, !isLast {
        lose(.last, "this choice keeps its place; here it is shuffled", at: choice, &assembly)
      }
      choices.append(
        Choice(
          text: text(of: choice, &assembly), isRight: key.contains(identifier),
          why: rationale(identifier, in: choice, &assembly), staysLast: isFixed && isLast))
    }
    if !areShuffled {
      if choices.count == 2 {
        choices[1].staysLast = true
      } else {
        lose(
          .last, "the choices keep their order; here they are shuffled", at: interaction, &assembly)
      }
    }
    return choices
  }

  private func matching(
    _ interaction: XMLElement, _ assembly: inout BankAssembly
  ) -> AnswerFormat? {
    let sets = interaction.elements(named: "simpleMatchSet").map {
      $0.elements(named: "simpleAssociableChoice")
    }
    guard sets.count == 2 else {
      assembly.report.report(
        .incomplete, "\(sets.count) sets to be matched; two are needed", at: interaction.location)
      return nil
    }
    guard isCountable(sets[0], "prompts", &assembly), isCountable(sets[1], "answers", &assembly)
    else { return nil }
    let declared = key(of: interaction)
    let values =
      declared.isEmpty
      ? mapping(of: interaction).filter { $0.points > 0 }.map(\.value) : declared
    let key = values.map { $0.split(separator: " ").map { String($0) } }
    var used: Set<String> = []
    var pairs: [MatchPair] = []
    for prompt in sets[0] {
      let identifier = prompt.attribute("identifier") ?? ""
      let targets = key.filter { $0.count == 2 && $0[0] == identifier }.map { $0[1] }
      guard targets.count == 1,
        let answer = sets[1].first(where: { $0.attribute("identifier") == targets[0] })
      else {
        assembly.report.report(
          .key,
          "\(targets.isEmpty ? "no answer" : "more than one answer") is right for this prompt",
          at: prompt.location)
        return nil
      }
      used.insert(targets[0])
      pairs.append(
        MatchPair(
          prompt: text(of: prompt, &assembly), answer: text(of: answer, &assembly),
          why: rationale(identifier, in: prompt, &assembly)))
    }
    let others = sets[1].filter { !used.contains($0.attribute("identifier") ?? "") }
    return .match(pairs: pairs, distractors: others.map { text(of: $0, &assembly) })
  }

  private func ordering(
    _ interaction: XMLElement, _ assembly: inout BankAssembly
  ) -> AnswerFormat? {
    let choices = interaction.elements(named: "simpleChoice")
    guard isCountable(choices, "steps", &assembly) else { return nil }
    let steps = key(of: interaction).compactMap { identifier in
      choices.first { $0.attribute("identifier") == identifier }
    }
    guard steps.count == choices.count else {
      assembly.report.report(
        .key, "the right order doesn't name each step once", at: interaction.location)
      return nil
    }
    return .order(steps.map { text(of: $0, &assembly) })
  }

  /// Whether there are so few that they may be compared with each other; reports it otherwise.
  private func isCountable(
    _ elements: [XMLElement], _ what: String, _ assembly: inout BankAssembly
  ) -> Bool {
    if elements.count <= ImportLimits.entries { return true }
    assembly.report.report(
      .tooManyItems,
      "\(elements.count) \(what); a question has at most \(AnswerFormat.maximumItems)",
      at: element.location)
    return false
  }

  private func typed(
    _ interaction: XMLElement, _ assembly: inout BankAssembly
  ) -> AnswerFormat? {
    if declaration(of: interaction)?.attribute("baseType") != "string" {
      return unknown("a question that asks for a number", &assembly)
    }
    let mapping = mapping(of: interaction).filter { $0.points > 0 }
    let best = mapping.map(\.points).max() ?? 0
    if mapping.contains(where: { $0.points < best }) {
      lose(.points, "answers that are worth a part of the points are left out", &assembly)
    }
    return .answer(key(of: interaction) + mapping.filter { $0.points == best }.map(\.value))
  }

  // MARK: - Texts

  private func stem(_ assembly: inout BankAssembly) -> String {
    guard let body else { return "" }
    let prompt = interactions.first?.first(named: "prompt").map { text(of: $0, &assembly) } ?? ""
    let stem = text(of: body, &assembly)
    // Some programs write the same text twice.
    if prompt.isEmpty || prompt == stem { return stem }
    return stem.isEmpty ? prompt : stem + "\n\n" + prompt
  }

  /// The text of an element without interactions and feedback.
  private func text(of element: XMLElement, _ assembly: inout BankAssembly) -> String {
    var html = ""
    QTI2HTML.append(element, to: &html)
    return assembly.text(ofHTML: html, in: element, of: shownName)
  }

  /// The rationale of a choice: a feedback of its own, in the choice or after the body.
  private func rationale(
    _ identifier: String, in choice: XMLElement, _ assembly: inout BankAssembly
  ) -> String? {
    let inner =
      choice.descendants(named: "feedbackInline") + choice.descendants(named: "feedbackBlock")
    let outer = element.elements(named: "modalFeedback")
    let feedback = (inner + outer).first {
      $0.attribute("identifier") == identifier && $0.attribute("showHide") != "hide"
    }
    return feedback.map { text(of: $0, &assembly) }
  }

  /// Feedbacks that belong to no choice or prompt.
  private var otherFeedback: [XMLElement] {
    let own = Set(
      (interactions.first.map {
        $0.descendants(named: "simpleChoice") + $0.descendants(named: "simpleAssociableChoice")
      } ?? []).compactMap { $0.attribute("identifier") })
    return element.elements(named: "modalFeedback").filter {
      !own.contains($0.attribute("identifier") ?? "") || $0.attribute("showHide") == "hide"
    }
  }

  private static func isGeneral(_ feedback: XMLElement) -> Bool {
    feedback.attribute("outcomeIdentifier") == "SOLUTION"
      || ["general", "solution"].contains(feedback.attribute("identifier")?.lowercased())
  }

  private func generalFeedback(_ assembly: inout BankAssembly) -> String {
    otherFeedback.filter(Self.isGeneral).map { text(of: $0, &assembly) }
      .filter { !$0.isEmpty }.joined(separator: "\n\n")
  }

  private func listExtras(_ assembly: inout BankAssembly) {
    for feedback in otherFeedback where !Self.isGeneral(feedback) {
      let name = feedback.attribute("identifier") ?? ""
      lose(.feedback, "the feedback '\(name.prefix(40))' is left out", at: feedback, &assembly)
    }
    for rubric in body?.descendants(named: "rubricBlock") ?? [] {
      lose(.other, "a block for graders or tutors is left out", at: rubric, &assembly)
    }
    for stimulus in element.elements(named: "assessmentStimulusRef") {
      lose(.scenario, "a text that several questions share is left out", at: stimulus, &assembly)
    }
    for outcome in element.elements(named: "outcomeDeclaration")
    where outcome.attribute("identifier") == "MAXSCORE" {
      let text = TextBlock.line(outcome.first(named: "defaultValue")?.text ?? "1")
      if let points = Double(text), points != 1 {
        lose(.points, "\(text) points; every question counts the same here", at: outcome, &assembly)
      }
    }
  }

  private func lose(
    _ kind: ExchangeLoss.Kind, _ message: String, at place: XMLElement? = nil,
    _ assembly: inout BankAssembly
  ) {
    assembly.report.lose(kind, message, of: shownName, at: (place ?? element).location)
  }
}
