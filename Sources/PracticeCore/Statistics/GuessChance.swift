extension Question {
  /// The chance that a response given blindly is right in full, 0 to 1.
  ///
  /// Choices: one of all sets of as many choices as are right, because learners are told how many.
  /// Matching: every answer goes to one prompt where no two prompts share one; else each prompt is a
  /// draw of its own. Ordering: one of all orders. A text is never typed blindly.
  package var chanceOfGuess: Double {
    switch format {
    case .choices(let choices):
      Self.draws(keyNumbers.count, of: choices.count)
    case .match(let pairs, _):
      Set(pairs.map(\.answer)).count == pairs.count
        ? (0..<pairs.count).reduce(1.0) { $0 / Double(max(1, matchAnswers.count - $1)) }
        : (0..<pairs.count).reduce(1.0) { chance, _ in chance / Double(max(1, matchAnswers.count)) }
    case .order(let steps): (0..<steps.count).reduce(1.0) { $0 / Double($1 + 1) }
    case .answer: 0
    }
  }

  /// 1 ÷ the number of ways in which `count` of `all` things can be drawn.
  private static func draws(_ count: Int, of all: Int) -> Double {
    guard all > 0, (0...all).contains(count) else { return 0 }
    return (0..<count).reduce(1.0) { $0 * Double($1 + 1) / Double(all - $1) }
  }
}
