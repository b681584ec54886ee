import FuzzChecks
import PracticeCore
import QuestionBankFormat
import Testing

@testable import swot

/// All that fuzzing started from, and every input by which it found something.
@Suite struct FuzzCorpusTests {
  @Test(arguments: try Corpus.banks.names)
  func `reading a bank, a blueprint, notes or settings keeps what is promised`(
    name: String
  ) throws {
    try BankChecks.check(Corpus.banks.bytes(of: name))
  }

  @Test(arguments: try Corpus.exchange.names)
  func `reading another format keeps what is promised`(name: String) throws {
    try ExchangeChecks.check(Corpus.exchange.bytes(of: name))
  }

  @Test(arguments: try Corpus.journals.names)
  func `reading journals, snapshots and forms of exams keeps what is promised`(name: String) throws
  {
    try JournalChecks.check(Corpus.journals.bytes(of: name))
  }

  @Test(arguments: [
    "snapshot.txt", "day.txt", "choices.txt", "exam.txt", "snapshot-of-exam.txt", "paper.txt",
  ])
  func `no number is too large`(name: String) throws {
    let text = String(decoding: try Corpus.journals.bytes(of: name), as: UTF8.self)
    for number in text.ranges(of: #/-?[0-9]+/#) {
      for value in ["-1", "999999999999999999"] {
        let changed = text.replacingCharacters(in: number, with: value)
        #expect(throws: Never.self, "\(changed)") { try JournalChecks.check(changed.utf8) }
      }
    }
  }

  @Test(arguments: try Corpus.banks.names)
  func `what is printed of a bank and its diagnostics can't steer a terminal`(
    name: String
  ) throws {
    let input = BankInput(try Corpus.banks.bytes(of: name))
    let (bank, diagnostics) = input.reading
    var printer = DiagnosticPrinter(files: input.files, hasColour: false)
    for diagnostic in diagnostics {
      try requireHarmless(printer.text(of: diagnostic), allowing: ["\n"], "a diagnostic")
    }
    let check = BankCheck(
      [.bank(path: "bank.yaml", files: input.files)], known: [],
      asOf: CalendarDate(daysSince1970: 20_787))
    let json = String(decoding: check.json.bytes, as: UTF8.self)
    try requireHarmless(json, "JSON")
    guard let bank else { return }
    let loaded = BankLibrary.LoadedBank(bank: bank, path: "bank.yaml", isBuiltin: false)
    let lines = BankText(loaded).lines + bank.questions.flatMap { QuestionText($0, in: bank).lines }
    for line in lines { try requireHarmless(line, "a line of text") }
  }
}

extension String {
  fileprivate func replacingCharacters(in range: Range<Index>, with text: String) -> String {
    self[..<range.lowerBound] + text + self[range.upperBound...]
  }
}

extension BankInput {
  /// The bank and the diagnostics that reading gives.
  fileprivate var reading: (bank: QuestionBank?, diagnostics: [Diagnostic]) {
    switch self {
    case .bank(let file): QuestionBankReader.read([file])
    case .folder(let files): QuestionBankReader.read(files)
    case .blueprint(let file): (nil, BlueprintReader.read(file).diagnostics)
    case .notes(let file): (nil, NotesReader.read(file).diagnostics)
    case .settings(let file): (nil, SourceNode.read(file).diagnostics)
    }
  }
}
