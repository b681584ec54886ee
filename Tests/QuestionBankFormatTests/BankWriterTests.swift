import PracticeCore
import QuestionBankFormat
import TestSupport
import Testing

@Suite struct BankWriterTests {
  private func read(_ text: String) -> (bank: QuestionBank?, errors: [Diagnostic]) {
    let (bank, diagnostics) = QuestionBankReader.read([SourceFile(name: "bank.yaml", text: text)])
    return (bank, diagnostics.filter { $0.severity == .error })
  }

  @Test func `what is written reads back as what a file can carry of it`() throws {
    try withEvery(seed: 0..<400) { seed, _ in
      var banks = RandomBanks(seed: seed)
      let bank = banks.bank()
      let text = BankWriter.text(of: bank)
      let (again, errors) = read(text)
      try #require(errors.isEmpty, "seed \(seed): \(errors)\n\(text)")
      try #require(again == BankWriter.carried(bank), "seed \(seed):\n\(text)")
    }
  }

  @Test func `what was read is carried as it is`() throws {
    try withEvery(seed: 0..<200) { seed, _ in
      var banks = RandomBanks(seed: seed)
      let carried = BankWriter.carried(banks.bank())
      try #require(BankWriter.carried(carried) == carried, "seed \(seed)")
    }
  }

  @Test func `plain words are carried whole`() throws {
    try withEvery(seed: 0..<100) { seed, _ in
      var banks = RandomBanks(seed: seed, isHostile: false)
      let bank = banks.bank()
      try #require(read(BankWriter.text(of: bank)).bank == bank, "seed \(seed)")
    }
  }

  @Test func `lines are no longer than a hundred columns unless the text has longer ones`() throws {
    try withEvery(seed: 0..<100) { seed, _ in
      var banks = RandomBanks(seed: seed, isHostile: false)
      let bank = banks.bank()
      let prose =
        [bank.description].compactMap(\.self) + bank.scenarios.values + bank.questions.map(\.stem)
        + bank.questions.flatMap(\.rationales)
      let withCode = Set(
        prose.filter { $0.contains("    ") }.flatMap { $0.split(separator: "\n") })
      for line in BankWriter.text(of: bank).split(separator: "\n") {
        try #require(
          line.unicodeScalars.count <= 100 || withCode.contains(line.drop { $0 == " " }),
          "seed \(seed): \(line)")
      }
    }
  }

  @Test func `a text that other programs take for something else stands in quotes`() {
    let bank = QuestionBank(
      id: "x", title: "No", authors: ["1.10", "Ann, Bob", "it's \"me\"", "\"x\": 'y'"],
      questions: [
        Question(
          id: QuestionID(bank: "x", question: "1"), stem: "Yes: or no?",
          format: .answer(["a: b", "2026-11-23"]))
      ])
    #expect(
      BankWriter.text(of: bank) == """
        format: swot-bank/1
        id: x
        title: "No"
        authors: ["1.10", "Ann, Bob", it's "me", '"x": ''y''']

        questions:
          - id: "1"
            stem: "Yes: or no?"
            answer: ["a: b", "2026-11-23"]

        """)
  }

  @Test func `all kinds of question are laid out like those of the built-in banks`() {
    let long = String(repeating: "a word or two ", count: 12) + "end."
    func id(_ name: String) -> QuestionID { QuestionID(bank: "x", question: name) }
    let bank = QuestionBank(
      id: "x", title: "X", description: "Short.\n\nAnd more.", reviewed: CalendarDate("2026-11-23"),
      references: [Reference(id: "page", title: "A page", url: "https://example.com/")],
      scenarios: ["shop": "A shop."],
      domains: [
        Domain(
          id: "D", title: "Domain", weight: 17.5,
          objectives: [Objective(id: "O", title: "Objective")])
      ],
      questions: [
        Question(
          id: id("Q-1"), objective: "O", facts: ["F-1", "F-2"], difficulty: .advanced,
          cognitiveLevel: .apply, scenario: "shop", stem: "Look:\n\n    code",
          format: .choices([
            Choice(text: "Yes, it does.", isRight: true, why: "Because."),
            Choice(text: long, isRight: false, staysLast: true),
          ]), takeaway: "Remember.", references: ["page"], reviewed: CalendarDate("2026-11-22"),
          tags: ["t"]),
        Question(
          id: id("Q-2"), stem: "Match.",
          format: .match(
            pairs: [
              MatchPair(prompt: "p", answer: "a", why: "w"), MatchPair(prompt: "q", answer: "b"),
            ],
            distractors: ["c"])),
        Question(id: id("Q-3"), stem: "Order.", format: .order(["first", "second"])),
      ])
    #expect(
      BankWriter.text(of: bank) == """
        format: swot-bank/1
        id: x
        title: X
        description: |
          Short.

          And more.
        reviewed: 2026-11-23

        references:
          page:
            title: A page
            url: https://example.com/

        scenarios:
          shop: A shop.

        domains:
          - id: D
            title: Domain
            weight: 17.5
            objectives:
              - id: O
                title: Objective

        questions:
          - id: Q-1
            objective: O
            facts: [F-1, F-2]
            difficulty: advanced
            cognitive: apply
            scenario: shop
            stem: |
              Look:

                  code
            choices:
              - right: Yes, it does.
                why: >-
                  Because.
              - wrong: >-
                  a word or two a word or two a word or two a word or two a word or two a word or two a word
                  or two a word or two a word or two a word or two a word or two a word or two end.
                last: true
            takeaway: >-
              Remember.
            references: [page]
            reviewed: 2026-11-22
            tags: [t]

          - id: Q-2
            stem: Match.
            match:
              - prompt: p
                answer: a
                why: >-
                  w
              - prompt: q
                answer: b
            distractors:
              - c

          - id: Q-3
            stem: Order.
            order:
              - first
              - second

        """)
  }
}

extension Question {
  fileprivate var rationales: [String] {
    guard case .choices(let choices) = format else { return [] }
    return choices.compactMap(\.why)
  }
}
