package import PracticeCore
package import TerminalUI

/// Lays out a section of study notes as rows of text: for the screen and for plain lines.
package enum NotesText {
  /// The columns of running text at most, so that the eye finds the next row.
  package static let maximumColumns = 76

  /// The rows of a section, its title first.
  ///
  /// Links are footnotes, whose addresses stand at the end. Meaning doesn't hang on colour: code
  /// stands between backquotes, links have numbers. The texts may come from outside: they are made
  /// safe here.
  ///
  /// - Parameters:
  ///   - section: the section.
  ///   - columns: the width of the rows; more than ``maximumColumns`` counts as that.
  ///   - symbols: the signs to draw with, and what characters can be shown.
  /// - Returns: the rows, none of them wider than asked for.
  package static func lines(
    of section: NotesSection, columns: Int, symbols: Symbols
  ) -> [Line] {
    var layout = NotesLayout(columns: columns, symbols: symbols)
    if !section.title.isEmpty { layout.addTitle(section.title) }
    for block in section.blocks { layout.add(block) }
    layout.addFootnotes()
    return layout.rows
  }

  /// All that a section says, in one text without marks and addresses: for searching.
  static func plainText(of section: NotesSection) -> String {
    var parts = [section.title]
    for block in section.blocks {
      switch block {
      case .heading(_, let text), .paragraph(let text): parts.append(plainText(of: text))
      case .list(_, let items): parts += items.map(plainText(of:))
      case .code(let lines): parts += lines
      case .table(let header, let rows):
        parts += ([header] + rows).flatMap { $0.map(plainText(of:)) }
      }
    }
    return parts.joined(separator: "\n")
  }

  private static func plainText(of runs: [NotesInline]) -> String {
    runs.map { run in
      switch run {
      case .text(let text), .emphasis(let text), .strong(let text), .code(let text),
        .link(let text, _):
        text
      }
    }.joined()
  }
}

/// The rows of a section while they are being put together.
struct NotesLayout {
  /// The rows so far.
  private(set) var rows: [Line] = []

  private let columns: Int
  private let symbols: Symbols
  /// The addresses of the links so far; the first has the number 1.
  private var addresses: [String] = []

  /// Begins a section in rows of that width.
  init(columns: Int, symbols: Symbols) {
    self.columns = min(max(1, columns), NotesText.maximumColumns)
    self.symbols = symbols
  }

  /// Adds the section's title.
  mutating func addTitle(_ title: String) {
    rows += TextWrapping.wrap(Line(symbols.display(title), .heading), columns: columns)
  }

  /// Adds a block, a blank row before it.
  mutating func add(_ block: NotesBlock) {
    let added: [Line]
    switch block {
    case .heading(let level, let text):
      let style = level == 1 ? Style.heading : Style(.body, .bold)
      added = TextWrapping.wrap(line(text, style), columns: columns)
    case .paragraph(let text):
      added = TextWrapping.wrap(line(text), columns: columns)
    case .list(let isOrdered, let items):
      added = list(items, isOrdered: isOrdered)
    case .code(let code):
      added = code.flatMap(rows(ofCode:))
    case .table(let header, let cells):
      let table = NotesTable(
        header: header.map { line($0, .heading) }, rows: cells.map { $0.map { line($0) } },
        symbols: symbols)
      added = table.lines(columns: columns)
    }
    if added.isEmpty { return }
    if !rows.isEmpty { rows.append(Line()) }
    rows += added
  }

  /// Adds the addresses of the links.
  mutating func addFootnotes() {
    if addresses.isEmpty { return }
    if !rows.isEmpty { rows.append(Line()) }
    let width = "[\(addresses.count)] ".utf8.count
    for (index, address) in addresses.enumerated() {
      let number = Line("[\(index + 1)]").padded(to: width)
      // An address is broken only where a row is full, so that it can be copied.
      let parts = TextWrapping.wrapVerbatim(
        Line(symbols.display(address), .link), columns: max(1, columns - width))
      rows += parts.enumerated().map { index, part in
        (index == 0 ? number : Line(String(repeating: " ", count: width))) + part
      }
    }
  }

  /// A line of code as written; where that is too long, it goes on at a blank, further in.
  private func rows(ofCode code: String) -> [Line] {
    let text = symbols.display(code)
    let indent = text.prefix { $0 == " " }
    let first = Line("  \(indent)")
    return TextWrapping.wrap(
      Line(String(text.dropFirst(indent.count)), .code), columns: columns, first: first,
      rest: first.appending("    "))
  }

  private mutating func list(_ items: [[NotesInline]], isOrdered: Bool) -> [Line] {
    let width = isOrdered ? "\(items.count). ".utf8.count : 2
    var rows: [Line] = []
    for (index, item) in items.enumerated() {
      let sign =
        isOrdered
        ? Line("\(index + 1). ").padded(to: width, .right) : Line("\(symbols.bullet) ")
      rows += TextWrapping.wrap(
        line(item), columns: columns, first: sign,
        rest: Line(String(repeating: " ", count: width)))
    }
    return rows
  }

  private mutating func line(_ runs: [NotesInline], _ style: Style = .body) -> Line {
    var line = Line()
    for run in runs {
      switch run {
      case .text(let text): line.append(symbols.display(text), style)
      case .emphasis(let text): line.append(symbols.display(text), style.adding(.italic))
      case .strong(let text): line.append(symbols.display(text), style.adding(.bold))
      case .code(let text): line.append("`\(symbols.display(text))`", Style(.code, style.emphasis))
      case .link(let text, let url):
        line.append(symbols.display(text), Style(.link, style.emphasis))
        if text != url { line.append("[\(number(of: url))]", style) }
      }
    }
    return line
  }

  private mutating func number(of address: String) -> Int {
    if let index = addresses.firstIndex(of: address) { return index + 1 }
    addresses.append(address)
    return addresses.count
  }
}
