/// A section of study notes, read from Markdown.
package struct NotesSection: Equatable, Sendable {
  /// The objective that it teaches (`{#OBJECTIVE}` behind the heading); nil for others.
  package var objective: String?
  /// The heading.
  package var title: String
  /// The syllabus facts that it teaches.
  package var facts: [String]
  /// The text.
  package var blocks: [NotesBlock]

  /// Makes a section.
  package init(objective: String?, title: String, facts: [String] = [], blocks: [NotesBlock]) {
    self.objective = objective
    self.title = title
    self.facts = facts
    self.blocks = blocks
  }
}

/// One block of notes.
package enum NotesBlock: Equatable, Sendable {
  /// A heading within a section; the level counts from 1 below the section's own.
  case heading(level: Int, text: [NotesInline])
  /// Running text.
  case paragraph([NotesInline])
  /// Items, numbered where `isOrdered`; each item is running text.
  case list(isOrdered: Bool, items: [[NotesInline]])
  /// Lines shown as written.
  case code([String])
  /// A table: a header row and further rows, each with as many cells as the header.
  case table(header: [[NotesInline]], rows: [[[NotesInline]]])
}

/// A run of text within a block of notes.
package enum NotesInline: Equatable, Sendable {
  /// Plain text.
  case text(String)
  /// Emphasised text.
  case emphasis(String)
  /// Strongly emphasised text.
  case strong(String)
  /// A name or a command, as written.
  case code(String)
  /// A link, shown as a footnote.
  case link(text: String, url: String)
}
