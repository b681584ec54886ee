/// HTML of questions, as other programs keep their texts, to and from the texts of banks.
package enum HTMLFragment {
  /// A text that was HTML.
  package struct PlainText: Equatable, Sendable {
    /// The text, in the layout of banks.
    package var text: String
    /// What could not be kept, in order.
    package var losses: [Loss]
  }

  /// Something in HTML that plain text cannot be.
  package struct Loss: Equatable, Sendable {
    /// What is lost.
    package var kind: ExchangeLoss.Kind
    /// What was found and what becomes of it: lower case, without a full stop.
    package var message: String
    /// Where it stands in the fragment, in bytes of UTF-8 from its beginning.
    package var offset: Int
  }

  /// How line ends that are no markup are taken.
  package enum LineEnds: Sendable {
    /// As blanks, as in HTML.
    case blanks
    /// As breaks, as in the automatic format of Moodle.
    case breaks
  }

  /// The text that a reader of the HTML sees, in the layout of banks.
  ///
  /// Paragraphs, line breaks, headings and rows of tables become paragraphs, unordered lists stay
  /// lists, `pre` becomes code, addresses of links stand in parentheses; digits that are raised or
  /// lowered become such characters where Unicode has them. Pictures, media and tables are listed.
  /// What is no element of HTML, such as `List<String>`, stays text. Takes time in proportion to
  /// the length, whatever the text.
  package static func plainText(
    of html: some StringProtocol, lineEnds: LineEnds = .blanks
  ) -> PlainText {
    var reader = HTMLReader(Array(html.utf8), lineEnds: lineEnds)
    return reader.read()
  }

  /// A bank's text as HTML that looks like it: `p`, `ul` and `pre`.
  ///
  /// A text of one paragraph comes without an element around it.
  package static func html(of text: String) -> String {
    let blocks = TextBlock.blocks(of: text)
    if blocks.count == 1, case .paragraph(let line) = blocks[0] { return escaped(line) }
    return blocks.map { block in
      switch block {
      case .paragraph(let line): "<p>\(escaped(line))</p>"
      case .list(let items):
        "<ul>\(items.map { "<li>\(escaped($0))</li>" }.joined())</ul>"
      case .code(let lines): "<pre>\(escaped(lines.joined(separator: "\n")))</pre>"
      }
    }.joined(separator: "\n")
  }

  /// A text with the characters escaped that mean something in HTML, also within an attribute.
  package static func escaped(_ text: some StringProtocol) -> String {
    var escaped = ""
    escaped.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
