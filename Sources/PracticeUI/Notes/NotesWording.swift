/// What the notes' screens say.
enum NotesWording {
  static let title = "Notes"
  static let none = "There are no notes yet."
  static let searchLabel = "Search:"
  static let noNext = "This is the last section."
  static let noPrevious = "This is the first section."

  /// Nothing was found.
  static func notFound(_ query: String) -> String { "'\(query)' was not found." }
}
