import TerminalUI

/// Texts of anybody as Markdown (CommonMark 0.31 with the tables of GitHub), so that they read as
/// they were written and do nothing else.
enum MarkdownText {
  /// A text in one line, with everything escaped that would be markup in the middle of a line, or
  /// at its beginning.
  static func inline(_ text: String) -> String {
    let safe = DisplayText.sanitized(text).split(separator: " ").joined(separator: " ")
    var escaped = ""
    for scalar in safe.unicodeScalars {
      if "\\`*_[]<>&|~$#!".unicodeScalars.contains(scalar) { escaped += "\\" }
      escaped.unicodeScalars.append(scalar)
    }
    return withoutBlockMark(escaped)
  }

  /// A text of a bank: its paragraphs, lists and code, line by line, without a blank line at either
  /// end.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - indent: What stands in front of every line, such as the blanks of a list's item.
  /// - Returns: The lines.
  static func lines(_ text: String, indent: String = "") -> [String] {
    let safe = DisplayText.sanitized(text, lineBreaks: .kept)
    var lines: [String] = []
    var code: [String] = []
    var isList = false
    var gaps = 0
    func part() { if let last = lines.last, !last.isEmpty { lines.append("") } }
    func endCode() {
      guard !code.isEmpty else { return }
      part()
      let fence = String(repeating: "`", count: max(3, longestRun(of: "`", in: code) + 1))
      lines += ["\(fence)text"] + code + [fence]
      code = []
    }
    for block in TextLayout.blocks(of: safe) {
      if block == .gap {
        gaps += 1
        continue
      }
      defer { gaps = 0 }
      if case .code(let line) = block {
        code += code.isEmpty ? [line] : Array(repeating: "", count: gaps) + [line]
        isList = false
        continue
      }
      endCode()
      switch block {
      case .item(let text):
        if !isList { part() }
        lines.append("- \(inline(text))")
        isList = true
      case .paragraph(let text):
        part()
        lines.append(inline(text))
        isList = false
      case .code, .gap: break
      }
    }
    endCode()
    return lines.map { $0.isEmpty ? "" : indent + $0 }
  }

  /// A link where the address is one of the web; elsewhere text that names both.
  static func link(_ text: String, to address: String) -> String {
    let shown = text.isEmpty ? address : text
    guard WebAddress.isSafe(address) else {
      return inline(shown == address || address.isEmpty ? shown : "\(shown) (\(address))")
    }
    // In angle brackets, where only these and line breaks would end it, an address is taken as is
    // but for backslashes and entities.
    let target = address.split(separator: "&", omittingEmptySubsequences: false)
      .joined(separator: "&amp;")
    return "[\(inline(shown))](<\(target)>)"
  }

  /// Rows of a table below its header; the cells are Markdown already.
  static func table(
    _ header: [String], _ rows: [[String]], rightAligned: Set<Int> = []
  ) -> [String] {
    func row(_ cells: [String]) -> String { "| \(cells.joined(separator: " | ")) |" }
    let rule = header.indices.map { rightAligned.contains($0) ? "---:" : "---" }
    return [row(header), row(rule)] + rows.map(row)
  }

  /// The text, with a backslash before what would make a heading, a list, a rule or code of it.
  private static func withoutBlockMark(_ text: String) -> String {
    guard let first = text.unicodeScalars.first else { return text }
    if "+-=:".unicodeScalars.contains(first) { return "\\" + text }
    let digits = text.unicodeScalars.prefix { ("0"..."9").contains($0) }
    let rest = text.unicodeScalars.dropFirst(digits.count)
    guard !digits.isEmpty, let mark = rest.first, mark == "." || mark == ")" else { return text }
    return String(digits) + "\\" + String(rest)
  }

  private static func longestRun(of character: Character, in lines: [String]) -> Int {
    var longest = 0
    for line in lines {
      var run = 0
      for other in line {
        run = other == character ? run + 1 : 0
        longest = max(longest, run)
      }
    }
    return longest
  }
}
