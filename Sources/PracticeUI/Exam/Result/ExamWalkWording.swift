import PracticeCore
import TerminalUI

/// What the walk through an exam's questions says.
enum ExamWalkWording {
  static let title = "Review"
  static let gone = "This question is no longer in your banks; here it stands as it was asked."
  static let goneShort = "This question is no longer in your banks."
  static let keyChanged =
    "The right answer has changed in the bank since; here it stands as it was asked and scored."
  static let wordingChanged =
    "The wording has changed in the bank since; here it stands as it was asked."
  static let first = "This is the first of these questions."
  static let last = "This is the last of these questions."

  /// The name of a filter.
  static func name(_ filter: ExamWalkFilter) -> String {
    switch filter {
    case .all: "All"
    case .missed: "Not right"
    case .flagged: "Flagged"
    case .slow: "Slow"
    case .uncounted: "Uncounted"
    }
  }

  /// No question is taken by the filter.
  static func nothing(_ filter: ExamWalkFilter, of review: ExamReview) -> String {
    switch filter {
    case .all: "This exam has no questions."
    case .missed: "Every question was right."
    case .flagged: "No question was flagged at the end."
    case .slow:
      "No question took more than twice your usual time ("
        + "\(ExamResultWording.minutes(Int64(review.usualMilliseconds))))."
    case .uncounted: "Every question counts."
    }
  }

  /// How a question was left, with its sign.
  static func standing(_ standing: ExamReview.Standing, _ symbols: Symbols) -> Line {
    switch standing {
    case .right: Line("\(symbols.right) Right.", Style(.right, .bold))
    case .wrong: Line("\(symbols.wrong) Not right.", Style(.wrong, .bold))
    case .incomplete: Line("\(symbols.open) Open: answered in part.", Style(.wrong, .bold))
    case .open: Line("\(symbols.open) Open: not answered.", Style(.wrong, .bold))
    case .unseen: Line("\(symbols.open) Open: never shown.", Style(.wrong, .bold))
    }
  }

  /// What else is to be said of the question at `place`, in sentences.
  static func facts(_ place: Int, of review: ExamReview) -> [String] {
    let (item, sheet) = (review.exam.paper.items[place], review.exam.sheets[place])
    var facts: [String] = []
    if review.exam.paper.blueprint.scoring == .netCorrect, item.question.keyNumbers.count > 1 {
      facts.append("\(ExamResultWording.marks(review.result.answers[place].marks)) of 1 mark.")
    }
    if sheet.isSeen {
      let time = ExamResultWording.minutes(Int64(sheet.milliseconds))
      let usual = ExamResultWording.minutes(Int64(review.usualMilliseconds))
      facts.append(
        review.slowPlaces.contains(place) ? "Time \(time), usually \(usual)." : "Time \(time).")
    }
    if sheet.isFlagged { facts.append("Flagged.") }
    if let changes = changes(of: sheet, to: item) { facts.append(changes) }
    if !item.isScored { facts.append("Not counted in the score.") }
    facts.append(item.isNew ? "New to you then." : "Seen before.")
    return facts
  }

  /// From what to what the answer was changed; nil where it wasn't.
  private static func changes(of sheet: ExamSheet, to item: ExamPaper.Item) -> String? {
    var answers = sheet.leftWith
    if let last = answers.last, last != sheet.response { answers.append(sheet.response) }
    guard answers.count > 1 else { return nil }
    let texts = answers.map { answer in
      guard let answer else { return "nothing" }
      let isRight = item.question.isRight(answer)
      return "\(text(of: answer, to: item)) (\(isRight ? "right" : "wrong"))"
    }
    return "Changed from \(texts.joined(separator: " to "))."
  }

  /// An answer in the numbers that stand beside the question, or in words.
  private static func text(of answer: Response, to item: ExamPaper.Item) -> String {
    switch (item.question.format, answer) {
    case (.choices(let choices), .numbers(let numbers)):
      let shown = Showing(question: item.question.id, order: item.order).numbers(of: choices.count)
      let places = numbers.compactMap { shown.firstIndex(of: $0) }.sorted()
      return places.map { String($0 + 1) }.joined(separator: " and ")
    case (.match, .numbers(let numbers)):
      let answers = item.question.matchAnswers
      return numbers.map { answers.indices.contains($0 - 1) ? "'\(answers[$0 - 1])'" : "nothing" }
        .joined(separator: ", ")
    case (_, .numbers(let numbers)): return numbers.map(String.init).joined(separator: "\u{A0}")
    case (_, .text(let text)): return "'\(text)'"
    }
  }
}
