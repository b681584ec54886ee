import PracticeCore
import QuestionBankFormat

/// One item of QTI 1.2 on its way to a question.
struct QTI1Item {
  private let element: XMLElement
  private let metadata: QTI1Metadata
  private let category: [String]
  private let processing: QTI1Processing
  /// The elements that ask for a response, in the order written.
  private let responses: [XMLElement]
  private let id: String
  private let title: String

  init(_ element: XMLElement, _ metadata: QTI1Metadata, in category: [String]) {
    self.element = element
    self.metadata = metadata
    self.category = category
    processing = QTI1Processing(of: element)
    responses = element.first(named: "presentation").map(Self.responses) ?? []
    id = metadata[QTI1Metadata.Own.id] ?? TextBlock.line(element.attribute("ident") ?? "")
    title = TextBlock.line(element.attribute("title") ?? "")
  }

  private static func responses(in element: XMLElement) -> [XMLElement] {
    element.elements.flatMap { child in
      ["response_lid", "response_str", "response_num", "response_grp", "response_xy"]
        .contains(child.name) ? [child] : responses(in: child)
    }
  }

  /// What kind of question it says it is, in Canvas's words or those of Common Cartridge.
  private var type: String { metadata["question_type"] ?? metadata["cc_profile"] ?? "" }

  /// The name by which reports call the question.
  private var shownName: String? { id.isEmpty ? (title.isEmpty ? nil : title) : id }

  /// Reads it into a bank.
  func read(into assembly: inout BankAssembly) {
    guard let format = format(&assembly) else { return assembly.skipQuestion() }
    var question = ImportedQuestion(
      location: element.location, id: id.isEmpty ? nil : id, name: title.isEmpty ? nil : title,
      category: category, stem: stem(&assembly), format: format)
    question.labels = QuestionLabels(reading: metadata.all(QTI1Metadata.Own.label))
    if let domain = metadata[QTI1Metadata.Own.domain] {
      question.category = []
      question.domainTitle = domain
      question.objectiveTitle = metadata[QTI1Metadata.Own.objective]
    }
    question.takeFeedback(generalFeedback(&assembly))
    listExtras(&assembly)
    assembly.add(question)
  }

  // MARK: - Kinds

  private func format(_ assembly: inout BankAssembly) -> AnswerFormat? {
    switch type {
    case "multiple_choice_question", "true_false_question", "multiple_answers_question",
      "cc.multiple_choice.v0p1", "cc.true_false.v0p1", "cc.multiple_response.v0p1":
      return choices(&assembly).map { .choices($0) }
    case "matching_question": return matching(&assembly)
    case "ordering_question": return ordering(&assembly)
    case "short_answer_question", "cc.fib.v0p1", "cc.pattern_match.v0p1":
      return typed(&assembly)
    case "": return guessed(&assembly)
    default: return unknown("a question of the type '\(type.prefix(40))'", &assembly)
    }
  }

  /// The kind of an item that doesn't name it.
  private func guessed(_ assembly: inout BankAssembly) -> AnswerFormat? {
    guard let first = responses.first else {
      return unknown("a text without a question", &assembly)
    }
    if responses.count > 1 {
      return responses.allSatisfy {
        $0.name == "response_lid" && $0.first(named: "material") != nil
      }
        ? matching(&assembly) : unknown("a question with several responses", &assembly)
    }
    switch first.name {
    case "response_lid":
      return first.attribute("rcardinality")?.lowercased() == "ordered"
        ? ordering(&assembly) : choices(&assembly).map { .choices($0) }
    case "response_str" where !processing.awards.isEmpty: return typed(&assembly)
    default: return unknown("a question that asks for '\(first.name)'", &assembly)
    }
  }

  private func unknown(_ what: String, _ assembly: inout BankAssembly) -> AnswerFormat? {
    assembly.report.lose(
      .question, "\(what) is left out", of: shownName, at: element.location)
    return nil
  }

  private func choices(_ assembly: inout BankAssembly) -> [Choice]? {
    guard responses.count == 1, let response = responses.first else {
      assembly.report.report(
        .incomplete, "\(responses.count) responses where choices need one", at: element.location)
      return nil
    }
    let ident = response.attribute("ident") ?? ""
    let labels = response.descendants(named: "response_label")
    guard isCountable(labels, "choices", &assembly) else { return nil }
    let isSingle = response.attribute("rcardinality")?.lowercased() != "multiple"
    let awards = processing.awards.filter { award in
      award.answers.allSatisfy { $0.response == ident || $0.response.isEmpty }
    }
    let best = awards.map(\.points).max() ?? 0
    if isSingle, awards.contains(where: { $0.points < best }) {
      lose(.points, "parts of the points for some choices are not kept", &assembly)
    }
    let keys = Set(
      (isSingle ? awards.filter { $0.points == best } : awards).flatMap(\.answers).map(\.value))
    if isSingle, keys.count > 1 {
      assembly.report.report(
        .key, "several choices are right, and only one may be chosen", at: element.location)
      return nil
    }
    let choices = labels.map { label in
      let value = TextBlock.line(label.attribute("ident") ?? "")
      return Choice(
        text: text(of: label, &assembly), isRight: keys.contains(value),
        why: rationale(response: ident, value: value, &assembly))
    }
    let isTruth = ["true_false_question", "cc.true_false.v0p1"].contains(type)
    if isTruth, choices.map({ $0.text.lowercased() }) == ["true", "false"] {
      return TrueOrFalse.choices(
        isTrue: choices[0].isRight, whyTrue: choices[0].why, whyFalse: choices[1].why)
    }
    return choices
  }

  private func matching(_ assembly: inout BankAssembly) -> AnswerFormat? {
    let labels = responses.map { $0.descendants(named: "response_label") }
    guard isCountable(responses, "prompts", &assembly),
      labels.allSatisfy({ isCountable($0, "answers", &assembly) })
    else { return nil }
    var texts: [(value: String, text: String)] = []
    var used: Set<String> = []
    var pairs: [MatchPair] = []
    for response in responses {
      let ident = response.attribute("ident") ?? ""
      for label in response.descendants(named: "response_label") {
        let value = TextBlock.line(label.attribute("ident") ?? "")
        if !texts.contains(where: { $0.value == value }) {
          texts.append((value, text(of: label, &assembly)))
        }
      }
      let value = processing.awards.lazy.flatMap(\.answers).first { $0.response == ident }?.value
      guard let value, let answer = texts.first(where: { $0.value == value })?.text else {
        assembly.report.report(
          .key, "no answer is right for this prompt", at: response.location)
        return nil
      }
      used.insert(value)
      pairs.append(
        MatchPair(
          prompt: response.first(named: "material").map { text(of: $0, &assembly) } ?? "",
          answer: answer, why: rationale(response: ident, value: value, &assembly)))
    }
    return .match(
      pairs: pairs, distractors: texts.filter { !used.contains($0.value) }.map(\.text))
  }

  private func ordering(_ assembly: inout BankAssembly) -> AnswerFormat? {
    let labels = responses.first?.descendants(named: "response_label") ?? []
    guard isCountable(labels, "steps", &assembly) else { return nil }
    let key = processing.awards.max { $0.answers.count < $1.answers.count }?.answers.map(\.value)
    let steps = (key ?? []).compactMap { value in
      labels.first { TextBlock.line($0.attribute("ident") ?? "") == value }
    }
    guard responses.count == 1, steps.count == labels.count else {
      assembly.report.report(.key, "the right order is not told", at: element.location)
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

  private func typed(_ assembly: inout BankAssembly) -> AnswerFormat? {
    if responses.count > 1 { return unknown("a question with several gaps", &assembly) }
    let best = processing.awards.map(\.points).max() ?? 0
    let full = processing.awards.filter { $0.points == best }
    if full.count < processing.awards.count {
      lose(.points, "answers that are worth a part of the points are left out", &assembly)
    }
    if element.descendants(named: "varsubstring").first != nil {
      lose(.other, "answers must be typed whole here, not only in part", &assembly)
    }
    return .answer(full.flatMap(\.answers).map(\.value))
  }

  // MARK: - Texts

  /// The text before and between the responses.
  private func stem(_ assembly: inout BankAssembly) -> String {
    guard let presentation = element.first(named: "presentation") else { return "" }
    return text(of: presentation, &assembly)
  }

  /// The texts of the materials in an element, but those in responses.
  private func text(of element: XMLElement, _ assembly: inout BankAssembly) -> String {
    var parts: [String] = []
    collect(element, into: &parts, &assembly)
    return parts.filter { !$0.isEmpty }.joined(separator: "\n\n")
  }

  private func collect(
    _ element: XMLElement, into parts: inout [String], _ assembly: inout BankAssembly
  ) {
    for child in element.elements {
      switch child.name {
      case "mattext", "matemtext":
        let raw = child.text
        if child.attribute("texttype")?.lowercased() == "text/html" {
          parts.append(assembly.text(ofHTML: raw, in: child, of: shownName))
        } else {
          parts.append(ImportedText.cleaned(raw).text)
        }
      case "matimage":
        lose(.image, "a picture is left out", at: child, &assembly)
      case "mataudio", "matvideo", "matapplet", "matapplication":
        lose(.media, "embedded media are left out", at: child, &assembly)
      case "response_lid", "response_str", "response_num", "response_grp", "response_xy": break
      default: collect(child, into: &parts, &assembly)
      }
    }
  }

  private func feedback(_ ident: String) -> XMLElement? {
    element.elements(named: "itemfeedback").first { $0.attribute("ident") == ident }
  }

  private func rationale(
    response: String, value: String, _ assembly: inout BankAssembly
  ) -> String? {
    let link = processing.feedback[response]?[value] ?? "\(value)_fb"
    return feedback(link).map { text(of: $0, &assembly) }
  }

  /// What is shown whatever was answered.
  private func generalFeedback(_ assembly: inout BankAssembly) -> String {
    let link =
      processing.otherFeedback.first { $0 == "general_fb" }
      ?? processing.otherFeedback.first { $0 != "general_incorrect_fb" }
    return (feedback(link ?? "general_fb") ?? element.first(named: "solution")).map {
      text(of: $0, &assembly)
    } ?? ""
  }

  private func listExtras(_ assembly: inout BankAssembly) {
    for ident in ["correct_fb", "general_incorrect_fb"] {
      guard let feedback = feedback(ident) else { continue }
      lose(.feedback, "the feedback '\(ident)' is left out", at: feedback, &assembly)
    }
    if let points = metadata["points_possible"], let value = Double(points), value != 1 {
      lose(.points, "\(points) points; every question counts the same here", &assembly)
    }
  }

  private func lose(
    _ kind: ExchangeLoss.Kind, _ message: String, at place: XMLElement? = nil,
    _ assembly: inout BankAssembly
  ) {
    assembly.report.lose(kind, message, of: shownName, at: (place ?? element).location)
  }
}
