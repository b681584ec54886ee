import BankExchange
import PracticeCore
import QuestionBankFormat
import TestSupport
import Testing

/// Banks there and back through packages of each version of QTI.
@Suite struct QTIRoundTripTests {
  private func check(
    _ exporter: some BankExporter, _ carriage: Carriage, seeds: Range<UInt64>
  ) throws {
    for seed in seeds {
      var source = RandomBanks(seed: seed)
      let bank = source.tidyBank()
      let export = exporter.export(ExportSource(bank))
      #expect(export.questionCount == bank.questions.count)
      let result = QTIImporter().read(
        SourceFile(name: "made.zip", bytes: export.bytes), options: ImportOptions())
      if bank.questions.isEmpty { continue }
      try carriage.check(result, of: bank, "seed \(seed)")
      try #require(result.losses.isEmpty, "seed \(seed)")
      try #require(result.bank?.title == TextBlock.line(bank.title), "seed \(seed)")
      try #require(
        result.bank?.description == bank.description.map(TextBlock.normalized), "seed \(seed)")
    }
  }

  @Test func `a bank comes back from QTI 1.2 with all that Canvas carries`() throws {
    try check(QTI1Exporter(), Carriage(pairRationales: true), seeds: 0..<60)
  }

  @Test func `a bank comes back from QTI 2.1`() throws {
    try check(QTI2Exporter(.v2p1), Carriage(last: true, pairRationales: true), seeds: 0..<60)
  }

  @Test func `a bank comes back from QTI 3`() throws {
    try check(QTI2Exporter(.v3p0), Carriage(last: true, pairRationales: true), seeds: 100..<140)
  }

  @Test func `ids that begin with a digit, or differ in case alone, come back`() throws {
    let ids = ["1a", "a", "A", "x1", "2.b"]
    let bank = QuestionBank(
      id: "ids", title: "Ids",
      questions: ids.map {
        Question(
          id: QuestionID(bank: "ids", question: $0), stem: "Type \($0).", format: .answer([$0]))
      })
    for exporter in [QTI2Exporter(.v2p1), QTI2Exporter(.v3p0)] {
      let export = exporter.export(ExportSource(bank))
      let names = try ZipArchive(export.bytes).entries.map { $0.name.lowercased() }
      #expect(Set(names).count == names.count)
      let result = QTIImporter().read(
        SourceFile(name: "ids.zip", bytes: export.bytes), options: ImportOptions())
      #expect(result.bank?.questions.map { String($0.id.question) } == ids)
      #expect(result.losses.isEmpty)
    }
  }

  @Test func `true or false is a kind of its own in QTI 1.2`() throws {
    let choices = TrueOrFalse.choices(isTrue: true, whyTrue: "So it is.")
    let bank = QuestionBank(
      id: "b", title: "B",
      questions: [
        Question(
          id: QuestionID(bank: "b", question: "Q"), stem: "Is it so?", format: .choices(choices))
      ])
    let export = QTI1Exporter().export(ExportSource(bank))
    #expect(export.losses.map(\.kind) == [.bank])
    let result = QTIImporter().read(
      SourceFile(name: "b.zip", bytes: export.bytes), options: ImportOptions())
    #expect(result.bank?.questions.first?.format == .choices(choices))
  }

  @Test func `what the versions cannot carry is listed`() {
    let bank = QuestionBank(
      id: "b", title: "B", authors: ["A"], scenarios: ["s": "A shop."],
      domains: [Domain(id: "D", title: "D", weight: 2)],
      questions: [
        Question(
          id: QuestionID(bank: "b", question: "1"), scenario: "s", scenarioText: "A shop.",
          stem: "Which two?",
          format: .choices([
            Choice(text: "a", isRight: true), Choice(text: "b", isRight: true),
            Choice(text: "c", isRight: false, staysLast: true),
          ])),
        Question(id: QuestionID(bank: "b", question: "2"), stem: "?", format: .order(["x", "y"])),
      ])
    func kinds(_ exporter: some BankExporter) -> [String] {
      exporter.export(ExportSource(bank)).losses.map { "\($0.question ?? "-") \($0.kind.rawValue)" }
    }
    #expect(
      kinds(QTI1Exporter()) == [
        "- bank", "- domains", "- domains", "1 scenario", "1 last", "1 points", "2 kind",
      ])
    #expect(kinds(QTI2Exporter(.v2p1)) == ["- bank", "- domains", "- domains", "1 scenario"])
  }

  @Test func `the same bank always gives the same bytes`() {
    var source = RandomBanks(seed: 3)
    let bank = ExportSource(source.tidyBank())
    #expect(QTI1Exporter().export(bank) == QTI1Exporter().export(bank))
    #expect(QTI2Exporter(.v2p1).export(bank) == QTI2Exporter(.v2p1).export(bank))
  }
}
