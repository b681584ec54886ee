import PracticeCore
import QuestionBankFormat
import Testing

@Suite struct BankFixerTests {
  private func text(_ file: SourceFile) -> String { String(decoding: file.bytes, as: UTF8.self) }

  private static let head = """
    format: swot-bank/1
    id: x
    title: X
    references:
      first-page: {title: A, url: https://example.com/a}
      other: {title: B, url: https://example.com/b}
    domains:
      - id: D
        title: D
        objectives:
          - {id: OBJ-A, title: A}
          - {id: OBJ-B, title: B}
          - {id: THIRD, title: C}

    """

  private func fix(_ questions: String) -> (text: String, fixes: [String]) {
    let file = SourceFile(name: "x.yaml", text: Self.head + questions)
    let (files, fixes) = BankFixer.fix(bank: [file])
    return (
      String(text(files[0]).dropFirst(Self.head.count)),
      fixes.map { "\($0.location.line):\($0.location.column): \($0.message)" }
    )
  }

  @Test func `misspelt keys, names and values are mended, and nothing else changes`() {
    let (text, fixes) = fix(
      """
      questions:
      -   id: Q-1     # the first
          objektive:  "THIRDD"
          dificulty: advancd
          referenses: [ first-pag,other ]
          stem:   Which   one?
          anser: [ a ]

      """)
    #expect(
      text == """
        questions:
        -   id: Q-1     # the first
            objective:  THIRD
            difficulty: advanced
            references: [ first-page,other ]
            stem:   Which   one?
            answer: [ a ]

        """)
    #expect(
      fixes == [
        "16:5: key 'objektive' is now 'objective'", "17:5: key 'dificulty' is now 'difficulty'",
        "18:5: key 'referenses' is now 'references'", "20:5: key 'anser' is now 'answer'",
        "16:17: objective 'THIRDD' is now 'THIRD'", "17:17: value 'advancd' is now 'advanced'",
        "18:19: reference 'first-pag' is now 'first-page'",
      ])
  }

  @Test func `what could be two things is left alone`() {
    let (text, fixes) = fix(
      "questions:\n- {id: Q-1, objective: OBJ-C, stem: S, answer: [a]}\n")
    #expect(text == "questions:\n- {id: Q-1, objective: OBJ-C, stem: S, answer: [a]}\n")
    #expect(fixes.isEmpty)
  }

  @Test func `a key that is there already doesn't come twice`() {
    let question = "questions:\n- {id: Q-1, stem: S, stemm: T, answer: [a]}\n"
    let (text, fixes) = fix(question)
    #expect(text == question && fixes.isEmpty)
  }

  @Test func `a reference that is named twice is named once`() {
    let (text, fixes) = fix(
      """
      questions:
        - id: Q-1
          stem: S
          answer: [a]
          references: [other, first-page, other,   other]
        - id: Q-2
          stem: S
          answer: [a]
          references:
            - other
            - other
        - id: Q-3
          stem: S
          answer: [a]
          references:
            - other # with a comment
            - other

      """)
    #expect(text.contains("references: [other, first-page]\n"))
    #expect(text.contains("    references:\n      - other\n  - id: Q-3"))
    #expect(text.contains("- other # with a comment\n      - other\n"))
    #expect(fixes.count == 3)
  }
}

@Suite struct BankRenumberingTests {
  private func bank(_ questions: [(id: String, stem: String)]) -> SourceFile {
    let list = questions.map { "  - id: \($0.id)\n    stem: \($0.stem)\n    answer: [a]\n" }
    return SourceFile(
      name: "x.yaml",
      text: "format: swot-bank/1\nid: x\ntitle: X\nquestions:\n" + list.joined(separator: "\n"))
  }

  private func renumber(
    _ now: [(id: String, stem: String)], _ other: [(id: String, stem: String)],
    _ fork: [(id: String, stem: String)]?
  ) -> [String] {
    let (files, changes) = BankRenumbering.renumber(
      bank: [bank(now)], against: [bank(other)], since: fork.map { [bank($0)] })
    let read = QuestionBankReader.read(files)
    #expect(changes.isEmpty || !read.diagnostics.hasErrors)
    return read.bank?.questions.map { "\($0.id.question) \($0.stem)" } ?? []
  }

  @Test func `an id that two branches took goes to the other branch`() {
    let fork = [("Q-1", "one")]
    // Both added Q-2; the other one added Q-3 as well.
    #expect(
      renumber(
        [("Q-1", "one"), ("Q-2", "ours")],
        [("Q-1", "one"), ("Q-2", "theirs"), ("Q-3", "theirs too")], fork)
        == ["Q-1 one", "Q-4 ours"])
  }

  @Test func `after a merge the question that the other branch doesn't have moves`() {
    let theirs = [("Q-1", "one"), ("Q-2", "theirs")]
    #expect(
      renumber([("Q-1", "one"), ("Q-2", "ours"), ("Q-2", "theirs")], theirs, theirs)
        == ["Q-1 one", "Q-3 ours", "Q-2 theirs"])
  }

  @Test func `an edited question keeps its id, and so does one that both branches have`() {
    let fork = [("Q-1", "one")]
    #expect(renumber([("Q-1", "better")], fork, fork) == ["Q-1 better"])
    #expect(
      renumber([("Q-1", "one"), ("Q-2", "same")], [("Q-1", "one"), ("Q-2", "same")], fork)
        == ["Q-1 one", "Q-2 same"])
    #expect(renumber([("Q-1", "better")], fork, nil) == ["Q-1 better"])
  }

  @Test func `ids are counted on as the bank counts them`() {
    #expect(
      IdentifierPattern(of: ["IAM-Q-084", "IAM-Q-083"]).next(after: ["IAM-Q-084"]) == "IAM-Q-085")
    #expect(IdentifierPattern(of: ["a1", "a2", "b1"]).next(after: ["a2", "b9"]) == "a3")
    #expect(IdentifierPattern(of: ["Q99"]).next(after: ["Q99"]) == "Q100")
    #expect(IdentifierPattern(of: ["one", "two"]).next(after: ["one"]) == "Q-001")
    #expect(IdentifierPattern(of: []).next(after: []) == "Q-001")
  }
}

@Suite struct NewQuestionTests {
  private let question = Question(
    id: QuestionID(bank: "x", question: "Q-9"), objective: "O", stem: "New?",
    format: .answer(["new"])
  )

  private func insert(_ text: String) -> (text: String, line: Int)? {
    NewQuestion.insert(question, into: SourceFile(name: "x.yaml", text: text)).map {
      (String(decoding: $0.file.bytes, as: UTF8.self), $0.line)
    }
  }

  @Test func `a question stands behind the last one on its objective`() throws {
    let inserted = try #require(
      insert(
        """
        questions:
        - id: Q-1
          objective: O
          stem: One?
          tags: [a]   # a comment
          # still of Q-1

        # about Q-2
        - id: Q-2
          objective: P
          stem: Two?

        """))
    #expect(
      inserted.text == """
        questions:
        - id: Q-1
          objective: O
          stem: One?
          tags: [a]   # a comment
          # still of Q-1

        - id: Q-9
          objective: O
          stem: New?
          answer: [new]

        # about Q-2
        - id: Q-2
          objective: P
          stem: Two?

        """)
    #expect(inserted.line == 10)
  }

  @Test func `a file without questions gets its first`() throws {
    let expected =
      "id: x\n\nquestions:\n  - id: Q-9\n    objective: O\n    stem: New?\n    answer: [new]\n"
    for text in ["id: x\n", "id: x", "id: x\n\nquestions:\n", "id: x\n\nquestions: []\n"] {
      let inserted = try #require(insert(text))
      #expect(inserted.text == expected, "\(text)")
      #expect(inserted.line == 6)
    }
  }

  @Test func `questions in brackets are left alone`() {
    #expect(insert("questions: [{id: Q-1, stem: S, answer: [a]}]\n") == nil)
  }

  @Test func `a text that ends with a block goes on behind it`() throws {
    let inserted = try #require(
      insert("questions:\n    - id: Q-1\n      stem: |\n        One?\n\n\n"))
    #expect(
      inserted.text
        == "questions:\n    - id: Q-1\n      stem: |\n        One?\n\n    - id: Q-9\n      objective: O\n      stem: New?\n      answer: [new]\n\n\n"
    )
  }
}
