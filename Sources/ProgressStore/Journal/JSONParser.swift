/// A value read from JSON.
indirect enum JSONNode {
  case null
  case bool(Bool)
  /// A number as it is spelt, which is what the grammar of JSON allows.
  case number(String)
  case string(String)
  case array([JSONNode])
  case object([(name: String, value: JSONNode)])

  /// The member of that name, the first where there are several; nil where there is none or this is
  /// no object.
  subscript(name: StaticString) -> JSONNode? {
    guard case .object(let members) = self else { return nil }
    let name = name.description
    return members.first { $0.name == name }?.value
  }

  var string: String? { if case .string(let text) = self { text } else { nil } }
  var bool: Bool? { if case .bool(let value) = self { value } else { nil } }
  var array: [JSONNode]? { if case .array(let values) = self { values } else { nil } }
  var isNull: Bool { if case .null = self { true } else { false } }

  /// The value of a number that is whole and fits.
  var int: Int? { if case .number(let text) = self { Int(text) } else { nil } }

  /// The value of a number that is not beyond all bounds.
  var double: Double? {
    guard case .number(let text) = self, let value = Double(text), value.isFinite else {
      return nil
    }
    return value
  }
}

/// Reads JSON (RFC 8259) from bytes, strictly, and without trust in them.
///
/// For lines of other shapes than the common one, for snapshots' odd parts, and for tests of the
/// quick reader.
struct JSONParser {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var position = 0
  /// How many more values may be made: a line of a hundred megabytes can hold fifty million.
  private var budget: Int

  /// The values that a line of a journal may hold.
  private static let valuesOfLine = 100_000

  /// Deeper nesting is refused: nothing that a program writes is deeper than three.
  private static let deepest = 32

  private init(bytes: UnsafeBufferPointer<UInt8>, budget: Int = valuesOfLine) {
    self.bytes = bytes
    self.budget = budget
  }

  /// The value that fills `bytes` but for white space; nil where there is none, or it is beyond all
  /// bounds.
  static func value(of bytes: UnsafeBufferPointer<UInt8>) -> JSONNode? {
    var parser = JSONParser(bytes: bytes)
    guard let value = parser.value(depth: 0) else { return nil }
    parser.skipSpace()
    return parser.position == bytes.count ? value : nil
  }

  /// The value that fills `bytes` but for white space.
  ///
  /// - Parameters:
  ///   - bytes: What to read.
  ///   - budget: How many values it may hold at most, those within others counted too.
  /// - Returns: The value.
  /// - Throws: ``JSONProblem`` where there is none, or it is beyond all bounds.
  static func document(
    in bytes: UnsafeBufferPointer<UInt8>, budget: Int
  ) throws(JSONProblem) -> JSONNode {
    var parser = JSONParser(bytes: bytes, budget: budget)
    let value = parser.value(depth: 0)
    if value != nil { parser.skipSpace() }
    guard let value, parser.position == bytes.count else {
      throw JSONProblem(offset: min(parser.position, bytes.count))
    }
    return value
  }

  /// The object that fills `bytes` but for white space, with those of its members alone that are
  /// wanted, each at its first occurrence; the others are only passed over.
  static func object(
    of bytes: UnsafeBufferPointer<UInt8>, keeping wanted: Set<String>
  ) -> JSONNode? {
    var parser = JSONParser(bytes: bytes)
    parser.skipSpace()
    guard parser.take("{"), let members = parser.members(keeping: wanted) else { return nil }
    parser.skipSpace()
    return parser.position == bytes.count ? .object(members) : nil
  }

  private mutating func members(
    keeping wanted: Set<String>
  ) -> [(name: String, value: JSONNode)]? {
    var members: [(name: String, value: JSONNode)] = []
    skipSpace()
    if take("}") { return members }
    while true {
      skipSpace()
      guard let name = string() else { return nil }
      skipSpace()
      guard take(":") else { return nil }
      if wanted.contains(name), !members.contains(where: { $0.name == name }) {
        guard let value = value(depth: 1) else { return nil }
        members.append((name, value))
      } else {
        guard skipValue(depth: 1) else { return nil }
      }
      skipSpace()
      if take("}") { return members }
      guard take(",") else { return nil }
    }
  }

  /// Passes a value without making anything of it; false where there is none.
  private mutating func skipValue(depth: Int) -> Bool {
    skipSpace()
    guard position < bytes.count, depth <= Self.deepest else { return false }
    switch bytes[position] {
    case UInt8(ascii: "{"):
      return skipElements("{", "}") { parser in
        guard parser.skipString() else { return false }
        parser.skipSpace()
        return parser.take(":") && parser.skipValue(depth: depth + 1)
      }
    case UInt8(ascii: "["):
      return skipElements("[", "]") { $0.skipValue(depth: depth + 1) }
    case UInt8(ascii: "\""): return skipString()
    case UInt8(ascii: "t"): return take(word: "true")
    case UInt8(ascii: "f"): return take(word: "false")
    case UInt8(ascii: "n"): return take(word: "null")
    default: return skipNumber()
    }
  }

  private mutating func skipElements(
    _ start: Unicode.Scalar, _ end: Unicode.Scalar,
    _ skipElement: (inout JSONParser) -> Bool
  ) -> Bool {
    guard take(start) else { return false }
    skipSpace()
    if take(end) { return true }
    while true {
      skipSpace()
      guard skipElement(&self) else { return false }
      skipSpace()
      if take(end) { return true }
      guard take(",") else { return false }
    }
  }

  private mutating func skipString() -> Bool {
    guard take("\"") else { return false }
    while position < bytes.count, bytes[position] >= 0x20 {
      if take("\"") { return true }
      if take("\\") {
        guard escape() != nil else { return false }
      } else {
        position += 1
      }
    }
    return false
  }

  private mutating func skipSpace() {
    while position < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[position]) {
      position += 1
    }
  }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard position < bytes.count, bytes[position] == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }

  private mutating func take(word: StaticString) -> Bool {
    let end = position + word.utf8CodeUnitCount
    guard end <= bytes.count,
      bytes[position..<end].elementsEqual(
        UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount))
    else { return false }
    position = end
    return true
  }

  private mutating func value(depth: Int) -> JSONNode? {
    skipSpace()
    guard position < bytes.count, depth <= Self.deepest, budget > 0 else { return nil }
    budget -= 1
    switch bytes[position] {
    case UInt8(ascii: "{"): return object(depth: depth)
    case UInt8(ascii: "["): return array(depth: depth)
    case UInt8(ascii: "\""): return string().map(JSONNode.string)
    case UInt8(ascii: "t"): return take(word: "true") ? .bool(true) : nil
    case UInt8(ascii: "f"): return take(word: "false") ? .bool(false) : nil
    case UInt8(ascii: "n"): return take(word: "null") ? .null : nil
    default: return number()
    }
  }

  private mutating func object(depth: Int) -> JSONNode? {
    var members: [(name: String, value: JSONNode)] = []
    position += 1
    skipSpace()
    if take("}") { return .object(members) }
    while true {
      skipSpace()
      guard let name = string() else { return nil }
      skipSpace()
      guard take(":"), let value = value(depth: depth + 1) else { return nil }
      members.append((name, value))
      skipSpace()
      if take("}") { return .object(members) }
      guard take(",") else { return nil }
    }
  }

  private mutating func array(depth: Int) -> JSONNode? {
    var values: [JSONNode] = []
    position += 1
    skipSpace()
    if take("]") { return .array(values) }
    while true {
      guard let value = value(depth: depth + 1) else { return nil }
      values.append(value)
      skipSpace()
      if take("]") { return .array(values) }
      guard take(",") else { return nil }
    }
  }

  private mutating func number() -> JSONNode? {
    let start = position
    guard skipNumber() else { return nil }
    return .number(String(decoding: bytes[start..<position], as: UTF8.self))
  }

  private mutating func skipNumber() -> Bool {
    _ = take("-")
    let whole = position
    guard skipDigits(), bytes[whole] != UInt8(ascii: "0") || position == whole + 1 else {
      return false
    }
    if take("."), !skipDigits() { return false }
    if take("e") || take("E") {
      _ = take("+") || take("-")
      return skipDigits()
    }
    return true
  }

  /// Passes digits; false where there is none.
  private mutating func skipDigits() -> Bool {
    let start = position
    while position < bytes.count,
      (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[position])
    {
      position += 1
    }
    return position > start
  }

  private mutating func string() -> String? {
    guard take("\"") else { return nil }
    var text: [UInt8] = []
    while position < bytes.count {
      let start = position
      while position < bytes.count, bytes[position] >= 0x20,
        bytes[position] != UInt8(ascii: "\""), bytes[position] != UInt8(ascii: "\\")
      {
        position += 1
      }
      text.append(contentsOf: bytes[start..<position])
      if take("\"") { return String(validUTF8: text) }
      guard take("\\"), let scalar = escape() else { return nil }
      text.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }
    return nil
  }

  /// What follows a backslash.
  private mutating func escape() -> Unicode.Scalar? {
    guard position < bytes.count else { return nil }
    position += 1
    switch bytes[position - 1] {
    case UInt8(ascii: "\""): return "\""
    case UInt8(ascii: "\\"): return "\\"
    case UInt8(ascii: "/"): return "/"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): return unicodeEscape()
    default: return nil
    }
  }

  /// The four hex digits after `\u`, with the second half of a surrogate pair; no lone surrogates.
  private mutating func unicodeEscape() -> Unicode.Scalar? {
    guard let high = codeUnit() else { return nil }
    guard UTF16.isLeadSurrogate(high) else { return Unicode.Scalar(high) }
    guard take("\\"), take("u"), let low = codeUnit(), UTF16.isTrailSurrogate(low) else {
      return nil
    }
    return Unicode.Scalar(0x1_0000 + (UInt32(high) - 0xD800) << 10 + UInt32(low) - 0xDC00)
  }

  private mutating func codeUnit() -> UInt16? {
    guard position + 4 <= bytes.count else { return nil }
    var value: UInt16 = 0
    for byte in bytes[position..<position + 4] {
      guard let digit = hexValue(byte, upperCase: true) else { return nil }
      value = value << 4 | UInt16(digit)
    }
    position += 4
    return value
  }
}

/// A place in a text where it is no JSON, or more of it than is read.
struct JSONProblem: Error {
  /// How many bytes stand before the place at which reading stopped.
  let offset: Int
}

/// The value of a hex digit.
func hexValue(_ byte: UInt8, upperCase: Bool) -> UInt32? {
  switch byte {
  case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0"))
  case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(byte - UInt8(ascii: "a") + 10)
  case UInt8(ascii: "A")...UInt8(ascii: "F") where upperCase:
    UInt32(byte - UInt8(ascii: "A") + 10)
  default: nil
  }
}

extension String {
  /// Takes bytes of UTF-8; nil where they are none.
  init?(validUTF8 bytes: some Collection<UInt8>) {
    // Decoding repairs, so that what is not valid comes out different.
    self.init(decoding: bytes, as: UTF8.self)
    guard utf8.elementsEqual(bytes) else { return nil }
  }
}
