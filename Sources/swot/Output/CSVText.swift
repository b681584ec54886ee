import TerminalUI

/// Tables as comma-separated values (RFC 4180), for spreadsheets.
enum CSVText {
  /// One cell.
  enum Cell: Equatable, ExpressibleByStringLiteral, ExpressibleByIntegerLiteral {
    /// A text of anybody.
    case text(String)
    /// A whole number.
    case int(Int)
    /// A number, with one digit after the point.
    case tenths(Double)
    /// Nothing.
    case empty

    init(stringLiteral value: String) { self = .text(value) }
    init(integerLiteral value: Int) { self = .int(value) }
  }

  /// The rows as UTF-8, each with its end.
  ///
  /// Spreadsheets take a text that begins with certain characters for a formula, which could read
  /// files or call other programs: such a text gets an apostrophe in front (OWASP, "CSV injection").
  /// Control characters become `U+FFFD`, line breaks blanks.
  static func bytes(_ rows: [[Cell]]) -> [UInt8] {
    var bytes: [UInt8] = []
    for row in rows {
      for (index, cell) in row.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        bytes += spelling(of: cell).utf8
      }
      bytes += "\r\n".utf8
    }
    return bytes
  }

  private static func spelling(of cell: Cell) -> String {
    switch cell {
    case .empty: ""
    case .int(let number): "\(number)"
    case .tenths(let number): tenths(number)
    case .text(let text): quoted(guarded(DisplayText.sanitized(text)))
    }
  }

  private static func tenths(_ number: Double) -> String {
    let tenths = Int((min(max(number, -1e12), 1e12) * 10).rounded())
    return "\(tenths < 0 ? "-" : "")\(abs(tenths) / 10).\(abs(tenths) % 10)"
  }

  /// The text, unable to be a formula: spreadsheets pass over white space and quotation marks, and
  /// take full-width signs for the usual ones.
  private static func guarded(_ text: String) -> String {
    let first = text.unicodeScalars.first { !$0.properties.isWhitespace && $0 != "\"" }
    guard let first, "=+-@\u{FF1D}\u{FF0B}\u{FF0D}\u{FF20}\u{2212}".unicodeScalars.contains(first)
    else { return text }
    return "'" + text
  }

  private static func quoted(_ text: String) -> String {
    guard text.contains(where: { ",;\"".contains($0) }) || text.first == " " || text.last == " "
    else { return text }
    return "\""
      + text.split(separator: "\"", omittingEmptySubsequences: false)
      .joined(separator: "\"\"") + "\""
  }
}
