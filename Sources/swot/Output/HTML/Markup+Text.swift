import TerminalUI

extension Markup {
  /// A text of a bank: its paragraphs, lists and code.
  static func text(_ text: String) -> Markup {
    let safe = DisplayText.sanitized(text, lineBreaks: .kept)
    var pieces: [Markup] = []
    var items: [Markup] = []
    var code: [String] = []
    // Blank lines belong to code that goes on behind them.
    var gaps = 0
    func end() {
      if !items.isEmpty { pieces.append(element("ul") { MarkupBuilder.buildArray(items) }) }
      if !code.isEmpty {
        pieces.append(element("pre") { element("code") { code.joined(separator: "\n") } })
      }
      (items, code, gaps) = ([], [], 0)
    }
    for block in TextLayout.blocks(of: safe) {
      switch block {
      case .gap: gaps += 1
      case .paragraph(let text):
        end()
        pieces.append(element("p") { text })
      case .item(let text):
        if items.isEmpty { end() }
        items.append(element("li") { text })
      case .code(let line):
        if code.isEmpty { end() }
        code += Array(repeating: "", count: gaps) + [line]
        gaps = 0
      }
    }
    end()
    return MarkupBuilder.buildArray(pieces)
  }
}
