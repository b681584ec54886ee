/// What the answers to one question say beyond the memory of it.
package struct QuestionHistory: Equatable, Sendable {
  /// Right and wrong answers.
  package struct Count: Equatable, Sendable {
    /// Right answers.
    package var right = 0
    /// Wrong answers.
    package var wrong = 0

    /// Makes a count.
    package init(right: Int = 0, wrong: Int = 0) {
      self.right = right
      self.wrong = wrong
    }

    /// Both.
    package var total: Int { right + wrong }
    /// The share of right ones.
    package var rightShare: ShareInterval { ShareInterval(right, of: total) }

    /// Adds another count.
    package static func += (left: inout Count, right: Count) {
      left.right += right.right
      left.wrong += right.wrong
    }
  }

  /// Whether the first answer of all was right; nil while there is none.
  package var firstWasRight: Bool?
  /// Answers that were said to be certain.
  package var certain = Count()
  /// Answers that were said to be unsure.
  package var unsure = Count()
  /// Answers that were said to be guesses.
  package var guess = Count()
  /// When it was last answered wrongly and with certainty; nil for never, and since it was answered
  /// right on a later day.
  package var certainlyWrongAt: LocalTime?
  /// How often each wrong item was taken, while the question read as it does now.
  package var distractors: [Distractor: Int] = [:]
  /// The time spent on it, in milliseconds.
  package var milliseconds = 0

  /// A wrong item of a question.
  package struct Distractor: Hashable, Comparable, Sendable {
    /// For choices 0; for matching the number of the prompt, from 1.
    package var prompt: Int
    /// The number of the choice or answer as written, from 1.
    package var number: Int

    /// Names a wrong item.
    package init(prompt: Int = 0, number: Int) {
      self.prompt = prompt
      self.number = number
    }

    package static func < (left: Distractor, right: Distractor) -> Bool {
      (left.prompt, left.number) < (right.prompt, right.number)
    }
  }

  /// Makes the history of a question that was never answered.
  package init() {}

  /// Takes in what was said of the confidence of an answer.
  mutating func take(_ confidence: Confidence?, isRight: Bool, at time: LocalTime) {
    let count = isRight ? Count(right: 1) : Count(wrong: 1)
    switch confidence {
    case .certain: certain += count
    case .unsure: unsure += count
    case .guess: guess += count
    case nil: break
    }
    if confidence == .certain, !isRight {
      certainlyWrongAt = time
    } else if isRight, confidence != .guess, let wrong = certainlyWrongAt,
      wrong.studyDay < time.studyDay
    {
      certainlyWrongAt = nil
    }
  }

  /// Counts the wrong items of a wrong response.
  mutating func countDistractors(of response: Response, to question: Question) {
    guard case .numbers(let numbers) = response else { return }
    switch question.format {
    case .choices(let choices):
      for number in numbers where choices.indices.contains(number - 1) {
        if !choices[number - 1].isRight { distractors[Distractor(number: number), default: 0] += 1 }
      }
    case .match(let pairs, _):
      let answers = question.matchAnswers
      for (place, (pair, number)) in zip(pairs, numbers).enumerated()
      where answers.indices.contains(number - 1) && answers[number - 1] != pair.answer {
        distractors[Distractor(prompt: place + 1, number: number), default: 0] += 1
      }
    case .order, .answer: break
    }
  }
}
