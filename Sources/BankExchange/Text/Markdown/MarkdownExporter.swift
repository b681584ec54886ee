import PracticeCore
import QuestionBankFormat

/// Writes banks as Markdown, for reading: the questions by domain, then all answers with rationales.
package struct MarkdownExporter: BankExporter {
  /// Makes an exporter.
  package init() {}

  package func export(_ source: ExportSource) -> BankExport {
    var losses = ExportLosses(of: source)
    losses.noteBank(carrying: [.id, .title, .description, .language, .license, .authors, .reviewed])
    losses.noteUnused()
    for (index, question) in source.bank.questions.enumerated() where !question.facts.isEmpty {
      losses.note(.facts, ofQuestion: index, at: .facts, "the facts are left out")
    }
    let text = MarkdownPage(source.bank).lines.joined(separator: "\n") + "\n"
    return BankExport(
      bytes: Array(text.utf8), questionCount: source.bank.questions.count, losses: losses.all)
  }
}

/// A bank as a page of Markdown.
private struct MarkdownPage {
  private let bank: QuestionBank
  private let outline: BankOutline

  init(_ bank: QuestionBank) {
    self.bank = bank
    outline = BankOutline(bank)
  }

  var lines: [String] {
    var lines = ["# \(MarkdownSpelling.line(bank.title))"]
    if let description = bank.description { lines += [""] + MarkdownSpelling.lines(description) }
    let facts = [
      "Bank `\(bank.id)`",
      "\(bank.questions.count) question\(bank.questions.count == 1 ? "" : "s")",
      bank.authors.isEmpty
        ? nil : "by \(bank.authors.map(MarkdownSpelling.line).joined(separator: ", "))",
      bank.license.map(MarkdownSpelling.line), bank.language.map(MarkdownSpelling.line),
      bank.reviewed.map { "reviewed \($0)" },
    ].compactMap { $0 }
    lines += ["", facts.joined(separator: " · ")]
    var domain: String?
    for (number, question) in bank.questions.enumerated() {
      if let place = outline.place(of: question), place.domain.id != domain {
        domain = place.domain.id
        lines += ["", "## \(MarkdownSpelling.line(place.domain.title))"]
      }
      lines += [""] + self.question(question, number + 1)
    }
    lines += ["", "# Answers"]
    for (number, question) in bank.questions.enumerated() {
      lines += [""] + answer(to: question, number + 1)
    }
    return lines
  }

  private func question(_ question: Question, _ number: Int) -> [String] {
    var lines = ["### \(number). \(question.id.question)"]
    let facts =
      [
        outline.place(of: question).map { MarkdownSpelling.line($0.objective.title) },
        question.difficulty?.rawValue, question.cognitiveLevel?.rawValue,
      ].compactMap { $0 } + question.tags.map { "\\#\(MarkdownSpelling.line($0))" }
    if !facts.isEmpty { lines += ["", facts.joined(separator: " · ")] }
    if let scenario = question.scenario.flatMap({ bank.scenarios[$0] }) {
      lines += [""] + MarkdownSpelling.lines(scenario, prefix: "> ")
    }
    lines += [""] + MarkdownSpelling.lines(question.stem)
    switch question.format {
    case .choices(let choices):
      let keys = choices.count(where: \.isRight)
      if keys > 1 { lines += ["", "Choose \(keys)."] }
      lines += [""] + items(choices.map(\.text))
    case .match(let pairs, _):
      lines += ["", "Match each of these:", ""] + items(pairs.map(\.prompt), areNumbered: true)
      lines += ["", "with one of these:", ""] + items(question.matchAnswers.sorted())
    case .order(let steps): lines += ["", "Put these in order:", ""] + items(steps.sorted())
    case .answer: lines += ["", "Type the answer."]
    }
    return lines
  }

  private func answer(to question: Question, _ number: Int) -> [String] {
    var lines = ["## \(number). \(question.id.question)", ""]
    switch question.format {
    case .choices(let choices):
      let right = choices.indices.filter { choices[$0].isRight }
      lines.append("Right: **\(right.map { Self.letter($0) }.joined(separator: ", "))**")
      for (index, choice) in choices.enumerated() {
        if let why = choice.why {
          let mark = choice.isRight ? "right" : "wrong"
          lines +=
            ["", "- **\(Self.letter(index))** (\(mark))", ""]
            + MarkdownSpelling.lines(why, prefix: "  ")
        }
      }
    case .match(let pairs, _):
      let answers = question.matchAnswers.sorted()
      for (index, pair) in pairs.enumerated() {
        let letter = Self.letter(answers.firstIndex(of: pair.answer) ?? 0)
        lines += ["- **\(index + 1) – \(letter)**"]
        if let why = pair.why {
          lines += [""] + MarkdownSpelling.lines(why, prefix: "  ") + [""]
        }
      }
    case .order(let steps):
      let shown = steps.sorted()
      let order = steps.map { Self.letter(shown.firstIndex(of: $0) ?? 0) }
      lines.append("Order: **\(order.joined(separator: ", "))**")
    case .answer(let accepted):
      lines.append(
        "Right: \(accepted.map { "**\(MarkdownSpelling.line($0))**" }.joined(separator: ", "))")
    }
    if let takeaway = question.takeaway { lines += [""] + MarkdownSpelling.lines(takeaway) }
    let references = question.references.compactMap { id in
      bank.references.first { $0.id == id }
    }
    if !references.isEmpty {
      lines +=
        [""] + references.map { MarkdownSpelling.link($0.title, to: $0.url) }.map { "- \($0)" }
    }
    if let day = question.reviewed { lines += ["", "Reviewed \(day)."] }
    return lines
  }

  private func items(_ texts: [String], areNumbered: Bool = false) -> [String] {
    texts.enumerated().flatMap { index, text in
      let mark = areNumbered ? "\(index + 1)." : "**\(Self.letter(index))**"
      let lines = MarkdownSpelling.lines(text, prefix: "  ")
      let first = lines.first.map { $0.dropFirst(2) } ?? ""
      return ["- \(mark) \(first)"] + lines.dropFirst()
    }
  }

  private static func letter(_ index: Int) -> String {
    String(UnicodeScalar(UInt8(ascii: "A") + UInt8(truncatingIfNeeded: min(index, 25))))
  }
}
