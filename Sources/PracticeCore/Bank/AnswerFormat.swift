/// What can be answered to a question, and what is right: exactly one of four kinds.
///
/// Items are numbered from 1 as written in the bank; responses and events use these numbers.
package enum AnswerFormat: Equatable, Sendable {
  /// Choices; one right makes it single choice, several multiple response.
  case choices([Choice])
  /// Prompts, each with its answer; further answers match nothing.
  case match(pairs: [MatchPair], distractors: [String])
  /// Steps, written in the right order.
  case order([String])
  /// Texts that count as right when typed.
  case answer([String])

  /// The kind, as the bank's key for it is called.
  package var kind: QuestionKind {
    switch self {
    case .choices: .choices
    case .match: .match
    case .order: .order
    case .answer: .answer
    }
  }

  /// The most choices, prompts, answers or steps that a question may have: one digit names each.
  package static let maximumItems = 9
}

/// The four kinds of question.
package enum QuestionKind: String, CaseIterable, Sendable {
  /// Single choice or multiple response.
  case choices
  /// Matching.
  case match
  /// Ordering.
  case order
  /// A typed answer.
  case answer
}

/// One choice of a question: the key or a part of it, or a distractor.
package struct Choice: Equatable, Sendable {
  /// What the learner reads.
  package var text: String
  /// Whether it belongs to the key.
  package var isRight: Bool
  /// The rationale: why it is right or wrong, and when it would be right.
  package var why: String?
  /// Whether it keeps its place at the end when choices are shuffled.
  package var staysLast: Bool

  /// Makes a choice.
  package init(text: String, isRight: Bool, why: String? = nil, staysLast: Bool = false) {
    self.text = text
    self.isRight = isRight
    self.why = why
    self.staysLast = staysLast
  }
}

/// A prompt of a matching question with the answer that belongs to it.
package struct MatchPair: Equatable, Sendable {
  /// What is to be matched.
  package var prompt: String
  /// The right answer.
  package var answer: String
  /// The rationale.
  package var why: String?

  /// Makes a pair.
  package init(prompt: String, answer: String, why: String? = nil) {
    self.prompt = prompt
    self.answer = answer
    self.why = why
  }
}
