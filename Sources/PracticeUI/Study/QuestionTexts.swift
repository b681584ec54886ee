import PracticeCore
import TerminalUI

/// The texts of a question, broken into rows: made once for a width.
struct QuestionTexts: Equatable, Sendable {
  /// What they were made for.
  struct Key: Equatable, Sendable {
    /// The width of the column.
    var columns: Int
    /// The characters that can be shown.
    var charset: Charset
  }

  /// What they were made for.
  let key: Key
  /// Scenario and stem, without the margin.
  let stem: [Line]
  /// The choices, prompts or steps, by their number in the bank less one; none for typed answers.
  let items: [[Line]]
  /// The answers of matching, by their number less one.
  let answers: [[Line]]
  /// The columns left of all text.
  let margin: Int
  /// The columns left of the text of items.
  let itemIndent: Int

  /// Whether there is room for margins and columns.
  var isWide: Bool { Self.isWide(key.columns) }

  /// Whether that many columns leave room for margins and columns.
  static func isWide(_ columns: Int) -> Bool { columns >= 60 }

  /// Breaks the texts of `question` into rows.
  ///
  /// - Parameters:
  ///   - question: the question.
  ///   - scenario: the text that is read before the stem; nil for none.
  ///   - key: what they are made for.
  ///   - symbols: the signs to draw with.
  init(_ question: Question, scenario: String?, key: Key, symbols: Symbols) {
    self.key = key
    let isWide = Self.isWide(key.columns)
    let margin = isWide ? 1 : 0
    self.margin = margin
    func rows(_ text: String, indent: Int) -> [Line] {
      TextLayout.rows(text, columns: max(1, key.columns - indent - margin), symbols: symbols)
    }
    var stem: [Line] = []
    if let scenario {
      stem += rows(scenario, indent: margin)
      stem.append(Line())
    }
    stem += rows(question.stem, indent: margin)
    if let remark = Self.remark(on: question) {
      Self.append(remark, to: &stem, columns: key.columns - 2 * margin)
    }
    self.stem = stem
    switch question.format {
    case .choices(let choices):
      itemIndent = isWide ? 10 : 7
      let indent = itemIndent
      items = choices.map { rows($0.text, indent: indent) }
      answers = []
    case .match(let pairs, _):
      itemIndent = isWide ? 3 : 2
      let indent = itemIndent
      items = pairs.map { rows($0.prompt, indent: indent) }
      answers = question.matchAnswers.map { rows($0, indent: indent + 6) }
    case .order(let steps):
      itemIndent = isWide ? 6 : 4
      let indent = itemIndent
      items = steps.map { rows($0, indent: indent) }
      answers = []
    case .answer:
      itemIndent = isWide ? 3 : 2
      items = []
      answers = []
    }
  }

  /// How many are to be chosen, unless the stem's end says so itself.
  private static func remark(on question: Question) -> String? {
    let right = question.keyNumbers.count
    guard case .choices = question.format, right > 1 else { return nil }
    let remark = "(choose \(Phrases.word(right)))"
    let end = question.stem.suffix(40).lowercased().filter { $0 != "." && !$0.isWhitespace }
    return end.hasSuffix(remark.filter { $0 != " " }) ? nil : remark
  }

  /// Puts a remark at the right end of the last row, or of a row of its own.
  private static func append(_ remark: String, to rows: inout [Line], columns: Int) {
    let width = remark.utf8.count
    if let last = rows.last, last.width + 2 + width <= columns {
      rows[rows.count - 1] =
        last.padded(to: columns - width) + Line(remark, .muted)
    } else {
      rows.append(Line(remark, .muted).padded(to: columns, .right))
    }
  }
}

extension QuestionBank {
  /// The text that is read before the stem of `question`; nil for none.
  func scenarioText(of question: Question) -> String? {
    question.scenario.flatMap { scenarios[$0] }
  }
}
