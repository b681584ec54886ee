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

/// What other programs make of converted banks, and what is made of theirs.
@Suite(.needs(.readers)) struct ReaderTests {
  /// A bank of all kinds whose texts break formats, and one of those that are shipped.
  private static func banks() throws -> [QuestionBank] {
    var source = RandomBanks(seed: 11)
    var questions: [Question] = []
    var made = source.tidyBank()
    for number in 0..<8 {
      let next = source.tidyBank()
      questions += next.questions.enumerated().map { index, question in
        var question = Question(
          id: QuestionID(bank: "made", question: "\(number)-\(index)"), stem: question.stem,
          format: question.format, takeaway: question.takeaway, tags: question.tags)
        question.difficulty = .advanced
        return question
      }
    }
    made.questions = questions
    made.scenarios = [:]
    let folder = Fixture.path("../../../QuestionBanks/aws-iam")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder)
      .filter { $0.hasSuffix(".yaml") }.map { name in
        SourceFile(
          name: name, bytes: Array(try Data(contentsOf: URL(filePath: "\(folder)/\(name)"))))
      }
    return [made, try #require(QuestionBankReader.read(files).bank)]
  }

  /// Runs a script of this folder, or a program of the readers; gives the lines that it prints.
  private func run(_ program: String, _ arguments: [String], in folder: String) throws -> [String] {
    let isScript = program.hasSuffix(".py")
    let script = isScript ? [Fixture.path("readers/\(program)")] : []
    let path = try isScript ? SystemTool.readers.path : SystemTool.readersFolder + "/bin/\(program)"
    let outcome = try Program.run(
      at: path, script + arguments, input: nil, home: folder,
      environment: ["PYTHONDONTWRITEBYTECODE": "1", "PYTHONIOENCODING": "utf-8"])
    #expect(outcome.status == 0, "\(outcome.errors)")
    return outcome.lines
  }

  private func write(_ bytes: [UInt8], to path: String) throws {
    try Data(bytes).write(to: URL(filePath: path))
  }

  private func read(_ path: String) throws -> BankImport {
    let bytes = Array(try Data(contentsOf: URL(filePath: path)))
    return QTIImporter().read(SourceFile(name: "x.zip", bytes: bytes), options: ImportOptions())
  }

  @Test func `pyslet gives full marks for right responses to items of QTI 2.1 and none for wrong`()
    throws
  {
    for bank in try Self.banks() {
      try withTemporaryFolder { folder in
        let export = QTI2Exporter(.v2p1).export(ExportSource(bank))
        try write(export.bytes, to: folder + "/bank.zip")
        let lines = try run("check_qti2.py", [folder + "/bank.zip"], in: folder)
        #expect(lines.count == 1, "\(lines)")
        #expect(lines.last?.hasPrefix("\(bank.questions.count) items, ") == true)
      }
    }
  }

  @Test func `qti-convert turns QTI 3 into QTI 2.1 and back, and nothing is lost`() throws {
    for bank in try Self.banks() {
      try withTemporaryFolder { folder in
        for (version, way) in [(QTI2Version.v3p0, "downgrade"), (.v2p1, "upgrade")] {
          let export = QTI2Exporter(version).export(ExportSource(bank))
          try write(export.bytes, to: folder + "/in.zip")
          _ = try run("qti-convert", [way, folder + "/in.zip", folder + "/\(way).zip"], in: folder)
          let result = try read(folder + "/\(way).zip")
          try Carriage(last: true, pairRationales: true).check(result, of: bank, "\(way)")
        }
        let lines = try run("check_qti2.py", [folder + "/downgrade.zip"], in: folder)
        #expect(lines.last?.hasPrefix("\(bank.questions.count) items, ") == true, "\(lines)")
      }
    }
  }

  @Test func `items for Canvas have the form of text2qti and score as they should`() throws {
    for bank in try Self.banks() {
      try withTemporaryFolder { folder in
        let export = QTI1Exporter().export(ExportSource(bank))
        try write(export.bytes, to: folder + "/bank.zip")
        try write(Fixture.bytes("qti/text2qti-all.txt"), to: folder + "/all.txt")
        _ = try run("text2qti", [folder + "/all.txt"], in: folder)
        let lines = try run(
          "check_canvas.py", [folder + "/bank.zip", folder + "/all.zip"], in: folder)
        #expect(lines.count == 1, "\(lines)")
        #expect(lines.last?.hasPrefix("\(bank.questions.count) items, ") == true)
      }
    }
  }

  @Test func `what text2qti packs today is read as what it packed before`() throws {
    try withTemporaryFolder { folder in
      try write(Fixture.bytes("qti/text2qti.txt"), to: folder + "/quiz.txt")
      _ = try run("text2qti", [folder + "/quiz.txt"], in: folder)
      let (now, before) = (
        try read(folder + "/quiz.zip"), try read(Fixture.path("qti/text2qti.zip"))
      )
      #expect(now.diagnostics.isEmpty)
      #expect(now.bank?.questions.map(\.format) == before.bank?.questions.map(\.format))
      #expect(now.bank?.questions.map(\.stem) == before.bank?.questions.map(\.stem))
    }
  }

  @Test func `what qti-package-maker packs today is read as what it packed before`() throws {
    try withTemporaryFolder { folder in
      _ = try run("write_packages.py", [folder], in: folder)
      for name in ["qpm-canvas.zip", "qpm-qti21.zip"] {
        let (now, before) = (
          try read(folder + "/" + name), try read(Fixture.path("qti/" + name))
        )
        #expect(now.diagnostics.isEmpty)
        #expect(now.bank?.questions.map(\.format) == before.bank?.questions.map(\.format))
        #expect(now.bank?.questions.map(\.stem) == before.bank?.questions.map(\.stem))
      }
    }
  }

  /// A question as moodle_xml_parser reads it.
  private struct MoodleQuestion: Decodable {
    let name: String
    let text: String
    let choices: [[Cell]]

    enum Cell: Decodable {
      case text(String)
      case number(Double)

      init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let number = try? container.decode(Double.self) {
          self = .number(number)
        } else {
          self = .text(try container.decode(String.self))
        }
      }

      var text: String { if case .text(let text) = self { text } else { "" } }
      var number: Double { if case .number(let number) = self { number } else { .nan } }
    }
  }

  @Test func `moodle_xml_parser reads choices, grades and feedback of Moodle XML`() throws {
    for bank in try Self.banks() {
      try withTemporaryFolder { folder in
        let export = MoodleXMLExporter().export(ExportSource(bank))
        try write(export.bytes, to: folder + "/bank.xml")
        let lines = try run("check_moodle.py", [folder + "/bank.xml"], in: folder)
        let read = try lines.filter { $0.hasPrefix("{") }.map {
          try JSONDecoder().decode(MoodleQuestion.self, from: Data($0.utf8))
        }
        #expect(lines.count == read.count + 1, "\(lines.filter { !$0.hasPrefix("{") })")
        let expected = bank.questions.compactMap { question -> (Question, [Choice])? in
          guard case .choices(let choices) = question.format, !TrueOrFalse.isOne(choices) else {
            return nil
          }
          return (question, choices)
        }
        try #require(read.count == expected.count)
        for (question, (original, choices)) in zip(read, expected) {
          #expect(question.name == original.id.question)
          let keys = question.choices.filter { $0[1].number > 0 }.count
          #expect(keys == choices.count(where: \.isRight))
          // It takes blanks off both ends, and an empty text for none.
          for (cells, choice) in zip(question.choices, choices) {
            #expect((cells[1].number > 0) == choice.isRight)
            let html = HTMLFragment.html(of: choice.text)
            #expect(words(cells[0].text) == words(html) || cells[0].text.isEmpty == html.isEmpty)
          }
        }
      }
    }
  }

  private func words(_ text: String) -> [Substring] { text.split(whereSeparator: \.isWhitespace) }
}
