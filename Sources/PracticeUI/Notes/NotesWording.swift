/// What the screens of study notes say.
enum NotesWording {
  static let title = "Notes"
  static let searchLabel = "Search"
  static let others = "Further notes"
  static let none = "There are no notes on this yet."
  static let noNotes = "There are no study notes yet."
  static let untitled = "Introduction"
  static let lastSection = "This is the last section of these notes."
  static let firstSection = "This is the first section of these notes."
  static let fromTop = "From the top again."
  static let fromEnd = "From the end again."

  /// No section holds what is searched for.
  static func foundNowhere(_ query: String) -> String {
    "No section has '\(query)' in it. Esc shows all again."
  }

  /// No section of the bank holds what is searched for.
  static func notFound(_ query: String) -> String { "'\(query)' is nowhere in these notes." }
}
