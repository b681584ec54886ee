import FSRS
import PracticeCore
import TerminalUI
import TestSupport
import Testing

@testable import swot

@Suite struct ExamReportPageTests {
  private func page(_ report: ExamReport) throws -> StrictPage {
    try StrictPage(ExamReportPage(report).page.bytes)
  }

  @Test func `a page says what was reported`() throws {
    let exam = ExamFixture.finished(
      ExamFixture.paper(20), candidate: "Ada", terms: ExamTerms(extra: 1_800_000, withPauses: true))
    let page = try page(ExamReport(exam))
    let score = exam.outcome.score
    for text in [
      "Cloud best practices", "\(score.scaled)", score.isPassed ? "PASS" : "NOT PASSED", "Ada",
      "2026-11-23, 10:00 to 11:28 (UTC+01:00)", "1:28:04 of 2:40:00", "30:00 of extra time",
      "with pauses", "An estimate, not a vendor's scale.", "\(score.right) of \(score.questions)",
      "4 questions", "by the candidate",
    ] {
      #expect(page.text.contains(text), "\(text)")
    }
    #expect(page.all("article").count == 20)
    #expect(page.all("svg").count == 3, "no trend of a single attempt")
    #expect(page.all("a").contains { $0.attributes["href"] == "https://example.org/page?a=1&b=2" })
  }

  @Test func `the score is the one that was reported, whatever the form says`() throws {
    var exam = ExamFixture.finished(ExamFixture.paper(10))
    exam.outcome.score = ExamScore(
      sections: [], right: 1, questions: 2, marks: Marks(whole: 1), isPassed: true, scaled: 987)
    let report = ExamReport(exam)
    #expect(try page(report).text.contains("987"))
    #expect(try page(report).text.contains("the score stands as it was reported"))
    #expect(ExamReportMarkdown(report).text.contains("**PASS: 987**"))
  }

  @Test func `each kind of question shows what was answered and what is right`() throws {
    let paper = ExamFixture.paper(4)
    var sheets = paper.items.map { item in
      var sheet = ExamSheet()
      sheet.isSeen = true
      sheet.response = ExamFixture.wrong(item.question)
      return sheet
    }
    sheets[0].struck = [3]
    let report = ExamReport(ExamFixture.finished(paper, sheets: sheets))
    let text = try page(report).text
    for said in [
      "✗ yours", "✓ missed", "struck out", "The why 2 of 1", "Matches nothing: The distractor of 2",
      "✗ yours was place 2", "something else", "The accepted of 4, or The also accepted of 4",
      "The takeaway of 3", "The scenario of 1",
    ] {
      #expect(text.contains(said), "\(said)")
    }
  }

  @Test func `a question that was left open or never shown says so`() throws {
    let paper = ExamFixture.paper(2)
    var seen = ExamSheet()
    seen.isSeen = true
    let text = try page(
      ExamReport(ExamFixture.finished(paper, sheets: [seen, ExamSheet()]))
    ).text
    #expect(text.contains("Question 1: ✗ Left open"))
    #expect(text.contains("✓ right"), "what nobody answered was not missed")
    #expect(text.contains("Question 2: ✗ Never shown"))
  }

  @Test(arguments: [1, 2, 5, 65, 500])
  func `a page of any length is well-formed`(count: Int) throws {
    for scale in [
      ScoreScale.percent(pass: 70), .scaled(from: 100, to: 1000, pass: 720, cut: 0.72),
      .scaled(from: 0, to: 1, pass: 1, cut: 1),
    ] {
      let page = try page(
        ExamReport(ExamFixture.finished(ExamFixture.paper(count, scale: scale))))
      #expect(page.all("article").count == count)
    }
  }

  @Test func `no text of a bank or a candidate becomes markup`() throws {
    try withEvery(seed: 0..<60) { seed, random in
      var source = random
      var texts: [String] = []
      let paper = ExamFixture.paper(
        9, scale: seed % 2 == 0 ? .percent(pass: 70) : .scaled(from: 0, to: 9, pass: 5, cut: 0.5),
        address: "javascript:alert(1)\(HostileText.make(&random))"
      ) { _, _ in
        texts.append(HostileText.make(&source))
        return texts[texts.count - 1]
      }
      let name = HostileText.make(&random)
      let exam = ExamFixture.finished(paper, candidate: name)
      let page = try page(ExamReport(exam))
      let stem = paper.items[4].question.stem
      if !stem.contains("\n"), !stem.contains("\r"), !stem.contains("\t") {
        let shown = DisplayText.sanitized(stem, lineBreaks: .kept).split(separator: " ")
        let words = page.text.split(whereSeparator: { $0 == " " || $0 == "\n" })
        for word in shown.filter({ $0 != "-" }) {
          // The last word of a text runs into what follows it, without the tags between.
          #expect(words.contains { $0.contains(word) }, "seed \(seed): \(word)")
        }
      }
      for link in page.all("a") {
        #expect(link.attributes["href"]?.hasPrefix("#question-") == true, "seed \(seed)")
      }
    }
  }

  @Test func `earlier attempts at the same exam are told as a trend`() throws {
    let paper = ExamFixture.paper(10)
    let exams = (0..<4).map {
      ExamFixture.finished(paper, attempt: "2026112\($0)-abcdef", day: $0)
    }
    var other = exams[0]
    other.start.exam = "another"
    var learner = LearnerState()
    for (number, exam) in (exams + [other]).enumerated() {
      var start = exam.start
      if number == 4 { start.attempt = try #require(AttemptID("other")) }
      var outcome = exam.outcome
      outcome.attempt = start.attempt
      for (sequence, content) in [
        ExamEvent.start(start), .finish(ExamFinish(outcome: outcome, answers: [])),
      ].enumerated() {
        _ = learner.apply(
          Event(
            id: EventID(writer: "w", sequence: 2 * number + sequence + 1),
            time: sequence == 0 ? exam.startedAt : exam.finishedAt, content: .exam(content)))
      }
    }
    let report = ExamReport(exams[2], among: learner.attempts.values)
    #expect(report.attempts.map(\.id.description) == (0...2).map { "2026112\($0)-abcdef" })
    let page = try page(report)
    #expect(page.all("svg").count == 4)
    #expect(page.text.contains("2026-11-25"))
    #expect(!page.text.contains("2026-11-26"), "what came later is no part of it")
  }

  // MARK: - In a browser

  /// Long texts, code, lists, and titles that fill more than a line.
  private static func longTexts(_ part: String, _ number: Int) -> String {
    switch part {
    case "title": "Cloud best practices, full mock exam"
    case "section":
      number == 1
        ? "Identity and access" : "Containers, serverless and the architecture of everything else"
    case "stem":
      """
      A retailer runs \(number) accounts and wants to know what changes. It has:

      - a list of things that take up more than a line in a narrow window, such as this one does
      - another

          aws iam create-role --role-name Backup --assume-role-policy-document file://trust-policy-\(number).json

      Which one meets the requirements at the lowest cost?
      """
    case "why":
      "Because arn:aws:iam::123456789012:role/service-role/AWSGlueServiceRole-\(number) may."
    case "reference": "Security best practices in the user's guide, part \(number)"
    default: "The \(part) of \(number), in a sentence that is as long as sentences of exams are"
    }
  }

  @Test(
    .needs(.browser),
    arguments: [
      (count: 1, isScaled: false, pages: 2...3), (10, true, 5...8), (65, true, 18...32),
    ])
  func `a page is sound in a browser and on paper`(
    count: Int, isScaled: Bool, pages: ClosedRange<Int>
  ) throws {
    let paper = ExamFixture.paper(
      count,
      scale: isScaled ? .scaled(from: 100, to: 1000, pass: 720, cut: 0.72) : .percent(pass: 70),
      texts: Self.longTexts)
    let exam = ExamFixture.finished(
      paper, candidate: "Ada Lovelace", terms: ExamTerms(extra: 1_800_000), day: 30)
    var learner = LearnerState()
    for number in 0..<min(12, count) {
      let earlier = ExamFixture.finished(paper, attempt: "202611\(10 + number)-abcdef", day: number)
      for (sequence, event) in [
        ExamEvent.start(earlier.start), .finish(ExamFinish(outcome: earlier.outcome, answers: [])),
      ].enumerated() {
        _ = learner.apply(
          Event(
            id: EventID(writer: "w", sequence: 2 * number + sequence + 1), time: earlier.finishedAt,
            content: .exam(event)))
      }
    }
    let html = ExamReportPage(ExamReport(exam, among: learner.attempts.values)).page.bytes
    let page = try PageInspection(
      html, counting: ["article", "svg", "svg .bar, svg .hatch"], named: "report-\(count)")
    #expect(page.problems == [])
    #expect(page.counts["article"] == count)
    #expect(page.counts["svg"] == 4)
    #expect(page.text.contains("Ada Lovelace"))
    #expect(pages.contains(page.printedPages), "\(page.printedPages)")
  }
}
