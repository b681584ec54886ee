package import FSRS

/// One showing of a question: which, and in which order its items stand.
package struct Showing: Equatable, Sendable {
  /// The question.
  package var question: QuestionID
  /// The numbers of the items in the order shown.
  ///
  /// For choices and steps these are the items themselves, for matching the answers (prompts stay
  /// as written); empty for typed answers.
  package var order: ItemNumbers
  /// Whether it was asked in this session before and comes back.
  package var isReturn: Bool

  /// Draws the order of a showing; choices that stay last keep their place at the end.
  package init(_ question: Question, isReturn: Bool = false, using random: inout SplitMix64) {
    self.question = question.id
    self.isReturn = isReturn
    switch question.format {
    case .choices(let choices):
      let numbers = 1...choices.count
      order =
        ItemNumbers(
          random.shuffled(numbers.filter { !choices[$0 - 1].staysLast })
            + numbers.filter { choices[$0 - 1].staysLast }) ?? []
    case .match:
      order = ItemNumbers(random.shuffled(ItemNumbers(oneTo: question.matchAnswers.count))) ?? []
    case .order(let steps):
      let right = ItemNumbers(oneTo: steps.count)
      var shown = ItemNumbers(random.shuffled(right)) ?? right
      // Steps that already stand right would give the answer away.
      while steps.count > 1, shown == right { shown = ItemNumbers(random.shuffled(right)) ?? right }
      order = shown
    case .answer: order = []
    }
  }

  /// Makes a showing with a given order.
  package init(question: QuestionID, order: ItemNumbers, isReturn: Bool = false) {
    self.question = question
    self.order = order
    self.isReturn = isReturn
  }
}
