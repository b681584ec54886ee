import FSRS
import PracticeCore
import TestSupport
import Testing

@testable import swot

/// Exams on paper.
@Suite struct PrintedExamTests {
  private func exam(
    _ count: Int = 8, forms: Int = 1, parts: PrintedExam.Parts = .paperAndKey,
    texts: ExamFixture.Texts = ExamFixture.plain
  ) -> PrintedExam {
    PrintedExam(ExamFixture.paper(count, texts: texts), forms: forms, parts: parts)
  }

  private func page(_ exam: PrintedExam) throws -> StrictPage {
    try StrictPage(PrintedExamPage(exam).page.bytes)
  }

  @Test func `the key of each kind is what a candidate would write`() {
    func item(_ format: AnswerFormat, _ order: ItemNumbers) -> ExamPaper.Item {
      ExamPaper.Item(
        question: Question(
          id: QuestionID(bank: "b", question: "q"), stem: "?", format: format),
        order: order, section: 0, isScored: true, isNew: true)
    }
    let choices = AnswerFormat.choices(
      (1...5).map { Choice(text: "\($0)", isRight: $0 == 1 || $0 == 4) })
    #expect(item(choices, [4, 2, 3, 1, 5]).writtenKey == "A, D")
    #expect(item(choices, [2, 3, 1, 5, 4]).writtenKey == "C, E")
    let match = AnswerFormat.match(
      pairs: [
        MatchPair(prompt: "p", answer: "x"), MatchPair(prompt: "q", answer: "y"),
        MatchPair(prompt: "r", answer: "x"),
      ], distractors: ["z"])
    // Two prompts share the answer x, which is number 1 and stands last.
    #expect(item(match, [3, 2, 1]).writtenKey == "1 C, 2 B, 3 C")
    #expect(item(.order(["one", "two", "three"]), [3, 1, 2]).writtenKey == "B C A")
    #expect(item(.answer(["SQS", "Amazon SQS"]), []).writtenKey == "SQS, or Amazon SQS")
  }

  @Test func `a paper has room for name, date and every kind of answer, and no answers`() throws {
    let page = try page(exam(parts: .paperOnly))
    for text in [
      "Cloud best practices", "Name", "Date", "8 questions · 130 minutes",
      "Write the letter of the right answer beside each number.",
      "Write the letters in the right order.", "For question 1", "The scenario of 1",
      "1 of the questions doesn't count, and nothing tells which.",
    ] {
      #expect(page.text.contains(text), "\(text)")
    }
    #expect(page.all("article").count == 8)
    #expect(page.all("section").count == 1)
    for said in ["The why", "accepted", "The takeaway", "✓", "not counted"] {
      #expect(!page.text.contains(said), "\(said)")
    }
  }

  @Test func `a key alone says nothing to be filled in`() throws {
    let page = try page(exam(parts: .keyOnly))
    for text in [
      "Answer key", "A pass takes 6 of the 7 counted questions right.", "The why 2 of 1",
    ] {
      #expect(page.text.contains(text), "\(text)")
    }
    #expect(!page.text.contains("Date"))
  }

  @Test func `the letters of a key are those of its form`() throws {
    let exam = exam(20, forms: 3)
    #expect(exam.forms.count == 3)
    #expect(exam.forms[0] == ExamFixture.paper(20), "form A is what the screen asks")
    for form in exam.forms {
      for item in form.items {
        guard case .choices(let choices) = item.question.format else { continue }
        let letters = item.order.enumerated().filter { choices[$1 - 1].isRight }
          .map { "ABCDEFGHI".dropFirst($0.offset).prefix(1) }
        #expect(item.writtenKey == letters.joined(separator: ", "))
      }
    }
    let page = try page(exam)
    for text in [
      "Form A", "Form B", "Form C", "stand its letters, in the order A, B, C",
    ] {
      #expect(page.text.contains(text), "\(text)")
    }
    let first = try #require(exam.forms.first?.items.first)
    let numbers = exam.numbers(of: first.question.id)
    #expect(page.text.contains("A 1 · B \(numbers[1]) · C \(numbers[2])"))
    #expect(page.all("article").count == 80)
  }

  @Test func `questions that are no exam are shuffled in every form`() throws {
    let items = ExamFixture.paper(12).items
    let exam = PrintedExam(
      title: "A bank", items: items, seed: 3, forms: 2, parts: .paperAndKey)
    #expect(Set(exam.forms.flatMap { $0.items.map(\.question.id) }).count == 12)
    #expect(exam.forms[0].items.map(\.question.id) != items.map(\.question.id))
    #expect(exam.forms[0] != exam.forms[1])
    #expect(
      exam == PrintedExam(title: "A bank", items: items, seed: 3, forms: 2, parts: .paperAndKey))
    let page = try page(exam)
    #expect(!page.text.contains("passes"))
    #expect(!page.text.contains("A pass"))
    #expect(page.text.contains("Drawn with seed 3."))
  }

  @Test func `no text of a bank becomes markup`() throws {
    try withEvery(seed: 0..<30) { _, random in
      var source = random
      let exam = exam(9, forms: 2) { _, _ in HostileText.make(&source) }
      let page = try page(exam)
      #expect(page.all("article").count == 27)
      #expect(page.all("script").isEmpty)
    }
  }

  // MARK: - In a browser

  private static func longTexts(_ part: String, _ number: Int) -> String {
    switch part {
    case "title": "Cloud best practices, full mock exam"
    case "stem":
      """
      A retailer runs \(number) accounts and wants to know what changes when the policy is attached to \
      the root of the organization rather than to a single unit. It reads:

          {"Effect": "Deny", "Action": "s3:*", "Resource": "arn:aws:s3:::bucket-of-retailer-\(number)/*"}

      Which one meets the requirements at the lowest cost, and without a change to the application?
      """
    default:
      "The \(part) of \(number), in a sentence that is as long as those that real exams are made of"
    }
  }

  @Test(
    .needs(.browser),
    arguments: [
      (count: 8, forms: 1, parts: PrintedExam.Parts.paperOnly, pages: 2...4),
      (8, 1, PrintedExam.Parts.keyOnly, 2...4),
      (20, 3, PrintedExam.Parts.paperAndKey, 20...36),
    ])
  func `a paper is sound in a browser, and takes a sane number of sheets`(
    count: Int, forms: Int, parts: PrintedExam.Parts, pages: ClosedRange<Int>
  ) throws {
    let exam = exam(count, forms: forms, parts: parts, texts: Self.longTexts)
    let page = try PageInspection(
      PrintedExamPage(exam).page.bytes,
      counting: [".asked", ".question", ".field", ".box", ".matching .blank", ".places .blank"],
      named: "paper-\(count)-\(parts)")
    #expect(page.problems == [])
    let isPaper = parts != .keyOnly
    #expect(page.counts[".asked"] == (isPaper ? count * forms : 0))
    #expect(page.counts[".question"] == (parts == .paperOnly ? 0 : count))
    // Of every four questions one is typed, one has three prompts, one four steps, one four choices.
    #expect(page.counts[".field"] == (isPaper ? forms * (2 + count / 4) : 0))
    #expect(page.counts[".box"] == (isPaper ? forms * count : 0))
    #expect(page.counts[".matching .blank"] == (isPaper ? forms * count * 3 / 4 : 0))
    #expect(page.counts[".places .blank"] == (isPaper ? forms * count : 0))
    #expect(pages.contains(page.printedPages), "\(page.printedPages)")
  }

  @Test(.needs(.browser)) func `a PDF is made by the browser of the machine`() throws {
    try withTemporaryFolder { folder in
      let outcome = try Program.run(
        [
          "bank", "print", "aws-iam", "--count", "3", "--seed", "1", "--format", "pdf", "--output",
          "\(folder)/paper.pdf",
        ], home: folder)
      #expect(outcome.status == 0, "\(outcome.errors)")
      let bytes = try InputFile.read("\(folder)/paper.pdf")
      #expect(bytes.starts(with: Array("%PDF-".utf8)))
      #expect(bytes.count > 10_000)
    }
  }

  @Test func `without a program that makes PDFs that is said`() throws {
    try withTemporaryFolder { folder in
      let outcome = try Program.run(
        ["bank", "print", "aws-iam", "--count", "1", "--format", "pdf", "--output", "\(folder)/a"],
        home: folder, environment: ["PATH": folder])
      #if !canImport(Darwin)
        #expect(outcome.status == 1)
        #expect(outcome.errors.contains("no program was found that makes PDFs"))
      #endif
    }
  }

  // MARK: - Commands

  @Test func `an exam is printed by its seed, with the questions of the list`() throws {
    try withTemporaryFolder { folder in
      func printed(_ options: [String]) throws -> Program.Outcome {
        try Program.run(
          ["exam", "cloud-best-practices-short", "--print", "--seed", "7"] + options, home: folder)
      }
      let first = try printed(["--key-only"])
      #expect(first.status == 0, "\(first.errors)")
      #expect(try printed(["--key-only"]).output == first.output)
      let list = try Program.run(
        ["exam", "cloud-best-practices-short", "--list", "--seed", "7"], home: folder)
      let ids = list.lines.dropFirst().compactMap { line in
        line.split(separator: " ").first { $0.contains("/") }
      }
      #expect(ids.count == 20)
      let page = try StrictPage(Array(first.output.utf8))
      var rest = page.text[...]
      for id in ids {
        let range = try #require(rest.firstRange(of: id), "\(id)")
        rest = rest[range.upperBound...]
      }
      let file = "\(folder)/papers.html"
      let written = try printed(["--forms", "2", "--without-key", "--output", file])
      #expect(written.errors == "swot: wrote '\(file)'\n")
      #expect(try printed(["--output", file]).status == 73, "what is there stays")
      #expect(try printed(["--output", file, "--force"]).status == 0)
    }
  }

  @Test func `options that make no sense are refused`() throws {
    try withTemporaryFolder { folder in
      let cases: [([String], Int32)] = [
        (["exam", "--print"], 64),
        (["exam", "aws-iam-mock", "--print", "--list"], 64),
        (["exam", "aws-iam-mock", "--print", "--forms", "7"], 64),
        (["exam", "aws-iam-mock", "--print", "--key-only", "--without-key"], 64),
        (["exam", "aws-iam-mock", "--print", "--extra-minutes", "5"], 64),
        (["exam", "aws-iam-mock", "--print", "--format", "json"], 64),
        (["exam", "aws-iam-mock", "--forms", "2"], 64),
        (["bank", "print"], 64),
        (["bank", "print", "aws-iam", "--count", "0"], 64),
        (["bank", "print", "aws-iam", "--objective", "nothing"], 66),
        (["bank", "print", "nothing"], 66),
      ]
      for (arguments, status) in cases {
        let outcome = try Program.run(arguments, home: folder)
        #expect(outcome.status == status, "\(arguments): \(outcome.errors)")
        #expect(outcome.output == "")
      }
    }
  }
}
