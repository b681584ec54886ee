/// Writes JSON as UTF-8, without Foundation and without anything built in between.
struct JSONOutput {
  /// What was written.
  var bytes: [UInt8]

  init(reserving capacity: Int = 0) {
    bytes = []
    bytes.reserveCapacity(capacity)
  }

  /// Appends text as it stands.
  mutating func raw(_ text: StaticString) {
    bytes.append(
      contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  mutating func bool(_ value: Bool) { if value { raw("true") } else { raw("false") } }

  mutating func int(_ value: Int) {
    if value >= 0, value < 10 { return bytes.append(UInt8(ascii: "0") + UInt8(value)) }
    if value < 0 { bytes.append(UInt8(ascii: "-")) }
    var rest = value.magnitude
    // The digits of the largest Int: 19.
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { digits in
      var start = 20
      repeat {
        start -= 1
        digits[start] = UInt8(ascii: "0") + UInt8(rest % 10)
        rest /= 10
      } while rest > 0
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: digits[start...]))
    }
  }

  /// Appends a number that reads back exactly; 0 for one that JSON can't write.
  mutating func double(_ value: Double) {
    bytes.append(contentsOf: (value.isFinite ? "\(value)" : "0").utf8)
  }

  /// Appends a string in quotation marks.
  ///
  /// Beside what JSON asks for, everything that could steer a terminal or reorder a line is written
  /// as `\u…`, so that a journal can be looked at.
  mutating func string(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    var text = text
    text.withUTF8 { utf8 in
      if utf8.allSatisfy(isPlain) {
        bytes.append(contentsOf: utf8)
      } else {
        escaped(utf8)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func escaped(_ utf8: UnsafeBufferPointer<UInt8>) {
    for scalar in String(decoding: utf8, as: UTF8.self).unicodeScalars {
      switch scalar {
      case "\"": raw("\\\"")
      case "\\": raw("\\\\")
      case "\n": raw("\\n")
      case "\t": raw("\\t")
      case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}",
        // Marks, embeddings, overrides and isolates of bidirectional text.
        "\u{61C}", "\u{200E}", "\u{200F}", "\u{202A}"..."\u{202E}", "\u{2066}"..."\u{2069}",
        // Line and paragraph separator; byte order mark.
        "\u{2028}", "\u{2029}", "\u{FEFF}":
        raw("\\u")
        for shift in [12, 8, 4, 0] { bytes.append(hexDigit(scalar.value >> UInt32(shift))) }
      default: bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      }
    }
  }

  /// Appends eight lower-case hex digits.
  mutating func checksum(_ value: UInt32) {
    for shift in stride(from: UInt32(28), through: 0, by: -4) {
      bytes.append(hexDigit(value >> shift))
    }
  }
}

extension JSONOutput {
  /// Ends an object that began at `start` with the checksum of all its bytes.
  mutating func seal(from start: Int) {
    let sum = bytes.withUnsafeBytes {
      Checksum.crc32c(UnsafeRawBufferPointer(rebasing: $0[start...]))
    }
    end(sum: sum)
  }

  /// Ends an object with this checksum.
  mutating func end(sum: UInt32) {
    raw(",\"sum\":\"")
    checksum(sum)
    raw("\"}")
  }
}

/// Whether a byte stands for itself in a JSON string: ASCII that prints, no quotation mark, no
/// backslash.
func isPlain(_ byte: UInt8) -> Bool {
  byte >= 0x20 && byte < 0x7F && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
}

/// The lowest four bits as a lower-case hex digit.
private func hexDigit(_ value: UInt32) -> UInt8 {
  let digit = UInt8(truncatingIfNeeded: value & 15)
  return digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10
}
