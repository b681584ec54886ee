/// What makes a file's layout beside that of its values: the blank lines that every file has.
enum FileLayout {
  private static let apart: Set<String> = ["references", "scenarios", "domains", "questions"]

  /// The root of a bank's file with a blank line above each of its large parts and between its
  /// questions.
  static func separated(_ root: LayoutNode) -> LayoutNode {
    guard case .mapping(var entries, let isFlow) = root.content else { return root }
    for index in entries.indices where apart.contains(entries[index].key) {
      if index > 0 { separate(&entries[index].lead) }
      guard entries[index].key == "questions",
        case .list(var items, let isFlow) = entries[index].value.content
      else { continue }
      for index in items.indices.dropFirst() { separate(&items[index].lead) }
      entries[index].value.content = .list(items, isFlow: isFlow)
    }
    return LayoutNode(content: .mapping(entries, isFlow: isFlow), end: root.end)
  }

  private static func separate(_ lead: inout [LayoutNode.Trivia]) {
    if !lead.contains(.blank) { lead.insert(.blank, at: 0) }
  }
}
