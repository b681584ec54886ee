extension RuleCatalogue {
  static let stems: [RuleDescription] = [
    RuleDescription(
      .unmarkedNegative,
      """
      The stem asks for what is not so, and who reads fast answers the opposite. Ask for what is \
      so; where that can't be done, write NOT or EXCEPT in capitals.
      """,
      in: .question,
      triggering: """
        id: Q-001
        stem: Which of these does ↓not have a password?
        choices:
          - right: A role
          - wrong: A user
        """,
      nonTriggering: """
        id: Q-001
        stem: Which of these does NOT have a password?
        choices:
          - right: A role
          - wrong: A user
        """),
    RuleDescription(
      .chooseCount,
      """
      The stem asks for another number of choices than are right. Either a choice is marked \
      wrongly, or the number has not been mended.
      """,
      in: .question,
      triggering: """
        id: Q-001
        stem: Which ↓TWO have a password? (Choose two.)
        choices:
          - right: A user
          - wrong: A role
          - wrong: A policy
        """,
      nonTriggering: """
        id: Q-001
        stem: Which TWO have a password? (Choose two.)
        choices:
          - right: A user
          - right: The root user
          - wrong: A role
        """),
    RuleDescription(
      .stemWordInKey,
      """
      Only the right choice repeats a word of the stem, which gives it away: one of the sentence \
      that asks, of a stem of at most 20 words, or one that makes up half of the choice. Use \
      the word in a wrong choice too, or another one in the right one. Words that a wrong choice \
      shares, short ones and quoted ones don't count.
      """,
      in: .question,
      triggering: """
        id: Q-001
        stem: Which service protects the keys that encrypt a volume?
        choices:
          - right: The ↓encryption desk
          - wrong: The parameter store
          - wrong: The certificate office
        """,
      nonTriggering: """
        id: Q-001
        stem: Which service protects the keys that encrypt a volume?
        choices:
          - right: The vault
          - wrong: The parameter store
          - wrong: The certificate office
        """),
    RuleDescription(
      .answerInStem,
      "The answer that is to be typed stands in the stem, or the answer to a prompt in the prompt.",
      in: .question,
      triggering: """
        id: Q-001
        stem: Amazon ↓SQS keeps messages. What is the service called?
        answer: [SQS, Amazon SQS]
        """,
      nonTriggering: """
        id: Q-001
        stem: Which service keeps messages until a worker takes them?
        answer: [SQS, Amazon SQS]
        """),
    RuleDescription(
      .orderGivenAway,
      "A step says where it belongs, so that nothing is left to be put in order.",
      in: .question,
      triggering: """
        id: Q-001
        stem: In which order?
        order:
          - Create the role.
          - ↓Finally, attach the policy.
        """,
      nonTriggering: """
        id: Q-001
        stem: In which order?
        order:
          - Create the role.
          - Attach the policy.
        """),
  ]
}
