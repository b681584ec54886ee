import PracticeCore

/// A line typed in an exam in plain mode, understood.
enum PlainExamInput: Equatable {
  /// An answer to the question, in the numbers of the bank.
  case answer(Response)
  /// `:clear`: no answer after all.
  case clear
  /// `:n`, `:b`: the next question, the one before.
  case next, back
  /// `:g N`: the question of that number.
  case go(Int)
  /// `:f`: flag the question, or take the flag away.
  case flag
  /// `:x N`: strike out the choice that is shown with that number, or take the stroke away.
  case strike(Int)
  /// `:r`: what is answered, open and flagged.
  case review
  /// `:t`: what time is left.
  case time
  /// `:e`: the end.
  case end
  /// `:q`: leave, and come back later.
  case quit
  /// `:help`.
  case help
  /// None of these: what is wrong with the line.
  case problem(String)

  /// Understands `line`, which was typed at `question`, whose items stand in that order, in an exam
  /// that is scored by that rule.
  init(_ line: String, to question: Question, order: ItemNumbers, scoring: ScoringRule) {
    let text = PlainInput.trimmed(line[...])
    guard !text.hasPrefix(":") else {
      self = Self.command(text)
      return
    }
    // By the net rule each right choice earns something.
    switch PlainInput.response(
      text, to: question, order: order, allowsPart: scoring == .netCorrect)
    {
    case .success(let response): self = .answer(response)
    case .failure(let problem): self = .problem(problem.text)
    }
  }

  private static func command(_ text: Substring) -> PlainExamInput {
    let name = text.prefix { !$0.isWhitespace }
    let rest = PlainInput.trimmed(text.dropFirst(name.count))
    switch (name, rest.isEmpty) {
    case (":n", true): return .next
    case (":b", true): return .back
    case (":f", true): return .flag
    case (":r", true): return .review
    case (":t", true): return .time
    case (":e", true): return .end
    case (":q", true): return .quit
    case (":clear", true): return .clear
    case (":help", true): return .help
    case (":g", _), (":x", _):
      guard rest.utf8.count <= 6, let number = Int(rest), number > 0 else {
        return .problem(
          name == ":g"
            ? "Say which question: :g 12 goes to question 12."
            : "Say which choice: :x 2 strikes out 2, and takes the stroke away again.")
      }
      return name == ":g" ? .go(number) : .strike(number)
    default: return .problem("There is no such command in an exam. :help lists them all.")
    }
  }
}
