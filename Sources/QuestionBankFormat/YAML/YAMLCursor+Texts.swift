extension YAMLCursor {
  /// A text and where it begins.
  struct Text {
    var value: String
    var place: Place
  }

  /// Reads a text that must be there; nil, with a report, where it is none or empty.
  mutating func requiredText(
    _ owner: @autoclosure () -> String
  ) throws(ReadingStopped) -> Text? {
    guard let text = try text(owner()) else { return nil }
    guard !text.value.isEmpty else {
      report(.emptyText, "\(owner()) is empty", at: text.place)
      return nil
    }
    return text
  }

  /// Reads a text that may be missing; nil, with a report, where it is none or empty.
  mutating func optionalText(_ owner: String) throws(ReadingStopped) -> Text? {
    guard let text = try text(owner) else { return nil }
    guard !text.value.isEmpty else {
      report(.emptyValue, "\(owner) is empty; write something or leave the key out", at: text.place)
      return nil
    }
    return text
  }

  /// Reads a list of texts, none of which may be empty.
  mutating func texts(_ owner: String) throws(ReadingStopped) -> [Text] {
    guard try openSequence(owner) else { return [] }
    var texts: [Text] = []
    var count = 0
    while try nextEntry(of: owner, &count) {
      if let text = try requiredText("an entry of \(owner)") { texts.append(text) }
    }
    return texts
  }

  /// Reads a list of texts, none of which may be empty, without their places.
  mutating func strings(_ owner: String) throws(ReadingStopped) -> [String] {
    guard try openSequence(owner) else { return [] }
    var strings: [String] = []
    var count = 0
    while try nextEntry(of: owner, &count) {
      if let text = try requiredText("an entry of \(owner)") { strings.append(text.value) }
    }
    return strings
  }

  /// Reads a text; nil, with a report, where the value is none.
  private mutating func text(
    _ owner: @autoclosure () -> String
  ) throws(ReadingStopped) -> Text? {
    guard kind == .scalar else {
      try reportWrongKind(owner(), expected: "a text")
      return nil
    }
    let text = Text(value: scalarText(), place: place)
    try advance()
    return text
  }
}
