extension RuleCatalogue {
  static let names: [RuleDescription] = [
    RuleDescription(
      .duplicateID,
      """
      Two questions of a bank have one id, or two of its domains and objectives, references, or \
      scenarios. Progress hangs on the ids of questions: give the newer one an id that was never \
      used.
      """,
      in: .part,
      triggering: """
        questions:
          - id: ↓Q-000
            stem: Which one?
            answer: [this]
        """,
      nonTriggering: """
        questions:
          - id: Q-001
            stem: Which one?
            answer: [this]
        """),
    RuleDescription(
      .unknownObjective,
      "No domain of the bank has such an objective.",
      in: .question,
      triggering: """
        id: Q-001
        objective: ↓ROOTS
        stem: Which one?
        answer: [this]
        """,
      nonTriggering: """
        id: Q-001
        objective: ROOT
        stem: Which one?
        answer: [this]
        """),
    RuleDescription(
      .unknownReference,
      "The bank's `references` have no such id.",
      in: .question,
      triggering: """
        id: Q-001
        stem: Which one?
        answer: [this]
        references: [↓iam-giude]
        """,
      nonTriggering: """
        id: Q-001
        stem: Which one?
        answer: [this]
        references: [iam-guide]
        """),
    RuleDescription(
      .unknownScenario,
      "The bank's `scenarios` have no such id.",
      in: .question,
      triggering: """
        id: Q-001
        scenario: ↓wholesaler
        stem: Which one?
        answer: [this]
        """,
      nonTriggering: """
        id: Q-001
        scenario: retailer
        stem: Which one?
        answer: [this]
        """),
    RuleDescription(
      .unusedReference,
      "No question names the reference.",
      in: .bank,
      triggering: """
        format: swot-bank/1
        id: coffee
        title: Coffee
        references:
          ↓beans: {title: Beans, url: "https://www.example.org/beans"}
        """,
      nonTriggering: """
        format: swot-bank/1
        id: coffee
        title: Coffee
        references:
          beans: {title: Beans, url: "https://www.example.org/beans"}
        questions:
          - id: Q-001
            stem: Which beans?
            answer: [these]
            references: [beans]
        """),
    RuleDescription(
      .unusedScenario,
      "No question names the scenario.",
      in: .bank,
      triggering: """
        format: swot-bank/1
        id: coffee
        title: Coffee
        scenarios:
          ↓cafe: A café burns its beans.
        """,
      nonTriggering: """
        format: swot-bank/1
        id: coffee
        title: Coffee
        scenarios:
          cafe: A café burns its beans.
        questions:
          - id: Q-001
            scenario: cafe
            stem: Why?
            answer: [too hot]
        """),
  ]

  static let answers: [RuleDescription] = [
    RuleDescription(
      .answerKind,
      "A question has exactly one of `choices`, `match`, `order` and `answer`.",
      in: .question,
      triggering: """
        id: Q-001
        stem: Which one?
        answer: [this]
        ↓order:
          - this
          - that
        """,
      nonTriggering: """
        id: Q-001
        stem: In which order?
        order:
          - this
          - that
        """),
    RuleDescription(
      .rightOrWrong,
      "A choice says its text behind either `right` or `wrong`.",
      in: .question,
      triggering: """
        id: Q-001
        stem: Which one?
        choices:
          - right: this
          - wrong: that
            ↓right: that
        """,
      nonTriggering: """
        id: Q-001
        stem: Which one?
        choices:
          - right: this
          - wrong: that
        """),
    RuleDescription(
      .noRightChoice,
      "No choice is right, so the question cannot be answered.",
      in: .question,
      triggering: """
        id: Q-001
        stem: Which one?
        ↓choices:
          - wrong: this
          - wrong: that
        """,
      nonTriggering: """
        id: Q-001
        stem: Which one?
        choices:
          - right: this
          - wrong: that
        """),
    RuleDescription(
      .noWrongChoice,
      "All choices are right, so there is nothing to know.",
      in: .question,
      triggering: """
        id: Q-001
        stem: Which two?
        ↓choices:
          - right: this
          - right: that
        """,
      nonTriggering: """
        id: Q-001
        stem: Which two?
        choices:
          - right: this
          - right: that
          - wrong: a third one
        """),
    RuleDescription(
      .tooFewItems,
      """
      There is too little to answer with: a question needs two choices, two steps, two answers to \
      match, or one typed answer; a blueprint one section, and that something to draw from.
      """,
      in: .question,
      triggering: """
        id: Q-001
        stem: In which order?
        ↓order:
          - this
        """,
      nonTriggering: """
        id: Q-001
        stem: In which order?
        order:
          - this
          - that
        """),
    RuleDescription(
      .tooManyItems,
      """
      A question has at most nine choices, prompts, answers (with the distractors) or steps: one \
      digit names each. A list of authors, facts, tags or references has at most 1,000 entries, a \
      blueprint 1,000 sections, and a file of notes four million bytes. Nor may all parts together \
      take far more memory than their text: a bank of more than 100,000 of the shortest questions \
      is better divided.
      """,
      in: .question,
      triggering: """
        id: Q-001
        stem: Which digit?
        answer: [a, b, c, d, e, f, g, h, i, ↓j]
        """,
      nonTriggering: """
        id: Q-001
        stem: Which digit?
        answer: [a, b, c, d, e, f, g, h, i]
        """),
    RuleDescription(
      .duplicateChoice,
      "Two choices of a question have the same text, apart from white space.",
      in: .question,
      triggering: """
        id: Q-001
        stem: Which one?
        choices:
          - right: this
          - wrong: that
          - wrong: ↓that
        """,
      nonTriggering: """
        id: Q-001
        stem: Which one?
        choices:
          - right: this
          - wrong: that
          - wrong: neither
        """),
    RuleDescription(
      .duplicatePrompt,
      "Two prompts of a matching question have the same text, apart from white space.",
      in: .question,
      triggering: """
        id: Q-001
        stem: What belongs together?
        match:
          - {prompt: Queue, answer: SQS}
          - {prompt: ↓Queue, answer: SNS}
        """,
      nonTriggering: """
        id: Q-001
        stem: What belongs together?
        match:
          - {prompt: Queue, answer: SQS}
          - {prompt: Topic, answer: SNS}
        """),
    RuleDescription(
      .duplicateStep,
      "Two steps of an ordering question have the same text, apart from white space.",
      in: .question,
      triggering: """
        id: Q-001
        stem: In which order?
        order:
          - Create the role.
          - ↓Create the role.
        """,
      nonTriggering: """
        id: Q-001
        stem: In which order?
        order:
          - Create the role.
          - Attach the policy.
        """),
    RuleDescription(
      .duplicateAnswer,
      """
      A typed answer is accepted already: case and white space don't count when answers are \
      compared.
      """,
      in: .question,
      triggering: """
        id: Q-001
        stem: Which service?
        answer: [SQS, ↓sqs]
        """,
      nonTriggering: """
        id: Q-001
        stem: Which service?
        answer: [SQS, Amazon SQS]
        """),
    RuleDescription(
      .duplicateDistractor,
      "A distractor of a matching question is also an answer, or another distractor.",
      in: .question,
      triggering: """
        id: Q-001
        stem: What belongs together?
        match:
          - {prompt: Queue, answer: SQS}
          - {prompt: Topic, answer: SNS}
        distractors: [↓SQS]
        """,
      nonTriggering: """
        id: Q-001
        stem: What belongs together?
        match:
          - {prompt: Queue, answer: SQS}
          - {prompt: Topic, answer: SNS}
        distractors: [SES]
        """),
    RuleDescription(
      .severalLast,
      "Several choices stay last when choices are shuffled; they keep their order as written.",
      in: .question,
      triggering: """
        id: Q-001
        stem: Which one?
        choices:
          - right: this
          - wrong: that
            last: true
          - wrong: neither
            ↓last: true
        """,
      nonTriggering: """
        id: Q-001
        stem: Which one?
        choices:
          - right: this
          - wrong: that
          - wrong: neither
            last: true
        """),
  ]
}
