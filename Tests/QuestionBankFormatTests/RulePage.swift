import QuestionBankFormat

/// The page of the documentation that lists all rules, made from the catalogue.
enum RulePage {
  /// The page in Markdown.
  static var text: String {
    var text = """
      # Rules for question banks

      What `swot bank check` finds wrong with banks, exams and notes.

      ## Overview

      Each message ends in the id of its rule, in brackets. An error keeps a bank from being used; \
      a warning says that something is missing or looks like a slip. With `--strict` warnings \
      count like errors.

      The examples are pieces of a file: a question stands in the list `questions`. `↓` marks the \
      place that the message names, `⟦09⟧` stands for the byte of that hexadecimal number.

      Warnings can be switched off with the reason, in the head of the file for the whole bank, or \
      in a question for that one:

      ```yaml
      format: swot-bank/1
      id: law
      title: Law
      checks: {off: [absolute-term, vague-term], reason: The statute is quoted.}
      questions:
        - id: Q-001
          checks:
            off:
              unmarked-negative: The exam does so too.
              stem-word-in-key: The statute has the word.
          stem: Which of these …
      ```

      Rules on words are for English, and off in banks of another `language`.

      """
    for chapter in RuleCatalogue.chapters {
      text += "\n## \(chapter.title)\n"
      for entry in chapter.rules {
        text += """

          ### \(entry.rule.rawValue)

          \(entry.rule.severity == .error ? "Error" : "Warning"). \(entry.summary)

          \(block(entry.triggering))

          Instead:

          \(block(entry.nonTriggering))

          """
      }
    }
    return text
  }

  /// The example as code, its middle left out where it is long.
  private static func block(_ example: RuleExample) -> String {
    let language = example.piece == .notes ? "markdown" : "yaml"
    // Notes may hold code themselves.
    let fence = example.piece == .notes ? "````" : "```"
    var lines = example.text.split(separator: "\n", omittingEmptySubsequences: false)
    while lines.last == "" { lines.removeLast() }
    if lines.count > 40 { lines.replaceSubrange(6..<(lines.count - 3), with: ["  …"]) }
    return "\(fence)\(language)\n\(lines.joined(separator: "\n"))\n\(fence)"
  }
}
