import TerminalUI

/// A JSON value whose members keep their order, for what commands print.
enum JSONValue: Equatable {
  /// `null`.
  case null
  /// `true` or `false`.
  case bool(Bool)
  /// A whole number.
  case int(Int)
  /// A whole number that may be more than an `Int` holds.
  case unsigned(UInt64)
  /// Any number, written with as many digits as it takes to read it back exactly; `null` where it
  /// is infinite or no number.
  case double(Double)
  /// A text.
  case string(String)
  /// A list.
  case array([JSONValue])
  /// Members in the order in which they are written.
  case object([Member])

  /// A member of an object.
  struct Member: Equatable {
    let name: String
    let value: JSONValue
  }

  /// The value in one line, as UTF-8.
  var bytes: [UInt8] {
    var bytes: [UInt8] = []
    append(to: &bytes)
    return bytes
  }

  /// Appends the value in one line, as UTF-8.
  func append(to bytes: inout [UInt8]) {
    switch self {
    case .null: bytes.append(contentsOf: "null".utf8)
    case .bool(let value): bytes.append(contentsOf: (value ? "true" : "false").utf8)
    case .int(let value): bytes.append(contentsOf: String(value).utf8)
    case .unsigned(let value): bytes.append(contentsOf: String(value).utf8)
    case .double(let value):
      bytes.append(contentsOf: (value.isFinite ? "\(value)" : "null").utf8)
    case .string(let text): Self.append(text, to: &bytes)
    case .array(let values):
      Self.append(values, between: ("[", "]"), to: &bytes) { $0.append(to: &$1) }
    case .object(let members):
      Self.append(members, between: ("{", "}"), to: &bytes) { member, bytes in
        Self.append(member.name, to: &bytes)
        bytes.append(UInt8(ascii: ":"))
        member.value.append(to: &bytes)
      }
    }
  }

  private static func append<Element>(
    _ elements: [Element], between ends: (Unicode.Scalar, Unicode.Scalar),
    to bytes: inout [UInt8], _ appendElement: (Element, inout [UInt8]) -> Void
  ) {
    bytes.append(UInt8(ascii: ends.0))
    for (index, element) in elements.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      appendElement(element, &bytes)
    }
    bytes.append(UInt8(ascii: ends.1))
  }

  /// Appends a string in quotation marks.
  ///
  /// Beside what JSON asks for, everything that could steer a terminal or reorder a line is written
  /// as `\u…`: texts come from banks and logs of anybody.
  private static func append(_ text: String, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\":
        bytes.append(UInt8(ascii: "\\"))
        bytes.append(UInt8(ascii: scalar))
      case "\n": bytes.append(contentsOf: "\\n".utf8)
      case "\t": bytes.append(contentsOf: "\\t".utf8)
      case " "..."~": bytes.append(UInt8(ascii: scalar))
      default:
        if DisplayText.isSafe(scalar) {
          bytes.append(contentsOf: Array(UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter))
        } else {
          appendEscaped(scalar, to: &bytes)
        }
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// JSON that was written by somebody else, with everything as `\u…` that could steer a terminal.
  ///
  /// Such characters can stand in strings alone, where the escape means the same. Line feeds stay.
  static func escaping(_ json: [UInt8]) -> [UInt8] {
    if json.allSatisfy({ $0 == 0x0a || (0x20..<0x7f).contains($0) }) { return json }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(json.count)
    for scalar in String(decoding: json, as: UTF8.self).unicodeScalars {
      if scalar == "\n" || DisplayText.isSafe(scalar) {
        bytes.append(contentsOf: Array(UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter))
      } else {
        appendEscaped(scalar, to: &bytes)
      }
    }
    return bytes
  }

  private static func appendEscaped(_ scalar: Unicode.Scalar, to bytes: inout [UInt8]) {
    for unit in UTF16.encode(scalar) ?? UTF16.encodedReplacementCharacter {
      let digits = String(unit, radix: 16)
      bytes.append(contentsOf: "\\u".utf8)
      bytes.append(contentsOf: repeatElement(UInt8(ascii: "0"), count: 4 - digits.utf8.count))
      bytes.append(contentsOf: digits.utf8)
    }
  }
}

extension JSONValue: ExpressibleByNilLiteral, ExpressibleByBooleanLiteral,
  ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral, ExpressibleByStringLiteral,
  ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  init(nilLiteral: ()) { self = .null }
  init(booleanLiteral value: Bool) { self = .bool(value) }
  init(integerLiteral value: Int) { self = .int(value) }
  init(floatLiteral value: Double) { self = .double(value) }
  init(stringLiteral value: String) { self = .string(value) }
  init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
  init(dictionaryLiteral elements: (String, JSONValue)...) {
    self = .object(elements.map { Member(name: $0.0, value: $0.1) })
  }
}
