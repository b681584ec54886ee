/// Reads the little-endian numbers of a zip archive.
struct LittleEndianReader {
  private let bytes: ArraySlice<UInt8>
  private var index: Int

  /// Makes a reader of `count` bytes from `offset` on; nil where there are not as many.
  init?(_ bytes: [UInt8], at offset: Int, count: Int) {
    guard offset >= 0, count >= 0, offset <= bytes.count - count else { return nil }
    self.bytes = bytes[offset..<(offset + count)]
    index = offset
  }

  /// The next two bytes; zero behind the end.
  mutating func short() -> Int { Int(next() | next() << 8) }

  /// The next four bytes; zero behind the end.
  mutating func long() -> Int { Int(next() | next() << 8 | next() << 16 | next() << 24) }

  private mutating func next() -> UInt32 {
    guard index < bytes.endIndex else { return 0 }
    defer { index += 1 }
    return UInt32(bytes[index])
  }
}
