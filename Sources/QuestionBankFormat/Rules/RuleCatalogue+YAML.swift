extension RuleCatalogue {
  static let characters: [RuleDescription] = [
    RuleDescription(
      .invalidUTF8,
      "Files are in UTF-8. Save the file in that encoding; this byte comes from another one.",
      in: .bank,
      triggering: """
        format: swot-bank/1
        id: coffee
        title: Caf↓⟦E9⟧
        """,
      nonTriggering: """
        format: swot-bank/1
        id: coffee
        title: Café
        """),
    RuleDescription(
      .controlCharacter,
      """
      Control characters can steer a terminal, and other programs end lines at U+0085, U+2028 and \
      U+2029. None of them may stand in a file, nor come from an escape such as `\\e`.
      """,
      in: .question,
      triggering: """
        id: Q-001
        stem: "Which service is ↓\\e[31mred?"
        answer: [none]
        """,
      nonTriggering: """
        id: Q-001
        stem: "Which service is red?"
        answer: [none]
        """),
    RuleDescription(
      .bidirectionalCharacter,
      """
      Bidirectional embeddings, overrides and isolates can make a text read as another one. Text \
      in Arabic or Hebrew needs none of them.
      """,
      in: .question,
      triggering: """
        id: Q-001
        stem: "Which is the ↓\\u202Ethgir one?"
        answer: [this]
        """,
      nonTriggering: """
        id: Q-001
        stem: "Which is the right one?"
        answer: [this]
        """),
    RuleDescription(
      .tab,
      """
      Tabs are not allowed: YAML doesn't take them as indentation, and in a text their width is \
      anybody's guess.
      """,
      in: .question,
      triggering: """
        id: Q-001
        stem:↓⟦09⟧Which port does HTTPS use?
        answer: ["443"]
        """,
      nonTriggering: """
        id: Q-001
        stem: Which port does HTTPS use?
        answer: ["443"]
        """),
  ]

  static let yaml: [RuleDescription] = [
    RuleDescription(
      .yamlSyntax,
      """
      The file is no YAML from here on, so the rest of it is not read. Mostly a text needs quotes \
      (because it holds `: ` or begins with a sign such as `@`), a quote is not closed, or lines \
      don't begin in the same column.
      """,
      in: .question,
      triggering: """
        id: Q-001
        stem: Which one↓: this or that?
        answer: [this]
        """,
      nonTriggering: """
        id: Q-001
        stem: "Which one: this or that?"
        answer: [this]
        """),
    RuleDescription(
      .emptyFile,
      "The file holds nothing, or only comments.",
      in: .bank,
      triggering: """
        ↓# A bank will be written here.
        """,
      nonTriggering: """
        format: swot-bank/1
        id: coffee
        title: Coffee
        """),
    RuleDescription(
      .secondDocument,
      "A line `---` begins another document, but a file holds one only. What follows is not read.",
      in: .bank,
      triggering: """
        format: swot-bank/1
        id: coffee
        title: Coffee
        ↓---
        title: Tea
        """,
      nonTriggering: """
        ---
        format: swot-bank/1
        id: coffee
        title: Coffee
        """),
    RuleDescription(
      .directive,
      "A line that begins with `%` is a directive to a YAML program, which banks don't need.",
      in: .bank,
      triggering: """
        ↓%YAML 1.1
        ---
        format: swot-bank/1
        id: coffee
        title: Coffee
        """,
      nonTriggering: """
        format: swot-bank/1
        id: coffee
        title: Coffee
        """),
    RuleDescription(
      .anchor,
      """
      Anchors (`&name`) are not allowed: with aliases they can make a small file huge. A text that \
      begins with `&` needs quotes.
      """,
      in: .question,
      triggering: """
        id: Q-001
        stem: ↓&which Which one?
        answer: [this]
        """,
      nonTriggering: """
        id: Q-001
        stem: "&which one?"
        answer: [this]
        """),
    RuleDescription(
      .alias,
      """
      Aliases (`*name`) are not allowed: write the value out. A text that begins with `*` needs \
      quotes.
      """,
      in: .question,
      triggering: """
        id: Q-001
        stem: Which pattern matches all?
        answer: [↓*all]
        """,
      nonTriggering: """
        id: Q-001
        stem: Which pattern matches all?
        answer: ["*all"]
        """),
    RuleDescription(
      .tag,
      "Tags (`!name`) are not allowed. A text that begins with `!` needs quotes.",
      in: .question,
      triggering: """
        id: Q-001
        stem: ↓!important Which one?
        answer: [this]
        """,
      nonTriggering: """
        id: Q-001
        stem: "!important: which one?"
        answer: [this]
        """),
    RuleDescription(
      .mergeKey,
      "The merge key `<<` is not allowed: write the keys out.",
      in: .question,
      triggering: """
        id: Q-001
        ↓<<: {stem: Which one?}
        stem: Which one?
        answer: [this]
        """,
      nonTriggering: """
        id: Q-001
        stem: Which one?
        answer: [this]
        """),
    RuleDescription(
      .complexKey,
      "A key is a text, not a list or a mapping. A text in brackets or braces needs quotes.",
      in: .question,
      triggering: """
        id: Q-001
        stem: Which one?
        ↓[answer]: [this]
        answer: [this]
        """,
      nonTriggering: """
        id: Q-001
        stem: Which one?
        answer: ["[this]"]
        """),
    RuleDescription(
      .nestingTooDeep,
      """
      Lists and mappings stand inside one another at most 32 deep; no bank needs more than seven. \
      The rest of the file is not read.
      """,
      in: .question,
      triggering: """
        id: Q-001
        stem: Which one?
        answer: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[↓[this]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]
        """,
      nonTriggering: """
        id: Q-001
        stem: Which one?
        answer: [this]
        """),
  ]
}
