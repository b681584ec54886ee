/// The format of a piece of text in GIFT.
enum GIFTFormat: String {
  /// HTML.
  case html
  /// Markdown.
  case markdown
  /// Shown as written.
  case plain
  /// HTML in which line ends are breaks.
  case moodle

  /// A piece of text, and the format that stands in front of it.
  struct Taken {
    var format: GIFTFormat?
    var rest: GIFTTokens
    var parts: (GIFTFormat?, GIFTTokens) { (format, rest) }
  }

  /// Takes `[html]` and the like off the beginning of a piece; anything else in brackets is text.
  init?(_ name: String) { self.init(rawValue: name.lowercased()) }

  /// The format in front of `piece`.
  static func taken(from piece: GIFTTokens) -> Taken {
    let trimmed = piece.trimmedTokens
    guard let first = trimmed.first, first.marks("["),
      let end = trimmed.prefix(12).firstMark("]"),
      let format = GIFTFormat(trimmed[(trimmed.startIndex + 1)..<end].text)
    else { return Taken(format: nil, rest: trimmed) }
    return Taken(format: format, rest: trimmed[(end + 1)...])
  }

  /// A text in the layout of banks, and what it lost.
  func plainText(of text: String) -> (text: String, losses: [HTMLFragment.Loss]) {
    switch self {
    case .html:
      let result = HTMLFragment.plainText(of: text)
      return (result.text, result.losses)
    case .moodle:
      let result = HTMLFragment.plainText(of: text, lineEnds: .breaks)
      return (result.text, result.losses)
    case .plain: return (TextBlock.normalized(ImportedText.cleaned(text).text), [])
    case .markdown:
      let result = MarkdownSource.plainText(of: text)
      return (result.text, result.losses)
    }
  }
}
