/// Bounds that no bank written for people reaches, so that one made to fill the memory can't.
enum ReadingLimits {
  /// The most entries in a list of names or words: authors, facts, tags, references.
  static let listEntries = 1_000
  /// The most sections of a blueprint.
  static let sections = 1_000
  /// The most bytes of a file of notes: a book of half a million words.
  static let notesBytes = 4_000_000
  /// The most bytes of a file of settings, which becomes a tree of all that it holds.
  static let settingsBytes = 1_000_000
}

/// An estimate of the memory that what is read may still take.
///
/// Values take more memory than their text: an entry of two bytes in a list takes sixteen. A real
/// bank takes about twice its files; this allows three times, and 64 MB beside it.
struct MemoryBudget {
  private var left: Int

  /// The budget for files of `bytes` bytes together.
  init(forFilesOf bytes: Int) { left = 3 * bytes + 64_000_000 }

  /// Whether more was charged than there was.
  var isExhausted: Bool { left < 0 }

  /// Charges a number of bytes.
  mutating func charge(_ bytes: Int) { left -= bytes }

  /// Charges what the texts take beside the place that holds them: nothing up to fifteen bytes,
  /// which stand in that place, else a block of memory of their own.
  mutating func charge(_ text: String?) {
    guard let text, text.utf8.count > 15 else { return }
    charge(text.utf8.count + 64)
  }
}
