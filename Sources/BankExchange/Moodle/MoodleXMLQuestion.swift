import PracticeCore
import QuestionBankFormat

/// One question of Moodle XML.
struct MoodleXMLQuestion {
  private let element: XMLElement
  private let category: [String]
  private let type: String
  private let name: String
  private let id: String

  init(_ element: XMLElement, in category: [String]) {
    self.element = element
    self.category = category
    type = element.attribute("type") ?? ""
    id = TextBlock.line(element.first(named: "idnumber")?.text ?? "")
    name = TextBlock.line(element.first(at: "name", "text")?.text ?? "")
  }

  /// The name by which reports call the question.
  private var shownName: String? { id.isEmpty ? (name.isEmpty ? nil : name) : id }

  /// Reads it into a bank.
  mutating func read(into assembly: inout BankAssembly) {
    guard let format = format(&assembly) else { return assembly.skipQuestion() }
    var question = ImportedQuestion(
      location: element.location, id: id.isEmpty ? nil : id, name: name.isEmpty ? nil : name,
      category: category, stem: text("questiontext", &assembly), format: format)
    let tags = ["tags", "coursetags"].flatMap { element.first(named: $0)?.elements ?? [] }
    question.labels = QuestionLabels(
      reading: tags.map { TextBlock.line($0.text) }.filter { !$0.isEmpty })
    question.takeFeedback(text("generalfeedback", &assembly))
    listExtras(&assembly)
    assembly.add(question)
  }

  // MARK: - Kinds

  private mutating func format(_ assembly: inout BankAssembly) -> AnswerFormat? {
    switch type {
    case "multichoice", "multichoiceset": choices(&assembly).map { .choices($0) }
    case "truefalse": truth(&assembly).map { .choices($0) }
    case "matching", "ddmatch": matching(&assembly)
    case "shortanswer": shortAnswer(&assembly)
    case "ordering":
      .order(
        element.elements(named: "answer").map { text(of: $0, &assembly) })
    default: unknown(&assembly)
    }
  }

  private func unknown(_ assembly: inout BankAssembly) -> AnswerFormat? {
    let description =
      switch type {
      case "": "a question without a type"
      case "description": "a text without a question"
      case "multianswer", "cloze": "a question of the type '\(type)' (Cloze)"
      default: "a question of the type '\(TextBlock.line(type).prefix(40))'"
      }
    assembly.report.lose(
      .question, description + " is left out", of: shownName,
      at: element.location(ofAttribute: "type"))
    return nil
  }

  private mutating func choices(_ assembly: inout BankAssembly) -> [Choice]? {
    let answers = element.elements(named: "answer")
    let isSingle = isTrue("single", otherwise: true)
    let fractions = answers.map { fraction(of: $0, &assembly) }
    let best = fractions.max() ?? 0
    if isSingle, best > 0, fractions.count(where: { $0 == best }) > 1 {
      assembly.report.report(
        .key, "several choices are worth \(Self.percent(best)), and only one may be chosen",
        at: element.location)
      return nil
    }
    var hasParts = false
    var choices: [Choice] = []
    for (answer, fraction) in zip(answers, fractions) {
      let isRight = isSingle ? fraction == best && best > 0 : fraction > 0
      if isSingle, fraction > 0, fraction < best || best < 99.999 { hasParts = true }
      choices.append(
        Choice(
          text: text(of: answer, &assembly), isRight: isRight,
          why: answer.first(named: "feedback").map { text(of: $0, &assembly) }))
    }
    let rights = fractions.filter { $0 > 0 }
    if !isSingle, let first = rights.first, rights.contains(where: { abs($0 - first) > 0.01 }) {
      hasParts = true
    }
    if hasParts { lose(.points, "parts of the points for some choices are not kept", &assembly) }
    if !isTrue("shuffleanswers", otherwise: true) {
      lose(
        .last, "the choices keep their order; here they are shuffled",
        at: element.first(named: "shuffleanswers"), &assembly)
    }
    return choices
  }

  private mutating func truth(_ assembly: inout BankAssembly) -> [Choice]? {
    var whys: [String: String] = [:]
    var right: String?
    for answer in element.elements(named: "answer") {
      let value = TextBlock.line(answer.first(named: "text")?.text ?? "").lowercased()
      whys[value] = answer.first(named: "feedback").map { text(of: $0, &assembly) }
      if fraction(of: answer, &assembly) > 0 { right = value }
    }
    guard let right, right == "true" || right == "false" else {
      assembly.report.report(
        .key, "neither 'true' nor 'false' is right", at: element.location)
      return nil
    }
    return TrueOrFalse.choices(
      isTrue: right == "true", whyTrue: whys["true"], whyFalse: whys["false"])
  }

  private mutating func matching(_ assembly: inout BankAssembly) -> AnswerFormat {
    var pairs: [MatchPair] = []
    var distractors: [String] = []
    for row in element.elements(named: "subquestion") {
      let answer = row.first(named: "answer").map {
        // The menu of answers shows plain text, but for some plugins.
        $0.attribute("format") == nil
          ? TextBlock.line($0.first(named: "text")?.text ?? "") : text(of: $0, &assembly)
      }
      let prompt = text(of: row, &assembly)
      if prompt.isEmpty {
        distractors.append(answer ?? "")
      } else {
        pairs.append(MatchPair(prompt: prompt, answer: answer ?? ""))
      }
    }
    return .match(pairs: pairs, distractors: distractors)
  }

  private func shortAnswer(_ assembly: inout BankAssembly) -> AnswerFormat {
    var accepted: [String] = []
    for answer in element.elements(named: "answer") {
      let fraction = fraction(of: answer, &assembly)
      let pattern = TextBlock.line(answer.first(named: "text")?.text ?? "")
      if fraction > 99.999 {
        if let text = MoodleShortAnswer.text(ofPattern: pattern) {
          accepted.append(text)
        } else {
          lose(
            .other, "the pattern '\(pattern.prefix(40))' accepts many answers; it is left out",
            at: answer, &assembly)
        }
      } else if fraction > 0 {
        lose(
          .points, "'\(pattern.prefix(40))' is worth a part of the points; it is left out",
          at: answer, &assembly)
      }
      let feedback = answer.first(named: "feedback").map { text(of: $0, &assembly) } ?? ""
      if !feedback.isEmpty {
        lose(.rationale, "the feedback on a typed answer is left out", at: answer, &assembly)
      }
    }
    if element.first(named: "usecase").map({ TextBlock.line($0.text) }) == "1" {
      lose(.other, "upper and lower case count as the same here", &assembly)
    }
    return .answer(accepted)
  }

  // MARK: - Parts

  /// What an answer is worth, in percent; 0, with a report, where that is no number.
  private func fraction(of answer: XMLElement, _ assembly: inout BankAssembly) -> Double {
    guard let text = answer.attribute("fraction") else { return 0 }
    guard let value = Double(TextBlock.line(text)), value.isFinite, abs(value) <= 100 else {
      assembly.report.report(
        .value, "the fraction '\(TextBlock.line(text).prefix(40))' is no number from -100 to 100",
        at: answer.location(ofAttribute: "fraction"))
      return 0
    }
    return value
  }

  private static func percent(_ value: Double) -> String {
    value == value.rounded() ? "\(Int(value)) %" : "\(value) %"
  }

  private func isTrue(_ name: String, otherwise value: Bool) -> Bool {
    guard let element = element.first(named: name) else { return value }
    let text = TextBlock.line(element.text).lowercased()
    return text == "true" || text == "1"
  }

  private mutating func text(_ name: String, _ assembly: inout BankAssembly) -> String {
    element.first(named: name).map { text(of: $0, &assembly) } ?? ""
  }

  /// The text in an element, by the format that the element names.
  private func text(of element: XMLElement, _ assembly: inout BankAssembly) -> String {
    guard let holder = element.first(named: "text") else { return "" }
    let raw = holder.text
    listFiles(in: element, namedIn: raw, &assembly)
    switch element.attribute("format") {
    case "plain_text": return ImportedText.cleaned(raw).text
    case "markdown":
      let (text, losses) = MarkdownSource.plainText(of: raw)
      for loss in losses { lose(loss.kind, loss.message, at: holder, &assembly) }
      return text
    case "moodle_auto_format":
      return assembly.text(ofHTML: raw, in: holder, lineEnds: .breaks, of: shownName)
    default: return assembly.text(ofHTML: raw, in: holder, of: shownName)
    }
  }

  /// Lists attached files, but pictures that the text shows: those are listed where they stand.
  private func listFiles(
    in element: XMLElement, namedIn text: String, _ assembly: inout BankAssembly
  ) {
    // Each name is looked for in the text: as many as a person attaches.
    for file in element.elements(named: "file").prefix(ImportLimits.entries) {
      let name = TextBlock.line(file.attribute("name") ?? "")
      if text.contains("<img"), text.contains(name) { continue }
      lose(.media, "the attached file '\(name.prefix(60))' is left out", at: file, &assembly)
    }
  }

  /// Lists what a question of Swot has no place for.
  private func listExtras(_ assembly: inout BankAssembly) {
    let hints = element.elements(named: "hint").filter {
      !TextBlock.line($0.first(named: "text")?.text ?? "").isEmpty
    }
    if let first = hints.first {
      let what = hints.count == 1 ? "a hint is" : "\(hints.count) hints are"
      lose(.feedback, "\(what) left out", at: first, &assembly)
    }
    for (name, usual) in Self.combinedFeedback {
      guard let feedback = element.first(named: name),
        let text = feedback.first(named: "text")?.text
      else { continue }
      let plain = TextBlock.line(HTMLFragment.plainText(of: text).text)
      if !plain.isEmpty, plain != usual {
        lose(.feedback, "'\(name)' is left out", at: feedback, &assembly)
      }
    }
    if let grade = element.first(named: "defaultgrade") {
      let text = TextBlock.line(grade.text)
      if let points = Double(text), points != 1 {
        lose(.points, "\(text) points; every question counts the same here", at: grade, &assembly)
      }
    }
    if element.first(named: "hidden").map({ TextBlock.line($0.text) }) == "1" {
      lose(.other, "the question was hidden; here it is not", &assembly)
    }
  }

  /// What is shown after an answer, and what Moodle puts there by itself.
  private static let combinedFeedback: KeyValuePairs = [
    "correctfeedback": "Your answer is correct.",
    "partiallycorrectfeedback": "Your answer is partially correct.",
    "incorrectfeedback": "Your answer is incorrect.",
  ]

  private func lose(
    _ kind: ExchangeLoss.Kind, _ message: String, at place: XMLElement? = nil,
    _ assembly: inout BankAssembly
  ) {
    assembly.report.lose(
      kind, message, of: shownName, at: (place ?? element).location)
  }
}
