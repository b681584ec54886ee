import FSRS
import PracticeCore
import TerminalUI
import TestSupport
import Testing

@testable import swot

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

@Suite struct ExamReportTextTests {
  @Test func `Markdown says what the page says`() {
    let exam = ExamFixture.finished(
      ExamFixture.paper(8, scale: .percent(pass: 70)), candidate: "Ada | Bob")
    let lines = ExamReportMarkdown(ExamReport(exam)).text.split(
      separator: "\n", omittingEmptySubsequences: false
    ).map(String.init)
    #expect(lines.first == "# Cloud best practices")
    #expect(lines.contains("| Candidate | Ada \\| Bob |"))
    #expect(lines.contains { $0.contains("Percent of the counted marks; passed from 70 % on.") })
    #expect(lines.contains("### Question 1: Right"))
    #expect(lines.contains { $0.hasSuffix("**✓ yours** The choice 2 of 1") })
    #expect(lines.contains("- [The reference of 1](<https://example.org/page?a=1&amp;b=2>)"))
    #expect(lines.contains("> The scenario of 1"))
  }

  @Test func `texts in Markdown read as they were written`() throws {
    try withEvery(seed: 0..<400) { seed, random in
      let text = HostileText.make(&random)
      let inline = MarkdownText.inline(text)
      var plain = ""
      var special: [Character] = []
      var isEscaped = false
      for character in inline.unicodeScalars.map(Character.init) {
        if character == "\\", !isEscaped {
          isEscaped = true
          continue
        }
        if !isEscaped, "\\`*_[]<>&|~$#!".contains(character) { special.append(character) }
        isEscaped = false
        plain.append(character)
      }
      let wanted = DisplayText.sanitized(text).split(separator: " ").joined(separator: " ")
      try #require(Array(plain.unicodeScalars) == Array(wanted.unicodeScalars), "seed \(seed)")
      try #require(special.isEmpty && !inline.contains("\n"), "seed \(seed): \(inline)")
    }
  }

  @Test(arguments: [
    ("- item", "\\- item"), ("1. one", "1\\. one"), ("12) two", "12\\) two"), ("# h", "\\# h"),
    ("=== x", "\\=== x"), ("2026 was", "2026 was"), ("+ plus", "\\+ plus"), ("", ""),
  ])
  func `a line of a text begins no block of Markdown`(text: String, inline: String) {
    #expect(MarkdownText.inline(text) == inline)
  }

  @Test func `code stands between fences that it can't close`() {
    #expect(
      MarkdownText.lines("See:\n\n    a ```` b\n\n    c\n- one\n- two", indent: "  ")
        == [
          "  See:", "", "  `````text", "  a ```` b", "  ", "  c", "  `````", "", "  - one",
          "  - two",
        ].map { $0 == "  " ? "" : $0 })
  }

  @Test(arguments: [
    ("https://example.org/a?b=c", true), ("HTTP://example.org", true), ("https://", false),
    ("javascript:alert(1)", false), ("data:text/html,x", false), ("//example.org", false),
    ("https://example.org/a b", false), ("https://example.org/\"x", false),
    ("https:example.org", false), ("https://exämple.org", false), ("https://x/\n", false),
    ("file:///etc/passwd", false), ("", false),
  ])
  func `only addresses of the web become links`(address: String, isSafe: Bool) {
    #expect(WebAddress.isSafe(address) == isSafe)
    #expect(MarkdownText.link("text", to: address).hasPrefix("[text](") == isSafe)
    #expect(Markup.link("text", to: address).source.hasPrefix("<a ") == isSafe)
  }

  @Test func `JSON holds the documented members and nothing that was made up`() throws {
    struct Document: Decodable {
      struct Score: Decodable {
        let scaled: Int
        let passed: Bool
      }

      struct Question: Decodable {
        let number: Int
        let question: String
        let counted: Bool
        let verdict: String
        let ms: Int
        let order: [Int]
      }

      let format: String
      let attempt: String
      let seed: String
      let started: String
      let spent_ms: Int
      let score: Score
      let questions: [Question]
    }
    let exam = ExamFixture.finished(ExamFixture.paper(9), candidate: "\u{1B}[31m\"")
    let bytes = ExamReport(exam).json.bytes
    let document = try JSONDecoder().decode(Document.self, from: Data(bytes))
    #expect(document.format == "swot-exam-report/1")
    #expect(document.attempt == "20261123-abcdef")
    #expect(document.seed == "18446744073709551615")
    #expect(document.started == "2026-11-23T09:00:00.000Z")
    #expect(document.spent_ms == 5_284_000)
    #expect(document.score.scaled == exam.outcome.score.scaled)
    #expect(document.score.passed == exam.outcome.score.isPassed)
    #expect(document.questions.map(\.number) == Array(1...9))
    #expect(
      document.questions.map(\.verdict) == [
        "right", "right", "wrong", "right", "right", "wrong", "open", "right", "unseen",
      ])
    #expect(document.questions.map(\.counted) == (1...9).map { $0 != 5 })
    #expect(document.questions.map(\.order) == exam.paper.items.map { Array($0.order) })
    #expect(!bytes.contains(0x1B))
  }

  @Test func `lengths of time read like a clock`() {
    #expect(ClockText.length(milliseconds: 7_999) == "0:07")
    #expect(ClockText.length(milliseconds: 252_000) == "4:12")
    #expect(ClockText.length(milliseconds: 5_284_000) == "1:28:04")
    #expect(ClockText.length(milliseconds: -5) == "0:00")
    #expect(ClockText.length(milliseconds: Int64.max) == "2562047788015:12:55")
  }
}
