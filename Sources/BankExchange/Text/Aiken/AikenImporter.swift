import PracticeCore
package import QuestionBankFormat

/// Reads Moodle's Aiken format: a line with the question, lines `A) choice`, a line `ANSWER: A`.
///
/// Stems of several lines are read too, which Moodle doesn't: they become paragraphs.
package struct AikenImporter: BankImporter {
  /// Makes an importer.
  package init() {}

  package func read(_ file: SourceFile, options: ImportOptions) -> BankImport {
    var assembly = BankAssembly(file, options: options)
    guard let source = SourceText(file, reportingTo: &assembly.report) else {
      return assembly.finish()
    }
    var draft = AikenDraft()
    for (index, line) in source.lines.enumerated() {
      if assembly.isFull { break }
      let number = index + 1
      let text = line.trimmed
      if let answer = Self.answer(text), draft.stem != nil || !draft.choices.isEmpty {
        draft.end(answer, line: number, into: &assembly)
        draft = AikenDraft()
      } else if let (letter, choice) = Self.choice(text), draft.stem != nil {
        draft.choices.append((letter, String(choice), number))
      } else if text.isEmpty {
        // Only between questions; within a choice or a stem it means nothing.
        continue
      } else if draft.choices.isEmpty {
        draft.append(text, line: number)
      } else {
        draft.reportUnfinished(&assembly)
        draft = AikenDraft()
        draft.append(text, line: number)
      }
    }
    draft.reportUnfinished(&assembly)
    return assembly.finish()
  }

  /// What stands behind `A)` or `A.`, with the letter.
  private static func choice(_ line: Substring) -> (letter: UInt8, text: Substring)? {
    let utf8 = line.utf8
    guard utf8.count >= 2, let letter = utf8.first,
      (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(letter)
    else { return nil }
    let mark = utf8[utf8.index(after: utf8.startIndex)]
    guard mark == UInt8(ascii: ")") || mark == UInt8(ascii: ".") else { return nil }
    // `A.B` begins a text such as `A.M. Turing`; Moodle takes it for a choice, and so does this.
    return (letter, line[utf8.index(utf8.startIndex, offsetBy: 2)...].trimmed)
  }

  /// The letter behind `ANSWER:`; 0 where there is none.
  private static func answer(_ line: Substring) -> UInt8? {
    guard line.utf8.starts(with: "ANSWER:".utf8) else { return nil }
    return line.utf8.dropFirst(7).first { $0 != 0x20 && $0 != 0x09 } ?? 0
  }
}

/// A question of Aiken that is not at its end yet.
private struct AikenDraft {
  private(set) var stem: String?
  private var line = 0
  var choices: [(letter: UInt8, text: String, line: Int)] = []

  mutating func append(_ text: Substring, line number: Int) {
    if stem == nil { line = number }
    stem = (stem.map { $0 + "\n\n" } ?? "") + text
  }

  /// Adds the question, whose right answer has the letter `answer`.
  func end(_ answer: UInt8, line answerLine: Int, into assembly: inout BankAssembly) {
    guard let stem else { return }
    guard choices.contains(where: { $0.letter == answer }) else {
      let shown = (0x21...0x7E).contains(answer) ? String(UnicodeScalar(answer)) : ""
      assembly.skipQuestion()
      return assembly.report.report(
        .key, "the answer is '\(shown)', but no choice has that letter",
        at: assembly.report.location(line: answerLine, column: 1))
    }
    assembly.add(
      ImportedQuestion(
        location: assembly.report.location(line: line, column: 1), stem: stem,
        format: .choices(
          choices.map { Choice(text: $0.text, isRight: $0.letter == answer) })))
  }

  /// Reports that there was a question and never an answer.
  func reportUnfinished(_ assembly: inout BankAssembly) {
    guard stem != nil else { return }
    assembly.skipQuestion()
    assembly.report.report(
      .incomplete,
      choices.isEmpty
        ? "a question without choices; these begin with 'A)' or 'A.'"
        : "the question has no line 'ANSWER: A' behind its choices",
      at: assembly.report.location(line: line, column: 1))
  }
}
