import PracticeCore
import QuestionBankFormat
import TerminalUI
import TestSupport
import Testing

@testable import swot

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

@Suite struct BankStatsTests {
  private static let bank = """
    format: swot-bank/1
    id: b
    title: Small bank
    reviewed: 2026-11-01
    domains:
      - id: D1
        title: Networks, and all that they carry
        weight: 75
        objectives: [{id: O-1, title: Routes}]
      - {id: D2, title: Storage, weight: 25, objectives: [{id: O-2, title: Disks}]}
    questions:
      - id: Q-1
        objective: O-1
        difficulty: advanced
        cognitive: apply
        reviewed: 2026-04-01
        stem: Which route?
        choices: [{right: the longest one}, {wrong: short}]
      - id: Q-2
        objective: O-2
        reviewed: 2025-01-01
        stem: Which disk?
        choices: [{wrong: one}, {right: two}]
      - id: Q-3
        objective: O-2
        stem: Which command?
        answer: [fsck]

    """

  private static let exam = """
    format: swot-exam/1
    id: x
    title: The exam x
    questions: 3
    minutes: 2
    scale: percent
    pass: 72
    sections:
      - {title: Nets, weight: 2, from: [b/D1]}
      - {title: Disks, weight: 2, from: [b/D2]}

    """

  /// Runs `swot bank stats` or another command on the bank.
  private static func run(_ arguments: [String]) throws -> Program.Outcome {
    try withTemporaryFolder { folder in
      try BankFiles.write(["b.yaml": bank, "x.yaml": exam], in: folder)
      let outcome = try Program.run(
        ["bank"] + arguments + ["--bank", folder, "--no-builtin-banks"], home: folder)
      #expect(outcome.status == 0 && outcome.errors == "")
      return outcome
    }
  }

  @Test func `text has bars, and marks what shares should be`() throws {
    let lines = try Self.run(["stats", "b"]).output.split(
      separator: "\n", omittingEmptySubsequences: false
    ).map(String.init)
    #expect(lines[0] == "Small bank (b): 3 questions")
    #expect(lines[2] == "By domain")
    #expect(lines[3].hasPrefix("  D1  Networks, and all that they"))
    #expect(lines[3].contains(" 1 33 % (75 %) █") && lines[3].hasSuffix("┃"))
    #expect(lines[4].contains(" 2 67 % (25 %) █") && lines[4].hasSuffix("█"))
    #expect(lines.contains("By section of the exam x"))
    #expect(lines.contains { $0.hasPrefix("  single choice      2 67 % █") })
    #expect(lines.contains { $0.hasPrefix("  place 2  1 50 % (50 %) █") })
    #expect(lines.contains("  foundation    0  0 %"))
    #expect(lines.allSatisfy { ColumnWidth.of($0) <= 76 })
  }

  @Test(arguments: [30, 40, 80, 100])
  func `lines fit every width, in plain signs too`(columns: Int) throws {
    let bank = try #require(
      QuestionBankReader.read([SourceFile(name: "b.yaml", text: Self.bank)]).bank)
    let today = CalendarDate(daysSince1970: 20_787)
    let text = BankCountsText(bank, BankCounts(bank, asOf: today))
    for charset in [Charset.unicode, .ascii] {
      let lines = text.lines(columns: columns, charset: charset)
      #expect(lines.allSatisfy { ColumnWidth.of($0) <= columns })
      let isASCII = lines.allSatisfy { $0.utf8.allSatisfy { $0 < 0x80 } }
      #expect(isASCII == (charset == .ascii))
    }
  }

  @Test func `JSON has every group with counts and shares`() throws {
    struct Bank: Decodable {
      struct Group: Decodable {
        struct Row: Decodable {
          let id: String
          let title: String?
          let questions: Int
          let share: Double
          let wanted: Double?
        }
        let group, title: String
        let questions: Int
        let rows: [Row]
      }
      let bank: String
      let questions: Int
      let groups: [Group]
    }
    let output = try Self.run(["stats", "b", "--format", "json"]).output
    let banks = try JSONDecoder().decode([Bank].self, from: Data(output.utf8))
    let bank = try #require(banks.first)
    #expect(banks.count == 1 && bank.bank == "b" && bank.questions == 3)
    #expect(
      bank.groups.map(\.group) == [
        "domain", "objective", "exam/x", "kind", "difficulty", "cognitive", "key-place/2",
        "key-length", "age",
      ])
    let domains = bank.groups[0].rows
    #expect(domains.map(\.id) == ["D1", "D2"] && domains.map(\.questions) == [1, 2])
    #expect(domains.map(\.wanted) == [0.75, 0.25] && domains[0].share == 1.0 / 3)
    #expect(bank.groups[0].questions == 3 && bank.groups[0].title == "By domain")
    for group in bank.groups {
      #expect(group.rows.reduce(0) { $0 + $1.questions } == group.questions, "\(group.group)")
    }
    #expect(bank.groups[2].rows.map(\.wanted) == [0.5, 0.5])
    let ages = try #require(bank.groups.last)
    #expect(ages.rows.map(\.questions) == [0, 0, 1, 1, 1])
  }

  @Test func `CSV is one table of all counts`() throws {
    let lines = try Self.run(["stats", "b", "--format", "csv"]).output
      .replacing("\r\n", with: "\n").split(separator: "\n").map(String.init)
    #expect(lines[0] == "bank,group,id,title,questions,percent,wanted percent")
    #expect(lines[1] == #"b,domain,D1,"Networks, and all that they carry",1,33.3,75.0"#)
    #expect(lines[2] == "b,domain,D2,Storage,2,66.7,25.0")
    #expect(lines.contains { $0.hasPrefix("b,key-place/2,") && $0.hasSuffix(",1,50.0,50.0") })
    #expect(lines.dropFirst().allSatisfy { $0.hasPrefix("b,") })
  }

  // MARK: - bank show

  @Test func `a bank is shown as JSON with its parts`() throws {
    struct Bank: Decodable {
      struct Part: Decodable {
        let id, title: String
        let weight: Double?
        let questions: Int
        let objectives: [Part]?
      }
      let id, title, path, reviewed: String
      let builtin: Bool
      let questions: Int
      let kinds: [String: Int]
      let domains: [Part]
    }
    let output = try Self.run(["show", "b", "--format", "json"]).output
    let bank = try JSONDecoder().decode(Bank.self, from: Data(output.utf8))
    #expect(bank.id == "b" && bank.title == "Small bank" && bank.reviewed == "2026-11-01")
    #expect(!bank.builtin && bank.path.hasSuffix("/b.yaml") && bank.questions == 3)
    #expect(bank.kinds["choices"] == 2 && bank.kinds["answer"] == 1)
    #expect(bank.domains.map(\.questions) == [1, 2] && bank.domains.map(\.weight) == [75, 25])
    #expect(bank.domains[1].objectives?.map(\.id) == ["O-2"])
  }

  @Test func `a question is shown as JSON with its key`() throws {
    struct Item: Decodable {
      struct Option: Decodable {
        let text: String
        let right: Bool
        let why: String?
      }
      let id, kind, objective, stem, revision: String
      let difficulty: String?
      let choices: [Option]
    }
    let output = try Self.run(["show", "b/Q-1", "--format", "json"]).output
    let item = try JSONDecoder().decode(Item.self, from: Data(output.utf8))
    #expect(item.id == "b/Q-1" && item.kind == "choices" && item.objective == "O-1")
    #expect(item.stem == "Which route?" && item.difficulty == "advanced")
    #expect(item.choices.map(\.text) == ["the longest one", "short"])
    #expect(item.choices.map(\.right) == [true, false] && !item.revision.isEmpty)
  }

  @Test(arguments: [40, 60, 80])
  func `a bank and its questions are shown in the width of the terminal`(columns: Int) throws {
    let library = try BankLibrary()
    let loaded = try library.bank(withID: "aws-iam")
    var lines = BankText(loaded, columns: columns).lines
    lines += loaded.bank.questions.prefix(20).flatMap { question in
      QuestionText(question, in: loaded.bank, columns: columns).lines
    }
    // Addresses are never broken.
    let wide = lines.filter { ColumnWidth.of($0) > columns && !$0.hasPrefix("  https://") }
    #expect(wide == [])
  }
}
