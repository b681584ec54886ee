import FSRS
import PracticeCore
import QuestionBankFormat
import TestSupport
import Testing

@Suite struct NotesReaderTests {
  private func blocks(_ text: String) -> [NotesBlock] {
    NotesReader.read(SourceFile(name: "n.md", text: "## T\n\n" + text)).sections.first?.blocks ?? []
  }

  private func inlines(_ text: String) -> [NotesInline] {
    guard case .paragraph(let inlines) = blocks(text).first else { return [] }
    return inlines
  }

  @Test func `sections say their objective, title and facts`() {
    let (sections, diagnostics) = NotesReader.read(
      SourceFile(
        name: "n.md",
        text: """
          # Root user

          Some words first.

          ## Protect the `root` user {#IAM-ROOT}
          <!-- facts: IAM-ROOT-01 IAM-ROOT-02 -->

          Delete its keys.

          ## Further reading ##
          <!--
          facts: A
          -->
          <!-- a remark -->
          Nothing.
          """))
    #expect(diagnostics.isEmpty)
    #expect(
      sections == [
        NotesSection(
          objective: nil, title: "Root user", blocks: [.paragraph([.text("Some words first.")])]),
        NotesSection(
          objective: "IAM-ROOT", title: "Protect the root user",
          facts: ["IAM-ROOT-01", "IAM-ROOT-02"], blocks: [.paragraph([.text("Delete its keys.")])]),
        NotesSection(
          objective: nil, title: "Further reading", facts: ["A"],
          blocks: [.paragraph([.text("Nothing.")])]),
      ])
  }

  @Test func `text before any heading is kept, a title alone is no section`() {
    let sections = NotesReader.read(SourceFile(name: "n.md", text: "Text.\n\n# Title\n")).sections
    #expect(
      sections == [
        NotesSection(objective: nil, title: "", blocks: [.paragraph([.text("Text.")])])
      ])
  }

  @Test func `lower headings stand within the section`() {
    #expect(
      blocks("### One\n#### Two `x`\n#no heading\n") == [
        .heading(level: 1, text: [.text("One")]),
        .heading(level: 2, text: [.text("Two "), .code("x")]),
        .paragraph([.text("#no heading")]),
      ])
  }

  @Test func `lines of a paragraph are one text`() {
    #expect(
      blocks("One\ntwo  \nthree.\n\n> Four\n> five.\n") == [
        .paragraph([.text("One two three.")]), .paragraph([.text("Four five.")]),
      ])
  }

  @Test func `items may take several lines and stand apart`() {
    #expect(
      blocks("- one\n  more\n- two\nlazy\n\n- three\n\n  still three\n  - four\n\nText\n") == [
        .list(
          isOrdered: false,
          items: [
            [.text("one more")], [.text("two lazy")], [.text("three still three")], [.text("four")],
          ]),
        .paragraph([.text("Text")]),
      ])
    #expect(
      blocks("Before\n1. one\n2) two\n* three\n") == [
        .paragraph([.text("Before")]),
        .list(isOrdered: true, items: [[.text("one")], [.text("two")]]),
        .list(isOrdered: false, items: [[.text("three")]]),
      ])
    // A number within a paragraph that a line happens to begin with is no list.
    #expect(blocks("In the year\n1984. It\n") == [.paragraph([.text("In the year 1984. It")])])
    #expect(blocks("**bold** text") == [.paragraph([.strong("bold"), .text(" text")])])
  }

  @Test func `code is shown as written`() {
    #expect(
      blocks("```json\n{\n\t\"a\": *b*\n\n}\n```\nText\n") == [
        .code(["{", "    \"a\": *b*", "", "}"]), .paragraph([.text("Text")]),
      ])
    #expect(
      blocks("~~~~\n```\n~~~\n~~~~\n\n    indented\n      more\n\n    last\n\nText\n") == [
        .code(["```", "~~~"]), .code(["indented", "  more", "", "last"]),
        .paragraph([.text("Text")]),
      ])
  }

  @Test func `code that is never closed goes to the end and is reported`() {
    let (sections, diagnostics) = NotesReader.read(
      SourceFile(name: "n.md", text: "## T\n\n```\ncode\n"))
    #expect(sections.first?.blocks == [.code(["code", ""])])
    #expect(
      diagnostics.map { "\($0.rule) \($0.severity) \($0.location.line):\($0.location.column)" }
        == ["unclosed-code warning 3:1"])
  }

  @Test func `tables have as many cells in each row as in the header`() {
    #expect(
      blocks("| A | `b` |\n|---|:-:|\n| 1 | x \\| y | 3 |\n| 2 |\nText\n") == [
        .table(
          header: [[.text("A")], [.code("b")]],
          rows: [[[.text("1")], [.text("x | y")]], [[.text("2")], []]]),
        .paragraph([.text("Text")]),
      ])
    #expect(blocks("no | table\n") == [.paragraph([.text("no | table")])])
  }

  @Test func `rules are left out`() {
    #expect(blocks("One\n\n---\n\n* * *\nTwo\n").count == 2)
  }

  @Test(
    arguments: [
      ("a `b` c", [.text("a "), .code("b"), .text(" c")]),
      ("``a ` b`` `c", [.code("a ` b"), .text(" `c")]),
      ("` `` `", [.code("``")]),
      (
        "*a* _b_ **c** __d__",
        [
          .emphasis("a"), .text(" "), .emphasis("b"), .text(" "), .strong("c"), .text(" "),
          .strong("d"),
        ]
      ),
      ("***a***", [.strong("a")]), ("**a *b* c**", [.strong("a b c")]),
      ("snake_case_name 2 * 3 * 4", [.text("snake_case_name 2 * 3 * 4")]),
      ("*a **b", [.text("*a **b")]), ("a*b*c", [.text("a"), .emphasis("b"), .text("c")]),
      (
        "[a `b`](https://x/y_z \"title\").", [.link(text: "a b", url: "https://x/y_z"), .text(".")]
      ),
      ("<https://x/_y_>", [.link(text: "https://x/_y_", url: "https://x/_y_")]),
      ("a < b > c [d] (e) [f](g", [.text("a < b > c [d] (e) [f](g")]),
      (#"\*a\* \`b\` C:\x"#, [.text(#"*a* `b` C:\x"#)]),
      ("é **漢字** é", [.text("é "), .strong("漢字"), .text(" é")]),
    ] as [(String, [NotesInline])])
  func `marks within a text are understood, and all else is text`(
    text: String, expected: [NotesInline]
  ) {
    #expect(inlines(text) == expected)
  }

  @Test func `bad characters in notes are errors with their places`() {
    let marked = MarkedText("## T\n\n\tcode é 1️⃣\u{1b}\n2️⃣\u{202e}\n%\n")
    let (_, diagnostics) = NotesReader.read(SourceFile(name: "n.md", text: marked.text))
    expect(
      diagnostics, in: marked,
      are: [Finding(1, .controlCharacter), Finding(2, .bidirectionalCharacter)])
  }

  @Test func `line ends of Windows and a byte order mark change nothing`() {
    let text = "## T {#O}\n\n- a\n- b\n\n```\nx\n```\n"
    let windows = "\u{feff}" + text.replacing("\n", with: "\r\n")
    #expect(
      NotesReader.read(SourceFile(name: "n.md", text: windows)).sections
        == NotesReader.read(SourceFile(name: "n.md", text: text)).sections)
  }

  @Test(
    .timeLimit(.minutes(15)),
    arguments: [
      "*", "**a ", "_a ", "`", "``` ", "[", "[](", "![", "<https://", "|", "\\", "- ", "> ", "# ",
      "a*", "`a``", "<!--", "[]", "*a_",
    ])
  func `time grows with the length of the text only`(piece: String) {
    // Forty thousand searches to the end of the text would take minutes.
    let text = String(repeating: piece, count: 40_000)
    let (sections, _) = NotesReader.read(SourceFile(name: "n.md", text: "## T\n\n" + text))
    #expect(sections.count <= 1)
  }

  @Test func `any text is notes, and nothing of a plain one is lost`() throws {
    let pieces = [
      "word", " ", "\n", "\n\n", "- ", "1. ", "# ", "## ", "`", "```\n", "*", "**", "_", "|",
      "|-|\n", "[", "](", ")", "<", ">", "    ", "\\", "é", "{#", "}", "<!--", "-->", "\t",
    ]
    try withEvery(seed: 0..<500) { seed, random in
      let text = (0..<Int.random(in: 0...60, using: &random)).map { _ in
        pieces.randomElement(using: &random) ?? ""
      }.joined()
      let sections = NotesReader.read(SourceFile(name: "n.md", text: text)).sections
      if !text.contains("<!--"), !text.contains("|-"), !text.contains("]("), !text.contains("{#") {
        let words = text.components(of: "word")
        let shown = sections.map { $0.title.components(of: "word") + Self.words(in: $0) }
          .reduce(0, +)
        // A heading of the first level alone makes no section.
        if !text.contains("# ") { try #require(shown == words, "seed \(seed): \(text)") }
      }
    }
  }

  private static func words(in section: NotesSection) -> Int {
    func count(_ inlines: [NotesInline]) -> Int {
      inlines.map { inline in
        switch inline {
        case .text(let text), .emphasis(let text), .strong(let text), .code(let text),
          .link(let text, _):
          text.components(of: "word")
        }
      }.reduce(0, +)
    }
    return section.blocks.map { block in
      switch block {
      case .heading(_, let text), .paragraph(let text): count(text)
      case .list(_, let items): items.map(count).reduce(0, +)
      case .code(let lines): lines.map { $0.components(of: "word") }.reduce(0, +)
      case .table(let header, let rows):
        (header + rows.flatMap { $0 }).map(count).reduce(0, +)
      }
    }.reduce(0, +)
  }
}

extension String {
  /// How often `piece` stands in the text.
  fileprivate func components(of piece: String) -> Int { ranges(of: piece).count }
}
