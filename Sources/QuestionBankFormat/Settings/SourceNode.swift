/// A value of a YAML file with its place, for small files that are neither banks nor blueprints:
/// settings and themes.
package struct SourceNode: Equatable, Sendable {
  /// What a value can be.
  package enum Content: Equatable, Sendable {
    /// A text, as written.
    case text(String)
    /// A list.
    case list([SourceNode])
    /// Keys with their values, in the order written, each key once.
    case mapping([Entry])
  }

  /// A key with its value.
  package struct Entry: Equatable, Sendable {
    /// The key.
    package let key: String
    /// Where the key stands.
    package let location: SourceLocation
    /// The value.
    package let value: SourceNode
  }

  /// The value.
  package let content: Content
  /// Where it begins.
  package let location: SourceLocation

  /// Reads the value that `file` holds.
  ///
  /// The same is refused as in a bank. The root is nil where the file holds none, also where it is
  /// empty (which is an error here too, of the rule `empty-file`); what comes behind a place that
  /// cannot be understood is missing.
  package static func read(
    _ file: SourceFile
  ) -> (root: SourceNode?, diagnostics: [Diagnostic]) {
    let diagnostics = DiagnosticCollector()
    guard file.bytes.count <= ReadingLimits.settingsBytes else {
      diagnostics.report(
        .tooManyItems, "the file is too long for settings",
        at: SourceLocation(file: file.name, line: 1, column: 1))
      return (nil, diagnostics.finish())
    }
    var root: SourceNode?
    do {
      let checked = try CheckedText(file, reportingTo: diagnostics)
      root = try checked.withBytes(of: file) { bytes throws(ReadingStopped) in
        var cursor = YAMLCursor(bytes, of: file.name, checked: checked, reportingTo: diagnostics)
        guard try cursor.openDocument() else { return nil }
        let root = try cursor.node("the file")
        try cursor.closeDocument()
        return root
      }
    } catch {
      // Reported by whoever stopped.
    }
    return (root, diagnostics.finish())
  }
}

extension YAMLCursor {
  /// Reads a value of any kind; nil, with a report, where it is nothing.
  fileprivate mutating func node(_ owner: String) throws(ReadingStopped) -> SourceNode? {
    let location = location(place)
    switch kind {
    case .mappingStart:
      return SourceNode(content: .mapping(try entries()), location: location)
    case .sequenceStart:
      guard try openSequence(owner) else { return nil }
      var items: [SourceNode] = []
      while try nextItem() {
        if let item = try node("an entry of \(owner)") { items.append(item) }
      }
      return SourceNode(content: .list(items), location: location)
    case .scalar:
      guard let text = try optionalText(owner) else { return nil }
      return SourceNode(content: .text(text.value), location: location)
    default:
      try skipValue()
      return nil
    }
  }

  private mutating func entries() throws(ReadingStopped) -> [SourceNode.Entry] {
    guard try openNames("the mapping") else { return [] }
    var entries: [SourceNode.Entry] = []
    var places: [String: Place] = [:]
    while let name = try nextName() {
      let first = places[name.value]
      if let first {
        report(
          .duplicateKey, "key \(quoted(name.value)) is written twice", at: name.place,
          notes: [Diagnostic.Note(message: "the first one is here", location: location(first))])
      }
      places[name.value] = first ?? name.place
      guard let value = try node(quoted(name.value)), first == nil else { continue }
      entries.append(
        SourceNode.Entry(key: name.value, location: location(name.place), value: value))
    }
    return entries
  }
}
