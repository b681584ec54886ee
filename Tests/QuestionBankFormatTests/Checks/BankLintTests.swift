import PracticeCore
import TestSupport
import Testing

@testable import QuestionBankFormat

@Suite struct BankLintTests {
  private static let head = "format: swot-bank/1\nid: b\ntitle: B\nlanguage: en\n"

  @Test func `a word is pointed at wherever its text is written`() {
    let text = MarkedText(
      Self.head + """
        questions:
          - id: Q-1
            stem: |
              Café — ÿ. Not now.

              Which of these does 1️⃣not
              encrypt?
            choices:
              - right: "It 2️⃣often \\u0065ncrypts"
              - wrong: >-
                  Nobody
                  3️⃣never reads it
        """)
    let found = BankLint.check(
      [[SourceFile(name: "b.yaml", text: text.text)]], asOf: LintedBank.today)
    let places = Dictionary(
      found[0].findings.map { ($0.diagnostic.rule, $0.diagnostic.location) },
      uniquingKeysWith: { first, _ in first })
    for (mark, rule) in [(1, "unmarked-negative"), (2, "vague-term"), (3, "absolute-term")] {
      #expect(
        places[rule].map { "\($0.line):\($0.column)" }
          == text.places[mark].map { "\($0.line):\($0.column)" }, "\(rule)")
    }
  }

  @Test func `a rule is switched off for a question or a bank, with a reason`() {
    func found(bank: String = "", question: String = "") -> [String] {
      LintedBank.findings(
        Self.head + bank + """
          questions:
            - id: Q-1
              stem: Which one?
              choices: [{right: a thing}, {wrong: It never ends}]
          \(question)
          """
      ).map(\.rule)
    }
    #expect(found() == ["absolute-term"])
    #expect(found(question: "    checks: {off: [absolute-term], reason: It does not.}") == [])
    #expect(found(question: "    checks:\n      off: {absolute-term: It does not.}") == [])
    #expect(found(bank: "checks: {off: [absolute-term], reason: It does not.}\n") == [])
    #expect(found(bank: "checks: {off: [absolute-term]}\n") == ["unexplained-exception"])
    #expect(
      found(question: "    checks: {off: [vague-term], reason: So.}")
        == ["absolute-term", "unused-exception"])
    #expect(
      found(
        bank: "checks: {off: [absolute-term], reason: So.}\n",
        question: "    checks: {off: [absolute-term], reason: So.}") == ["unused-exception"])
    #expect(found(question: "    checks: {off: [absolute], reason: So.}") == ["unknown-rule"])
    #expect(found(question: "    checks: {off: [invalid-id], reason: So.}") == ["essential-rule"])
    #expect(found(question: "    checks: {reason: So.}").first == "missing-key")
    #expect(
      found(question: "    checks: {off: [absolute-term, absolute-term], reason: So.}")
        .contains("duplicate-key"))
    #expect(
      found(question: "    checks: {off: {absolute-term: So.}, reason: So.}")
        .contains("misplaced-key"))
  }

  @Test func `warnings of the reader are switched off too, for one question alone`() {
    let text =
      Self.head + """
        references:
          r: {title: R, url: "https://docs.aws.amazon.com/"}
        questions:
          - id: Q-1
            stem: Which one?
            answer: [this]
            references: [r]
          - id: Q-2
            stem: Which other one?
            answer: [this]
            checks: {off: [missing-reference], reason: It is known.}
          - id: Q-3
            stem: Which third one?
            answer: [this]
        """
    #expect(LintedBank.findings(text).map { "\($0.rule) \($0.line)" } == ["missing-reference 16"])
  }

  @Test func `thousands of warnings are kept, though reading keeps a thousand`() {
    var text = Self.head + "questions:\n"
    for number in 1...1_500 {
      text += "- {id: Q-\(number), stem: S \(number), answer: [a], takeaway: t}\n"
    }
    let file = SourceFile(name: "b.yaml", text: text)
    let report = BankLint.check([[file]], asOf: LintedBank.today)[0]
    #expect(report.findings.count { $0.diagnostic.rule == "incomplete-question" } == 1_500)
    #expect(QuestionBankReader.read([file]).diagnostics.count == 1_001)
  }

  @Test func `questions alike are found across banks, with the place of the other`() throws {
    func bank(_ id: String, _ stem: String) -> [SourceFile] {
      let text =
        "format: swot-bank/1\nid: \(id)\ntitle: T\nquestions:\n  - id: Q-1\n    stem: \(stem)\n    answer: [this one]\n"
      return [SourceFile(name: "\(id).yaml", text: text)]
    }
    let stem = "A shop wants to keep every order until the warehouse has confirmed it"
    let reports = BankLint.check(
      [bank("a", stem + " today."), [], bank("b", stem + " now."), bank("c", "Something else.")],
      asOf: LintedBank.today)
    let found = reports.map { $0.findings.filter { $0.diagnostic.rule == "near-duplicate" } }
    #expect(found.map(\.count) == [0, 0, 1, 0])
    let diagnostic = try #require(found[2].first).diagnostic
    #expect(diagnostic.location == SourceLocation(file: "b.yaml", line: 5, column: 9))
    #expect(
      diagnostic.notes.map(\.location) == [SourceLocation(file: "a.yaml", line: 5, column: 9)])
    #expect(diagnostic.message.hasSuffix("the same as 'a/Q-1'"))
  }

  @Test(arguments: [
    ("2025-11-29", true), ("2025-11-30", false), ("2025-12-01", false), ("2024-02-29", true),
    ("2026-11-30", false), ("2027-01-01", false),
  ])
  func `a review is old after more than twelve months`(day: String, isOld: Bool) {
    let found = LintedBank.findings(
      Self.head + "questions:\n  - {id: Q, stem: S, answer: [a], reviewed: \(day)}\n")
    #expect(found.map(\.rule) == (isOld ? ["stale-review"] : []))
  }

  @Test func `an old bank is told of where its questions have no review of their own`() {
    let head = Self.head + "reviewed: 2024-01-01\n"
    #expect(
      LintedBank.findings(head + "questions:\n  - {id: Q, stem: S, answer: [a]}\n").map(\.rule)
        == ["stale-review"])
    #expect(
      LintedBank.findings(
        head + "questions:\n  - {id: Q, stem: S, answer: [a], reviewed: 2026-11-01}\n"
      ).isEmpty)
  }

  @Test func `even counts pass and uneven ones don't`() {
    #expect(!ChiSquare([10, 10, 10, 10]).isImprobable)
    #expect(!ChiSquare([14, 10, 9, 7]).isImprobable)
    #expect(ChiSquare([30, 4, 3, 3]).isImprobable)
    // By hand: (25 + 1 + 4 + 36) / 10, of counts 15 9 12 4 with mean 10.
    #expect(ChiSquare([15, 9, 12, 4]).value == 6.6)
  }

  @Test(arguments: [
    "http://", "https:///path", "https://example.com/x", "https://docs.example.org/",
    "http://localhost/",
    "http://127.0.0.1/x", "http://intranet/x", "https://wiki.corp/x", "https://www.test/",
    "https://docs.aws.amazon.com/a(b", "https://docs.aws.amazon.com/{service}",
    "https://docs.aws.amazon.com/...", "https://docs.aws.amazon.com/x.",
    "https://https://docs.aws.amazon.com/", "https://docs..com/", "https://a_b.com/",
    "https://docs.aws.amazon.com:99999/", "https://me@docs.aws.amazon.com/",
    "https://docs.aws.amazon.com/%zz", "https://goo.gl/abc", "https://docs.aws.amazon.com/a#b#c",
    "https://docs.aws.amazon.com/x\"", "https://yourdomain.com/", "http://[::1]/",
  ])
  func `addresses that lead nowhere are found`(address: String) {
    #expect(WebAddressForm.problem(of: address) != nil)
  }

  @Test(arguments: [
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#x",
    "http://www.rfc-editor.org/rfc/rfc3986", "https://en.wikipedia.org/wiki/Queue_(data_structure)",
    "https://web.archive.org/web/2020/https://aws.amazon.com/", "https://müller.de/straße",
    "https://xn--mller-kva.de:8443/?a=b&c=d[]=1", "https://a.io",
    "https://doi.org/10.1186/s12909-016-0559-7",
    "https://github.com/a/b/blob/main/x.md?plain=1#L10-L20", "https://docs.docker.com/engine/~x/",
    "https://example-company.com/", "https://cloud.google.com/a%20b",
  ])
  func `addresses that may lead somewhere pass`(address: String) {
    #expect(WebAddressForm.problem(of: address) == nil)
  }
}
