import QuestionBankFormat

/// The encodings in which XML documents are read.
///
/// All are turned into UTF-8 before they are parsed, so that there is one way to count places.
enum XMLEncoding: Equatable {
  case utf8
  case utf16LittleEndian
  case utf16BigEndian
  case latin1
  case windows1252

  /// The encoding of a document, by its first bytes and its declaration.
  ///
  /// - Throws: ``XMLProblem`` where the declaration names another one.
  static func of(_ file: SourceFile) throws(XMLProblem) -> XMLEncoding {
    let bytes = file.bytes
    if bytes.starts(with: [0xff, 0xfe]) { return .utf16LittleEndian }
    if bytes.starts(with: [0xfe, 0xff]) { return .utf16BigEndian }
    if bytes.starts(with: [0x3c, 0]) { return .utf16LittleEndian }
    if bytes.starts(with: [0, 0x3c]) { return .utf16BigEndian }
    guard let declared = declaredName(bytes) else { return .utf8 }
    switch declared.uppercased() {
    case "UTF-8", "UTF8", "US-ASCII", "ASCII": return .utf8
    case "ISO-8859-1", "ISO8859-1", "LATIN1", "LATIN-1": return .latin1
    case "WINDOWS-1252", "CP1252": return .windows1252
    // What the first bytes show cannot be of two bytes a character.
    case "UTF-16": return .utf8
    default:
      throw XMLProblem(
        message: "the encoding '\(declared)' is not known; save the file as UTF-8",
        location: SourceLocation(file: file.name, line: 1, column: 1))
    }
  }

  /// The name behind `encoding=` in the XML declaration; nil without one.
  private static func declaredName(_ bytes: [UInt8]) -> String? {
    let start = bytes.starts(with: [0xef, 0xbb, 0xbf]) ? 3 : 0
    let head = bytes[start...].prefix(200)
    guard head.starts(with: "<?xml".utf8), let end = head.firstIndex(of: UInt8(ascii: ">")) else {
      return nil
    }
    let declaration = String(decoding: head[..<end], as: UTF8.self)
    let parts = declaration.split { $0.isWhitespace || $0 == "=" }
    guard let key = parts.firstIndex(of: "encoding"), key + 1 < parts.count,
      let quote = parts[key + 1].first, quote == "\"" || quote == "'"
    else { return nil }
    return String(parts[key + 1].dropFirst().prefix { $0 != quote })
  }

  /// The document as UTF-8; invalid sequences of UTF-16 become U+FFFD.
  func utf8(_ bytes: [UInt8]) -> [UInt8] {
    switch self {
    case .utf8: return bytes
    case .utf16LittleEndian: return Self.utf8(bytes, low: 0, high: 1)
    case .utf16BigEndian: return Self.utf8(bytes, low: 1, high: 0)
    case .latin1:
      var text: [UInt8] = []
      text.reserveCapacity(bytes.count + bytes.count / 8)
      for byte in bytes { Self.append(UInt32(byte), to: &text) }
      return text
    case .windows1252:
      var text: [UInt8] = []
      text.reserveCapacity(bytes.count + bytes.count / 8)
      for byte in bytes {
        if (0x80...0x9f).contains(byte) {
          Self.append(Self.upperControls[Int(byte) - 0x80], to: &text)
        } else {
          Self.append(UInt32(byte), to: &text)
        }
      }
      return text
    }
  }

  private static func append(_ scalar: UInt32, to text: inout [UInt8]) {
    if scalar < 0x80 {
      text.append(UInt8(scalar))
    } else if let scalar = Unicode.Scalar(scalar) {
      text += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
    }
  }

  private static func utf8(_ bytes: [UInt8], low: Int, high: Int) -> [UInt8] {
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    var index = 0
    while index + 1 < bytes.count {
      units.append(UInt16(bytes[index + low]) | UInt16(bytes[index + high]) << 8)
      index += 2
    }
    if units.first == 0xfeff { units.removeFirst() }
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }

  /// What the bytes 0x80 to 0x9f stand for in Windows-1252; 0xfffd for those that stand for nothing.
  private static let upperControls: [UInt32] = [
    0x20ac, 0xfffd, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160, 0x2039,
    0x0152, 0xfffd, 0x017d, 0xfffd, 0xfffd, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014,
    0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0xfffd, 0x017e, 0x0178,
  ]
}
