/// Texts of banks as Markdown (CommonMark), so that they read as they were written.
enum MarkdownSpelling {
  /// A text in one line, with all escaped that would be markup.
  static func line(_ text: String) -> String {
    var escaped = String.UnicodeScalarView()
    let line = TextBlock.line(text)
    for scalar in line.unicodeScalars {
      if "\\`*_[]<>&|~$#!".unicodeScalars.contains(scalar) { escaped.append("\\") }
      escaped.append(scalar)
    }
    return withoutBlockMark(String(escaped))
  }

  /// A text with its paragraphs, lists and code; `prefix` stands in front of each line.
  static func lines(_ text: String, prefix: String = "") -> [String] {
    var lines: [String] = []
    for block in TextBlock.blocks(of: text) {
      if !lines.isEmpty { lines.append("") }
      switch block {
      case .paragraph(let text): lines.append(line(text))
      case .list(let items): lines += items.map { "- \(line($0))" }
      case .code(let code):
        let longest =
          code.map { line in
            line.split { $0 != "`" }.map(\.count).max() ?? 0
          }.max() ?? 0
        let fence = String(repeating: "`", count: max(3, longest + 1))
        lines += ["\(fence)text"] + code + [fence]
      }
    }
    return lines.map { line in
      let whole = prefix + line
      return line.isEmpty ? String(whole.reversed().drop { $0 == " " }.reversed()) : whole
    }
  }

  /// A link.
  static func link(_ text: String, to address: String) -> String {
    let target = address.replacing("&", with: "&amp;").replacing("<", with: "%3C")
      .replacing(">", with: "%3E").replacing("\\", with: "%5C")
    return "[\(line(text))](<\(target)>)"
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
}
