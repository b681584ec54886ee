/// What a candidate did with one question of an exam.
package struct ExamSheet: Equatable, Sendable {
  /// What is answered so far, whole or not; nil where nothing is.
  package var response: Response?
  /// Whether it is marked for another look; marks have no part in the score.
  package var isFlagged = false
  /// The numbers of choices that are struck out, ascending.
  package var struck = ItemNumbers()
  /// How long it was on the screen, in milliseconds.
  package var milliseconds = 0
  /// Whether it was shown.
  package var isSeen = false
  /// The answers with which it was left, each where it differs from the one before.
  package var leftWith: [Response?] = []

  /// Makes the sheet of a question that was not shown yet.
  package init() {}

  /// How often a change of mind made a wrong answer right, and a right one wrong.
  ///
  /// Only answers with which the question was left count: choices tried on the way are no answers.
  package func changes(of question: Question) -> (toRight: Int, toWrong: Int) {
    var changes = (toRight: 0, toWrong: 0)
    // A first answer is no change of mind; one that is taken back is.
    let answers = leftWith.drop { $0 == nil }.map { $0.map(question.isRight) ?? false }
    for (before, after) in zip(answers, answers.dropFirst()) {
      switch (before, after) {
      case (false, true): changes.toRight += 1
      case (true, false): changes.toWrong += 1
      default: break
      }
    }
    return changes
  }
}

extension Question {
  /// Whether `response` answers the whole question: as many choices as are right, every prompt.
  package func isWhole(_ response: Response?) -> Bool {
    switch (format, response) {
    case (.choices, .numbers(let chosen)): chosen.count == keyNumbers.count
    case (.match(let pairs, _), .numbers(let answers)):
      answers.count == pairs.count && !answers.contains(0)
    case (.order(let steps), .numbers(let order)): order.count == steps.count
    case (.answer, .text(let text)): !text.allSatisfy(\.isWhitespace)
    default: false
    }
  }
}
