/// Finds bytes and characters that no bank may hold, in one pass over the bytes.
///
/// Not allowed are invalid UTF-8, tabs, control characters (a carriage return only before a line
/// feed), the other characters that some programs take for line ends, bidirectional embeddings,
/// overrides and isolates (which can make a text read as another one), byte order marks that are
/// not the file's first character, and the two code points that are no characters.
struct CharacterScan {
  /// What may be in the text beside printing characters and line ends.
  struct Allowance: OptionSet {
    let rawValue: Int
    /// Tabs.
    static let tabs = Allowance(rawValue: 1)
    /// A `%` at the start of a line, which in YAML begins a directive.
    static let percentAtLineStart = Allowance(rawValue: 2)
  }

  /// One thing that is not allowed.
  struct Offence: Equatable {
    enum Kind: Equatable {
      case invalidUTF8(UInt8)
      case tab
      case directive
      case control(UInt32)
      case bidirectional(UInt32)
      case lineSeparator(UInt32)
      case noCharacter(UInt32)
    }
    /// What it is.
    var kind: Kind
    /// The index of its first byte.
    var offset: Int
    /// How many bytes it takes.
    var count: Int
  }

  private let bytes: UnsafeRawBufferPointer
  private let allowance: Allowance
  private(set) var index: Int
  /// Whether all bytes so far were ASCII.
  private(set) var isASCII = true

  /// Makes a scan of `bytes` from the index `start` on.
  init(_ bytes: UnsafeRawBufferPointer, from start: Int = 0, allowing allowance: Allowance = []) {
    self.bytes = bytes
    self.allowance = allowance
    index = start
  }

  /// What the scalar is that is not allowed, or nil where it is allowed.
  ///
  /// Line feeds are allowed; carriage returns depend on what follows them and are not.
  static func offence(ofScalar value: UInt32) -> Offence.Kind? {
    switch value {
    case 0x0a, 0x20...0x7e: nil
    case 0x09: .tab
    case 0x2028, 0x2029, 0x85: .lineSeparator(value)
    case 0...0x1f, 0x7f...0x9f: .control(value)
    case 0x202a...0x202e, 0x2066...0x2069: .bidirectional(value)
    case 0xfeff, 0xfffe, 0xffff: .noCharacter(value)
    default: nil
    }
  }

  /// The next offence, or nil when the end is reached.
  mutating func next() -> Offence? {
    let count = bytes.count
    if index == 0 || (index == 3 && bytes[0] == 0xef), let directive = directive(at: index) {
      index += 1
      return directive
    }
    while index < count {
      skipPrintingASCII()
      guard index < count else { return nil }
      let byte = bytes[index]
      let start = index
      switch byte {
      case 0x20...0x7e:
        index += 1
      case 0x0a:
        index += 1
        if let directive = directive(at: index) {
          index += 1
          return directive
        }
      case 0x0d where start + 1 < count && bytes[start + 1] == 0x0a:
        index += 1
      case 0x09 where allowance.contains(.tabs):
        index += 1
      case 0..<0x80:
        index += 1
        return Self.offence(ofScalar: UInt32(byte)).map {
          Offence(kind: $0, offset: start, count: 1)
        }
      default:
        isASCII = false
        let (value, length) = scalar(at: start)
        index += length
        guard let value else {
          return Offence(kind: .invalidUTF8(byte), offset: start, count: length)
        }
        if let kind = Self.offence(ofScalar: value) {
          return Offence(kind: kind, offset: start, count: length)
        }
      }
    }
    return nil
  }

  private func directive(at index: Int) -> Offence? {
    guard !allowance.contains(.percentAtLineStart), index < bytes.count,
      bytes[index] == UInt8(ascii: "%")
    else { return nil }
    return Offence(kind: .directive, offset: index, count: 1)
  }

  /// Moves on over bytes of 0x20...0x7e, eight at a time.
  private mutating func skipPrintingASCII() {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let highs: UInt64 = 0x8080_8080_8080_8080
    while index + 8 <= bytes.count {
      let word = UInt64(
        littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      let below0x20 = (word &- ones &* 0x20) & ~word
      let delete = word ^ (ones &* 0x7f)
      let isDelete = (delete &- ones) & ~delete
      let found = (word | below0x20 | isDelete) & highs
      // A borrow can make a byte above the lowest one found look wrong, never one below it.
      guard found == 0 else {
        index += found.trailingZeroBitCount / 8
        return
      }
      index += 8
    }
  }

  /// The scalar whose UTF-8 begins at `start`, with its length; where it is none, nil with the
  /// length of the longest part that could have begun one (Unicode 15, section 3.9, table 3-7).
  private func scalar(at start: Int) -> (value: UInt32?, length: Int) {
    let lead = bytes[start]
    let trailing: Int
    var second: ClosedRange<UInt8> = 0x80...0xbf
    var value: UInt32
    switch lead {
    case 0xc2...0xdf: (trailing, value) = (1, UInt32(lead & 0x1f))
    case 0xe0...0xef: (trailing, value) = (2, UInt32(lead & 0x0f))
    case 0xf0...0xf4: (trailing, value) = (3, UInt32(lead & 0x07))
    default: return (nil, 1)
    }
    switch lead {
    case 0xe0: second = 0xa0...0xbf
    case 0xed: second = 0x80...0x9f
    case 0xf0: second = 0x90...0xbf
    case 0xf4: second = 0x80...0x8f
    default: break
    }
    for step in 1...trailing {
      guard start + step < bytes.count else { return (nil, step) }
      let byte = bytes[start + step]
      guard (step == 1 ? second : 0x80...0xbf).contains(byte) else { return (nil, step) }
      value = value << 6 | UInt32(byte & 0x3f)
    }
    return (value, trailing + 1)
  }
}
