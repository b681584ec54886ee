import QuestionBankFormat

/// Makes text from outside fit for a bank.
package enum ImportedText {
  /// The distance of tab stops, in columns.
  private static let tabStop = 4

  /// The text without what no bank may hold, and how many characters that were.
  ///
  /// All line ends become line feeds, tabs blanks; what may not stand in a bank (control
  /// characters, bidirectional controls, byte order marks) becomes a blank each.
  package static func cleaned(_ text: String) -> (text: String, replaced: Int) {
    if text.utf8.allSatisfy({ (0x20...0x7E).contains($0) || $0 == 0x0A }) { return (text, 0) }
    var cleaned = String.UnicodeScalarView()
    var column = 0
    var replaced = 0
    var isAfterReturn = false
    for scalar in text.unicodeScalars {
      defer { isAfterReturn = scalar == "\r" }
      switch scalar {
      case "\n" where isAfterReturn: continue
      case "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}":
        cleaned.append("\n")
        column = 0
      case "\t":
        let blanks = tabStop - column % tabStop
        cleaned.append(contentsOf: repeatElement(" ", count: blanks))
        column += blanks
      case _ where BankCharacter.isAllowed(scalar):
        cleaned.append(scalar)
        column += 1
      default:
        cleaned.append(" ")
        column += 1
        replaced += 1
      }
    }
    return (String(cleaned), replaced)
  }
}
