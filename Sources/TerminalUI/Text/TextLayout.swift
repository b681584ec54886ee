/// Lays out the texts of questions: paragraphs, lists and code.
package enum TextLayout {
  /// The rows of a text of any length.
  ///
  /// Blank lines part paragraphs, which are wrapped anew; lines that begin with `- ` are a list,
  /// whose items hang; lines indented by four or more are code, shown as written. The text may come
  /// from outside: it is made safe here.
  ///
  /// - Parameters:
  ///   - text: The text as its author wrote it.
  ///   - columns: The width of the rows.
  ///   - style: The style of all but the code.
  ///   - symbols: The bullet, and what characters can be shown.
  /// - Returns: The rows; none for a text without anything to see.
  package static func rows(
    _ text: String, columns: Int, style: Style = .body, symbols: Symbols
  ) -> [Line] {
    let safe = DisplayText.sanitized(text, charset: symbols.charset, lineBreaks: .kept)
    var rows: [Line] = []
    var gap = false
    for block in blocks(of: safe) {
      switch block {
      case .gap:
        gap = !rows.isEmpty
        continue
      case .paragraph, .item, .code:
        if gap { rows.append(Line()) }
        gap = false
      }
      switch block {
      case .gap: break
      case .paragraph(let text):
        rows += TextWrapping.wrap(Line(text, style), columns: columns)
      case .item(let text):
        rows += TextWrapping.wrap(
          Line(text, style), columns: columns, first: Line("\(symbols.bullet) ", style),
          rest: Line("  "))
      case .code(let text):
        rows += TextWrapping.wrapVerbatim(Line("  " + text, .code), columns: columns)
      }
    }
    return rows
  }

  /// A part of a text.
  package enum Block: Equatable, Sendable {
    /// A paragraph, in one line.
    case paragraph(String)
    /// An item of a list, in one line.
    case item(String)
    /// A line of code, without the four blanks that make it one.
    case code(String)
    /// A blank line.
    case gap
  }

  /// The parts of a text that is already safe, in order.
  package static func blocks(of text: String) -> [Block] {
    var blocks: [Block] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let indent = line.prefix { $0 == " " }.count
      let content = line.dropFirst(indent)
      let last = blocks.last
      if content.isEmpty {
        blocks.append(.gap)
      } else if indent >= 4 {
        blocks.append(.code(String(line.dropFirst(4))))
      } else if content.hasPrefix("- ") {
        blocks.append(.item(trimmed(content.dropFirst(2))))
      } else if case .paragraph(let before) = last {
        blocks[blocks.count - 1] = .paragraph(before + " " + trimmed(content))
      } else if case .item(let before) = last {
        blocks[blocks.count - 1] = .item(before + " " + trimmed(content))
      } else {
        blocks.append(.paragraph(trimmed(content)))
      }
    }
    return blocks
  }

  private static func trimmed(_ text: Substring) -> String {
    var text = text.drop { $0 == " " }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
