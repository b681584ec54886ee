import PracticeCore
import TerminalUI

/// The counts of a bank as text with bars, JSON and CSV.
struct BankCountsText {
  private let bank: QuestionBank
  private let counts: BankCounts

  /// Takes the counts of a bank.
  init(_ bank: QuestionBank, _ counts: BankCounts) {
    self.bank = bank
    self.counts = counts
  }

  // MARK: - For people

  /// The width where there is no terminal.
  static let defaultColumns = 76

  /// The counts as bars, no wider than `columns`.
  ///
  /// - Parameters:
  ///   - columns: The width, at least 30.
  ///   - charset: With which signs bars are drawn.
  /// - Returns: The lines.
  func lines(columns: Int, charset: Charset) -> [String] {
    let columns = min(max(columns, 30), 100)
    let total = bank.questions.count
    var lines = wrapped(
      "\(bank.title) (\(bank.id)): \(total) question\(total == 1 ? "" : "s")", columns)
    for group in counts.groups {
      lines += [""] + wrapped(group.title, columns)
      lines += bars(group, columns: columns, charset: charset)
    }
    if counts.groups.contains(where: { $0.rows.contains { $0.wanted != nil } }) {
      let mark = charset == .unicode ? "┃" : "|"
      lines += [""]
      lines += wrapped(
        "\(mark) and the share in brackets: what it should be, by weights of domains and sections, or by chance.",
        columns)
    }
    return lines
  }

  private func wrapped(_ text: String, _ columns: Int) -> [String] {
    TextWrapping.wrap(Line(DisplayText.sanitized(text)), columns: columns, hanging: 0).map(\.text)
  }

  private func bars(_ group: BankCounts.Group, columns: Int, charset: Charset) -> [String] {
    let total = max(group.total, 1)
    let isNarrow = columns < 60
    let rows = group.rows.map { row in
      let share = Double(row.questions) / Double(total)
      let label = isNarrow || row.title == nil ? row.title ?? row.id : label(row, in: group)
      return (
        label: DisplayText.sanitized(label), count: "\(row.questions)",
        share: Self.percent(share), wanted: row.wanted.map { "(\(Self.percent($0)))" } ?? "",
        bar: (share, row.wanted)
      )
    }
    func width(_ texts: [String]) -> Int { texts.map { ColumnWidth.of($0) }.max() ?? 0 }
    let countWidth = width(rows.map(\.count))
    let shareWidth = width(rows.map(\.share))
    let wantedWidth = width(rows.map(\.wanted))
    let figures = countWidth + shareWidth + 4 + (wantedWidth > 0 ? wantedWidth + 1 : 0)
    let least = isNarrow ? 6 : 20
    let labelWidth = min(width(rows.map(\.label)), columns - 2 - figures - least - 1)
    let barWidth = max(least, min(columns - 2 - labelWidth - figures - 1, 40))
    // The longest bar fills the room.
    let most = max(rows.map { max($0.bar.0, $0.bar.1 ?? 0) }.max() ?? 1, 0.01)
    return rows.map { row in
      let label = Self.fitted(row.label, to: max(labelWidth, 4), charset: charset)
      var line = "  " + label + "  " + Self.right(row.count, countWidth)
      line += " " + Self.right(row.share, shareWidth)
      if wantedWidth > 0 { line += " " + Self.right(row.wanted, wantedWidth) }
      line += " " + bar(row.bar.0 / most, row.bar.1.map { $0 / most }, barWidth, charset)
      while line.last == " " { line.removeLast() }
      return line
    }
  }

  private func label(_ row: BankCounts.Row, in group: BankCounts.Group) -> String {
    switch group.id {
    case "domain", "objective": row.id == "none" ? row.title ?? "" : "\(row.id)  \(row.title ?? "")"
    default: row.title ?? row.id
    }
  }

  private func bar(_ share: Double, _ wanted: Double?, _ width: Int, _ charset: Charset) -> String {
    let filled = share > 0 ? max(1, Int((share * Double(width)).rounded())) : 0
    var cells = [String](repeating: charset == .unicode ? "█" : "#", count: min(filled, width))
    if let wanted {
      let place = min(max(Int((wanted * Double(width)).rounded()) - 1, 0), width - 1)
      while cells.count <= place { cells.append(" ") }
      cells[place] = charset == .unicode ? "┃" : "|"
    }
    return cells.joined()
  }

  private static func percent(_ share: Double) -> String { "\(Int((100 * share).rounded())) %" }

  private static func right(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - ColumnWidth.of(text))) + text
  }

  private static func fitted(_ text: String, to width: Int, charset: Charset) -> String {
    var fitted = text
    if ColumnWidth.of(text) > width {
      let end = charset == .unicode ? "…" : "."
      while ColumnWidth.of(fitted) > width - 1 { fitted.removeLast() }
      while fitted.last == " " { fitted.removeLast() }
      fitted += end
    }
    return fitted + String(repeating: " ", count: max(0, width - ColumnWidth.of(fitted)))
  }

  // MARK: - For programs

  /// The counts for programs.
  var json: JSONValue {
    [
      "bank": .string(bank.id), "questions": .int(bank.questions.count),
      "groups": .array(
        counts.groups.map { group in
          [
            "group": .string(group.id), "title": .string(group.title),
            "questions": .int(group.total),
            "rows": .array(
              group.rows.map { row in
                [
                  "id": .string(row.id), "title": row.title.map { .string($0) } ?? nil,
                  "questions": .int(row.questions),
                  "share": .double(Self.share(row, of: group)),
                  "wanted": row.wanted.map { .double($0) } ?? nil,
                ]
              }),
          ]
        }),
    ]
  }

  /// The header of the table of all counts.
  static let header: [CSVText.Cell] = [
    "bank", "group", "id", "title", "questions", "percent", "wanted percent",
  ]

  /// The counts as rows of a table.
  var rows: [[CSVText.Cell]] {
    counts.groups.flatMap { group in
      group.rows.map { row in
        [
          .text(bank.id), .text(group.id), .text(row.id), row.title.map { .text($0) } ?? .empty,
          .int(row.questions), .tenths(100 * Self.share(row, of: group)),
          row.wanted.map { .tenths(100 * $0) } ?? .empty,
        ]
      }
    }
  }

  private static func share(_ row: BankCounts.Row, of group: BankCounts.Group) -> Double {
    group.total == 0 ? 0 : Double(row.questions) / Double(group.total)
  }
}
