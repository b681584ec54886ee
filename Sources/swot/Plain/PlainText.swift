import PracticeCore
import TerminalUI

/// Questions, feedback and notes in plain lines: a paragraph or an item each, safe for any
/// terminal, without anything drawn.
struct PlainText {
  /// The characters that can be shown.
  let charset: Charset

  /// The paragraphs, list items and lines of code of a text, a line each.
  func paragraphs(_ text: String, indent: String = "") -> [String] {
    // Lines are not broken: a screen reader reads one as a whole, a terminal breaks it by itself.
    TextLayout.rows(text, columns: Size.maximumExtent, symbols: .of(charset)).map {
      $0.text.isEmpty ? "" : indent + $0.text
    }
  }

  /// A text in one line.
  func line(_ text: String) -> String { DisplayText.sanitized(text, charset: charset) }

  // MARK: - Questions

  /// A question as it is asked.
  func question(
    _ question: Question, of bank: QuestionBank?, shownAs showing: Showing, number: Int, total: Int
  ) -> [String] {
    self.question(
      question, scenario: question.scenario.flatMap { bank?.scenarios[$0] },
      order: showing.order, number: number, total: total)
  }

  /// A question as it is asked, its items in the order of these numbers.
  func question(
    _ question: Question, scenario: String?, order: ItemNumbers, number: Int, total: Int
  ) -> [String] {
    var lines = [
      "Question \(number) of \(total): \(question.id) (\(question.format.kind.rawValue))"
    ]
    if let scenario { lines += paragraphs(scenario) }
    lines += paragraphs(question.stem)
    switch question.format {
    case .choices(let choices): lines += items(order.map { choices[$0 - 1].text })
    case .match(let pairs, _):
      for (index, pair) in pairs.enumerated() {
        lines += item(Self.letter(index), pair.prompt)
      }
      let answers = question.matchAnswers
      lines += items(order.map { answers[$0 - 1] })
    case .order(let steps): lines += items(order.map { steps[$0 - 1] })
    case .answer: break
    }
    return lines + [PlainWording.instruction(question)]
  }

  private func items(_ texts: [String]) -> [String] {
    texts.enumerated().flatMap { item("\($0 + 1)", $1) }
  }

  /// `  1. text`, and further lines of the text below it.
  private func item(_ label: String, _ text: String) -> [String] {
    let lines = paragraphs(text).filter { !$0.isEmpty }
    let first = "  \(label). \(lines.first ?? "")"
    return [first] + lines.dropFirst().map { "     " + $0 }
  }

  private static func letter(_ index: Int) -> String {
    String(UnicodeScalar(UInt8(ascii: "A") + UInt8(clamping: index)))
  }

  // MARK: - Feedback

  /// What there is to learn from an answer, without the verdict.
  func feedback(
    on record: AnswerRecord, to question: Question, of bank: QuestionBank?
  ) -> [String] {
    var lines = explanation(of: record, to: question)
    if let takeaway = question.takeaway { lines += paragraphs("Take-away: \(takeaway)") }
    for id in question.references {
      if let reference = bank?.reference(id) {
        lines.append(line("Read: \(reference.title), \(reference.url)"))
      }
    }
    return lines
  }

  private func explanation(of record: AnswerRecord, to question: Question) -> [String] {
    switch (question.format, record.response) {
    case (.choices(let choices), .numbers(let chosen)):
      return record.order.enumerated().flatMap { index, number in
        let choice = choices[number - 1]
        let isChosen = chosen.contains(number)
        guard isChosen || choice.isRight else { return [String]() }
        let label =
          choice.isRight ? (isChosen ? "right, yours" : "right, missed") : "wrong, yours"
        return item("\(index + 1)", "[\(label)] \(choice.text)") + reason(choice.why)
      }
    case (.match(let pairs, _), .numbers(let given)):
      let answers = question.matchAnswers
      return pairs.enumerated().flatMap { index, pair in
        let yours =
          given.indices.contains(index) && given[index] > 0 ? answers[given[index] - 1] : ""
        let label = yours == pair.answer ? "right" : "wrong, yours: \(yours)"
        return item(Self.letter(index), "[\(label)] \(pair.prompt): \(pair.answer)")
          + reason(pair.why)
      }
    case (.order(let steps), _):
      return record.isRight ? [] : ["The right order:"] + items(steps)
    case (.answer(let accepted), _):
      return [line("Right answers: \(accepted.joined(separator: ", "))")]
    default: return []
    }
  }

  private func reason(_ why: String?) -> [String] {
    why.map { paragraphs($0, indent: "     ").filter { !$0.isEmpty } } ?? []
  }

  // MARK: - Notes

  /// A section of notes.
  func notes(_ section: NotesSection) -> [String] {
    var lines = [line(section.title)]
    for block in section.blocks { lines += [""] + self.lines(of: block) }
    return lines
  }

  private func lines(of block: NotesBlock) -> [String] {
    switch block {
    case .heading(_, let text), .paragraph(let text): return [line(Self.text(text))]
    case .list(let isOrdered, let items):
      return items.enumerated().map { index, item in
        "  " + (isOrdered ? "\(index + 1). " : "- ") + line(Self.text(item))
      }
    case .code(let code): return code.map { "    " + line($0) }
    case .table(let header, let rows):
      return rows.map { row in
        let cells = zip(header, row).map { "\(Self.text($0)): \(Self.text($1))" }
        return "  " + line(cells.joined(separator: "; "))
      }
    }
  }

  private static func text(_ inlines: [NotesInline]) -> String {
    inlines.map { inline in
      switch inline {
      case .text(let text), .emphasis(let text), .strong(let text): text
      case .code(let text): "`\(text)`"
      case .link(let text, let url): text == url ? url : "\(text) (\(url))"
      }
    }.joined()
  }
}
