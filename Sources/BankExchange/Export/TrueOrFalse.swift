package import PracticeCore

/// A question that asks whether something is so.
package enum TrueOrFalse {
  /// Whether choices are such as other programs keep as a kind of its own: `True`, then `False`,
  /// never shuffled.
  package static func isOne(_ choices: [Choice]) -> Bool {
    choices.map(\.text) == ["True", "False"] && choices[1].staysLast
      && choices.count(where: \.isRight) == 1
  }

  /// The choices of such a question.
  package static func choices(
    isTrue: Bool, whyTrue: String? = nil, whyFalse: String? = nil
  ) -> [Choice] {
    [
      Choice(text: "True", isRight: isTrue, why: whyTrue),
      Choice(text: "False", isRight: !isTrue, why: whyFalse, staysLast: true),
    ]
  }
}
