import PracticeCore
import TerminalUI

/// What has been answered so far, before it is submitted; in the numbers of the bank.
enum DraftAnswer: Equatable, Sendable {
  /// The numbers chosen, in no particular order.
  case choices(Set<Int>)
  /// For each prompt the number of its answer; 0 for none.
  case match([Int])
  /// The steps, in the order in which they stand now.
  case order([Int])
  /// The text typed.
  case text(TextFieldState)

  /// Begins the answer to a showing.
  init(_ question: Question, showing: Showing) {
    switch question.format {
    case .choices: self = .choices([])
    case .match(let pairs, _): self = .match(pairs.map { _ in 0 })
    case .order(let steps): self = .order(showing.numbers(of: steps.count))
    case .answer: self = .text(TextFieldState(limit: 200))
    }
  }

  /// Takes up the answer to a showing where it was left.
  ///
  /// - Parameters:
  ///   - question: the question.
  ///   - showing: its showing.
  ///   - response: what was answered, whole or not; nil for nothing.
  init(_ question: Question, showing: Showing, response: Response?) {
    self.init(question, showing: showing)
    switch (self, response) {
    case (.choices, .numbers(let chosen)): self = .choices(Set(chosen))
    case (.match(let prompts), .numbers(let answers)) where answers.count == prompts.count:
      self = .match(Array(answers))
    case (.order(let shown), .numbers(let steps)) where Set(shown) == Set(steps):
      self = .order(Array(steps))
    case (.text(let field), .text(let text)):
      self = .text(TextFieldState(text, limit: field.limit))
    default: break
    }
  }

  /// What was answered so far, whole or not; nil where nothing was.
  ///
  /// An order counts as an answer wherever it stands: whether somebody put it so isn't known here.
  var partialResponse: Response? {
    switch self {
    case .choices(let chosen):
      chosen.isEmpty ? nil : ItemNumbers(chosen.sorted()).map(Response.numbers)
    case .match(let answers):
      answers.allSatisfy { $0 == 0 } ? nil : ItemNumbers(answers).map(Response.numbers)
    case .order(let steps): ItemNumbers(steps).map(Response.numbers)
    case .text(let field): field.isEmpty ? nil : .text(field.text)
    }
  }

  /// The response that it is, where it is whole.
  func response(to question: Question) -> Response? {
    switch self {
    case .choices(let chosen):
      chosen.count == question.keyNumbers.count
        ? ItemNumbers(chosen.sorted()).map(Response.numbers) : nil
    case .match(let answers):
      answers.contains(0) ? nil : ItemNumbers(answers).map(Response.numbers)
    case .order(let steps): ItemNumbers(steps).map(Response.numbers)
    case .text(let field):
      field.text.allSatisfy { $0 == " " } ? nil : .text(field.text)
    }
  }
}

extension Showing {
  /// The numbers of `count` items in the order shown; as written where the showing has another
  /// number of them.
  func numbers(of count: Int) -> [Int] {
    order.count == count && Set(order) == Set(1...max(1, count))
      ? Array(order) : Array(1..<(count + 1))
  }
}
