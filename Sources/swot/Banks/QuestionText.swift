import PracticeCore

/// A question as plain text, with the right answer and all reasons.
struct QuestionText {
  private let question: Question
  private let bank: QuestionBank
  private let columns: Int?

  /// Makes the text of a question of `bank`, no wider than `columns`, of which at least 30 are
  /// taken; tables are as wide as they come where that is nil.
  init(_ question: Question, in bank: QuestionBank, columns: Int? = nil) {
    self.columns = columns.map { max($0, 30) }
    self.question = question
    self.bank = bank
  }

  /// The text, line by line.
  var lines: [String] {
    var lines = wrapped("\(question.id) (\(question.format.kind))")
    if let scenario = question.scenario.flatMap({ bank.scenarios[$0] }) {
      lines += [""] + wrapped(scenario)
    }
    lines += [""] + wrapped(question.stem) + [""] + answerLines
    if let takeaway = question.takeaway {
      lines += [""] + wrapped("Take-away: \(takeaway)")
    }
    let facts = factLines
    return facts.isEmpty ? lines : lines + [""] + facts
  }

  private func wrapped(_ text: String, indent: String = "") -> [String] {
    BankText.wrapped(
      text, indent: indent, columns: min(columns ?? BankText.textColumns, BankText.textColumns))
  }

  private var answerLines: [String] {
    switch question.format {
    case .choices(let choices):
      return choices.enumerated().flatMap { index, choice in
        item("\(index + 1). \(choice.isRight ? "[right]" : "[wrong]") \(choice.text)", choice.why)
      }
    case .match(let pairs, let distractors):
      return pairs.enumerated().flatMap { index, pair in
        item("\(index + 1). \(pair.prompt) = \(pair.answer)", pair.why)
      } + distractors.flatMap { item("Matches nothing: \($0)", nil) }
    case .order(let steps):
      return steps.enumerated().flatMap { item("\($0 + 1). \($1)", nil) }
    case .answer(let accepted):
      return accepted.enumerated().flatMap { index, text in
        item(index == 0 ? "Answer: \(text)" : "Also right: \(text)", nil)
      }
    }
  }

  private func item(_ text: String, _ why: String?) -> [String] {
    wrapped(text, indent: "  ")
      + (why.map { wrapped($0, indent: "       ") } ?? [])
  }

  private var factLines: [String] {
    let objective = question.objective.map { id in
      let titles = bank.domains.flatMap(\.objectives).filter { $0.id == id }.map(\.title)
      return ([id] + titles).joined(separator: "  ")
    }
    let rows = [
      ("Objective", objective),
      ("Facts", question.facts.isEmpty ? nil : question.facts.joined(separator: ", ")),
      ("Difficulty", question.difficulty?.rawValue),
      ("Level", question.cognitiveLevel?.rawValue),
      ("Reviewed", question.reviewed?.description),
      ("Tags", question.tags.isEmpty ? nil : question.tags.joined(separator: ", ")),
    ]
    let references = bank.references.filter { question.references.contains($0.id) }
    return TextTable.lines(
      rows.compactMap { name, value in value.map { [name, $0] } }, width: columns)
      + references.flatMap { [""] + wrapped($0.title) + ["  \($0.url)"] }
  }
}
