/// What the learner answered, in the numbers of the bank, whatever order was shown.
package enum Response: Hashable, Sendable {
  /// Choices: the numbers chosen, ascending. Match: for each prompt the number of its answer
  /// (answers as written, distractors after them), 0 for none. Order: the numbers as put.
  case numbers(ItemNumbers)
  /// The text typed.
  case text(String)
}

/// How sure the learner said to be, before the key was shown.
package enum Confidence: String, CaseIterable, Sendable {
  /// Certain.
  case certain
  /// Unsure.
  case unsure
  /// A guess.
  case guess
}
