/// A part of a bank's text: banks part paragraphs by blank lines, begin items of lists with `- `,
/// and indent code by four blanks.
package enum TextBlock: Equatable, Sendable {
  /// Running text, in one line.
  case paragraph(String)
  /// Items, each running text in one line.
  case list([String])
  /// Lines shown as written; neither the first nor the last is empty.
  case code([String])

  /// The parts of a text, in order.
  package static func blocks(of text: String) -> [TextBlock] {
    var blocks: [TextBlock] = []
    /// The lines of a paragraph or an item, or of code, that is not at its end yet.
    var words: [Substring] = []
    var isItem = false
    var gaps = 0
    func end() {
      guard !words.isEmpty else { return }
      let line = words.joined(separator: " ")
      words = []
      guard isItem else { return blocks.append(.paragraph(line)) }
      if case .list(let items) = blocks.last {
        blocks[blocks.count - 1] = .list(items + [line])
      } else {
        blocks.append(.list([line]))
      }
    }
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let indent = line.utf8.prefix { $0 == 0x20 }.count
      let content = line[line.utf8.index(line.startIndex, offsetBy: indent)...]
      if content.isEmpty {
        end()
        gaps += 1
        continue
      }
      defer { gaps = 0 }
      if indent >= 4 {
        end()
        let code = withoutBlanksAtEnd(line.utf8.dropFirst(4))
        if case .code(let before) = blocks.last {
          blocks[blocks.count - 1] = .code(before + Array(repeating: "", count: gaps) + [code])
        } else {
          blocks.append(.code([code]))
        }
      } else if content.utf8.starts(with: "- ".utf8) {
        end()
        isItem = true
        words = Self.words(of: content.utf8.dropFirst(2))
      } else {
        if words.isEmpty { isItem = false }
        words += Self.words(of: content.utf8[...])
      }
    }
    end()
    return blocks
  }

  /// The text that these parts make.
  package static func text(of blocks: some Sequence<TextBlock>) -> String {
    var parts: [String] = []
    for block in blocks {
      switch block {
      case .paragraph(let line): parts.append(line)
      case .list(let items): parts.append(items.map { "- \($0)" }.joined(separator: "\n"))
      case .code(let lines):
        parts.append(lines.map { $0.isEmpty ? "" : "    \($0)" }.joined(separator: "\n"))
      }
    }
    return parts.joined(separator: "\n\n")
  }

  /// A text in the one layout that all texts of the same parts have: what any format can carry.
  package static func normalized(_ text: String) -> String { self.text(of: blocks(of: text)) }

  /// A text as one line, for formats and places that know no other.
  package static func line(_ text: String) -> String {
    words(of: text.utf8[...]).joined(separator: " ")
  }

  /// Whether putting a text in one line loses nothing but the line's width.
  package static func isLine(_ text: String) -> Bool {
    switch blocks(of: text) {
    case []: true
    case let blocks where blocks.count == 1:
      if case .paragraph = blocks[0] { true } else { false }
    default: false
    }
  }

  /// The runs of bytes between blanks and line feeds; a mark that combines with a blank makes no
  /// other character of it.
  private static func words(of text: Substring.UTF8View) -> [Substring] {
    text.split { $0 == 0x20 || $0 == 0x0A }.map { Substring($0) }
  }

  private static func withoutBlanksAtEnd(_ line: Substring.UTF8View) -> String {
    var line = line
    while line.last == 0x20 { line.removeLast() }
    return String(Substring(line))
  }
}
