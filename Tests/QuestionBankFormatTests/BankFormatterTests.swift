import FSRS
import PracticeCore
import QuestionBankFormat
import TestSupport
import Testing

@Suite struct BankFormatterTests {
  /// Formats a bank in one file.
  private func format(_ text: String) throws -> String {
    let file = SourceFile(name: "bank.yaml", text: text)
    let (outcomes, diagnostics) = BankFormatter.format(bank: [file])
    switch try #require(outcomes.first).outcome {
    case .unchanged: return text
    case .changed(let file): return String(decoding: file.bytes, as: UTF8.self)
    case let outcome:
      Issue.record("\(outcome): \(diagnostics.filter { $0.severity == .error })")
      return ""
    }
  }

  @Test func `keys are put in order, texts wrapped, quotes dropped, indentation made even`() throws
  {
    #expect(
      try format(
        """
        title: 'A bank'
        id: x
        authors:
        - Ann
        - 'No'
        format: "swot-bank/1"
        questions:
        - stem: Which one of the two that stand here would a person who has read all of it take, and why
            should she?
          id: Q-1
          choices: [{why: Because., right: 'this: here'}, {wrong: that, last: true}]
        - {id: Q-2, answer: [a], stem: "Type a."}
        domains:
            - title: D
              id: D
              weight: '1.50'
        """) == """
          format: swot-bank/1
          id: x
          title: A bank
          authors: [Ann, "No"]

          domains:
            - id: D
              title: D
              weight: 1.50

          questions:
            - id: Q-1
              stem: >-
                Which one of the two that stand here would a person who has read all of it take, and why
                should she?
              choices:
                - right: "this: here"
                  why: >-
                    Because.
                - wrong: that
                  last: true

            - id: Q-2
              stem: Type a.
              answer: [a]

          """)
  }

  @Test func `comments stay with what they are about`() throws {
    #expect(
      try format(
        """
        # About the file

        # yaml-language-server: $schema=x
        id: x   # the id
        format: swot-bank/1
        title: X
        # above the authors
        authors: [ # behind the bracket
          Ann, # the first
          # above Bob
          Bob
          # the last
        ] # behind the list

        questions: # all of them

          # above Q-1
          - # behind the dash
            id: Q-1 # its id
            # above the stem
            stem: |   # a block
              Text
              # no comment

            # above the answer

            answer: [a, b]   # some
            # end of Q-1

          # end of questions
        # end of all

        """) == """
          # About the file

          # yaml-language-server: $schema=x
          format: swot-bank/1
          id: x # the id
          title: X
          # above the authors
          authors: # behind the bracket
            - Ann # the first
            # above Bob
            - Bob
            # the last
            # behind the list

          questions: # all of them
            # above Q-1
            # behind the dash
            - id: Q-1 # its id
              # above the stem
              stem: | # a block
                Text
                # no comment

              # above the answer

              answer: [a, b] # some
              # end of Q-1

            # end of questions
          # end of all

          """)
  }

  @Test func `a file with errors is left alone, the others of its bank are not`() throws {
    let files = [
      SourceFile(name: "bank.yaml", text: "id: x\nformat: swot-bank/1\ntitle: X\n"),
      SourceFile(name: "bad.yaml", text: "questions:\n- id: Q-1\n  stam: x\n"),
      SourceFile(name: "good.yaml", text: "questions:\n- stem: x\n  id: Q-2\n  answer: [a]\n"),
    ]
    let (outcomes, diagnostics) = BankFormatter.format(bank: files)
    #expect(diagnostics.hasErrors)
    #expect(outcomes.map(\.file.name) == ["bank.yaml", "bad.yaml", "good.yaml"])
    #expect(outcomes[1].outcome == .damaged)
    #expect(
      outcomes[2].outcome
        == .changed(
          SourceFile(
            name: "good.yaml", text: "questions:\n  - id: Q-2\n    stem: x\n    answer: [a]\n")))
    guard case .changed = outcomes[0].outcome else {
      Issue.record("\(outcomes[0])")
      return
    }
  }

  @Test func `a blueprint is formatted too`() {
    let text = """
      format: swot-exam/1
      title: E
      id: e
      sections:
      - {from: [a, a/b], weight: 1, title: "A: B"}
      scale: {to: 1000, from: 100, cut: 0.72, pass: 720}   # ours
      questions: 1
      minutes: 2

      """
    let file = SourceFile(name: "e.yaml", text: text)
    let expected = """
      format: swot-exam/1
      id: e
      title: E
      questions: 1
      minutes: 2
      scale: {from: 100, to: 1000, pass: 720, cut: 0.72} # ours
      sections:
        - title: "A: B"
          weight: 1
          from: [a, a/b]

      """
    let formatted = SourceFile(name: "e.yaml", text: expected)
    #expect(BankFormatter.format(blueprint: file).outcome == .changed(formatted))
    #expect(BankFormatter.format(blueprint: formatted).outcome == .unchanged)
  }

  @Test func `what is written has the layout already`() throws {
    try withEvery(seed: 0..<200) { seed, _ in
      var banks = RandomBanks(seed: seed)
      let text = BankWriter.text(of: banks.bank())
      try #require(try format(text) == text, "seed \(seed)")
    }
  }

  @Test func `whatever the layout, meaning and comments are kept, and once is enough`() throws {
    try withEvery(seed: 0..<200) { seed, _ in
      var banks = RandomBanks(seed: seed)
      let bank = BankWriter.carried(banks.bank(questions: 3))
      var layout = RandomLayout(seed: seed &+ 7)
      let text = layout.text(of: bank)
      let file = SourceFile(name: "bank.yaml", text: text)
      let read = QuestionBankReader.read([file])
      try #require(
        read.bank == bank, "seed \(seed): not what was meant\n\(text)\n\(read.diagnostics)")
      let formatted = try format(text)
      let again = QuestionBankReader.read([SourceFile(name: "bank.yaml", text: formatted)])
      try #require(again.bank == bank, "seed \(seed):\n\(text)\n\(formatted)")
      try #require(try format(formatted) == formatted, "seed \(seed):\n\(text)\n\(formatted)")
      for number in 0..<layout.comments {
        let mark = "#c\(number)."
        try #require(
          formatted.components(of: mark) == 1, "seed \(seed): \(mark) in\n\(text)\n\(formatted)")
      }
      // But for comments, blank lines and the order of scenarios, the layout depends on the bank.
      if layout.comments == 0, bank.scenarios.count < 2 {
        try #require(
          formatted.split(separator: "\n") == BankWriter.text(of: bank).split(separator: "\n"),
          "seed \(seed)")
      }
    }
  }
}

extension String {
  /// How often `part` stands in the text.
  fileprivate func components(of part: String) -> Int {
    var count = 0
    var rest = self[...]
    while let range = rest.firstRange(of: part) {
      count += 1
      rest = rest[range.upperBound...]
    }
    return count
  }
}
