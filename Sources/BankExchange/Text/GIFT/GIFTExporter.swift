import PracticeCore
import QuestionBankFormat

/// Writes banks in Moodle's GIFT format.
///
/// Each piece of text stands in one line and says that it is HTML, so that nothing in it is taken
/// for markup: `*` in `s3:Get*` would be emphasis in Moodle's Markdown. What GIFT has no place for
/// goes into tags (``QuestionLabels``).
package struct GIFTExporter: BankExporter {
  /// Makes an exporter.
  package init() {}

  package func export(_ source: ExportSource) -> BankExport {
    var writer = GIFTWriter(source)
    return writer.write()
  }
}

/// A GIFT file that grows.
private struct GIFTWriter {
  private let bank: QuestionBank
  private let outline: BankOutline
  private var losses: ExportLosses
  private var text = ""
  private var category: [String]?
  private var count = 0

  init(_ source: ExportSource) {
    bank = source.bank
    outline = BankOutline(bank)
    losses = ExportLosses(of: source)
  }

  mutating func write() -> BankExport {
    losses.noteBank()
    losses.noteUnused()
    for (index, question) in bank.questions.enumerated() { write(question, index) }
    return BankExport(bytes: Array(text.utf8), questionCount: count, losses: losses.all)
  }

  private mutating func write(_ question: Question, _ index: Int) {
    var labels = QuestionLabels(question, in: bank)
    guard let block = block(question, index, &labels) else { return }
    changeCategory(for: question)
    if question.scenario != nil { losses.noteScenario(ofQuestion: index) }
    let id = String(question.id.question)
    var comment = "// [id:\(id)]"
    for label in labels.texts {
      let tag = tag(label)
      if tag != TextBlock.line(label) {
        losses.note(
          .tags, ofQuestion: index, at: .tags, "the tag '\(TextBlock.line(label))' becomes '\(tag)'"
        )
      }
      if !tag.isEmpty { comment += " [tag:\(Self.escapedTag(tag))]" }
    }
    let stem = bank.wholeStem(of: question)
    text += "\(comment)\n::\(id)::\(Self.piece(stem)){\(block)"
    let feedback = GeneralFeedback(question, in: bank)
    if !feedback.isEmpty { text += "####[html]\(Self.escaped(feedback.html))" }
    // Feedback would end within an answer's line otherwise.
    text += "}\n\n"
    count += 1
  }

  /// Each question is in the category of its objective, within that of its domain.
  private mutating func changeCategory(for question: Question) {
    let names = outline.titles(of: question).map(Self.categoryName)
    guard names != category else { return }
    category = names
    let path = MoodleCategory.path(ofNames: names, bankTitle: Self.categoryName(bank.title))
    text += "$CATEGORY: $course$/\(path)\n\n"
  }

  /// Moodle takes back no escape in categories, but looks for them all the same.
  private static func categoryName(_ name: String) -> String {
    TextBlock.line(name).replacing("\\", with: "\u{FF3C}")
  }

  // MARK: - Answers

  private mutating func block(
    _ question: Question, _ index: Int, _ labels: inout QuestionLabels
  ) -> String? {
    switch question.format {
    case .choices(let choices): return self.choices(choices, index)
    case .match(let pairs, let distractors):
      losses.noteRationales(of: pairs, ofQuestion: index, "left out")
      for (number, pair) in pairs.enumerated() {
        noteLayout(pair.answer, "the answer to prompt \(number + 1)", index, .answer(number))
      }
      for (number, text) in distractors.enumerated() {
        noteLayout(text, "a distractor", index, .distractor(number))
      }
      return lines(
        pairs.map { "=\(Self.piece($0.prompt)) -> \(Self.line($0.answer))" }
          + distractors.map { "= -> \(Self.line($0))" })
    case .order(let steps):
      labels.kind = .order
      losses.note(
        .kind, ofQuestion: index, at: .kind,
        "the ordering question becomes one that matches numbers with steps")
      for (number, step) in steps.enumerated() {
        noteLayout(step, "step \(number + 1)", index, .item(number))
      }
      return lines(steps.enumerated().map { "=\($0 + 1) -> \(Self.line($1))" })
    case .answer(let texts): return answers(texts, index)
    }
  }

  private mutating func choices(_ choices: [Choice], _ index: Int) -> String {
    if TrueOrFalse.isOne(choices) { return trueFalse(choices) }
    losses.noteLast(of: choices, ofQuestion: index, "left out")
    let keys = choices.count(where: \.isRight)
    let wrong = choices.count - keys
    return lines(
      choices.map { choice in
        let mark =
          if keys == 1 {
            choice.isRight ? "=" : "~"
          } else if choice.isRight {
            "~%\(MoodleFraction.text(oneOf: keys))%"
          } else {
            "~%\(MoodleFraction.text(.minus, oneOf: wrong))%"
          }
        let why = choice.why.map { "#\(Self.piece($0))" } ?? ""
        return "\(mark)\(Self.piece(choice.text))\(why)"
      })
  }

  /// The feedback on a wrong answer comes first.
  private func trueFalse(_ choices: [Choice]) -> String {
    let isTrue = choices[0].isRight
    let (right, wrong) = isTrue ? (choices[0], choices[1]) : (choices[1], choices[0])
    var block = isTrue ? "TRUE" : "FALSE"
    if wrong.why != nil || right.why != nil { block += "#" + (wrong.why.map(Self.piece) ?? "") }
    if let why = right.why { block += "#" + Self.piece(why) }
    return block
  }

  private mutating func answers(_ texts: [String], _ index: Int) -> String? {
    var accepted: [String] = []
    for (number, text) in texts.enumerated() {
      let line = TextBlock.line(text)
      // Nothing escapes an arrow, which makes a matching question.
      if line.contains("->") {
        losses.note(
          .other, ofQuestion: index, at: .item(number),
          "the accepted answer '\(line)' is left out: GIFT takes its arrow for a pair")
      } else {
        // A star stands for anything in typed answers of Moodle.
        accepted.append("=%100%" + Self.escaped(line.replacing("*", with: "\\*")))
      }
    }
    guard !accepted.isEmpty else {
      losses.note(.question, ofQuestion: index, "the question is left out: no answer is left")
      return nil
    }
    return lines(accepted)
  }

  private mutating func noteLayout(
    _ text: String, _ what: String, _ index: Int, _ part: BankPlaces.Part
  ) {
    guard !TextBlock.isLine(text) else { return }
    losses.note(.layout, ofQuestion: index, at: part, "\(what) becomes running text")
  }

  private func lines(_ answers: [String]) -> String {
    "\n" + answers.map { "\t\($0)\n" }.joined() + "\t"
  }

  // MARK: - Spelling

  /// A text with its format in front.
  private static func piece(_ text: String) -> String {
    "[html]" + escaped(HTMLFragment.html(of: text))
  }

  /// A text without a format, in one line.
  private static func line(_ text: String) -> String { escaped(TextBlock.line(text)) }

  /// A text with the characters escaped that mean something in GIFT.
  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n": escaped += "\\n"
      case "\\", "#", "=", "~", "{", "}", ":":
        escaped += "\\"
        escaped.unicodeScalars.append(scalar)
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }

  /// A label without what tags of Moodle may not hold.
  private func tag(_ label: String) -> String {
    var tag = String.UnicodeScalarView()
    for scalar in TextBlock.line(label).unicodeScalars {
      tag.append("<>`".unicodeScalars.contains(scalar) ? " " : scalar)
    }
    return TextBlock.line(String(tag))
  }

  private static func escapedTag(_ tag: String) -> String {
    // A backslash at the end would escape the bracket.
    tag.replacing("]", with: "\\]") + (tag.hasSuffix("\\") ? " " : "")
  }
}
