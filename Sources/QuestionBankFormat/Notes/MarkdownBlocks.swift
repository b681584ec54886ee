import PracticeCore

/// Divides Markdown into sections and blocks, line by line.
struct MarkdownBlocks {
  /// The sections read so far.
  private(set) var sections: [NotesReader.LocatedSection] = []
  /// The line, from 1, at which code begins that is never closed.
  private(set) var unclosedFence: Int?
  /// The memory that may still be taken; where it is exhausted, reading ends.
  private(set) var budget: MemoryBudget

  private var lines: MarkdownLines
  private var current: NotesReader.LocatedSection?
  private var paragraph: [UInt8] = []

  /// The most columns of a table: as many cells are made for each row, however short it is.
  private static let maximumColumns = 12

  /// Makes a reader of `bytes`, valid UTF-8.
  init(_ bytes: UnsafeRawBufferPointer, budget: MemoryBudget) {
    lines = MarkdownLines(bytes)
    self.budget = budget
  }

  /// The number of the line that comes next, from 1.
  var lineNumber: Int { lines.number }

  /// Reads all lines.
  mutating func read() {
    while let line = lines.current, !budget.isExhausted {
      if line.isBlank {
        endParagraph()
        lines.advance()
      } else if let heading = line.heading {
        endParagraph()
        begin(heading)
        lines.advance()
      } else if let fence = line.fence {
        endParagraph()
        readFencedCode(fence)
      } else if line.isComment {
        endParagraph()
        readComment()
      } else if line.indent >= 4, paragraph.isEmpty {
        readIndentedCode()
      } else if line.isThematicBreak {
        endParagraph()
        lines.advance()
      } else if let item = line.listItem, paragraph.isEmpty || item.isFirst {
        endParagraph()
        readList(isOrdered: item.isOrdered)
      } else if line.isTableRow, lines.next?.isTableDelimiter == true {
        endParagraph()
        readTable()
      } else {
        if !paragraph.isEmpty { paragraph.append(0x20) }
        paragraph += line.withoutQuoteMark
        lines.advance()
      }
    }
    endSection()
  }

  // MARK: - Sections and paragraphs

  private mutating func begin(_ heading: MarkdownLine.Heading) {
    guard heading.level <= 2 else {
      append(.heading(level: heading.level - 2, text: inlines(heading.title)))
      return
    }
    endSection()
    budget.charge(200)
    current = NotesReader.LocatedSection(
      section: NotesSection(
        objective: heading.objective, title: MarkdownInline.plainText(heading.title), blocks: []),
      objectivePlace: Place(line: lines.number, column: heading.objectiveColumn))
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
    budget.charge(48)
    if current == nil {
      current = NotesReader.LocatedSection(
        section: NotesSection(objective: nil, title: "", blocks: []), objectivePlace: .start)
    }
    current?.section.blocks.append(block)
  }

  private mutating func endParagraph() {
    guard !paragraph.isEmpty else { return }
    append(.paragraph(inlines(paragraph[...])))
    paragraph.removeAll(keepingCapacity: true)
  }

  /// The runs of `text`, charged to the budget.
  private mutating func inlines(_ text: ArraySlice<UInt8>) -> [NotesInline] {
    let inlines = MarkdownInline.parse(text)
    budget.charge(40 + 104 * inlines.count + text.count)
    return inlines
  }

  // MARK: - Blocks of several lines

  private mutating func readFencedCode(_ fence: MarkdownLine.Fence) {
    let first = lines.number
    lines.advance()
    var code: [String] = []
    while let line = lines.advance(), !budget.isExhausted {
      if let end = line.fence, end.mark == fence.mark, end.count >= fence.count, end.isBare {
        append(.code(code))
        return
      }
      append(line.droppingIndent(fence.indent), to: &code)
    }
    unclosedFence = first
    append(.code(code))
  }

  private mutating func readIndentedCode() {
    var code: [String] = []
    while let line = lines.current, line.indent >= 4 || line.isBlank, !budget.isExhausted {
      append(line.droppingIndent(4), to: &code)
      lines.advance()
    }
    while code.last?.isEmpty == true { code.removeLast() }
    append(.code(code))
  }

  private mutating func append(_ line: String, to code: inout [String]) {
    budget.charge(32)
    budget.charge(line)
    code.append(line)
  }

  private mutating func readComment() {
    var text: [UInt8] = []
    while let line = lines.advance() {
      text += line.text + [0x20]
      if line.text.endsComment { break }
    }
    let words = text.split(separator: 0x20).map(\.string)
    guard words.count > 1, words[1] == "facts:" else { return }
    let facts = words.dropFirst(2).prefix { $0 != "-->" }.prefix(ReadingLimits.listEntries)
    current?.section.facts += facts.filter { Identifier.isValid($0) }
  }

  private mutating func readList(isOrdered: Bool) {
    var items: [[NotesInline]] = []
    var item: [UInt8]?
    var isAfterBlank = false
    while let line = lines.current, !budget.isExhausted {
      if line.isBlank {
        isAfterBlank = true
      } else if let begun = line.listItem {
        guard begun.isOrdered == isOrdered || line.indent >= 2 else { break }
        if let item { items.append(inlines(item[...])) }
        item = Array(begun.text)
        isAfterBlank = false
      } else if line.indent >= 2 || !(isAfterBlank || line.beginsBlock) {
        item?.append(0x20)
        item?.append(contentsOf: line.text)
        isAfterBlank = false
      } else {
        break
      }
      lines.advance()
    }
    if let item { items.append(inlines(item[...])) }
    append(.list(isOrdered: isOrdered, items: items))
  }

  private mutating func readTable() {
    let header = (lines.advance()?.tableCells ?? []).prefix(Self.maximumColumns)
    lines.advance()
    var rows: [[[NotesInline]]] = []
    while let line = lines.current, line.isTableRow, !budget.isExhausted {
      var cells = line.tableCells
      lines.advance()
      cells += Array(repeating: [], count: max(0, header.count - cells.count))
      budget.charge(64)
      var row: [[NotesInline]] = []
      row.reserveCapacity(header.count)
      for cell in cells.prefix(header.count) { row.append(inlines(cell)) }
      rows.append(row)
    }
    append(.table(header: header.map(MarkdownInline.parse), rows: rows))
  }
}

extension ArraySlice<UInt8> {
  /// Whether `-->` stands among the bytes.
  fileprivate var endsComment: Bool {
    indices.contains { self[$0...].starts(with: "-->".utf8) }
  }
}
