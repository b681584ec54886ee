/// How texts stand in the cells of a spreadsheet.
package enum CSVCell {
  /// A text as a cell: unable to be a formula, and in quotation marks where RFC 4180 asks for them.
  package static func spelling(of text: String) -> String {
    let guarded = needsGuard(text) ? "'" + text : text
    let isPlain = guarded.utf8.allSatisfy {
      $0 != UInt8(ascii: ",") && $0 != UInt8(ascii: ";") && $0 != UInt8(ascii: "\"")
        && $0 != 0x0A && $0 != 0x0D && $0 != 0x09
    }
    guard !isPlain || guarded.first == " " || guarded.last == " " else { return guarded }
    return "\"" + guarded.replacing("\"", with: "\"\"") + "\""
  }

  /// The text of a cell: the apostrophe that ``spelling(of:)`` puts in front is gone.
  package static func text(of cell: String) -> String {
    guard cell.hasPrefix("'") else { return cell }
    let rest = String(cell.unicodeScalars.dropFirst())
    return needsGuard(rest) ? rest : cell
  }

  /// Whether a spreadsheet could take the text for a formula, or for one with an apostrophe in
  /// front (OWASP, "CSV injection").
  ///
  /// Spreadsheets pass over white space and quotation marks, and take full-width signs for the
  /// usual ones.
  private static func needsGuard(_ text: String) -> Bool {
    let first = text.unicodeScalars.first { !$0.properties.isWhitespace && $0 != "\"" }
    guard let first else { return false }
    return "'=+-@\u{FF1D}\u{FF0B}\u{FF0D}\u{FF20}\u{2212}".unicodeScalars.contains(first)
  }
}
