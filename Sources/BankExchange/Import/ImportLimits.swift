/// Bounds of what is imported, so that a file made to fill the memory can't.
package enum ImportLimits {
  /// The most bytes of a file.
  package static let fileBytes = 64_000_000
  /// The most questions that are taken from a file.
  package static let questions = 100_000
  /// The most bytes of one text, such as a stem, as it is in the file.
  package static let textBytes = 1_000_000
  /// The most diagnostics that are kept; one more counts the rest.
  package static let diagnostics = 1_000
  /// The most losses that are kept; one more counts the rest.
  package static let losses = 20_000
  /// The most tags, facts or references of a question.
  package static let entries = 100
  /// The most bytes of an id, as banks have it.
  package static let idBytes = 100
}
