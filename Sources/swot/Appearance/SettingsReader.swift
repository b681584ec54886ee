import QuestionBankFormat

/// Takes settings out of a YAML file, and collects what is wrong with them.
struct SettingsReader {
  /// What was found so far.
  private(set) var diagnostics: [Diagnostic] = []

  /// Reads a file; nil where it holds nothing that can be read.
  ///
  /// An empty file is one without settings.
  mutating func read(_ file: SourceFile) -> SourceNode? {
    let (root, found) = SourceNode.read(file)
    diagnostics += found.filter { $0.rule != Rule.emptyFile.rawValue }
    return root
  }

  /// The values of a mapping by their keys, which are those of `Key`.
  mutating func values<Key: RawRepresentable<String> & CaseIterable & Hashable>(
    of node: SourceNode, _ owner: String, by type: Key.Type
  ) -> [Key: SourceNode] {
    guard case .mapping(let entries) = node.content else {
      report(.wrongKind, "\(owner) must be a mapping", at: node.location)
      return [:]
    }
    var values: [Key: SourceNode] = [:]
    for entry in entries {
      if let key = Key(rawValue: entry.key) {
        values[key] = entry.value
      } else {
        reportUnknown(
          .unknownKey, "unknown key '\(entry.key)'", entry.key, at: entry.location,
          known: Key.allCases.map(\.rawValue))
      }
    }
    return values
  }

  /// The text of a value.
  mutating func text(_ node: SourceNode?, _ owner: String) -> String? {
    guard let node else { return nil }
    guard case .text(let text) = node.content else {
      report(.wrongKind, "\(owner) must be a text", at: node.location)
      return nil
    }
    return text
  }

  /// One of the names of `Value`.
  mutating func oneOf<Value: RawRepresentable<String> & CaseIterable>(
    _ node: SourceNode?, _ owner: String, _ type: Value.Type
  ) -> Value? {
    guard let node, let text = text(node, owner) else { return nil }
    if let value = Value(rawValue: text) { return value }
    reportUnknown(
      .invalidValue, "\(owner) is '\(text)'", text, at: node.location,
      known: Value.allCases.map(\.rawValue))
    return nil
  }

  /// `true` or `false`.
  mutating func bool(_ node: SourceNode?, _ owner: String) -> Bool? {
    oneOf(node, owner, Truth.self).map { $0 == .true }
  }

  private enum Truth: String, CaseIterable { case `true`, `false` }

  /// The items of a list; the value itself where it is none.
  func items(_ node: SourceNode?) -> [SourceNode] {
    guard let node else { return [] }
    guard case .list(let items) = node.content else { return [node] }
    return items
  }

  /// Reports an error.
  mutating func report(
    _ rule: Rule, _ message: String, at location: SourceLocation, suggestion: String? = nil
  ) {
    diagnostics.append(
      Diagnostic(
        severity: .error, rule: rule.rawValue, message: message, location: location,
        suggestion: suggestion))
  }

  private mutating func reportUnknown(
    _ rule: Rule, _ message: String, _ name: String, at location: SourceLocation, known: [String]
  ) {
    if let nearest = NearestName.find(name, among: known) {
      report(
        rule, "\(message); did you mean '\(nearest)'?", at: location, suggestion: nearest)
    } else {
      let known = known.map { "'\($0)'" }.joined(separator: ", ")
      report(rule, "\(message); allowed are \(known)", at: location)
    }
  }
}
