/// The keys of one kind of mapping: an enumeration whose raw values are the keys as written.
protocol YAMLKey: RawRepresentable<String>, CaseIterable, Equatable, Sendable {}

/// The keys of one kind of mapping, found by their bytes: no `String` is made on the way.
struct KeyTable<Key: YAMLKey>: Sendable {
  private let entries: [(name: PackedName, key: Key)]

  /// Makes the table of all cases of `Key`, each at most sixteen bytes long.
  init() {
    entries = Key.allCases.map { key in
      var name = key.rawValue
      guard let packed = name.withUTF8({ PackedName($0) }) else {
        preconditionFailure("key '\(key.rawValue)' is longer than sixteen bytes")
      }
      return (packed, key)
    }
    precondition(entries.count <= 64, "\(entries.count) keys are more than 64")
  }

  /// The key that `bytes` spell, with its number; nil where there is none.
  func find(_ bytes: UnsafeBufferPointer<UInt8>) -> (index: Int, key: Key)? {
    guard let name = PackedName(bytes) else { return nil }
    for index in entries.indices where entries[index].name == name {
      return (index, entries[index].key)
    }
    return nil
  }

  /// The number of `key`.
  func index(of key: Key) -> Int {
    guard let index = entries.firstIndex(where: { $0.key == key }) else {
      preconditionFailure("'\(key)' is no case of its own type")
    }
    return index
  }

  /// The keys as they are written.
  var names: [String] { entries.map(\.key.rawValue) }
}

/// Up to sixteen bytes in two machine words.
private struct PackedName: Equatable, Sendable {
  private var low: UInt64 = 0
  private var high: UInt64 = 0
  private var count: Int

  init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard bytes.count <= 16 else { return nil }
    count = bytes.count
    for index in 0..<min(8, count) { low |= UInt64(bytes[index]) << (8 * UInt64(index)) }
    guard count > 8 else { return }
    for index in 8..<count { high |= UInt64(bytes[index]) << (8 * UInt64(index - 8)) }
  }
}
