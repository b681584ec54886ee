/// Writes a ``LayoutNode`` as the text of a YAML file.
struct LayoutPrinter {
  private var lines: [String] = []

  /// The text of a file that holds `root`, which is a mapping; ends with a line feed.
  static func print(_ root: LayoutNode) -> String {
    var printer = LayoutPrinter()
    printer.printBlock(root, indent: 0)
    // What is above the first and below the last separates nothing.
    let start = printer.lines.firstIndex { !$0.isEmpty } ?? printer.lines.endIndex
    let end = printer.lines.lastIndex { !$0.isEmpty } ?? start - 1
    return printer.lines[start..<max(start, end + 1)].joined(separator: "\n") + "\n"
  }

  /// Writes a collection of which each entry stands on lines of its own.
  private mutating func printBlock(_ node: LayoutNode, indent: Int) {
    switch node.content {
    case .mapping(let entries, _):
      for entry in entries {
        print(entry.lead, indent: indent)
        print(
          entry.value, behind: LaidOutText.inline(entry.key) + ":", comment: entry.comment,
          indent: indent)
      }
    case .list(let items, _):
      for item in items { print(item, indent: indent) }
    case .text, .nothing: break
    }
    print(node.end, indent: indent)
  }

  private mutating func print(_ item: LayoutNode.Item, indent: Int) {
    print(item.lead, indent: indent)
    if Self.flow(item.value) == nil, Self.isCollection(item.value) {
      // The first line of the value stands behind the dash.
      let first = lines.count
      printBlock(item.value, indent: indent + 2)
      let dash = String(repeating: " ", count: indent) + "- "
      if first < lines.count { lines[first] = dash + lines[first].dropFirst(indent + 2) }
    } else {
      print(item.value, behind: "-", comment: item.comment, indent: indent)
    }
  }

  /// Writes a value behind its key or dash.
  private mutating func print(
    _ value: LayoutNode, behind start: String, comment: String?, indent: Int
  ) {
    let start = String(repeating: " ", count: indent) + start
    switch value.content {
    case .nothing: append(start, comment)
    case .text(let text, let layout):
      let column = start.unicodeScalars.count + 1
      let laidOut = LaidOutText(text, layout, column: column, indent: indent + 2)
      append("\(start) \(laidOut.head)", comment)
      let indentation = String(repeating: " ", count: indent + 2)
      for line in laidOut.body { lines.append(line.isEmpty ? "" : indentation + line) }
    case .list, .mapping:
      let room = LaidOutText.width - start.unicodeScalars.count - 1
      if let flow = Self.flow(value), flow.canGrow || flow.text.unicodeScalars.count <= room {
        append("\(start) \(flow.text)", comment)
      } else {
        append(start, comment)
        printBlock(value, indent: indent + 2)
      }
    }
  }

  private mutating func append(_ line: String, _ comment: String?) {
    lines.append(comment.map { "\(line) \($0)" } ?? line)
  }

  private mutating func print(_ trivia: [LayoutNode.Trivia], indent: Int) {
    for piece in trivia {
      switch piece {
      case .blank: if lines.last != "" { lines.append("") }
      case .comment(let text): lines.append(String(repeating: " ", count: indent) + text)
      }
    }
  }

  private static func isCollection(_ node: LayoutNode) -> Bool {
    switch node.content {
    case .list, .mapping: true
    case .text, .nothing: false
    }
  }

  /// A collection in brackets or braces; nil where it can't be written so.
  ///
  /// `canGrow` says that it is written so however long it is, since it is empty.
  private static func flow(_ node: LayoutNode) -> (text: String, canGrow: Bool)? {
    guard isBare(node.end) else { return nil }
    switch node.content {
    case .text, .nothing: return nil
    case .list(let items, let isFlow):
      if items.isEmpty { return ("[]", true) }
      guard isFlow, items.allSatisfy({ isBare($0.lead) && $0.comment == nil }) else { return nil }
      let texts = items.compactMap { flowText($0.value) }
      return texts.count == items.count ? ("[\(texts.joined(separator: ", "))]", false) : nil
    case .mapping(let entries, let isFlow):
      if entries.isEmpty { return ("{}", true) }
      guard isFlow, entries.allSatisfy({ isBare($0.lead) && $0.comment == nil }) else { return nil }
      let texts = entries.compactMap { entry in
        flowText(entry.value).map { "\(LaidOutText.inline(entry.key, inFlow: true)): \($0)" }
      }
      return texts.count == entries.count ? ("{\(texts.joined(separator: ", "))}", false) : nil
    }
  }

  /// Whether there is no comment, which takes a line of its own.
  private static func isBare(_ trivia: [LayoutNode.Trivia]) -> Bool {
    trivia.allSatisfy { $0 == .blank }
  }

  private static func flowText(_ node: LayoutNode) -> String? {
    guard case .text(let text, let layout) = node.content, !text.utf8.contains(0x0a) else {
      return nil
    }
    return LaidOutText.inline(text, isValue: layout == .value, inFlow: true)
  }
}
