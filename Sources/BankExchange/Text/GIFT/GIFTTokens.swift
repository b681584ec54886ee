import QuestionBankFormat

/// A character of a GIFT record.
struct GIFTToken {
  /// The character; a line feed for the end of a line, and for `\n`.
  var scalar: Unicode.Scalar
  /// Whether a backslash stood before it, so that it means nothing but itself.
  var isEscaped: Bool
  var line: UInt32
  var column: UInt32

  /// Whether it is `scalar` with its meaning in GIFT.
  func marks(_ scalar: Unicode.Scalar) -> Bool { !isEscaped && self.scalar == scalar }

  /// Whether it is a blank or the end of a line.
  var isBlank: Bool {
    !isEscaped && (scalar == " " || scalar == "\n" || scalar == "\t")
  }
}

/// A run of characters of a record.
typealias GIFTTokens = ArraySlice<GIFTToken>

extension GIFTTokens {
  /// The characters of `lines`.
  init(_ lines: some Sequence<GIFTLine>) {
    var tokens: [GIFTToken] = []
    for line in lines {
      if let last = tokens.last {
        tokens.append(
          GIFTToken(scalar: "\n", isEscaped: false, line: last.line, column: last.column + 1))
      }
      let number = UInt32(clamping: line.number)
      var column = UInt32(clamping: line.column)
      var isAfterBackslash = false
      for scalar in line.text.unicodeScalars {
        defer { column += 1 }
        if isAfterBackslash {
          isAfterBackslash = false
          if let escaped = Self.escaped(scalar) {
            tokens[tokens.count - 1].scalar = escaped
            tokens[tokens.count - 1].isEscaped = true
            continue
          }
        }
        tokens.append(GIFTToken(scalar: scalar, isEscaped: false, line: number, column: column))
        isAfterBackslash = scalar == "\\"
      }
    }
    self = tokens[...]
  }

  private static func escaped(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar {
    case ":", "#", "=", "{", "}", "~", "\\": scalar
    case "n": "\n"
    default: nil
    }
  }

  /// The text; escaped line feeds are those of the text itself.
  var text: String {
    var text = String.UnicodeScalarView()
    for token in self { text.append(token.scalar) }
    return String(text)
  }

  /// The characters without blanks at either end.
  var trimmedTokens: GIFTTokens {
    var tokens = self
    while let first = tokens.first, first.isBlank { tokens.removeFirst() }
    while let last = tokens.last, last.isBlank { tokens.removeLast() }
    return tokens
  }

  /// The index of the first character with the meaning of `scalar`.
  func firstMark(_ scalar: Unicode.Scalar) -> Int? { firstIndex { $0.marks(scalar) } }

  /// Whether the characters at `index` mean `text`.
  func marks(_ text: String, at index: Int) -> Bool {
    var place = index
    for scalar in text.unicodeScalars {
      guard place < endIndex, self[place].marks(scalar) else { return false }
      place += 1
    }
    return true
  }

  /// The parts between the characters that mean `separator`.
  func parts(between separator: Unicode.Scalar, atMost count: Int = .max) -> [GIFTTokens] {
    split(maxSplits: count - 1, omittingEmptySubsequences: false) { $0.marks(separator) }
  }

  /// The index at which `text` stands for the last time.
  func lastMark(_ text: String) -> Int? {
    indices.reversed().first { marks(text, at: $0) }
  }

  /// The index at which `text` stands for the first time.
  func firstMark(_ text: String) -> Int? {
    indices.first { marks(text, at: $0) }
  }

  /// Where it begins.
  func location(in report: ImportReport, else line: Int) -> SourceLocation {
    guard let first else { return report.location(line: line, column: 1) }
    return report.location(line: Int(first.line), column: Int(first.column))
  }
}
