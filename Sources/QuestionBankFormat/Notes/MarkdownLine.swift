/// One line of Markdown and what kind of block it may begin.
///
/// It works on bytes: every sign that means something is ASCII.
struct MarkdownLine {
  /// How many columns it is indented by; tabs go to the next multiple of four.
  let indent: Int
  /// The text without indentation and trailing white space, each tab as a blank.
  let text: ArraySlice<UInt8>

  /// Makes a line from its bytes, without the line feed.
  init(_ bytes: UnsafeRawBufferPointer) {
    var columns = 0
    var start = 0
    while start < bytes.count, bytes[start] == 0x20 || bytes[start] == 0x09 {
      columns = bytes[start] == 0x09 ? (columns / 4 + 1) * 4 : columns + 1
      start += 1
    }
    var end = bytes.count
    while end > start, Self.isSpace(bytes[end - 1]) { end -= 1 }
    indent = columns
    var kept = Array(UnsafeRawBufferPointer(rebasing: bytes[start..<end]))
    for index in kept.indices where kept[index] == 0x09 { kept[index] = 0x20 }
    text = kept[...]
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0d
  }

  /// Whether there is nothing to see.
  var isBlank: Bool { text.isEmpty }

  /// The line with `columns` columns of its indentation taken away.
  func droppingIndent(_ columns: Int) -> String {
    guard !isBlank else { return "" }
    return String(repeating: " ", count: max(0, indent - columns)) + text.string
  }

  /// Whether the line begins a block of its own, also directly below a list item.
  var beginsBlock: Bool {
    heading != nil || fence != nil || isThematicBreak || isComment
      || text.first == UInt8(ascii: "|")
  }

  /// Whether a comment begins the line.
  var isComment: Bool { text.starts(with: "<!--".utf8) }

  /// The text without the `>` of a quotation.
  var withoutQuoteMark: ArraySlice<UInt8> {
    text.first == UInt8(ascii: ">") ? text.dropFirst().trimmed : text
  }

  // MARK: - Headings

  struct Heading {
    var level: Int
    var title: ArraySlice<UInt8>
    var objective: String?
    /// The column, from 1 in scalars, at which the objective's id stands.
    var objectiveColumn: Int
  }

  /// The heading, where the line is one: one to six `#`, a space, the title.
  var heading: Heading? {
    guard indent < 4, text.first == UInt8(ascii: "#") else { return nil }
    let level = text.count(ofLeading: UInt8(ascii: "#"))
    var title = text.dropFirst(level)
    guard level <= 6, title.isEmpty || title.first == 0x20 else { return nil }
    var objective: String?
    var column = 1
    if title.last == UInt8(ascii: "}"), let open = title.lastIndex(of: UInt8(ascii: "{")),
      title[open...].starts(with: "{#".utf8)
    {
      objective = title[(open + 2)...].dropLast().string
      let before = text[..<(open + 2)]
      column = indent + before.count { $0 & 0xc0 != 0x80 } + 1
      title = title[..<open]
    }
    title = title.trimmed
    // Hashes may close a heading.
    let closing = title.reversed().prefix { $0 == UInt8(ascii: "#") }.count
    let words = title.dropLast(closing)
    if closing > 0, words.isEmpty || words.last == 0x20 { title = words.trimmed }
    return Heading(level: level, title: title, objective: objective, objectiveColumn: column)
  }

  // MARK: - Code and breaks

  struct Fence {
    var mark: UInt8
    var count: Int
    var indent: Int
    /// Whether nothing follows the marks.
    var isBare: Bool
  }

  /// The fence, where the line is one: three or more backticks or tildes.
  var fence: Fence? {
    guard indent < 4, let mark = text.first,
      mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~")
    else { return nil }
    let count = text.count(ofLeading: mark)
    let rest = text.dropFirst(count)
    guard count >= 3, mark == UInt8(ascii: "~") || !rest.contains(mark) else { return nil }
    return Fence(mark: mark, count: count, indent: indent, isBare: rest.isEmpty)
  }

  /// Whether the line is a rule: three or more of `-`, `*` or `_`, perhaps with spaces between.
  var isThematicBreak: Bool {
    guard indent < 4, let mark = text.first,
      mark == UInt8(ascii: "-") || mark == UInt8(ascii: "*") || mark == UInt8(ascii: "_")
    else { return false }
    return text.allSatisfy { $0 == mark || $0 == 0x20 } && text.count { $0 == mark } >= 3
  }

  // MARK: - Lists

  struct ListItem {
    var isOrdered: Bool
    /// Whether it is a bullet or has the number 1.
    var isFirst: Bool
    var text: ArraySlice<UInt8>
  }

  /// The list item, where the line begins one.
  var listItem: ListItem? {
    guard let first = text.first else { return nil }
    switch first {
    case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"):
      guard text.dropFirst().first ?? 0x20 == 0x20, !isThematicBreak else { return nil }
      return ListItem(isOrdered: false, isFirst: true, text: text.dropFirst().trimmed)
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      let digits = text.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
      let rest = text[digits.endIndex...]
      guard digits.count <= 9, let mark = rest.first,
        mark == UInt8(ascii: ".") || mark == UInt8(ascii: ")"),
        rest.dropFirst().first ?? 0x20 == 0x20
      else { return nil }
      return ListItem(
        isOrdered: true, isFirst: digits.elementsEqual("1".utf8), text: rest.dropFirst().trimmed)
    default: return nil
    }
  }

  // MARK: - Tables

  /// Whether the line can be a row of a table.
  var isTableRow: Bool { indent < 4 && text.contains(UInt8(ascii: "|")) }

  /// Whether the line parts a table's header from its rows: `|---|:--:|`.
  var isTableDelimiter: Bool {
    isTableRow && text.contains(UInt8(ascii: "-"))
      && text.allSatisfy { "|-: ".utf8.contains($0) }
  }

  /// The cells of a row; `\|` is no border.
  var tableCells: [ArraySlice<UInt8>] {
    var cells: [ArraySlice<UInt8>] = []
    var cell: [UInt8] = []
    var isEscaped = false
    for byte in text {
      if byte == UInt8(ascii: "|"), !isEscaped {
        cells.append(cell[...].trimmed)
        cell = []
      } else {
        if byte == UInt8(ascii: "|") { cell.removeLast() }
        cell.append(byte)
      }
      isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
    }
    cells.append(cell[...].trimmed)
    // Borders at both ends leave an empty cell each.
    if cells.first?.isEmpty == true { cells.removeFirst() }
    if cells.last?.isEmpty == true { cells.removeLast() }
    return cells
  }
}

extension ArraySlice<UInt8> {
  /// The bytes as text.
  var string: String { String(decoding: self, as: UTF8.self) }

  /// The bytes without blanks at either end.
  fileprivate var trimmed: ArraySlice<UInt8> {
    var bytes = self
    while bytes.first == 0x20 { bytes.removeFirst() }
    while bytes.last == 0x20 { bytes.removeLast() }
    return bytes
  }

  /// How many of `byte` the bytes begin with.
  fileprivate func count(ofLeading byte: UInt8) -> Int { prefix { $0 == byte }.count }
}
