import CLibYAML

/// Where libyaml's marks stand in a text: the place that people are told, and the byte.
///
/// Marks count scalars, lines and columns from 0.
struct MarkPlaces {
  private let bytes: UnsafeRawBufferPointer
  private let isASCII: Bool
  /// Where the text ends, if it does so within a line.
  private let end: (index: Int, column: Int)?
  /// A scalar's number and the byte it begins at; later ones are counted from here.
  private var known = (scalar: 0, byte: 0)

  /// Prepares for the marks of `bytes`, which are UTF-8 and outlive this.
  init(_ bytes: UnsafeRawBufferPointer, isASCII: Bool) {
    self.bytes = bytes
    self.isASCII = isASCII
    end = Self.endOfLastLine(bytes)
  }

  /// The index of the byte at which the scalar begins that the mark stands on.
  mutating func byteOffset(of mark: yaml_mark_t) -> Int {
    let scalar = Int(mark.index)
    if isASCII { return min(scalar, bytes.count) }
    if scalar < known.scalar { known = (0, 0) }
    var (count, offset) = known
    while count < scalar, offset < bytes.count {
      offset += 1
      while offset < bytes.count, bytes[offset] & 0xc0 == 0x80 { offset += 1 }
      count += 1
    }
    known = (count, offset)
    return offset
  }

  /// The place of the mark, which counts from 1.
  ///
  /// Where the last line has no line feed, libyaml sees the end of the file on a line behind it.
  func place(of mark: yaml_mark_t) -> Place {
    if mark.column == 0, mark.line > 0, let end, Int(mark.index) >= end.index {
      return Place(line: Int(mark.line), column: end.column)
    }
    return Place(line: Int(mark.line) + 1, column: Int(mark.column) + 1)
  }

  /// The end of a last line without a line feed: the number of scalars before it and its column
  /// from 1; nil where the text ends in a line feed.
  private static func endOfLastLine(
    _ bytes: UnsafeRawBufferPointer
  ) -> (index: Int, column: Int)? {
    guard let last = bytes.last, last != 0x0a else { return nil }
    let line = bytes[((bytes.lastIndex(of: 0x0a) ?? -1) + 1)...]
    func scalars(_ bytes: some Sequence<UInt8>) -> Int { bytes.count { $0 & 0xc0 != 0x80 } }
    return (scalars(bytes), scalars(line) + 1)
  }
}
