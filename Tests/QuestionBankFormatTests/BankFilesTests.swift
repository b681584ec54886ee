import PracticeCore
import QuestionBankFormat
import Testing

/// Banks in several files, in any order of keys and with any line ends.
@Suite struct BankFilesTests {
  private static let main = """
    format: swot-bank/1
    id: b
    title: B
    domains:
      - id: D
        title: D
        objectives:
          - {id: O, title: O}
    questions:
      - {id: Q-M, stem: S, answer: [x], objective: O}

    """

  private func part(_ id: String) -> String {
    "questions:\n  - {id: \(id), stem: S, answer: [x], objective: O}\n"
  }

  @Test func `parts are read in byte order of their names, whatever order they come in`() throws {
    let (bank, diagnostics) = QuestionBankReader.read([
      SourceFile(name: "x/z.yaml", text: part("Q-Z")),
      SourceFile(name: "x/é.yaml", text: part("Q-E")),
      SourceFile(name: "x/a.yaml", text: part("Q-A")),
      SourceFile(name: "x/bank.yaml", text: Self.main),
      SourceFile(name: "x/B.yaml", text: part("Q-B")),
    ])
    #expect(!diagnostics.hasErrors)
    #expect(
      bank?.questions.map(\.id.description) == ["b/Q-M", "b/Q-B", "b/Q-A", "b/Q-Z", "b/Q-E"])
  }

  @Test func `an id that stands in two files is an error with a note at the first`() {
    let marked = MarkedText("questions:\n  - {id: 1️⃣Q-M, stem: S, answer: [x]}\n")
    let (bank, diagnostics) = QuestionBankReader.read([
      SourceFile(name: "bank.yaml", text: Self.main), SourceFile(name: "p.yaml", text: marked.text),
    ])
    let error = diagnostics.first { $0.severity == .error }
    #expect(error?.rule == "duplicate-id")
    #expect(error?.location == SourceLocation(file: "p.yaml", line: 2, column: 10))
    #expect(
      error?.notes == [
        Diagnostic.Note(
          message: "the first one is here",
          location: SourceLocation(file: "bank.yaml", line: 10, column: 10))
      ])
    #expect(bank?.questions.count == 1)
  }

  @Test func `a broken part doesn't hide what is wrong in the others`() {
    let (bank, diagnostics) = QuestionBankReader.read([
      SourceFile(name: "bank.yaml", text: Self.main),
      SourceFile(name: "a.yaml", text: part("Q-A") + "  - 'never closed\n"),
      SourceFile(name: "c.yaml", text: part("Q-C") + "  - {id: Q-D, stim: S, answer: [x]}\n"),
    ])
    #expect(
      diagnostics.filter { $0.severity == .error }.map { "\($0.location.file) \($0.rule)" }
        == ["a.yaml yaml-syntax", "c.yaml missing-key", "c.yaml unknown-key"])
    // Q-A stands right before what is no YAML: its end was not seen.
    #expect(bank?.questions.map(\.id.question) == ["Q-M", "Q-C"])
  }

  @Test func `a main file that breaks off doesn't make the names in parts unknown`() {
    let (_, diagnostics) = QuestionBankReader.read([
      SourceFile(name: "bank.yaml", text: "format: swot-bank/1\nid: b\ntitle: B\ndomains: [\n"),
      SourceFile(name: "a.yaml", text: part("Q-A")),
    ])
    #expect(diagnostics.filter { $0.severity == .error }.map(\.rule) == ["yaml-syntax"])
  }

  @Test func `several files without a main one are no bank`() {
    let (bank, diagnostics) = QuestionBankReader.read([
      SourceFile(name: "a.yaml", text: part("A")), SourceFile(name: "b.yaml", text: part("B")),
    ])
    #expect(bank == nil)
    #expect(diagnostics.map(\.message) == ["none of the files is named 'bank.yaml'"])
  }

  @Test func `no files are no bank`() {
    let (bank, diagnostics) = QuestionBankReader.read([])
    #expect(bank == nil && diagnostics.isEmpty)
  }

  @Test func `notes belong to the bank, and their objectives are looked up`() throws {
    let marked = MarkedText("# Title\n\n## Öne {#O}\n\nText.\n\n## Two {#1️⃣OO}\n")
    let (bank, diagnostics) = QuestionBankReader.read([
      SourceFile(name: "x/bank.yaml", text: Self.main),
      SourceFile(name: "x/notes/n.md", text: marked.text),
    ])
    let errors = diagnostics.filter { $0.severity == .error }
    expect(
      errors, in: marked,
      are: [Finding(1, .unknownObjective, "unknown objective 'OO'", suggestion: "O")])
    #expect(errors.first?.location.file == "x/notes/n.md")
    #expect(bank?.notes.map(\.title) == ["Öne", "Two"])
    #expect(bank?.questions.count == 1)
  }

  @Test func `line ends of Windows and a byte order mark change nothing`() {
    let text = QuestionBankReaderTests.complete
    let plain = QuestionBankReader.read([SourceFile(name: "b.yaml", text: text)])
    let other = QuestionBankReader.read([
      SourceFile(name: "b.yaml", text: "\u{feff}" + text.replacing("\n", with: "\r\n"))
    ])
    #expect(other.bank == plain.bank)
    #expect(other.diagnostics.isEmpty)
  }

  @Test func `line ends of Windows and a byte order mark move no place`() {
    let marked = MarkedText("format: swot-bank/1\nid: 1️⃣é\ntitle: \"é\"\n2️⃣titel: x\n")
    let (_, diagnostics) = QuestionBankReader.read([
      SourceFile(
        name: "b.yaml", text: "\u{feff}" + marked.text.replacing("\n", with: "\r\n"))
    ])
    expect(
      diagnostics.filter { ["invalid-id", "unknown-key"].contains($0.rule) }, in: marked,
      are: [Finding(1, .invalidID), Finding(2, .unknownKey, suggestion: "title")])
    let first = QuestionBankReader.read([SourceFile(name: "b.yaml", text: "\u{feff}titel: x")])
    #expect(first.diagnostics.contains { $0.rule == "unknown-key" && $0.location.column == 1 })
  }

  @Test func `keys may come in any order`() throws {
    let (bank, diagnostics) = QuestionBankReader.read([
      SourceFile(
        name: "b.yaml",
        text: """
          questions:
            - answer: [x]
              scenario: s
              references: [r]
              objective: O
              stem: S
              id: Q
            - {id: Q2, stem: S, answer: [x], objective: O2}
            - {id: Q3, stem: S, answer: [x], references: [r2]}
            - {id: Q4, stem: S, answer: [x], scenario: s2}
            - {id: Q5, stem: S, answer: [x]}
          title: B
          domains:
            - {title: D, id: D, objectives: [{title: O, id: O}]}
          scenarios: {s: Once upon a time.}
          references: {r: {url: "https://r", title: R}}
          id: b
          format: swot-bank/1
          """)
    ])
    let errors = diagnostics.filter { $0.severity == .error }.map(\.rule)
    #expect(errors == ["unknown-objective", "unknown-reference", "unknown-scenario"])
    let read = try #require(bank)
    #expect(read.questions.map(\.id.description) == ["b/Q", "b/Q5"])
    #expect(
      read.questions[0].revision
        == Revision(stem: "S", scenario: "Once upon a time.", format: .answer(["x"])))
    #expect(diagnostics.filter { $0.rule == "missing-objective" }.count == 3)
    #expect(diagnostics.filter { $0.rule == "missing-reference" }.count == 3)
  }

  @Test func `a question with an error is left out, and the rest stays`() {
    let outcome = QuestionBankReader.check([
      SourceFile(
        name: "b.yaml",
        text: Self.main + "  - {id: Q2, stem: S}\n  - {id: Q3, stem: S, answer: [x]}\n  - text\n")
    ])
    #expect(outcome.bank?.questions.map(\.id.question) == ["Q-M", "Q3"])
    #expect(outcome.questionCount == 4)
  }

  @Test func `an imported bank works at once, with a word on each thing it lacks`() {
    let (bank, diagnostics) = QuestionBankReader.read([
      SourceFile(
        name: "b.yaml",
        text: """
          format: swot-bank/1
          id: b
          title: B
          questions:
            - id: Q
              stem: S
              choices:
                - right: x
                - wrong: y
          """)
    ])
    #expect(bank?.questions.count == 1)
    #expect(
      diagnostics.map(\.rule) == ["incomplete-bank", "incomplete-question", "missing-rationale"])
    #expect(!diagnostics.hasErrors)
  }

  @Test(
    arguments: [
      ("stem: |\n  one\n  two\n\n\n", "one\ntwo"), ("stem: |+\n  one\n\n", "one"),
      ("stem: >\n  one\n  two\n", "one two"), ("stem: \"\\n one \\n\"", " one"),
      ("stem: '  one'", "  one"), ("stem: one\n  two\n\n  three\n", "one two\nthree"),
      ("stem: |2\n      code\n    text\n", "    code\n  text"),
      ("stem: No", "No"), ("stem: 1.10", "1.10"), ("stem: 12:30", "12:30"), ("stem: ~", "~"),
      ("stem: 0x1F", "0x1F"), ("stem: null", "null"),
    ])
  func `texts are as written, without line ends before and white space behind`(
    key: String, text: String
  ) {
    let item = key.split(separator: "\n", omittingEmptySubsequences: false)
      .map { "    \($0)\n" }.joined()
    let (bank, _) = QuestionBankReader.read([
      SourceFile(
        name: "b.yaml",
        text:
          "format: swot-bank/1\nid: b\ntitle: B\nquestions:\n  - id: Q\n    answer: [x]\n\(item)")
    ])
    #expect(bank?.questions.first?.stem == text)
  }

  @Test func `at most nine answers and distractors are allowed together`() {
    let pairs = (1...5).map { "      - {prompt: P\($0), answer: A\($0)}\n" }.joined()
    func errors(_ distractors: String) -> [String] {
      QuestionBankReader.read([
        SourceFile(
          name: "b.yaml",
          text: "format: swot-bank/1\nid: b\ntitle: B\nquestions:\n  - id: Q\n    stem: S\n"
            + "    match:\n\(pairs)    distractors: [\(distractors)]\n")
      ]).diagnostics.filter { $0.severity == .error }.map(\.message)
    }
    #expect(errors("a, b, c, d") == [])
    #expect(errors("a, b, c, d, e") == ["10 answers and distractors; at most 9 are allowed"])
  }

  @Test func `prompts may share an answer, unless that leaves one answer only`() {
    func errors(_ distractors: String) -> [String] {
      QuestionBankReader.read([
        SourceFile(
          name: "b.yaml",
          text: """
            format: swot-bank/1
            id: b
            title: B
            questions:
              - id: Q
                stem: S
                match: [{prompt: P1, answer: A}, {prompt: P2, answer: A}]
                distractors: [\(distractors)]
            """)
      ]).diagnostics.filter { $0.severity == .error }.map(\.rule)
    }
    #expect(errors("B") == [])
    #expect(errors("") == ["too-few-items"])
  }

  @Test func `equal wording is equal whatever the white space`() {
    expectErrors(
      """
      format: swot-bank/1
      id: b
      title: B
      questions:
        - id: Q
          stem: S
          choices:
            - right: 2️⃣Delete the key.
            - wrong: 1️⃣|
                Delete
                the  key.
            - wrong: Delete the key
            - wrong: delete the key.
      """, [Finding(1, .duplicateChoice, notes: [2])])
  }
}
