package import PracticeCore

/// Reads question banks.
///
/// A bank is one file, or `bank.yaml` with further `*.yaml` files that hold only `questions:` and
/// notes in `*.md`. What is wrong is reported and left out; reading goes on as far as sense can be
/// made, so that one run shows an author all there is to mend.
package enum QuestionBankReader {
  /// The name of the main file of a bank in several files.
  package static let mainFileName = "bank.yaml"

  /// What became of reading a bank.
  package struct Outcome: Equatable, Sendable {
    /// The bank, without what has an error; nil where not even its id and title can be told.
    package var bank: QuestionBank?
    /// All that is wrong, by file, line and column.
    package var diagnostics: [Diagnostic]
    /// How many questions were found, those with errors included.
    package var questionCount: Int
    /// Where the bank's parts stand; nil where that was not asked for, or there is no bank.
    package var places: BankPlaces?
    /// The rules that the bank switches off.
    package var exceptions: [RuleException] = []
  }

  /// Reads the bank that `files` make up, in any order.
  ///
  /// The main file is the one named `bank.yaml`, or the only YAML file. Further ones and notes are
  /// read in byte order of their names. The bank is nil where not even its id and title can be
  /// told; otherwise it holds what is without an error. It is complete only where
  /// no diagnostic is an error; diagnostics come by file, line and column.
  package static func read(
    _ files: [SourceFile]
  ) -> (bank: QuestionBank?, diagnostics: [Diagnostic]) {
    let outcome = check(files)
    return (outcome.bank, outcome.diagnostics)
  }

  /// Reads a bank like ``read(_:)`` and tells more about it.
  ///
  /// - Parameters:
  ///   - files: The bank's files, in any order.
  ///   - notesPlaces: Whether to tell where the bank's parts stand, which takes some more time and
  ///     memory.
  ///   - warningLimit: The most warnings that are kept.
  /// - Returns: The bank, what is wrong with it, and where its parts stand.
  package static func check(
    _ files: [SourceFile], notingPlaces notesPlaces: Bool = false,
    warningLimit: Int = DiagnosticCollector.limit
  ) -> Outcome {
    let diagnostics = DiagnosticCollector(warningLimit: warningLimit)
    guard !files.isEmpty else { return Outcome(bank: nil, diagnostics: [], questionCount: 0) }
    let inOrder = files.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    let notes = inOrder.filter { $0.lastComponent.hasSuffix(".md") }
    let texts = inOrder.filter { !$0.lastComponent.hasSuffix(".md") }
    guard let main = texts.count == 1 ? texts[0] : texts.first(where: \.isMainFile) else {
      diagnostics.report(
        .unknownFormat, "none of the files is named '\(mainFileName)'",
        at: SourceLocation(file: inOrder[0].name, line: 1, column: 1))
      return Outcome(bank: nil, diagnostics: diagnostics.finish(), questionCount: 0)
    }
    let bytes = files.reduce(0) { $0 + $1.bytes.count }
    let places = notesPlaces ? BankPlaces.Collector() : nil
    var draft = BankDraft(
      fromFilesOf: bytes, reportingTo: diagnostics, notingPlacesIn: places)
    do {
      try draft.readMainFile(main)
      for part in texts where part.name != main.name { try draft.readPart(part) }
      for file in notes { try draft.readNotes(file) }
      draft.checkNames()
    } catch {
      // Reported by whoever stopped.
    }
    let bank = draft.bank
    return Outcome(
      bank: bank, diagnostics: diagnostics.finish(), questionCount: draft.questionCount,
      places: bank == nil
        ? nil : places?.finish(files: draft.files, kept: draft.keptQuestions),
      exceptions: draft.exceptions)
  }
}

extension SourceFile {
  /// Whether it is the main file of a bank in several files.
  var isMainFile: Bool { lastComponent == QuestionBankReader.mainFileName }
}
