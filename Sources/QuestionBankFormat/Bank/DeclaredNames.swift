/// The names of one kind that a bank declares, where it does, and which of them are used.
struct DeclaredNames {
  private struct Entry {
    var place: BankDraft.FilePlace
    var isUsed = false
  }

  private var entries: [String: Entry] = [:]

  /// Whether nothing is declared.
  var isEmpty: Bool { entries.isEmpty }

  /// Notes where `name` is declared; the place where it was before, if it was, which stays.
  mutating func declare(
    _ name: String, at place: BankDraft.FilePlace
  ) -> BankDraft.FilePlace? {
    // Nearly all names are new: looking first would look for them twice.
    guard let first = entries.updateValue(Entry(place: place), forKey: name) else { return nil }
    entries[name] = first
    return first.place
  }

  /// Whether `name` is declared; it counts as used from now on.
  mutating func use(_ name: String) -> Bool {
    guard let entry = entries[name] else { return false }
    if !entry.isUsed { entries[name]?.isUsed = true }
    return true
  }

  /// Where `name` is declared; nil where it is not.
  func place(of name: String) -> BankDraft.FilePlace? { entries[name]?.place }

  /// Whether `name` is declared.
  func contains(_ name: String) -> Bool { entries[name] != nil }

  /// The names that nothing uses, with their places, in no order.
  var unused: [(name: String, place: BankDraft.FilePlace)] {
    entries.filter { !$0.value.isUsed }.map { ($0.key, $0.value.place) }
  }
}
