extension RuleCatalogue {
  static let completeness: [RuleDescription] = [
    RuleDescription(
      .incompleteBank,
      "The bank works, but learners are told less about it than they could be.",
      in: .bank,
      triggering: """
        ↓format: swot-bank/1
        id: coffee
        title: Coffee
        """,
      nonTriggering: """
        format: swot-bank/1
        id: coffee
        title: Coffee
        description: From the bean to the cup.
        language: en
        license: CC-BY-4.0
        authors: [A. Roaster]
        reviewed: 2026-11-23
        references:
          beans: {title: Beans, url: "https://www.example.org/beans"}
        domains:
          - id: D1
            title: Beans
            weight: 1
            objectives:
              - {id: BEAN, title: Tell beans apart}
        questions:
          - id: Q-001
            objective: BEAN
            stem: Which beans?
            answer: [these]
            references: [beans]
        """),
    RuleDescription(
      .incompleteQuestion,
      """
      The question works, but it can't be picked by difficulty, or doesn't say what to remember, \
      or when somebody last compared it with its references.
      """,
      in: .question,
      triggering: """
        id: ↓Q-001
        stem: Which one?
        answer: [this]
        """,
      nonTriggering: """
        id: Q-001
        difficulty: foundation
        cognitive: recall
        stem: Which one?
        answer: [this]
        takeaway: It is this one.
        reviewed: 2026-11-23
        """),
    RuleDescription(
      .missingObjective,
      """
      The bank has objectives, but the question names none: nobody can be told what to study \
      after a wrong answer.
      """,
      in: .question,
      triggering: """
        id: ↓Q-001
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
      .missingReference,
      "The bank has references, but the question names none on which its answer rests.",
      in: .question,
      triggering: """
        id: ↓Q-001
        stem: Which one?
        answer: [this]
        """,
      nonTriggering: """
        id: Q-001
        stem: Which one?
        answer: [this]
        references: [iam-guide]
        """),
    RuleDescription(
      .missingRationale,
      "Choices or pairs don't say why they are right or wrong; the place is the first of them.",
      in: .question,
      triggering: """
        id: Q-001
        stem: Which one?
        choices:
          - right: this
            why: It is the one.
          - ↓wrong: that
        """,
      nonTriggering: """
        id: Q-001
        stem: Which one?
        choices:
          - right: this
            why: It is the one.
          - wrong: that
            why: It is the other one.
        """),
  ]

  static let others: [RuleDescription] = [
    RuleDescription(
      .unknownBank,
      "A section draws from a bank, a domain or an objective that there is not.",
      in: .blueprint,
      triggering: """
        format: swot-exam/1
        id: short
        title: A short exam
        questions: 10
        minutes: 20
        scale: percent
        pass: 72
        sections:
          - title: Everything
            weight: 1
            from: [↓exmaple]
        """,
      nonTriggering: """
        format: swot-exam/1
        id: short
        title: A short exam
        questions: 10
        minutes: 20
        scale: percent
        pass: 72
        sections:
          - title: Everything
            weight: 1
            from: [example]
        """),
    RuleDescription(
      .shortSection,
      """
      The banks of a section hold fewer questions than its weight asks for, so that no form can be \
      drawn. Write some, ask for fewer questions, or add another bank.
      """,
      in: .blueprint,
      triggering: """
        format: swot-exam/1
        id: short
        title: A short exam
        questions: 10
        minutes: 20
        scale: percent
        pass: 72
        sections:
          - title: ↓Everything
            weight: 1
            from: [example]
        """,
      nonTriggering: """
        format: swot-exam/1
        id: short
        title: A short exam
        questions: 1
        minutes: 2
        scale: percent
        pass: 72
        sections:
          - title: Everything
            weight: 1
            from: [example]
        """),
    RuleDescription(
      .unclosedCode,
      "Three backticks begin code that never ends, so the rest of the notes shows as code.",
      in: .notes,
      triggering: """
        ## Protect the root user {#ROOT}

        ↓```
        aws sts get-caller-identity
        """,
      nonTriggering: """
        ## Protect the root user {#ROOT}

        ```
        aws sts get-caller-identity
        ```
        """),
  ]
}
