/// A piece of a bank, a blueprint or notes that shows what a rule is about.
///
/// In the text `↓` marks the place right behind it (it is no part of the example), and `⟦E9⟧` is
/// one byte by its hexadecimal number.
package struct RuleExample: Equatable, Sendable {
  /// What the text is a piece of.
  package enum Piece: String, Sendable {
    /// A whole file with a bank.
    case bank
    /// One entry of a bank's `questions`.
    case question
    /// A further file of a bank.
    case part
    /// A whole file with a blueprint.
    case blueprint
    /// A file of notes.
    case notes
  }

  /// What the text is a piece of.
  package let piece: Piece
  /// The text, with its marks.
  package let text: String

  /// The text as an author would see it: without `↓`.
  package var unmarked: String { text.filter { $0 != "↓" } }

  /// The marked place in the last of ``files``; nil without a mark.
  package var place: SourceLocation? {
    guard let file = wrapped.last else { return nil }
    var line = 1
    var column = 1
    for scalar in file.text.unicodeScalars {
      if scalar == "↓" { return SourceLocation(file: file.name, line: line, column: column) }
      if scalar == "\n" { (line, column) = (line + 1, 1) } else { column += 1 }
    }
    return nil
  }

  /// The files of which the example is a part, the rest of them being without errors.
  package var files: [SourceFile] {
    wrapped.map { SourceFile(name: $0.name, bytes: Self.bytes(of: $0.text)) }
  }

  private var wrapped: [(name: String, text: String)] {
    switch piece {
    case .bank: [("bank.yaml", text)]
    case .question: [("bank.yaml", Self.header + "questions:\n" + Self.item(text))]
    case .part:
      [("bank.yaml", Self.header + "questions:\n" + Self.item(Self.question)), ("part.yaml", text)]
    case .blueprint: [("exam.yaml", text)]
    case .notes: [("bank.yaml", Self.header), ("notes/example.md", text)]
    }
  }

  private static let header = """
    format: swot-bank/1
    id: example
    title: An example
    references:
      iam-guide: {title: IAM user guide, url: "https://docs.aws.amazon.com/iam/"}
    scenarios:
      retailer: A retailer runs 35 accounts.
    domains:
      - id: D1
        title: Foundations
        objectives:
          - {id: ROOT, title: Protect the root user}

    """

  private static let question = """
    id: Q-000
    stem: Which one?
    answer: [this one]
    """

  private static func item(_ text: String) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.enumerated().map { index, line in
      (index == 0 ? "  - " : line.isEmpty ? "" : "    ") + line + "\n"
    }.joined()
  }

  /// The text without its mark, with the bytes that are written as numbers.
  private static func bytes(of text: String) -> [UInt8] {
    var bytes: [UInt8] = []
    var rest = text.filter { $0 != "↓" }[...]
    while let open = rest.firstIndex(of: "⟦"), let close = rest[open...].firstIndex(of: "⟧") {
      bytes += rest[..<open].utf8
      bytes.append(UInt8(rest[open..<close].dropFirst(), radix: 16) ?? 0)
      rest = rest[rest.index(after: close)...]
    }
    return bytes + rest.utf8
  }
}

/// What the documentation says of a rule.
package struct RuleDescription: Sendable {
  /// The rule.
  package let rule: Rule
  /// What is wrong where the rule is broken, and why that matters.
  package let summary: String
  /// Breaks the rule at its mark.
  package let triggering: RuleExample
  /// The same, mended.
  package let nonTriggering: RuleExample

  init(
    _ rule: Rule, _ summary: String, in piece: RuleExample.Piece, triggering: String,
    nonTriggering: String
  ) {
    self.rule = rule
    self.summary = summary
    self.triggering = RuleExample(piece: piece, text: triggering)
    self.nonTriggering = RuleExample(piece: piece, text: nonTriggering)
  }
}
