import BankExchange
import PracticeCore
import QuestionBankFormat
import TestSupport
import Testing

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// What programs of others make of the files that are written here.
@Suite struct IndependentReaderTests {
  /// Runs a script with the Python of `tool`; gives what it prints.
  private static func run(
    _ tool: SystemTool, _ script: String, _ arguments: [String], in folder: String
  ) throws -> String {
    let outcome = try Program.run(
      at: try tool.path, [Fixture.path("readers/\(script)")] + arguments, home: folder,
      environment: ["PYTHONDONTWRITEBYTECODE": "1", "PYTHONIOENCODING": "utf-8"])
    #expect(outcome.status == 0, "\(outcome.errors)")
    return outcome.output
  }

  private static func banks(_ seeds: ClosedRange<UInt64>, isHostile: Bool = true) -> [QuestionBank]
  {
    seeds.map { seed in
      var random = RandomBanks(seed: seed, isHostile: isHostile)
      var bank = random.bank(questions: 8)
      while bank.questions.isEmpty { bank = random.bank(questions: 8) }
      return BankWriter.carried(bank)
    }
  }

  private static func write(
    _ banks: [QuestionBank], _ exporter: any BankExporter, in folder: String
  ) throws -> [String] {
    try banks.enumerated().map { index, bank in
      let path = "\(folder)/\(index).txt"
      try Data(exporter.export(ExportSource(bank)).bytes).write(to: URL(filePath: path))
      return path
    }
  }

  private static func objects<Value: Decodable>(
    _ type: Value.Type, _ output: String
  ) throws -> [Value] {
    try output.split(separator: "\n").map {
      try JSONDecoder().decode(Value.self, from: Data($0.utf8))
    }
  }

  @Test(.needs(.giftReader))
  func `pygiftparser finds the same questions, keys and feedback`() throws {
    struct File: Decodable {
      struct Answer: Decodable {
        let fraction: Double
        let feedback: String
      }
      struct Question: Decodable {
        let title, kind: String
        let valid: Bool
        let answers: [Answer]
      }
      let questions: [Question]
    }
    try withTemporaryFolder { folder in
      let banks = Self.banks(1...12)
      let paths = try Self.write(banks, GIFTExporter(), in: folder)
      let output = try Self.run(
        .giftReader, "gift.py", paths, in: folder)
      let files = try Self.objects(File.self, output)
      #expect(files.count == banks.count)
      for (bank, file) in zip(banks, files) {
        #expect(file.questions.map(\.title) == bank.questions.map { String($0.id.question) })
        for (question, found) in zip(bank.questions, file.questions) {
          // It takes an escaped brace within an answer for the end of all answers.
          guard case .choices(let choices) = question.format, !TrueOrFalse.isOne(choices),
            !choices.contains(where: { ($0.text + ($0.why ?? "")).contains("}") })
          else { continue }
          #expect(found.valid)
          #expect(found.answers.map { $0.fraction > 0 } == choices.map(\.isRight))
          #expect(found.answers.map(\.feedback.isEmpty) == choices.map { $0.why == nil })
        }
      }
    }
  }

  @Test(.needs(.strictGIFTReader))
  func `a strict parser of GIFT finds nothing to complain of`() throws {
    struct File: Decodable { let questions: Int }
    try withTemporaryFolder { folder in
      // It takes an escaped equals sign, as addresses have it, for the end of feedback.
      let banks = Self.banks(1...8, isHostile: false).map { bank in
        var bank = bank
        bank.references = []
        return bank
      }
      let paths = try Self.write(banks, GIFTExporter(), in: folder)
      let output = try Self.run(
        .strictGIFTReader, "strict_gift.py", paths, in: folder)
      let counts = try Self.objects(File.self, output).map(\.questions)
      #expect(counts == banks.map(\.questions.count))
    }
  }

  @Test(.needs(.readers))
  func `Anki imports each question once, with its deck and tags`() throws {
    struct Note: Decodable {
      let guid, front, back, deck: String
      let tags: [String]
    }
    try withTemporaryFolder { folder in
      let bank = try #require(Self.banks(7...7).first)
      let export = AnkiExporter().export(ExportSource(bank))
      let path = "\(folder)/cards.txt"
      try Data(export.bytes).write(to: URL(filePath: path))
      let output = try Self.run(
        .readers, "anki_import.py", [path, "\(folder)/collection.anki2"], in: folder)
      let notes = try JSONDecoder().decode([Note].self, from: Data(output.utf8))
      // The file was imported twice.
      #expect(notes.count == bank.questions.count)
      for question in bank.questions {
        let note = try #require(notes.first { $0.guid == "swot:\(question.id)" })
        let front = HTMLFragment.plainText(of: note.front).text
        #expect(front.contains(TextBlock.normalized(question.stem)))
        #expect(!note.back.isEmpty)
        if let difficulty = question.difficulty {
          #expect(note.tags.contains("difficulty::\(difficulty)"))
        }
      }
    }
  }

  @Test(.needs(.readers))
  func `spreadsheets and Markdown are what others take them for`() throws {
    struct Found: Decodable {
      let rows: [[String: String]]
      let tags: [String: Int]
    }
    try withTemporaryFolder { folder in
      let bank = try #require(Self.banks(3...3).first)
      let (csv, page) = ("\(folder)/bank.csv", "\(folder)/bank.md")
      let source = ExportSource(bank)
      try Data(CSVExporter().export(source).bytes).write(to: URL(filePath: csv))
      try Data(MarkdownExporter().export(source).bytes).write(to: URL(filePath: page))
      let output = try Self.run(
        .readers, "csv_markdown.py", [csv, page], in: folder)
      let found = try JSONDecoder().decode(Found.self, from: Data(output.utf8))
      #expect(found.rows.map { $0["id"] } == bank.questions.map { String($0.id.question) })
      #expect(
        found.rows.map { CSVCell.text(of: $0["stem"] ?? "") }.map(TextBlock.normalized)
          == bank.questions.map { TextBlock.normalized($0.stem) })
      #expect(found.tags["h3"] == bank.questions.count)
      #expect(found.tags["script"] == nil && found.tags["img"] == nil)
    }
  }
}
