extension Question {
  /// Whether `response` is right: all or nothing.
  ///
  /// A response of the wrong kind or length is wrong.
  package func isRight(_ response: Response) -> Bool {
    switch (format, response) {
    case (.choices, .numbers(let chosen)):
      Set(chosen) == Set(keyNumbers)
    case (.match(let pairs, _), .numbers(let answers)):
      answers.count == pairs.count
        && zip(pairs, answers).allSatisfy { pair, number in
          number > 0 && matchAnswers.indices.contains(number - 1)
            && matchAnswers[number - 1] == pair.answer
        }
    case (.order(let steps), .numbers(let order)):
      order == ItemNumbers(oneTo: steps.count)
    case (.answer(let accepted), .text(let text)):
      accepted.contains { Self.normalized($0) == Self.normalized(text) }
    default: false
    }
  }

  /// The numbers of the right choices, ascending; empty for other kinds.
  package var keyNumbers: [Int] {
    guard case .choices(let choices) = format else { return [] }
    return choices.indices.filter { choices[$0].isRight }.map { $0 + 1 }
  }

  /// The answers of a matching question by number: as written, then the distractors.
  ///
  /// Two prompts may share an answer, which then stands once.
  package var matchAnswers: [String] {
    guard case .match(let pairs, let distractors) = format else { return [] }
    var answers: [String] = []
    for text in pairs.map(\.answer) + distractors where !answers.contains(text) {
      answers.append(text)
    }
    return answers
  }

  /// The response that is right; for typed answers the first text that is accepted.
  package var rightResponse: Response {
    switch format {
    case .choices:
      .numbers(ItemNumbers(keyNumbers) ?? [])
    case .match(let pairs, _):
      .numbers(
        ItemNumbers(pairs.map { pair in (matchAnswers.firstIndex(of: pair.answer) ?? -1) + 1 })
          ?? [])
    case .order(let steps): .numbers(ItemNumbers(oneTo: steps.count))
    case .answer(let accepted): .text(accepted.first ?? "")
    }
  }

  /// The text as typed answers are compared: without case and surrounding space, inner runs of
  /// white space as one space.
  private static func normalized(_ text: String) -> String {
    text.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
