import PracticeCore
import QuestionBankFormat

/// Writes banks in Moodle's Aiken format, which knows single choice and nothing else.
package struct AikenExporter: BankExporter {
  /// Makes an exporter.
  package init() {}

  package func export(_ source: ExportSource) -> BankExport {
    var losses = ExportLosses(of: source)
    losses.noteBank()
    var text = ""
    var count = 0
    for (index, question) in source.bank.questions.enumerated() {
      guard case .choices(let choices) = question.format,
        choices.count(where: \.isRight) == 1
      else {
        let what = question.format.kind == .choices ? "several right choices" : "no choices"
        losses.note(
          .question, ofQuestion: index, at: .kind,
          "the question is left out: it has \(what)")
        continue
      }
      losses.noteDetails(ofQuestion: index)
      text += line(question, index, in: source.bank, &losses) + "\n"
      losses.noteLast(of: choices, ofQuestion: index, "left out")
      for (number, choice) in choices.enumerated() {
        if !TextBlock.isLine(choice.text) {
          losses.note(
            .layout, ofQuestion: index, at: .item(number),
            "choice \(number + 1) becomes running text")
        }
        text += "\(Self.letter(number))) \(TextBlock.line(choice.text))\n"
      }
      text += "ANSWER: \(Self.letter(choices.firstIndex(where: \.isRight) ?? 0))\n\n"
      count += 1
    }
    return BankExport(bytes: Array(text.utf8), questionCount: count, losses: losses.all)
  }

  /// The stem in its one line.
  private func line(
    _ question: Question, _ index: Int, in bank: QuestionBank, _ losses: inout ExportLosses
  ) -> String {
    if question.scenario != nil { losses.noteScenario(ofQuestion: index) }
    let stem = bank.wholeStem(of: question)
    if !TextBlock.isLine(stem) {
      losses.note(.layout, ofQuestion: index, at: .stem, "the stem becomes running text")
    }
    let line = TextBlock.line(stem)
    // A stem that begins like a choice or an answer would be taken for one.
    guard let first = line.utf8.first,
      (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(first),
      line.utf8.dropFirst().first.map({ $0 == UInt8(ascii: ")") || $0 == UInt8(ascii: ".") })
        ?? false || line.hasPrefix("ANSWER:")
    else { return line.utf8.count < 2 ? "? " + line : line }
    losses.note(
      .layout, ofQuestion: index, at: .stem,
      "the stem gets a quotation mark in front: it begins like a choice")
    return "\" " + line
  }

  private static func letter(_ index: Int) -> Character {
    Character(UnicodeScalar(UInt8(ascii: "A") + UInt8(truncatingIfNeeded: index)))
  }
}
