import ArgumentParser
import PracticeCore
import QuestionBankFormat
import TestSupport
import Testing

@testable import swot

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

@Suite struct BankCommandTests {
  private static let damaged = """
    format: swot-bank/1
    id: bad
    title: Bad
    questions:
      - id: Q-001
        stem: Which one?
        choices:
          - right: this
          - wrong: that
          - wrong: that
      - id: Q-002
        objektive: X
        stem: Which one?
        answer: [this]

    """

  private static let today = CalendarDate(daysSince1970: 20_787)

  @Test func `a check counts banks, questions, errors and warnings`() throws {
    let source = BankSource.bank(
      path: "bad.yaml", files: [SourceFile(name: "bad.yaml", text: Self.damaged)])
    let check = BankCheck([source, source], known: [], asOf: Self.today)
    #expect(
      check.summary == "Checked 1 bank, 2 questions: 2 errors, 4 warnings.")
    #expect(check.bankCount == 1 && check.questionCount == 2)
    #expect(check.errorCount == 2 && check.warningCount == 4)
  }

  /// The members of the contract for other programs.
  @Test func `the result for programs has the members that are promised`() throws {
    struct Report: Decodable, Equatable {
      struct Diagnostic: Decodable, Equatable {
        let severity, rule, message, file: String
        let line, column: Int
        let suggestion: String?
      }
      let banks, questions, errors, warnings: Int
      let diagnostics: [Diagnostic]
    }
    let source = BankSource.bank(
      path: "bad.yaml", files: [SourceFile(name: "bad.yaml", text: Self.damaged)])
    let bytes = BankCheck([source], known: [], asOf: Self.today).json.bytes
    let report = try JSONDecoder().decode(Report.self, from: Data(bytes))
    #expect((report.banks, report.questions, report.errors, report.warnings) == (1, 2, 2, 4))
    #expect(report.diagnostics.count == 6)
    #expect(
      report.diagnostics.filter { $0.severity == "error" } == [
        .init(
          severity: "error", rule: "duplicate-choice", message: "choice 'that' is listed twice",
          file: "bad.yaml", line: 10, column: 16, suggestion: nil),
        .init(
          severity: "error", rule: "unknown-key", message: "unknown key 'objektive'",
          file: "bad.yaml", line: 12, column: 5, suggestion: "objective"),
      ])
    #expect(String(decoding: bytes, as: UTF8.self).contains("\"suggestion\":null"))
  }

  @Test func `an exam is checked against the banks checked with it and those known`() {
    let bank = BankSource.bank(
      path: "b", files: [SourceFile(name: "b.yaml", text: BankFiles.bank("b"))])
    let exam = BankSource.blueprint(
      SourceFile(name: "x.yaml", text: BankFiles.exam("x", from: "b")))
    func check(_ sources: [BankSource], known: [QuestionBank] = []) -> BankCheck {
      BankCheck(sources, known: known, asOf: Self.today)
    }
    #expect(check([exam]).diagnostics.map(\.rule) == ["unknown-bank"])
    #expect(check([exam, bank]).errorCount == 0)
    let questions = (1...9).map { number in
      Question(
        id: QuestionID(bank: "b", question: "Q\(number)"), stem: "Which?", format: .answer(["x"]))
    }
    let known = QuestionBank(id: "b", title: "B", questions: questions)
    #expect(check([exam], known: [known]).diagnostics.isEmpty)
    let empty = check([exam], known: [QuestionBank(id: "b", title: "B")])
    #expect(empty.diagnostics.map(\.rule) == ["short-section"])
  }

  @Test func `a file without a format is checked as a bank, so that it is said what it lacks`() {
    let check = BankCheck(
      [.other(SourceFile(name: "a.yaml", text: "title: T\n"))], known: [], asOf: Self.today)
    #expect(
      check.diagnostics.filter { $0.severity == .error }.map(\.message) == [
        "a bank needs the key 'format'", "a bank needs the key 'id'",
      ])
  }

  @Test(
    arguments: [
      (["a.yaml"], nil), (["nothing.yaml"], swot.ExitStatus.inputNotFound),
      (["bad.yaml"], .badData),
      (["a.yaml", "--strict"], .badData), (["a.yaml", "bad.yaml"], .badData),
      (["empty"], .inputNotFound),
    ] as [([String], swot.ExitStatus?)])
  func `the status says whether something is wrong`(
    arguments: [String], status: swot.ExitStatus?
  ) throws {
    try withTemporaryFolder { folder in
      try BankFiles.write(
        ["a.yaml": BankFiles.bank("a"), "bad.yaml": Self.damaged, "empty/x.txt": ""], in: folder)
      let full = arguments.map { $0.hasPrefix("-") ? $0 : "\(folder)/\($0)" }
      let command = try BankCheckCommand.parse(
        full + ["--format", "json", "--data", "\(folder)/data", "--no-builtin-banks"])
      #expect(self.status(of: command) == (status?.rawValue ?? 0))
    }
  }

  @Test func `a bank is added once, unless it is to be replaced`() throws {
    try withTemporaryFolder { folder in
      try BankFiles.write(
        [
          "a.yaml": BankFiles.bank("mine"), "b.yaml": BankFiles.bank("mine", question: "Q-002"),
          "iam.yaml": BankFiles.bank("aws-iam"), "bad.yaml": Self.damaged,
        ], in: folder)
      func add(_ arguments: String...) throws -> Int32 {
        status(
          of: try BankAddCommand.parse(
            ["\(folder)/\(arguments[0])", "--data", "\(folder)/data"] + arguments.dropFirst()))
      }
      #expect(try add("a.yaml") == 0)
      #expect(try add("b.yaml") == swot.ExitStatus.cannotCreate.rawValue)
      var library = try BankLibrary(learnerBanks: "\(folder)/data/banks")
      #expect(try library.banks(named: ["mine"])[0].bank.questions[0].id.question == "Q-001")
      #expect(try add("b.yaml", "--replace") == 0)
      library = try BankLibrary(learnerBanks: "\(folder)/data/banks")
      #expect(try library.banks(named: ["mine"])[0].bank.questions[0].id.question == "Q-002")
      #expect(try add("iam.yaml", "--replace") == swot.ExitStatus.cannotCreate.rawValue)
      #expect(try add("bad.yaml") == swot.ExitStatus.badData.rawValue)
      #expect(try add("nothing.yaml") == swot.ExitStatus.inputNotFound.rawValue)
      #expect(try BankFiles.below("\(folder)/data") == ["banks/mine/bank.yaml"])
    }
  }

  @Test func `the list has the members that are promised`() throws {
    let library = try BankLibrary()
    let text = String(decoding: BankListCommand.json(library).bytes, as: UTF8.self)
    #expect(
      text.contains(
        #"{"id":"aws-iam","title":"AWS IAM best practices","questions":"#))
    #expect(text.contains(#""path":"QuestionBanks/aws-iam"}"#))
    let lines = BankListCommand.text(library)
    #expect(lines.count == 4)
    #expect(lines[2].hasPrefix("aws-iam "))
    #expect(lines[2].hasSuffix("  AWS IAM best practices               built in"))
  }

  /// The status with which a command ends.
  private func status(of command: some ParsableCommand) -> Int32 {
    do {
      var command = command
      try command.run()
      return 0
    } catch {
      return (error as? ExitCode)?.rawValue ?? -1
    }
  }
}
