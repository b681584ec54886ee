import TestSupport
import Testing

@testable import swot

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

@Suite struct BankConvertTests {
  private func convert(
    _ arguments: [String], input: String? = nil, in folder: String
  ) throws -> Program.Outcome {
    try Program.run(
      ["bank", "convert", "--no-builtin-banks"] + arguments, input: input, home: folder)
  }

  private static let gift = """
    // [id:one]
    What is right? {=this#Because. ~that}

    Which {two}? {=a ~b}

    Write an essay. {}

    """

  @Test func `a file is converted, what is bad is named, and the rest is written`() throws {
    try withTemporaryFolder { folder in
      try BankFiles.write(["quiz.gift": Self.gift], in: folder)
      let (input, output) = ("\(folder)/quiz.gift", "\(folder)/bank.yaml")
      let run = try convert([input, output], in: folder)
      #expect(run.status == 65)
      #expect(run.output == "")
      #expect(run.errors.contains("quiz.gift:4:7: error: more than one '{'"))
      #expect(run.errors.contains("quiz.gift:6:1: an essay question is left out [question]"))
      #expect(
        run.errors.hasSuffix(
          "Converted 1 of 3 questions from GIFT to Swot, in '\(output)': 1 error, 1 loss.\n"))
      let check = try Program.run(["bank", "check", output], home: folder)
      #expect(check.status == 0)
      let again = try convert([input, output], in: folder)
      #expect(again.status == 73)
      #expect(again.errors.contains("say --force"))
      #expect(try convert(["--force", input, output], in: folder).status == 65)
    }
  }

  @Test func `losses come with the lines of the bank, ten of a kind`() throws {
    try withTemporaryFolder { folder in
      _ = try PlainBank.write(to: folder, questions: 12)
      let run = try convert(["--to", "aiken", "\(folder)/plain.yaml", "-"], in: folder)
      #expect(run.status == 0)
      #expect(
        run.output.hasPrefix("What is right here? 1\nA) This one.\nB) Not this one.\nANSWER: A"))
      #expect(run.errors.contains("plain.yaml:17:14: Q1: the rationale of choice 1 is left out"))
      #expect(run.errors.contains("and 2 more [rationale]; --all lists them"))
      let all = try convert(["--all", "--to", "aiken", "\(folder)/plain.yaml", "-"], in: folder)
      #expect(!all.errors.contains("--all lists them"))
      #expect(all.errors.contains("Q12: the rationale of choice 1 is left out"))
    }
  }

  @Test func `the report for programs`() throws {
    struct Report: Decodable {
      struct Loss: Decodable {
        let kind, message: String
        let question, file: String?
        let line, column: Int?
      }
      let from, to: String
      let questions, written, errors, warnings: Int
      let losses: [Loss]
    }
    try withTemporaryFolder { folder in
      try BankFiles.write(["quiz.gift": Self.gift], in: folder)
      let run = try convert(
        ["--format", "json", "\(folder)/quiz.gift", "\(folder)/x.csv"], in: folder)
      #expect(run.status == 65)
      let report = try JSONDecoder().decode(Report.self, from: Data(run.output.utf8))
      #expect(report.from == "gift" && report.to == "csv")
      #expect((report.questions, report.written, report.errors) == (3, 1, 1))
      #expect(report.losses.first?.kind == "question" && report.losses.first?.line == 6)
    }
  }

  @Test func `standard input and output, and names that tell nothing`() throws {
    try withTemporaryFolder { folder in
      let run = try convert(
        ["--from", "aiken", "--to", "gift", "-", "-"], input: "Q?\nA) a\nB) b\nANSWER: B\n",
        in: folder)
      #expect(run.status == 0)
      #expect(run.output.contains("~[html]a"))
      #expect(try convert(["quiz.txt", "-"], in: folder).status == 64)
      #expect(
        try convert(["--from", "gift", "\(folder)/none", "\(folder)/x.yaml"], in: folder).status
          == 66)
      #expect(try convert(["--format", "json", "x.gift", "-"], in: folder).status == 64)
    }
  }

  @Test func `nothing that steers a terminal is printed`() throws {
    try withTemporaryFolder { folder in
      let hostile = "A\u{1B}[31m\u{202E}? {\u{9B}=a ~b ~a} {\n\n::\u{1B}]0;x\u{7}:: q {=a ~b}\n"
      try BankFiles.write(["q.gift": hostile], in: folder)
      let run = try convert(["\(folder)/q.gift", "\(folder)/q.yaml"], in: folder)
      let shown = run.output + run.errors
      let steering = shown.unicodeScalars.filter { scalar in
        let value = scalar.value
        return value != 0x0A && (value < 0x20 || (0x7F...0x9F).contains(value) || value == 0x202E)
      }
      #expect(steering.isEmpty)
    }
  }
}
