extension LayoutNode {
  /// The same with its keys in the order of `model`.
  ///
  /// What stands above the first key of a file is about the file and stays at its top.
  func inOrder(_ model: ValueModel?, isRoot: Bool) -> LayoutNode {
    guard case .mapping(var entries, let isFlow) = content, let model, !entries.isEmpty else {
      return self
    }
    var head: [Trivia] = []
    if isRoot { swap(&head, &entries[0].lead) }
    let ranks = entries.map { model.rank(of: $0.key) }
    let order = entries.indices.sorted { (ranks[$0], $0) < (ranks[$1], $1) }
    entries = order.map { entries[$0] }
    entries[0].lead = head + entries[0].lead
    return LayoutNode(content: .mapping(entries, isFlow: isFlow), end: end)
  }

  /// Drops blank lines between entries, where the collection was in brackets or braces.
  mutating func dropBlanks() {
    end.removeAll { $0 == .blank }
    switch content {
    case .list(var items, let isFlow):
      for index in items.indices { items[index].lead.removeAll { $0 == .blank } }
      content = .list(items, isFlow: isFlow)
    case .mapping(var entries, let isFlow):
      for index in entries.indices { entries[index].lead.removeAll { $0 == .blank } }
      content = .mapping(entries, isFlow: isFlow)
    case .text, .nothing: break
    }
  }

  /// Takes what stands above the first entry, where nothing but the entry shall remain.
  fileprivate mutating func takeFirstLead() -> [Trivia] {
    switch content {
    case .list(var items, let isFlow) where !items.isEmpty:
      let lead = items[0].lead
      items[0].lead = []
      content = .list(items, isFlow: isFlow)
      return lead
    case .mapping(var entries, let isFlow) where !entries.isEmpty:
      let lead = entries[0].lead
      entries[0].lead = []
      content = .mapping(entries, isFlow: isFlow)
      return lead
    default: return []
    }
  }

  fileprivate var isEmptyCollection: Bool {
    switch content {
    case .list(let items, _): items.isEmpty
    case .mapping(let entries, _): entries.isEmpty
    case .text, .nothing: false
    }
  }

  fileprivate var isCollection: Bool {
    switch content {
    case .list, .mapping: true
    case .text, .nothing: false
    }
  }
}

extension LayoutNode.Entry {
  /// Takes the comments behind the key and behind the value, of which one has room on the line.
  mutating func take(_ above: String?, _ comment: String?) {
    if let above, let comment {
      if value.isCollection { self.comment = above } else { self.comment = comment }
      lead.append(.comment(value.isCollection ? comment : above))
    } else {
      self.comment = above ?? comment
    }
    // Within an empty collection there is no room for comments.
    if value.isEmptyCollection {
      lead += value.end
      value.end = []
    }
    if let first = value.firstLead.first, first == .blank { value.dropFirstBlanks() }
  }
}

extension LayoutNode.Item {
  /// Moves comments that have no room within the item to the lines above it.
  mutating func settle() {
    lead += value.takeFirstLead().filter { $0 != .blank }
    if value.isEmptyCollection {
      lead += value.end
      value.end = []
    }
    if value.isCollection, let comment {
      lead.append(.comment(comment))
      self.comment = nil
    }
  }
}

extension LayoutNode {
  fileprivate var firstLead: [Trivia] {
    switch content {
    case .list(let items, _): items.first?.lead ?? []
    case .mapping(let entries, _): entries.first?.lead ?? []
    case .text, .nothing: []
    }
  }

  fileprivate mutating func dropFirstBlanks() {
    let lead = Array(takeFirstLead().drop { $0 == .blank })
    switch content {
    case .list(var items, let isFlow):
      items[0].lead = lead
      content = .list(items, isFlow: isFlow)
    case .mapping(var entries, let isFlow):
      entries[0].lead = lead
      content = .mapping(entries, isFlow: isFlow)
    case .text, .nothing: break
    }
  }
}
