/// Tells lines and columns of byte offsets that are asked for in ascending order.
///
/// Counting goes on where it ended, so that a thousand questions cost one pass over the bytes.
struct PlaceFinder {
  private let bytes: UnsafeRawBufferPointer
  private var offset: Int
  private var line = 1
  private var column = 1

  /// Starts at the beginning of the text, behind a byte order mark.
  init(_ bytes: UnsafeRawBufferPointer, startOfText: Int) {
    self.bytes = bytes
    offset = startOfText
  }

  /// The place of the byte at `target`, which must not be before the last one asked for.
  mutating func place(at target: Int) -> Place {
    while offset < min(target, bytes.count) {
      let byte = bytes[offset]
      if byte == 0x0a {
        line += 1
        column = 1
      } else if byte & 0xc0 != 0x80 {
        column += 1
      }
      offset += 1
    }
    return Place(line: line, column: column)
  }

  /// Goes on behind `count` bytes that stand for one character, valid UTF-8 or not.
  mutating func skip(_ count: Int) {
    offset += count
    column += 1
  }
}
