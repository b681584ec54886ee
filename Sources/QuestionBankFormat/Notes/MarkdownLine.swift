import PracticeCore

/// One line of Markdown and what kind of block it may begin.
struct MarkdownLine {
  /// How many columns it is indented by; tabs go to the next multiple of four.
  let indent: Int
  /// The text without indentation and trailing white space.
  let text: String

  /// Makes a line from its bytes, without the line feed.
  init(_ bytes: some Collection<UInt8>) {
    var rest = bytes[...]
    var columns = 0
    while let byte = rest.first, byte == 0x20 || byte == 0x09 {
      columns = byte == 0x09 ? (columns / 4 + 1) * 4 : columns + 1
      rest = rest.dropFirst()
    }
    indent = columns
    var kept = Array(rest)
    while let byte = kept.last, byte == 0x20 || byte == 0x09 || byte == 0x0d { kept.removeLast() }
    text = String(decoding: kept.map { $0 == 0x09 ? 0x20 : $0 }, as: UTF8.self)
  }

  var isBlank: Bool { text.isEmpty }

  /// The line with `columns` columns of its indentation taken away.
  func droppingIndent(_ columns: Int) -> String {
    isBlank ? "" : String(repeating: " ", count: max(0, indent - columns)) + text
  }

  /// Whether the line begins a block of its own, also directly below a list item.
  var beginsBlock: Bool {
    heading != nil || fence != nil || isThematicBreak || text.hasPrefix("<!--")
      || text.hasPrefix("|")
  }

  // MARK: - Headings

  struct Heading {
    var level: Int
    var title: String
    var objective: String?
    /// The column, from 1 in scalars, at which the objective's id stands.
    var objectiveColumn: Int
  }

  /// The heading, where the line is one: one to six `#`, a space, the title.
  var heading: Heading? {
    let level = text.prefix { $0 == "#" }.count
    guard indent < 4, (1...6).contains(level) else { return nil }
    var title = text.dropFirst(level)
    guard title.isEmpty || title.first == " " else { return nil }
    var objective: String?
    var column = 1
    if title.hasSuffix("}"), let open = title.utf8.lastIndex(of: UInt8(ascii: "{")),
      title[open...].hasPrefix("{#")
    {
      let id = title[open...].dropFirst(2).dropLast()
      objective = String(id)
      column = indent + text.unicodeScalars.distance(from: text.startIndex, to: id.startIndex) + 1
      title = title[..<open]
    }
    let words = title.split(separator: " ")
    let isClosed = words.last?.allSatisfy { $0 == "#" } ?? false
    return Heading(
      level: level, title: (isClosed ? words.dropLast() : words[...]).joined(separator: " "),
      objective: objective, objectiveColumn: column)
  }

  // MARK: - Code and breaks

  struct Fence {
    var mark: Character
    var count: Int
    var indent: Int
    /// Whether nothing follows the marks.
    var isBare: Bool
  }

  /// The fence, where the line is one: three or more backticks or tildes.
  var fence: Fence? {
    guard indent < 4, let mark = text.first, mark == "`" || mark == "~" else { return nil }
    let count = text.prefix { $0 == mark }.count
    let rest = text.dropFirst(count)
    guard count >= 3, mark == "~" || !rest.contains("`") else { return nil }
    return Fence(mark: mark, count: count, indent: indent, isBare: rest.isEmpty)
  }

  /// Whether the line is a rule: three or more of `-`, `*` or `_`, perhaps with spaces between.
  var isThematicBreak: Bool {
    guard indent < 4, let mark = text.first, "-*_".contains(mark) else { return false }
    return text.allSatisfy { $0 == mark || $0 == " " } && text.count { $0 == mark } >= 3
  }

  /// The text without the `>` of a quotation.
  var withoutQuoteMark: String {
    guard text.hasPrefix(">") else { return text }
    return String(text.dropFirst().drop { $0 == " " })
  }

  // MARK: - Lists

  struct ListItem {
    var isOrdered: Bool
    /// Whether it is a bullet or has the number 1.
    var isFirst: Bool
    var text: String
  }

  /// The list item, where the line begins one.
  var listItem: ListItem? {
    guard !isThematicBreak, let first = text.first else { return nil }
    if "-*+".contains(first), text.dropFirst().first ?? " " == " " {
      return ListItem(
        isOrdered: false, isFirst: true, text: String(text.dropFirst().drop { $0 == " " }))
    }
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    let rest = text.dropFirst(digits.count)
    guard (1...9).contains(digits.count), let mark = rest.first, mark == "." || mark == ")",
      rest.dropFirst().first ?? " " == " "
    else { return nil }
    return ListItem(
      isOrdered: true, isFirst: digits == "1", text: String(rest.dropFirst().drop { $0 == " " }))
  }

  // MARK: - Tables

  /// Whether the line can be a row of a table.
  var isTableRow: Bool { indent < 4 && text.utf8.contains(UInt8(ascii: "|")) }

  /// Whether the line parts a table's header from its rows: `|---|:--:|`.
  var isTableDelimiter: Bool {
    isTableRow && text.utf8.contains(UInt8(ascii: "-"))
      && text.allSatisfy { "|-: ".contains($0) }
  }

  /// The cells of a row; `\|` is no border.
  var tableCells: [String] {
    var cells: [String] = [""]
    var isEscaped = false
    for scalar in text.unicodeScalars {
      if scalar == "|" {
        if isEscaped {
          cells[cells.count - 1].unicodeScalars.removeLast()
          cells[cells.count - 1].unicodeScalars.append(scalar)
        } else {
          cells.append("")
        }
      } else {
        cells[cells.count - 1].unicodeScalars.append(scalar)
      }
      isEscaped = scalar == "\\" && !isEscaped
    }
    var trimmed = cells.map { cell in
      String(cell.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
    if trimmed.first?.isEmpty == true { trimmed.removeFirst() }
    if trimmed.last?.isEmpty == true { trimmed.removeLast() }
    return trimmed
  }
}
