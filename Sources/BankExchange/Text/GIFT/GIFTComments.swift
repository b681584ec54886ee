/// What the comments of a record say: `// [id:iam-001] [tag:iam]`.
struct GIFTComments {
  /// The id; the first one counts.
  private(set) var id: String?
  /// The tags, in order.
  private(set) var tags: [String] = []

  /// The most tags that are read.
  private static let maximumTags = 1_000

  /// Reads a line that begins with two slashes.
  mutating func read(_ line: Substring) {
    var rest = line[...]
    while let open = rest.firstIndex(of: "["), tags.count < Self.maximumTags {
      rest = rest[open...].dropFirst()
      let isID = rest.hasPrefix("id:")
      guard isID || rest.hasPrefix("tag:") else { continue }
      let value = rest.dropFirst(isID ? 3 : 4)
      guard let end = Self.end(of: value) else { return }
      let text = TextBlock.line(String(value[..<end]).replacing("\\]", with: "]"))
      if isID {
        id = id ?? text
      } else if !text.isEmpty {
        tags.append(text)
      }
      rest = value[end...].dropFirst()
    }
  }

  /// The next bracket that no backslash stands before.
  private static func end(of value: Substring) -> Substring.Index? {
    var isAfterBackslash = false
    for index in value.indices {
      if value[index] == "]", !isAfterBackslash { return index }
      isAfterBackslash = value[index] == "\\"
    }
    return nil
  }
}
