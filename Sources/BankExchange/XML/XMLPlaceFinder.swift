/// Finds lines and columns of a document in UTF-8, going forward.
///
/// Places are asked for in the order of the document, so each byte is looked at once; going back
/// is possible and costs a look at all before.
struct XMLPlaceFinder {
  private let bytes: [UInt8]
  private var offset: Int
  private var line = 1
  private var column = 1

  /// Makes a finder for a document; a byte order mark at its start has no column.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    offset = bytes.starts(with: [0xef, 0xbb, 0xbf]) ? 3 : 0
  }

  /// The line and the column, from 1, of the byte at `target`; the column in Unicode scalars.
  mutating func place(at target: Int) -> (line: Int, column: Int) {
    if target < offset { self = XMLPlaceFinder(bytes) }
    let end = min(target, bytes.count)
    bytes.withUnsafeBufferPointer { bytes in
      while offset < end {
        let byte = bytes[offset]
        if byte == 0x0a {
          line += 1
          column = 1
        } else if byte & 0xc0 != 0x80 {
          column += 1
        }
        offset += 1
      }
    }
    return (line, column)
  }
}

/// Finds where attributes stand in a start tag, which expat doesn't tell.
enum XMLTagScan {
  /// The indices in `tag`'s base of the names of all attributes, but declarations of namespaces.
  ///
  /// `tag` is well-formed and begins with `<`.
  static func attributeOffsets(in tag: ArraySlice<UInt8>) -> [Int] {
    var offsets: [Int] = []
    var index = tag.startIndex + 1
    func skip(while condition: (UInt8) -> Bool) {
      while index < tag.endIndex, condition(tag[index]) { index += 1 }
    }
    skip { !isSpace($0) && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "/") }
    while index < tag.endIndex {
      skip(while: isSpace)
      let start = index
      skip { !isSpace($0) && $0 != UInt8(ascii: "=") && $0 != UInt8(ascii: ">") }
      let name = tag[start..<index]
      skip { $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "'") }
      guard index < tag.endIndex else { break }
      let quote = tag[index]
      index += 1
      skip { $0 != quote }
      index += 1
      if !name.elementsEqual("xmlns".utf8), !name.starts(with: "xmlns:".utf8) {
        offsets.append(start)
      }
    }
    return offsets
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0a || byte == 0x0d
  }
}
