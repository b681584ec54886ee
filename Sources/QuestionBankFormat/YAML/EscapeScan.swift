/// Finds the escapes of a double-quoted scalar that stand for characters no text may hold.
struct EscapeScan {
  private let bytes: UnsafeRawBufferPointer
  private var index = 0
  private var place: Place

  /// Makes a scan over the scalar's bytes in the file, the first quote of which stands at `place`.
  init(_ bytes: UnsafeRawBufferPointer, at place: Place) {
    self.bytes = bytes
    self.place = place
  }

  /// The next such escape, with the place of its backslash.
  mutating func next() -> (kind: CharacterScan.Offence.Kind, place: Place)? {
    while index < bytes.count {
      guard bytes[index] == UInt8(ascii: "\\"), index + 1 < bytes.count else {
        step()
        continue
      }
      let start = place
      let value = escapedValue(bytes[index + 1])
      step()
      step()
      if let value, let kind = CharacterScan.offence(ofScalar: value) { return (kind, start) }
    }
    return nil
  }

  /// Moves on by one byte.
  private mutating func step() {
    let byte = bytes[index]
    index += 1
    if byte == 0x0a {
      place = Place(line: Int(place.line) + 1, column: 1)
    } else if byte & 0xc0 != 0x80 {
      place.column += 1
    }
  }

  /// What `\` with `letter` behind it stands for (YAML 1.1, section 5.6); nil for a printing
  /// character or a line end.
  private func escapedValue(_ letter: UInt8) -> UInt32? {
    switch letter {
    case UInt8(ascii: "0"): 0
    case UInt8(ascii: "a"): 7
    case UInt8(ascii: "b"): 8
    case UInt8(ascii: "t"), 9: 9
    case UInt8(ascii: "v"): 11
    case UInt8(ascii: "f"): 12
    case UInt8(ascii: "r"): 13
    case UInt8(ascii: "e"): 27
    case UInt8(ascii: "N"): 0x85
    case UInt8(ascii: "L"): 0x2028
    case UInt8(ascii: "P"): 0x2029
    case UInt8(ascii: "x"): hexadecimal(digits: 2)
    case UInt8(ascii: "u"): hexadecimal(digits: 4)
    case UInt8(ascii: "U"): hexadecimal(digits: 8)
    default: nil
    }
  }

  private func hexadecimal(digits: Int) -> UInt32? {
    guard index + 2 + digits <= bytes.count else { return nil }
    let text = String(decoding: bytes[(index + 2)..<(index + 2 + digits)], as: UTF8.self)
    return UInt32(text, radix: 16)
  }
}
