/// Makes text from outside fit to be shown: from banks, files, arguments or the keyboard.
package enum DisplayText {
  /// What stands in the place of a scalar that must not reach a terminal.
  package static let replacement: Unicode.Scalar = "\u{FFFD}"

  /// What becomes of line breaks.
  package enum LineBreaks: Hashable, Sendable {
    /// They become blanks: the text is for one row.
    case blanks
    /// They stay, all as `\n`: the text will be split.
    case kept
  }

  /// The distance of tab stops, in columns.
  private static let tabStop = 4

  /// The text without anything that could move the cursor, change colours, reorder what stands
  /// beside it, or hide.
  ///
  /// Control characters, bidirectional controls, line and paragraph separators, tag characters and
  /// whatever is no character at all become a visible replacement: `U+FFFD`, or `?` in ASCII. Tabs
  /// become blanks up to the next multiple of 4 columns. In ASCII, quotes, dashes, arrows and Latin
  /// letters become their nearest ASCII spelling, everything else `?`. What has been made safe
  /// stays as it is when it is made safe again.
  package static func sanitized(
    _ text: String, charset: Charset = .unicode, lineBreaks: LineBreaks = .blanks
  ) -> String {
    if isPlain(text, lineBreaks) { return text }
    var safe = String.UnicodeScalarView()
    var column = 0
    var afterReturn = false
    for scalar in text.unicodeScalars {
      let isFeedOfReturn = afterReturn && scalar == "\n"
      afterReturn = scalar == "\r"
      switch scalar {
      case "\n", "\r":
        if isFeedOfReturn { continue }
        safe.append(lineBreaks == .kept ? "\n" : " ")
        column = lineBreaks == .kept ? 0 : column + 1
      case "\t":
        let blanks = tabStop - column % tabStop
        safe.append(contentsOf: repeatElement(" ", count: blanks))
        column += blanks
      case " "..."~":
        safe.append(scalar)
        column += 1
      default:
        append(scalar, charset, to: &safe, column: &column)
      }
    }
    return String(safe)
  }

  /// Whether `scalar` may be written to a terminal as it is.
  package static func isSafe(_ scalar: Unicode.Scalar) -> Bool {
    let value = scalar.value
    if value < 0x7F { return value >= 0x20 }
    switch value {
    case 0x7F...0x9F,  // DEL and C1
      0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069,  // bidirectional controls
      0x2028, 0x2029,  // line and paragraph separators
      0x206A...0x206F, 0xFFF9...0xFFFB,  // deprecated format controls, annotation
      0xE0000...0xE007F:  // tags
      return false
    case 0xA0..<0x0378, 0x2500..<0x2600, 0x4E00...0x9FFF, 0xAC00...0xD7A3: return true
    default:
      switch scalar.properties.generalCategory {
      case .unassigned, .surrogate, .control: return false
      default: return true
      }
    }
  }

  private static func append(
    _ scalar: Unicode.Scalar, _ charset: Charset, to safe: inout String.UnicodeScalarView,
    column: inout Int
  ) {
    switch charset {
    case .unicode:
      safe.append(isSafe(scalar) ? scalar : replacement)
      column += ColumnWidth.of(scalar)
    case .ascii:
      let spelling = isSafe(scalar) ? ASCIISpelling.of(scalar) : "?"
      safe.append(contentsOf: spelling.unicodeScalars)
      column += spelling.utf8.count
    }
  }

  private static func isPlain(_ text: String, _ lineBreaks: LineBreaks) -> Bool {
    text.utf8.allSatisfy { byte in
      (byte >= 0x20 && byte < 0x7F) || (byte == 0x0A && lineBreaks == .kept)
    }
  }
}

extension DisplayText {
  /// One ASCII character in the place of a scalar, for cells that are already laid out.
  package static func asciiStandIn(for scalar: Unicode.Scalar) -> Unicode.Scalar {
    let spelling = ASCIISpelling.of(scalar).unicodeScalars
    guard let first = spelling.first, isSafe(scalar) else { return "?" }
    return first
  }
}
