import PracticeCore

/// What a report says of one question.
struct ReportedQuestion: Equatable {
  /// What became of it.
  enum Verdict: String, CaseIterable {
    /// Right in full.
    case right
    /// Answered, and not right in full.
    case wrong
    /// Shown, and left without an answer.
    case open
    /// Never shown.
    case unseen
  }

  /// A choice, as it was shown.
  struct Choice: Equatable {
    var text: String
    var why: String?
    var isChosen: Bool
    var isRight: Bool
    var isStruck: Bool
  }

  /// A prompt of a matching question.
  struct Prompt: Equatable {
    var text: String
    /// The answer that was given; nil for none.
    var given: String?
    /// The right answer.
    var right: String
    var why: String?

    var isRight: Bool { given == right }
  }

  /// A step of an ordering question, in its right place.
  struct Step: Equatable {
    var text: String
    /// The place, from 1, where it was put; nil where the question was left open.
    var given: Int?
  }

  /// What could be answered, what was, and what is right.
  enum Items: Equatable {
    /// The choices in the order shown.
    case choices([Choice])
    /// The prompts, and the answers that match nothing.
    case match([Prompt], unused: [String])
    /// The steps in their right order.
    case order([Step])
    /// The text that was typed, nil for none; and the texts that are right.
    case typed(String?, accepted: [String])
  }

  /// Its number, from 1.
  var number: Int
  /// Its place in the form, with the question itself.
  var item: ExamPaper.Item
  /// What was done with it.
  var sheet: ExamSheet
  /// The title of its section.
  var section: String?
  /// What became of it.
  var verdict: Verdict
  /// What it earned.
  var marks: Marks
  /// What could be answered, what was, and what is right.
  var items: Items

  /// Makes what is said of a question.
  init(_ item: ExamPaper.Item, sheet: ExamSheet, answer: ExamResult.Answer, section: String?) {
    number = answer.place + 1
    self.item = item
    self.sheet = sheet
    self.section = section
    marks = answer.marks
    verdict =
      if answer.isRight {
        .right
      } else if sheet.response != nil {
        .wrong
      } else {
        sheet.isSeen ? .open : .unseen
      }
    items = Self.items(of: item, sheet)
  }

  private static func items(of item: ExamPaper.Item, _ sheet: ExamSheet) -> Items {
    let question = item.question
    var numbers: [Int] = []
    if case .numbers(let given)? = sheet.response { numbers = Array(given) }
    switch question.format {
    case .choices(let choices):
      return .choices(
        item.order.filter { choices.indices.contains($0 - 1) }.map { number in
          let choice = choices[number - 1]
          return Choice(
            text: choice.text, why: choice.why, isChosen: numbers.contains(number),
            isRight: choice.isRight, isStruck: sheet.struck.contains(number))
        })
    case .match(let pairs, let distractors):
      let answers = question.matchAnswers
      return .match(
        pairs.enumerated().map { index, pair in
          let number = numbers.indices.contains(index) ? numbers[index] : 0
          return Prompt(
            text: pair.prompt,
            given: answers.indices.contains(number - 1) ? answers[number - 1] : nil,
            right: pair.answer, why: pair.why)
        }, unused: distractors)
    case .order(let steps):
      return .order(
        steps.enumerated().map { index, step in
          Step(text: step, given: numbers.firstIndex(of: index + 1).map { $0 + 1 })
        })
    case .answer(let accepted):
      var typed: String?
      if case .text(let text)? = sheet.response { typed = text }
      return .typed(typed, accepted: accepted)
    }
  }
}
