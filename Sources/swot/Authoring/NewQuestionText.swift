import PracticeCore

/// The texts of a new question, to be replaced by the author.
enum NewQuestionText {
  /// A question of a kind with something to change in each place.
  static func question(
    _ id: QuestionID, kind: QuestionKind, objective: String?, references: [String],
    reviewed: CalendarDate
  ) -> Question {
    Question(
      id: id, objective: objective, difficulty: .intermediate, cognitiveLevel: .apply,
      stem: "What somebody wants, what limits it.\n\nThe question?", format: format(kind),
      takeaway: "The rule to remember.", references: references, reviewed: reviewed)
  }

  private static func format(_ kind: QuestionKind) -> AnswerFormat {
    switch kind {
    case .choices:
      .choices([
        Choice(text: "The right answer", isRight: true, why: "Why it is right."),
        Choice(
          text: "A wrong answer", isRight: false,
          why: "Why it is wrong, and when it would be right."
        ),
        Choice(
          text: "Another wrong answer", isRight: false,
          why: "Why it is wrong, and when it would be right."),
      ])
    case .match:
      .match(
        pairs: [
          MatchPair(prompt: "The first prompt", answer: "Its answer", why: "Why it belongs there."),
          MatchPair(
            prompt: "The second prompt", answer: "Another answer", why: "Why it belongs there."),
        ], distractors: ["An answer that matches nothing"])
    case .order: .order(["The first step", "The second step", "The third step"])
    case .answer: .answer(["the answer", "another spelling of it"])
    }
  }
}
