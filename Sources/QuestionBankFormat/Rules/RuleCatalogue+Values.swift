extension RuleCatalogue {
  static let values: [RuleDescription] = [
    RuleDescription(
      .unknownKey,
      "No such key is known here. Keys that begin alike are suggested.",
      in: .question,
      triggering: """
        id: Q-001
        ↓objektive: ROOT
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
      .duplicateKey,
      "A key stands twice in one mapping. Only the first is read.",
      in: .question,
      triggering: """
        id: Q-001
        stem: Which one?
        answer: [this]
        ↓stem: Which two?
        """,
      nonTriggering: """
        id: Q-001
        stem: Which one?
        answer: [this]
        """),
    RuleDescription(
      .missingKey,
      "A key is missing without which the rest cannot be used.",
      in: .question,
      triggering: """
        id: ↓Q-001
        answer: [this]
        """,
      nonTriggering: """
        id: Q-001
        stem: Which one?
        answer: [this]
        """),
    RuleDescription(
      .misplacedKey,
      """
      The key is known, but not here: a further file of a bank holds only `questions`, \
      `distractors` goes with `match`, and `pass` stands within `scale` unless that is `percent`.
      """,
      in: .part,
      triggering: """
        ↓title: More questions
        questions:
          - id: Q-001
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
      .wrongKind,
      "A text, a list or a mapping stands where one of the others is expected.",
      in: .question,
      triggering: """
        id: Q-001
        stem: Which one?
        answer: ↓this
        """,
      nonTriggering: """
        id: Q-001
        stem: Which one?
        answer: [this]
        """),
    RuleDescription(
      .emptyText,
      "A text that must be there is empty.",
      in: .question,
      triggering: """
        id: Q-001
        stem: ↓""
        answer: [this]
        """,
      nonTriggering: """
        id: Q-001
        stem: Which one?
        answer: [this]
        """),
    RuleDescription(
      .emptyValue,
      "A key that may be left out has no value. Write one, or leave the key out.",
      in: .question,
      triggering: """
        id: Q-001
        stem: Which one?
        answer: [this]
        takeaway: ↓''
        """,
      nonTriggering: """
        id: Q-001
        stem: Which one?
        answer: [this]
        takeaway: It was this one.
        """),
    RuleDescription(
      .invalidID,
      """
      Ids hold the letters A to Z and a to z, digits, `.`, `_` and `-`, begin with a letter or \
      digit, and have at most 100 characters. They become parts of commands and of file names.
      """,
      in: .question,
      triggering: """
        id: ↓Q 001
        stem: Which one?
        answer: [this]
        """,
      nonTriggering: """
        id: Q-001
        stem: Which one?
        answer: [this]
        """),
    RuleDescription(
      .invalidDate,
      "A date is a day of the calendar, written YYYY-MM-DD.",
      in: .question,
      triggering: """
        id: Q-001
        stem: Which one?
        answer: [this]
        reviewed: ↓2026-02-30
        """,
      nonTriggering: """
        id: Q-001
        stem: Which one?
        answer: [this]
        reviewed: 2026-02-28
        """),
    RuleDescription(
      .invalidNumber,
      "A number is written in digits, with a point where it has a fraction.",
      in: .bank,
      triggering: """
        format: swot-bank/1
        id: coffee
        title: Coffee
        domains:
          - id: D1
            title: Beans
            weight: ↓13 %
        """,
      nonTriggering: """
        format: swot-bank/1
        id: coffee
        title: Coffee
        domains:
          - id: D1
            title: Beans
            weight: 13
        """),
    RuleDescription(
      .invalidValue,
      "Only a few words are allowed here; the message lists them.",
      in: .question,
      triggering: """
        id: Q-001
        difficulty: ↓medium
        stem: Which one?
        answer: [this]
        """,
      nonTriggering: """
        id: Q-001
        difficulty: intermediate
        stem: Which one?
        answer: [this]
        """),
    RuleDescription(
      .invalidURL,
      "An address begins with `https://` or `http://` and holds no spaces.",
      in: .bank,
      triggering: """
        format: swot-bank/1
        id: coffee
        title: Coffee
        references:
          beans:
            title: All about beans
            url: ↓www.example.org/beans
        """,
      nonTriggering: """
        format: swot-bank/1
        id: coffee
        title: Coffee
        references:
          beans:
            title: All about beans
            url: https://www.example.org/beans
        """),
    RuleDescription(
      .outOfRange,
      """
      The number makes no sense here: weights of domains are not negative and those of sections \
      positive, `minutes` and `questions` at least 1, `unscored` less than `questions`, `cut` 0 \
      to 1, and `pass` within the scale.
      """,
      in: .bank,
      triggering: """
        format: swot-bank/1
        id: coffee
        title: Coffee
        domains:
          - id: D1
            title: Beans
            weight: ↓-13
        """,
      nonTriggering: """
        format: swot-bank/1
        id: coffee
        title: Coffee
        domains:
          - id: D1
            title: Beans
            weight: 13
        """),
  ]

  static let formats: [RuleDescription] = [
    RuleDescription(
      .unknownFormat,
      "A bank says `format: swot-bank/1`, a blueprint `format: swot-exam/1`.",
      in: .bank,
      triggering: """
        format: ↓quiz/1
        id: coffee
        title: Coffee
        """,
      nonTriggering: """
        format: swot-bank/1
        id: coffee
        title: Coffee
        """),
    RuleDescription(
      .newerFormat,
      "The file was written for a newer version of the program. Nothing of it is read.",
      in: .bank,
      triggering: """
        format: ↓swot-bank/2
        id: coffee
        title: Coffee
        """,
      nonTriggering: """
        format: swot-bank/1
        id: coffee
        title: Coffee
        """),
    RuleDescription(
      .tooManyDiagnostics,
      """
      After 1,000 errors reading stops. Beyond 1,000 errors and warnings together further warnings \
      are counted, not shown.
      """,
      in: .bank,
      triggering: """
        format: swot-bank/1
        id: coffee
        title: Coffee
        questions:

        """ + String(repeating: "  - Which one?\n", count: 999) + "  - ↓Which one?\n"
          + "  - Which one?\n",
      nonTriggering: """
        format: swot-bank/1
        id: coffee
        title: Coffee
        questions:
          - id: Q-001
            stem: Which one?
            answer: [this]
        """),
  ]
}
