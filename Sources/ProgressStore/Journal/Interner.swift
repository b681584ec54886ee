import PracticeCore

/// The names that a reader of journals met.
struct InternedNames {
  /// Of questions.
  var questions = Interner<QuestionID>()
  /// Of writers.
  var writers = Interner<String>()
}

/// Gives equal bytes the same value, made once.
///
/// A million answers name ten thousand questions. Sharing their names saves the memory of the
/// copies and the time of making them; looking one up makes no string.
struct Interner<Value> {
  private struct Entry {
    var hash: Int
    var start: Int
    var count: Int
    var value: Value
  }

  private var entries: [Entry] = []
  private var text: [UInt8] = []
  /// Places in `entries` by hash, −1 for none; a power of two, at most half full.
  private var slots = [Int32](repeating: -1, count: 64)

  /// The value of `bytes`, made by `make` where they are new; nil where that gives nil.
  mutating func value(
    of bytes: UnsafeBufferPointer<UInt8>, make: (UnsafeBufferPointer<UInt8>) -> Value?
  ) -> Value? {
    // The hasher's seed is new in each process, so that no file can be made to collide.
    var hasher = Hasher()
    hasher.combine(bytes: UnsafeRawBufferPointer(bytes))
    let hash = hasher.finalize()
    var slot = hash & (slots.count - 1)
    while slots[slot] >= 0 {
      let entry = entries[Int(slots[slot])]
      if entry.hash == hash, isText(of: entry, bytes) { return entry.value }
      slot = (slot + 1) & (slots.count - 1)
    }
    guard let value = make(bytes) else { return nil }
    slots[slot] = Int32(entries.count)
    entries.append(Entry(hash: hash, start: text.count, count: bytes.count, value: value))
    text.append(contentsOf: bytes)
    if entries.count * 2 > slots.count { grow() }
    return value
  }

  private func isText(of entry: Entry, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    entry.count == bytes.count && text[entry.start..<entry.start + entry.count].elementsEqual(bytes)
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 2)
    for (index, entry) in entries.enumerated() {
      var slot = entry.hash & (slots.count - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(index)
    }
  }
}
