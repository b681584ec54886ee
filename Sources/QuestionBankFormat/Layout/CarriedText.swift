/// What a bank's file can hold of a text.
enum CarriedText {
  /// `text` as it comes back when it has been written and read.
  ///
  /// Line ends of other systems become line feeds. A tab becomes four blanks at the start of a line
  /// and one elsewhere. Characters that no bank may hold (control characters, bidirectional
  /// controls, byte order marks) are dropped, and so are line feeds at the start and white space at
  /// the end, which the reader drops.
  static func of(_ text: String) -> String {
    // Most texts hold nothing of that.
    var scan = text
    let isClean = scan.withUTF8 { bytes in
      var scan = CharacterScan(UnsafeRawBufferPointer(bytes), allowing: .percentAtLineStart)
      return scan.next() == nil && !bytes.contains(0x0d)
    }
    return trimmed(isClean ? text : cleaned(text))
  }

  private static func cleaned(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    var isLineStart = true
    var previous: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
      defer { previous = scalar }
      switch scalar {
      case "\n" where previous == "\r": continue
      case "\r", "\n", "\u{85}", "\u{2028}", "\u{2029}":
        result.append("\n")
        isLineStart = true
        continue
      case "\t": result.append(contentsOf: (isLineStart ? "    " : " ").unicodeScalars)
      default:
        guard CharacterScan.offence(ofScalar: scalar.value) == nil else { continue }
        result.append(scalar)
      }
      isLineStart = isLineStart && (scalar == " " || scalar == "\t")
    }
    return String(result)
  }

  private static func trimmed(_ text: String) -> String {
    let bytes = text.utf8
    guard bytes.first == 0x0a || bytes.last == 0x0a || bytes.last == 0x20 else { return text }
    let end = bytes.lastIndex { $0 != 0x20 && $0 != 0x0a }.map(bytes.index(after:))
    return String(text[..<(end ?? text.startIndex)].drop { $0 == "\n" })
  }
}
