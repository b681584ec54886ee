import CLibYAML

extension YAMLCursor {
  /// Reports that the value is of a wrong kind, and skips it.
  mutating func reportWrongKind(
    _ owner: String, expected: String
  ) throws(ReadingStopped) {
    switch kind {
    case .alias: break
    case _ where isNothing && expected != "a text":
      report(.emptyValue, "\(owner) is empty; write something or leave the key out")
    default: report(.wrongKind, "\(owner) must be \(expected), not \(kindInWords)")
    }
    try skipValue()
  }

  private var kindInWords: String {
    switch kind {
    case .sequenceStart: "a list"
    case .mappingStart: "a mapping"
    default: "a text"
    }
  }

  mutating func skipComplexKey() throws(ReadingStopped) {
    if kind != .alias { report(.complexKey, "a key must be a text, not \(kindInWords)") }
    try skipValue()
    try skipValue()
  }

  func reportMergeKey() -> Bool {
    guard events.scalarStyle == YAML_PLAIN_SCALAR_STYLE, events.scalarBytes.elementsEqual("<<".utf8)
    else { return false }
    report(.mergeKey, "merge keys ('<<') are not allowed; write the values out")
    return true
  }

  func reportUnknownKey(among names: [String]) {
    if reportMergeKey() { return }
    let name = String(decoding: events.scalarBytes, as: UTF8.self)
    let nearest = NearestName.find(name, among: names)
    let known = names.map { "'\($0)'" }.joined(separator: ", ")
    let message = "unknown key \(quoted(name))" + (nearest == nil ? "; known are \(known)" : "")
    report(.unknownKey, message, suggestion: nearest)
  }

  func reportDuplicateKey(_ name: String, first: Place?) {
    report(
      .duplicateKey, "key '\(name)' is written twice",
      notes: first.map {
        [Diagnostic.Note(message: "the first one is here", location: location($0))]
      }
        ?? [])
  }

  /// Reports anchors and tags, where the value is a scalar or a collection.
  mutating func checkProperties() {
    if events.hasAnchor(kind) {
      report(
        .anchor, "anchors are not allowed; a text that begins with '&' needs quotes")
    }
    if events.hasTag(kind) || hasLostTag {
      report(.tag, "tags are not allowed; a text that begins with '!' needs quotes")
    }
  }

  /// Whether a plain scalar had the tag `!`, which libyaml drops without a trace: the scalar then
  /// begins with a character that its text doesn't begin with.
  private var hasLostTag: Bool {
    mutating get {
      guard kind == .scalar, events.scalarStyle == YAML_PLAIN_SCALAR_STYLE,
        let first = events.scalarBytes.first, first != UInt8(ascii: "!")
      else { return false }
      let offset = marks.byteOffset(of: events.startMark)
      return offset < bytes.count && bytes[offset] == UInt8(ascii: "!")
    }
  }

  /// Reports the characters that no text may hold and that got in by escapes (`"\e[31m"`).
  mutating func checkEscapes() {
    let value = UnsafeRawBufferPointer(events.scalarBytes)
    var scan = CharacterScan(value, allowing: .percentAtLineStart)
    guard scan.next() != nil else { return }
    holdsForbiddenEscapes = true
    let start = marks.byteOffset(of: events.startMark)
    let end = marks.byteOffset(of: events.endMark)
    var escapes = EscapeScan(UnsafeRawBufferPointer(rebasing: bytes[start..<end]), at: place)
    while !diagnostics.isFull, let (kind, place) = escapes.next() {
      kind.report(at: location(place), to: diagnostics)
    }
  }

  mutating func reportSyntax(_ problem: YAMLProblem) {
    // Where characters had to be replaced, what follows from that is no news.
    if isMended { return }
    let mark = problem.markToShow
    let offset = marks.byteOffset(of: mark)
    let found = offset < bytes.count ? Unicode.Scalar(bytes[offset]) : nil
    let (rule, message) = problem.ruleAndMessage(found: found)
    var notes: [Diagnostic.Note] = []
    if let (message, mark) = problem.note {
      notes.append(
        Diagnostic.Note(message: message, location: location(marks.place(of: mark))))
    }
    report(rule, message, at: marks.place(of: mark), notes: notes)
  }
}

/// `text` in single quotes for a message, cut after sixty scalars.
func quoted(_ text: some StringProtocol) -> String {
  let scalars = text.unicodeScalars
  guard scalars.count > 60 else { return "'\(text)'" }
  return "'\(String(String.UnicodeScalarView(scalars.prefix(59))))…'"
}
