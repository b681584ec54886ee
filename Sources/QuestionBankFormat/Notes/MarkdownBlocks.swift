import PracticeCore

/// Divides Markdown into sections and blocks, line by line.
struct MarkdownBlocks {
  /// The sections read so far.
  private(set) var sections: [NotesReader.LocatedSection] = []
  /// The line, from 1, at which code begins that is never closed.
  private(set) var unclosedFence: Int?

  private let lines: [MarkdownLine]
  private var index = 0
  private var current: NotesReader.LocatedSection?
  private var paragraph: [String] = []

  /// Makes a reader of `bytes`, valid UTF-8.
  init(_ bytes: UnsafeRawBufferPointer) {
    lines = bytes.split(separator: 0x0a, omittingEmptySubsequences: false).map {
      MarkdownLine($0)
    }
  }

  /// Reads all lines.
  mutating func read() {
    while index < lines.count {
      let line = lines[index]
      if line.isBlank {
        endParagraph()
        index += 1
      } else if let heading = line.heading {
        endParagraph()
        begin(heading)
        index += 1
      } else if let fence = line.fence {
        endParagraph()
        readFencedCode(fence)
      } else if line.text.hasPrefix("<!--") {
        endParagraph()
        readComment()
      } else if line.indent >= 4, paragraph.isEmpty {
        readIndentedCode()
      } else if line.isThematicBreak {
        endParagraph()
        index += 1
      } else if let item = line.listItem, paragraph.isEmpty || !item.isOrdered || item.isFirst {
        endParagraph()
        readList(isOrdered: item.isOrdered)
      } else if line.isTableRow, index + 1 < lines.count, lines[index + 1].isTableDelimiter {
        endParagraph()
        readTable()
      } else {
        paragraph.append(line.withoutQuoteMark)
        index += 1
      }
    }
    endSection()
  }

  // MARK: - Sections and paragraphs

  private mutating func begin(_ heading: MarkdownLine.Heading) {
    guard heading.level <= 2 else {
      append(.heading(level: heading.level - 2, text: MarkdownInline.parse(heading.title)))
      return
    }
    endSection()
    current = NotesReader.LocatedSection(
      section: NotesSection(
        objective: heading.objective, title: MarkdownInline.plainText(heading.title), blocks: []),
      objectivePlace: Place(line: index + 1, column: heading.objectiveColumn))
  }

  private mutating func endSection() {
    endParagraph()
    guard let ended = current else { return }
    current = nil
    // A file's title with nothing under it is no section.
    if ended.section.blocks.isEmpty, ended.section.objective == nil { return }
    sections.append(ended)
  }

  private mutating func append(_ block: NotesBlock) {
    if current == nil {
      current = NotesReader.LocatedSection(
        section: NotesSection(objective: nil, title: "", blocks: []), objectivePlace: .start)
    }
    current?.section.blocks.append(block)
  }

  private mutating func endParagraph() {
    guard !paragraph.isEmpty else { return }
    append(.paragraph(MarkdownInline.parse(paragraph.joined(separator: " "))))
    paragraph = []
  }

  // MARK: - Blocks of several lines

  private mutating func readFencedCode(_ fence: MarkdownLine.Fence) {
    let first = index
    index += 1
    var code: [String] = []
    while index < lines.count {
      let line = lines[index]
      index += 1
      if let end = line.fence, end.mark == fence.mark, end.count >= fence.count, end.isBare {
        append(.code(code))
        return
      }
      code.append(line.droppingIndent(fence.indent))
    }
    unclosedFence = first + 1
    append(.code(code))
  }

  private mutating func readIndentedCode() {
    var code: [String] = []
    while index < lines.count, lines[index].indent >= 4 || lines[index].isBlank {
      code.append(lines[index].droppingIndent(4))
      index += 1
    }
    while code.last?.isEmpty == true { code.removeLast() }
    append(.code(code))
  }

  private mutating func readComment() {
    var text = ""
    while index < lines.count {
      text += lines[index].text + " "
      index += 1
      if lines[index - 1].text.contains("-->") { break }
    }
    let words = text.split { $0 == " " }
    guard words.count > 1, words[1] == "facts:" else { return }
    let facts = words.dropFirst(2).prefix { $0 != "-->" }.map(String.init)
    current?.section.facts += facts.filter { Identifier.isValid($0) }
  }

  private mutating func readList(isOrdered: Bool) {
    var items: [String] = []
    var isAfterBlank = false
    while index < lines.count {
      let line = lines[index]
      if line.isBlank {
        isAfterBlank = true
      } else if let item = line.listItem {
        guard item.isOrdered == isOrdered || line.indent >= 2 else { break }
        items.append(item.text)
        isAfterBlank = false
      } else if line.indent >= 2 || !(isAfterBlank || line.beginsBlock), !items.isEmpty {
        items[items.count - 1] += " " + line.text
        isAfterBlank = false
      } else {
        break
      }
      index += 1
    }
    append(.list(isOrdered: isOrdered, items: items.map(MarkdownInline.parse)))
  }

  private mutating func readTable() {
    let header = lines[index].tableCells
    index += 2
    var rows: [[[NotesInline]]] = []
    while index < lines.count, lines[index].isTableRow, !lines[index].isBlank {
      var cells = lines[index].tableCells
      index += 1
      cells += Array(repeating: "", count: max(0, header.count - cells.count))
      rows.append(cells.prefix(header.count).map(MarkdownInline.parse))
    }
    append(.table(header: header.map(MarkdownInline.parse), rows: rows))
  }
}
