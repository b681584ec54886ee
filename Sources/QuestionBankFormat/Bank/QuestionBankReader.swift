package import PracticeCore

/// Reads question banks.
///
/// A bank is one file, or `bank.yaml` with further `*.yaml` files that hold only `questions:` and
/// notes in `*.md`. What is wrong is reported and left out; reading goes on as far as sense can be
/// made, so that one run shows an author all there is to mend.
package enum QuestionBankReader {
  /// The name of the main file of a bank in several files.
  package static let mainFileName = "bank.yaml"

  /// Reads the bank that `files` make up, in any order.
  ///
  /// The main file is the one named `bank.yaml`, or the only YAML file. Further ones and notes are
  /// read in byte order of their names. The bank is nil where not even its id and title can be
  /// told; otherwise it holds what is without an error. It is complete only where
  /// no diagnostic is an error; diagnostics come by file, line and column.
  package static func read(
    _ files: [SourceFile]
  ) -> (bank: QuestionBank?, diagnostics: [Diagnostic]) {
    let diagnostics = DiagnosticCollector()
    guard !files.isEmpty else { return (nil, []) }
    let inOrder = files.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    let notes = inOrder.filter { $0.lastComponent.hasSuffix(".md") }
    let texts = inOrder.filter { !$0.lastComponent.hasSuffix(".md") }
    guard let main = texts.count == 1 ? texts[0] : texts.first(where: \.isMainFile) else {
      diagnostics.report(
        .unknownFormat, "none of the files is named '\(mainFileName)'",
        at: SourceLocation(file: inOrder[0].name, line: 1, column: 1))
      return (nil, diagnostics.finish())
    }
    var draft = BankDraft(reportingTo: diagnostics)
    do {
      try draft.readMainFile(main)
      for part in texts where part.name != main.name { try draft.readPart(part) }
      for file in notes { try draft.readNotes(file) }
      draft.checkNames()
    } catch {
      // Reported by whoever stopped.
    }
    return (draft.bank, diagnostics.finish())
  }
}

extension SourceFile {
  /// Whether it is the main file of a bank in several files.
  var isMainFile: Bool { lastComponent == QuestionBankReader.mainFileName }
}
