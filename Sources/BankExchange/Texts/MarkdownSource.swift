import PracticeCore
import QuestionBankFormat

/// Markdown of questions, as other programs keep their texts.
package enum MarkdownSource {
  /// The text that a reader of the Markdown sees, in the layout of banks, and what it lost.
  ///
  /// Marks of emphasis and code within a line go, addresses of links stand in parentheses, fenced
  /// code is indented. Pictures and tables are listed.
  package static func plainText(of markdown: String) -> (
    text: String, losses: [HTMLFragment.Loss]
  ) {
    let (cleaned, _) = ImportedText.cleaned(markdown)
    // Sections begin at headings: this one takes what stands before the first.
    let file = SourceFile(name: "", text: "# -\n\n" + cleaned)
    var reading = MarkdownReading()
    for (index, section) in NotesReader.read(file).sections.enumerated() {
      if index > 0, !section.title.isEmpty { reading.blocks.append(.paragraph(section.title)) }
      for block in section.blocks { reading.append(block) }
    }
    return (TextBlock.normalized(TextBlock.text(of: reading.blocks)), reading.losses)
  }
}

/// Blocks of notes on their way to the text of a bank.
private struct MarkdownReading {
  var blocks: [TextBlock] = []
  var losses: [HTMLFragment.Loss] = []

  mutating func append(_ block: NotesBlock) {
    switch block {
    case .heading(_, let text), .paragraph(let text): blocks.append(.paragraph(line(text)))
    case .list(let isOrdered, let items):
      if isOrdered {
        for (index, item) in items.enumerated() {
          blocks.append(.paragraph("\(index + 1). \(line(item))"))
        }
      } else {
        blocks.append(.list(items.map { line($0) }))
      }
    case .code(let lines): blocks.append(.code(lines))
    case .table(let header, let rows):
      losses.append(
        HTMLFragment.Loss(kind: .table, message: "a table becomes lines of text", offset: 0))
      for row in [header] + rows {
        blocks.append(.paragraph(row.map { line($0) }.joined(separator: " | ")))
      }
    }
  }

  private mutating func line(_ runs: [NotesInline]) -> String {
    var line = ""
    for run in runs {
      switch run {
      case .text(let text), .emphasis(let text), .strong(let text), .code(let text): line += text
      case .link(let text, let url):
        if line.hasSuffix("!") {
          line.removeLast()
          let name = url.split(separator: "/").last ?? ""
          losses.append(
            HTMLFragment.Loss(
              kind: .image,
              message: "picture '\(name.prefix(60))' is left out"
                + (text.isEmpty ? "" : ", its description stays"), offset: 0))
          if !text.isEmpty { line += "[\(text)]" }
        } else if text == url || text.isEmpty {
          line += url
        } else {
          line += "\(text) (\(url))"
        }
      }
    }
    return TextBlock.line(line)
  }
}
