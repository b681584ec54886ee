import PracticeCore

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

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
  /// Where the bytes of a value stand in `text`.
  private struct Key {
    var hash: Int
    var start: Int
    var count: Int
  }

  private var keys: [Key] = []
  private var values: [Value] = []
  private var text: [UInt8] = []
  /// Places in `keys` by hash, −1 for none; a power of two, at most half full.
  private var slots = [Int32](repeating: -1, count: 64)

  /// How many values there are.
  var count: Int { values.count }

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
      let place = Int(slots[slot])
      if keys[place].hash == hash, isText(of: keys[place], bytes) { return values[place] }
      slot = (slot + 1) & (slots.count - 1)
    }
    guard let value = make(bytes) else { return nil }
    slots[slot] = Int32(keys.count)
    keys.append(Key(hash: hash, start: text.count, count: bytes.count))
    values.append(value)
    text.append(contentsOf: bytes)
    if keys.count * 2 > slots.count { grow() }
    return value
  }

  private func isText(of key: Key, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard key.count == bytes.count else { return false }
    guard let base = bytes.baseAddress else { return true }
    return text.withUnsafeBufferPointer { text in
      text.baseAddress.map { memcmp($0 + key.start, base, key.count) == 0 } ?? false
    }
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 2)
    for (place, key) in keys.enumerated() {
      var slot = key.hash & (slots.count - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(place)
    }
  }
}
