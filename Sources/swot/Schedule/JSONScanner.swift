/// Reads JSON from the bytes of one line, value by value, and knows where each of them stands.
///
/// After RFC 8259, with two limits: texts must be valid UTF-8, and values nest at most 32 deep.
struct JSONScanner {
  /// Why the line is no JSON, or not the JSON that was wanted.
  struct Failure: Error, Equatable {
    /// The index of the byte where it shows.
    let offset: Int
    /// What was found and what is allowed: lower case, without a full stop.
    let message: String
  }

  /// What is called for each member of an object: its name, the name's offset, and the scanner,
  /// which stands at the value and must read or skip it.
  typealias MemberReader = (String, Int, inout JSONScanner) throws(Failure) -> Void

  private static let deepest = 32

  private let bytes: ArraySlice<UInt8>
  /// The index of the next byte.
  private(set) var offset: Int

  /// Makes a scanner at the first byte; its offsets are the indices of `bytes`.
  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    offset = bytes.startIndex
  }

  /// Passes white space; whether nothing follows it.
  mutating func skipsToEnd() -> Bool {
    skipSpace()
    return offset == bytes.endIndex
  }

  /// Reads an object, its members in the order of the line.
  mutating func readObject(_ readMember: MemberReader) throws(Failure) {
    skipSpace()
    try expect("{", "expected an object, '{'")
    skipSpace()
    if take("}") { return }
    while true {
      skipSpace()
      let nameOffset = offset
      let name = try readString(orFail: "expected the name of a member in quotation marks")
      skipSpace()
      try expect(":", "expected ':' after the name of a member")
      skipSpace()
      try readMember(name, nameOffset, &self)
      skipSpace()
      if take("}") { return }
      try expect(",", "expected ',' or '}' after a member")
    }
  }

  /// Reads a text; fails with `message` where the next value is of another kind.
  mutating func readString(orFail message: String) throws(Failure) -> String {
    let start = offset
    try expect("\"", message)
    guard let end = bytes[offset...].firstIndex(where: Self.endsPlainText) else {
      throw Failure(offset: start, message: "a text has no closing quotation mark")
    }
    var text = Array(bytes[offset..<end])
    offset = end
    while !take("\"") { try readEscapedOrPlain(into: &text, start: start) }
    let string = String(decoding: text, as: UTF8.self)
    // Decoding puts U+FFFD where the bytes are no UTF-8.
    guard string.utf8.elementsEqual(text) else {
      throw Failure(offset: start, message: "a text is not valid UTF-8")
    }
    return string
  }

  /// Reads a number as it is written; fails with `message` where the next value is none.
  mutating func readNumber(orFail message: String) throws(Failure) -> String {
    let start = offset
    let isNegative = take("-")
    guard let first = next, Self.isDigit(first) else {
      throw Failure(
        offset: start, message: isNegative ? "expected a digit after '-'" : message)
    }
    if !take("0") { skipDigits() }
    if take("."), skipDigits() == 0 {
      throw Failure(offset: offset, message: "expected a digit after '.'")
    }
    if take("e") || take("E") {
      if !take("+") { _ = take("-") }
      if skipDigits() == 0 {
        throw Failure(offset: offset, message: "expected a digit in the exponent")
      }
    }
    return String(decoding: bytes[start..<offset], as: UTF8.self)
  }

  /// Passes the next value, whatever it is.
  mutating func skipValue(depth: Int = 1) throws(Failure) {
    guard depth < Self.deepest else {
      throw Failure(offset: offset, message: "values are nested deeper than \(Self.deepest)")
    }
    switch next {
    case UInt8(ascii: "{"):
      try readObject { _, _, scanner throws(Failure) in
        try scanner.skipValue(depth: depth + 1)
      }
    case UInt8(ascii: "["): try skipArray(depth: depth)
    case UInt8(ascii: "\""): _ = try readString(orFail: "expected a text")
    case UInt8(ascii: "t"): try skipWord("true")
    case UInt8(ascii: "f"): try skipWord("false")
    case UInt8(ascii: "n"): try skipWord("null")
    default: _ = try readNumber(orFail: "expected a value")
    }
  }

  private mutating func skipArray(depth: Int) throws(Failure) {
    try expect("[", "expected a list")
    skipSpace()
    if take("]") { return }
    while true {
      skipSpace()
      try skipValue(depth: depth + 1)
      skipSpace()
      if take("]") { return }
      try expect(",", "expected ',' or ']' after a value")
    }
  }

  private mutating func skipWord(_ word: String) throws(Failure) {
    guard bytes[offset...].starts(with: word.utf8) else {
      throw Failure(offset: offset, message: "expected a value")
    }
    offset += word.utf8.count
  }

  /// Reads an escape, or bytes up to the next one or the closing quotation mark.
  private mutating func readEscapedOrPlain(
    into text: inout [UInt8], start: Int
  ) throws(Failure) {
    let escape = offset
    guard take("\\") else {
      let end = bytes[offset...].firstIndex(where: Self.endsPlainText)
      guard let end else {
        throw Failure(offset: start, message: "a text has no closing quotation mark")
      }
      guard end > offset else {
        throw Failure(offset: offset, message: "a control character in a text must be escaped")
      }
      text.append(contentsOf: bytes[offset..<end])
      offset = end
      return
    }
    guard let letter = next else {
      throw Failure(offset: start, message: "a text has no closing quotation mark")
    }
    offset += 1
    switch Unicode.Scalar(letter) {
    case "\"", "\\", "/": text.append(letter)
    case "b": text.append(0x08)
    case "f": text.append(0x0C)
    case "n": text.append(0x0A)
    case "r": text.append(0x0D)
    case "t": text.append(0x09)
    case "u": text.append(contentsOf: Array(String(try readEscapedScalar(at: escape)).utf8))
    default: throw Failure(offset: escape, message: "an escape that JSON does not know")
    }
  }

  /// Reads what follows `\u`: four hexadecimal digits, or two surrogates of four each.
  private mutating func readEscapedScalar(at escape: Int) throws(Failure) -> Character {
    var units = [try readUnit(at: escape)]
    if UTF16.isLeadSurrogate(units[0]), take("\\"), take("u") {
      units.append(try readUnit(at: escape))
    }
    var codec = UTF16()
    var iterator = units.makeIterator()
    guard case .scalarValue(let scalar) = codec.decode(&iterator), iterator.next() == nil else {
      throw Failure(offset: escape, message: "half of a surrogate pair is no character")
    }
    return Character(scalar)
  }

  private mutating func readUnit(at escape: Int) throws(Failure) -> UInt16 {
    var unit: UInt16 = 0
    for _ in 0..<4 {
      guard let digit = next.flatMap({ Character(Unicode.Scalar($0)).hexDigitValue }) else {
        throw Failure(offset: escape, message: "'\\u' must be followed by four hexadecimal digits")
      }
      unit = unit << 4 | UInt16(digit)
      offset += 1
    }
    return unit
  }

  private var next: UInt8? { offset < bytes.endIndex ? bytes[offset] : nil }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard next == UInt8(ascii: character) else { return false }
    offset += 1
    return true
  }

  private mutating func expect(
    _ character: Unicode.Scalar, _ message: String
  ) throws(Failure) {
    guard take(character) else { throw Failure(offset: offset, message: message) }
  }

  private mutating func skipSpace() {
    while let byte = next, byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D {
      offset += 1
    }
  }

  @discardableResult
  private mutating func skipDigits() -> Int {
    let start = offset
    while let byte = next, Self.isDigit(byte) { offset += 1 }
    return offset - start
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  private static func endsPlainText(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte < 0x20
  }
}
