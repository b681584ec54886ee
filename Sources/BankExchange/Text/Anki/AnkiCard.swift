import PracticeCore

/// A question as a card of Anki: both sides are HTML.
struct AnkiCard {
  private let question: Question
  private let bank: QuestionBank

  init(_ question: Question, in bank: QuestionBank) {
    self.question = question
    self.bank = bank
  }

  /// What is asked.
  var front: String {
    var parts: [String] = []
    if let scenario = question.scenario.flatMap({ bank.scenarios[$0] }) {
      parts.append("<div>\(Self.block(scenario))</div><hr>")
    }
    parts.append("<div>\(Self.block(question.stem))</div>")
    switch question.format {
    case .choices(let choices):
      let keys = choices.count(where: \.isRight)
      if keys > 1 { parts.append("<p><i>Choose \(keys).</i></p>") }
      parts.append(Self.list(choices.map(\.text), "A"))
    case .match(let pairs, _):
      parts.append(Self.list(pairs.map(\.prompt), "1"))
      parts.append("<p><i>Match each with one of these:</i></p>")
      // Sorted, so that the order tells nothing.
      parts.append(Self.list(answers, "A"))
    case .order(let steps):
      parts.append("<p><i>Put these in order:</i></p>")
      parts.append(Self.list(steps.sorted(), "A"))
    case .answer: break
    }
    return Self.harmless(parts.joined(separator: "\n"))
  }

  /// What is right, and why.
  var back: String {
    var parts = [answer]
    let feedback = GeneralFeedback(question, in: bank)
    if !feedback.isEmpty { parts.append("<hr>\n<div>\(feedback.html)</div>") }
    return Self.harmless(parts.joined(separator: "\n"))
  }

  private var answers: [String] { question.matchAnswers.sorted() }

  private var answer: String {
    switch question.format {
    case .choices(let choices):
      let right = choices.indices.filter { choices[$0].isRight }
      let letters = right.map { Self.letter($0) }.joined(separator: ", ")
      let items = choices.map { choice in
        let text = Self.block(choice.text)
        let why = choice.why.map { "<div><i>\(Self.block($0))</i></div>" } ?? ""
        return choice.isRight ? "<b>\(text)</b> ✓\(why)" : "\(text)\(why)"
      }
      return "<p><b>\(letters)</b></p>\n" + Self.htmlList(items, "A")
    case .match(let pairs, _):
      let items = pairs.map { pair in
        let letter = Self.letter(answers.firstIndex(of: pair.answer) ?? 0)
        let why = pair.why.map { "<div><i>\(Self.block($0))</i></div>" } ?? ""
        return "\(Self.block(pair.prompt)) → <b>\(letter). \(Self.block(pair.answer))</b>\(why)"
      }
      return Self.htmlList(items, "1")
    case .order(let steps): return Self.list(steps, "1")
    case .answer(let accepted):
      let others = accepted.dropFirst().map { Self.block($0) }
      return "<p><b>\(Self.block(accepted.first ?? ""))</b></p>"
        + (others.isEmpty ? "" : "\n<p>Also right: \(others.joined(separator: "; "))</p>")
    }
  }

  // MARK: - HTML

  private static func block(_ text: String) -> String { HTMLFragment.html(of: text) }

  private static func list(_ texts: [String], _ type: String) -> String {
    htmlList(texts.map { block($0) }, type)
  }

  private static func htmlList(_ items: [String], _ type: String) -> String {
    "<ol type=\"\(type)\">\(items.map { "<li>\($0)</li>" }.joined())</ol>"
  }

  private static func letter(_ index: Int) -> String {
    String(UnicodeScalar(UInt8(ascii: "A") + UInt8(truncatingIfNeeded: min(index, 25))))
  }

  /// HTML in which Anki finds no sound, no formula and no cloze: texts are none of these.
  private static func harmless(_ html: String) -> String {
    html.replacing("[", with: "&#91;").replacing("\\(", with: "\\&#40;")
      .replacing("{{", with: "&#123;&#123;")
  }
}
