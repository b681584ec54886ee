package import PracticeCore

/// Reads study notes: the part of Markdown that they use.
///
/// Sections begin at headings of the first two levels; `{#OBJECTIVE}` behind the title says which
/// objective one teaches, and `<!-- facts: A B -->` which facts. Within a section stand further
/// headings, paragraphs, lists, fenced and indented code, and tables; within text code, emphasis
/// and links. Whatever else Markdown knows is read as plain text: every input has a meaning.
package enum NotesReader {
  /// Reads one file of notes; only characters that no text may hold are errors.
  package static func read(
    _ file: SourceFile
  ) -> (sections: [NotesSection], diagnostics: [Diagnostic]) {
    let diagnostics = DiagnosticCollector()
    var budget = MemoryBudget(forFilesOf: file.bytes.count)
    let located = try? read(file, budget: &budget, reportingTo: diagnostics)
    return (located.map { $0.map(\.section) } ?? [], diagnostics.finish())
  }

  /// A section and where its objective is named.
  struct LocatedSection {
    var section: NotesSection
    var objectivePlace: Place
  }

  /// Reads one file of notes and reports what must not be in it.
  static func read(
    _ file: SourceFile, budget: inout MemoryBudget, reportingTo diagnostics: DiagnosticCollector
  ) throws(ReadingStopped) -> [LocatedSection] {
    guard file.bytes.count <= ReadingLimits.notesBytes else {
      diagnostics.report(
        .tooManyItems, "the file is too long for notes; divide it",
        at: SourceLocation(file: file.name, line: 1, column: 1))
      throw .file
    }
    let checked = try CheckedText(
      file, allowing: [.tabs, .percentAtLineStart], reportingTo: diagnostics)
    let allowed = budget
    let (sections, left) = try checked.withBytes(of: file) { bytes throws(ReadingStopped) in
      var blocks = MarkdownBlocks(bytes, budget: allowed)
      blocks.read()
      if blocks.budget.isExhausted {
        diagnostics.report(
          .tooManyItems, "so many small parts take more memory than notes may; divide them",
          at: SourceLocation(file: file.name, line: blocks.lineNumber, column: 1))
        throw .file
      }
      if let line = blocks.unclosedFence {
        diagnostics.report(
          .unclosedCode, "the code that begins here is never closed",
          at: SourceLocation(file: file.name, line: line, column: 1))
      }
      return (blocks.sections, blocks.budget)
    }
    budget = left
    return sections
  }
}
