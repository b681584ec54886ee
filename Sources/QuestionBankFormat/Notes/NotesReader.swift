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
    let located = try? read(file, reportingTo: diagnostics)
    return (located.map { $0.map(\.section) } ?? [], diagnostics.finish())
  }

  /// A section and where its objective is named.
  struct LocatedSection {
    var section: NotesSection
    var objectivePlace: Place
  }

  /// Reads one file of notes and reports what must not be in it.
  static func read(
    _ file: SourceFile, reportingTo diagnostics: DiagnosticCollector
  ) throws(ReadingStopped) -> [LocatedSection] {
    let checked = try CheckedText(
      file, allowing: [.tabs, .percentAtLineStart], reportingTo: diagnostics)
    return try checked.withBytes(of: file) { bytes throws(ReadingStopped) in
      var blocks = MarkdownBlocks(bytes)
      blocks.read()
      if let line = blocks.unclosedFence {
        diagnostics.report(
          .unclosedCode, "the code that begins here is never closed",
          at: SourceLocation(file: file.name, line: line, column: 1))
      }
      return blocks.sections
    }
  }
}
