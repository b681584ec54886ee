/// What a piece of text is, from which a theme decides how it looks.
///
/// Views name roles and never colours. A role is never the only carrier of a meaning: beside it
/// stands a sign or a word, because a terminal may have no colours at all.
package enum Role: UInt8, CaseIterable, Hashable, Sendable {
  /// Running text.
  case body
  /// Side remarks; quieter than the body where the terminal can do it readably.
  case muted
  /// Headings and table heads.
  case heading
  /// The one accent colour: marks, what is going on.
  case accent
  /// The row that the cursor is on.
  case selection
  /// A choice that the learner has made.
  case chosen
  /// Right answers, always beside a sign or a word.
  case right
  /// Wrong answers, always beside a sign or a word.
  case wrong
  /// What needs attention: little time left, something not saved.
  case warning
  /// Code, written as it is.
  case code
  /// Addresses and cross-references.
  case link
  /// The name of a key.
  case key
  /// Lines that part the screen.
  case rule
  /// A choice that the learner has struck out.
  case struck
  /// The filled part of bars and charts.
  case bar
  /// The empty part of bars and charts.
  case track
  /// The inside of a text field.
  case field
}
