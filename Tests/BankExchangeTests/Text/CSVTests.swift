import BankExchange
import PracticeCore
import QuestionBankFormat
import TestSupport
import Testing

@Suite struct CSVTests {
  private func read(_ text: String) -> BankImport {
    CSVImporter().read(SourceFile(name: "quiz.csv", text: text), options: ImportOptions())
  }

  @Test(arguments: 1...60 as ClosedRange<UInt64>)
  func `a bank comes back with all that a spreadsheet can carry`(seed: UInt64) throws {
    var generated = RandomBanks(seed: seed)
    let bank = BankWriter.carried(generated.bank(questions: 8))
    let export = CSVExporter().export(ExportSource(bank))
    let result = CSVImporter().read(
      SourceFile(name: "x.csv", bytes: export.bytes), options: ImportOptions())
    #expect(result.diagnostics == (bank.questions.isEmpty ? result.diagnostics : []))
    #expect(result.losses == [])
    let again = try CarriedBank.reread(result)
    #expect(again.questions.count == bank.questions.count)
    for (question, other) in zip(bank.questions, again.questions) {
      let wanted = CarriedBank.normalized(question)
      #expect(wanted.stem == other.stem)
      if case .answer(let texts) = wanted.format {
        #expect(other.format == .answer(texts.map { TextBlock.normalized(TextBlock.line($0)) }))
      } else {
        #expect(wanted.format == other.format)
      }
      #expect(wanted.takeaway == other.takeaway)
      #expect(wanted.tags.map { TextBlock.normalized(TextBlock.line($0)) } == other.tags)
      #expect(wanted.objective == other.objective && wanted.facts == other.facts)
      #expect(wanted.scenario == other.scenario)
      #expect(wanted.difficulty == other.difficulty && wanted.reviewed == other.reviewed)
      #expect(wanted.cognitiveLevel == other.cognitiveLevel)
      #expect(wanted.references == other.references)
    }
    let used = Set(bank.questions.compactMap(\.scenario))
    #expect(Set(again.scenarios.keys) == used)
    for (id, text) in again.scenarios {
      #expect(text == TextBlock.normalized(bank.scenarios[id] ?? ""))
    }
  }

  @Test(arguments: [
    "=1+2", "+1", "-1", "@SUM(A1)", "\t=1", " =1", "'=1", "'x", "''", "\"=1\"", "\u{FF1D}1", "a=1",
    "", "'", "- item",
  ])
  func `no text can be a formula, and each comes back`(text: String) {
    let cell = CSVCell.spelling(of: text)
    let inner = cell.hasPrefix("\"") ? String(cell.dropFirst().dropLast()) : cell
    let first = inner.unicodeScalars.first { !$0.properties.isWhitespace && $0 != "\"" }
    let isFormula = first.map { "=+-@\u{FF1D}".unicodeScalars.contains($0) } ?? false
    #expect(!isFormula)
    #expect(CSVCell.text(of: inner.replacing("\"\"", with: "\"")) == text)
  }

  @Test func `a spreadsheet by hand is read`() throws {
    let result = read(
      """
      \u{FEFF}sep=;\r
      Question;Option 1;Option 2;Option 3;Correct;Category;Tags;Notes\r
      "Which ""one""?";a;"b; or
      more";c;B;Networks;x; y\r
      Both?;a;b;c;1, 3;Networks;"p; q"\r
      ;;;\r

      """)
    #expect(result.diagnostics == [])
    let bank = try #require(result.bank)
    #expect(bank.questions.map(\.stem) == ["Which \"one\"?", "Both?"])
    #expect(bank.questions.map(\.keyNumbers) == [[2], [1, 3]])
    #expect(bank.questions.map(\.tags) == [["x"], ["p", "q"]])
    #expect(bank.domains.map(\.title) == ["Networks"])
    #expect(
      bank.questions[0].format
        == .choices([
          Choice(text: "a", isRight: false), Choice(text: "b; or more", isRight: true),
          Choice(text: "c", isRight: false),
        ]))
    #expect(result.losses.map(\.message) == ["the column 'Notes' is left out"])
    #expect(result.losses.first?.location?.line == 2)
  }

  @Test func `bad rows are named with line and column, and the rest is read`() {
    let result = read(
      """
      id,kind,stem,key,item 1,item 2,difficulty
      Q1,,What?,3,a,b,
      Q2,cloze,What?,1,a,b,
      Q3,,"two
      lines",,a,b,
      Q4,,What?,1,a,b,easy
      Q5,,What "x"?,1,"a" b,c,
      Q6,,What?,1,"never
      closed
      """)
    let found: [String] = result.diagnostics.map {
      "\($0.location.line):\($0.location.column) \($0.rule)"
    }
    let expected: [String] = [
      "2:11 import-key", "3:4 import-syntax", "5:8 import-key", "6:17 import-value",
      "7:20 import-syntax", "8:5 import-incomplete", "8:13 import-syntax",
    ]
    #expect(found == expected)
    #expect(result.bank?.questions.map { String($0.id.question) } == ["Q4", "Q5"])
  }

  @Test func `a spreadsheet without its columns is refused`() {
    #expect(read("a,b\n1,2\n").diagnostics.map(\.rule) == ["import-syntax"])
    #expect(read("").diagnostics.map(\.rule) == ["import-nothing"])
  }
}
