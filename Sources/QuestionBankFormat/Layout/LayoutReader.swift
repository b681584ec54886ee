import CLibYAML

/// Reads a YAML file as a ``LayoutNode``: with its comments and the blank lines that separate.
///
/// libyaml drops comments. They stand between its events, where else there are only blanks and
/// indicators, so every `#` there begins one. What the file means is not checked here.
struct LayoutReader: ~Copyable {
  private var events: YAMLEvents
  private var marks: MarkPlaces
  private let bytes: UnsafeRawBufferPointer
  /// The event that has been read and not used.
  private var kind = YAMLEventKind.streamStart
  /// The end of what has been used.
  private var position = 0
  /// What stands above what comes next.
  private var pending: [PlacedTrivia] = []
  private var depth = 0

  /// A blank line, or a comment with the column (from 0) of its `#`.
  private struct PlacedTrivia {
    var trivia: LayoutNode.Trivia
    var column: Int
  }

  /// Reads the text of a file that has been read without an error.
  ///
  /// `model` says what its root is. Nil where it is no YAML after all.
  static func read(
    _ bytes: UnsafeRawBufferPointer, isASCII: Bool, as model: MappingModel
  ) -> LayoutNode? {
    var reader = LayoutReader(bytes, isASCII: isASCII)
    return try? reader.root(.mapping(model))
  }

  private init(_ bytes: UnsafeRawBufferPointer, isASCII: Bool) {
    self.bytes = bytes
    marks = MarkPlaces(bytes, isASCII: isASCII)
    events = YAMLEvents(bytes)
  }

  private struct NoLayout: Error {}

  private mutating func advance() throws {
    kind = try events.next()
    if kind == .alias { throw NoLayout() }
  }

  private mutating func root(_ model: ValueModel) throws -> LayoutNode {
    repeat { try advance() } while kind == .streamStart || kind == .documentStart
    guard kind == .mappingStart else { throw NoLayout() }
    var (node, _) = try value(model, below: -1)
    // What stands above a file's first key is about the file, and stays at its top.
    takeGap(to: bytes.count)
    node.end += takePending()
    return node
  }

  // MARK: - Values

  /// Reads the value on whose event the reader stands, and the comment at the end of its line.
  private mutating func value(
    _ model: ValueModel?, below column: Int
  ) throws -> (node: LayoutNode, comment: String?) {
    depth += 1
    defer { depth -= 1 }
    guard depth <= YAMLCursor.maximumDepth else { throw NoLayout() }
    switch kind {
    case .scalar: return try scalar(model)
    case .mappingStart, .sequenceStart:
      return isFlow ? try flow(model) : (try block(model, below: column), nil)
    default: throw NoLayout()
    }
  }

  private mutating func scalar(
    _ model: ValueModel?
  ) throws -> (node: LayoutNode, comment: String?) {
    let text = scalarText
    let style = events.scalarStyle
    // Nothing at all has no place that could be relied on.
    if style == YAML_PLAIN_SCALAR_STYLE, events.scalarBytes.isEmpty {
      try advance()
      return (LayoutNode(content: .nothing), nil)
    }
    let start = marks.byteOffset(of: events.startMark)
    let end = marks.byteOffset(of: events.endMark)
    takeGap(to: start)
    var comment: String?
    if style == YAML_LITERAL_SCALAR_STYLE || style == YAML_FOLDED_SCALAR_STYLE {
      comment = takeBlock(start..<end)
    } else {
      position = end
      comment = takeEndOfLine(behind: ",")
    }
    try advance()
    return (.text(text, model?.layout ?? .line), comment)
  }

  /// The text of a scalar as ``YAMLCursor/scalarText()`` has it.
  private var scalarText: String {
    let bytes = events.scalarBytes
    var (start, end) = (0, bytes.count)
    while end > 0, bytes[end - 1] == 0x20 || bytes[end - 1] == 0x0a { end -= 1 }
    while start < end, bytes[start] == 0x0a { start += 1 }
    return String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<end]), as: UTF8.self)
  }

  /// Uses up the block scalar in `range`, and gives the comment behind its head.
  private mutating func takeBlock(_ range: Range<Int>) -> String? {
    let head = bytes[range].prefix { $0 != 0x0a }
    var end = range.upperBound
    // Blank lines at its end don't belong to it.
    while end > head.endIndex, isBlank(bytes[end - 1]) { end -= 1 }
    position = end
    return head.firstIndex(of: UInt8(ascii: "#")).map { comment(in: $0..<head.endIndex) }
  }

  private mutating func block(_ model: ValueModel?, below column: Int) throws -> LayoutNode {
    let own = Int(events.startMark.column)
    let isList = kind == .sequenceStart
    try advance()
    var node: LayoutNode
    if isList {
      node = LayoutNode(content: .list(try items(model, at: own), isFlow: model?.isFlow ?? false))
    } else {
      let entries = try self.entries(model, at: own)
      node = LayoutNode(content: .mapping(entries, isFlow: model?.isFlow ?? false))
    }
    takeLines()
    // A list may begin in the column of its key: then what stands there is not its own.
    node.end = takePending(from: max(own, column + 1))
    try advance()
    return node.inOrder(model, isRoot: column < 0)
  }

  private mutating func entries(
    _ model: ValueModel?, at column: Int
  ) throws -> [LayoutNode.Entry] {
    var entries: [LayoutNode.Entry] = []
    while kind == .scalar {
      let key = scalarText
      takeGap(to: marks.byteOffset(of: events.startMark))
      position = max(position, marks.byteOffset(of: events.endMark))
      var entry = LayoutNode.Entry(lead: takePending(), key: key, value: .text("", .line))
      let above = takeEndOfLine(behind: ":")
      try advance()
      let model = model?.value(of: key)
      if kind == .scalar || isFlow, !isNothing {
        takeGap(to: marks.byteOffset(of: events.startMark))
      }
      if kind == .scalar || isFlow { entry.lead += takePending().filter { $0 != .blank } }
      let comment: String?
      (entry.value, comment) = try value(model, below: column)
      entry.take(above, comment)
      entries.append(entry)
    }
    guard kind == .mappingEnd else { throw NoLayout() }
    return entries
  }

  private mutating func items(_ model: ValueModel?, at column: Int) throws -> [LayoutNode.Item] {
    var items: [LayoutNode.Item] = []
    while kind != .sequenceEnd {
      if !isNothing { takeGap(to: marks.byteOffset(of: events.startMark)) }
      var item = LayoutNode.Item(lead: takePending(), value: .text("", .line))
      (item.value, item.comment) = try value(model?.entry, below: column)
      item.settle()
      items.append(item)
    }
    return items
  }

  /// Reads a collection in brackets or braces.
  private mutating func flow(
    _ model: ValueModel?
  ) throws -> (node: LayoutNode, comment: String?) {
    let isList = kind == .sequenceStart
    takeGap(to: marks.byteOffset(of: events.startMark))
    let outside = pending
    pending = []
    position = marks.byteOffset(of: events.endMark)
    let head = takeEndOfLine(behind: nil)
    try advance()
    var node: LayoutNode
    if isList {
      let items = try self.items(model, at: -1)
      node = LayoutNode(content: .list(items, isFlow: model?.isFlow ?? false))
    } else {
      let entries = try self.entries(model, at: -1)
      node = LayoutNode(content: .mapping(entries, isFlow: model?.isFlow ?? false))
    }
    takeGap(to: marks.byteOffset(of: events.startMark))
    node.end = takePending()
    node.dropBlanks()
    position = marks.byteOffset(of: events.endMark)
    let tail = takeEndOfLine(behind: ",")
    pending = outside
    try advance()
    node = node.inOrder(model, isRoot: false)
    // One comment can stay on the line of the key.
    if head != nil, let tail { node.end.append(.comment(tail)) }
    return (node, head ?? tail)
  }

  /// Whether the event is a collection in brackets or braces.
  private var isFlow: Bool {
    switch kind {
    case .sequenceStart: events.isFlowSequence
    case .mappingStart: events.isFlowMapping
    default: false
    }
  }

  private var isNothing: Bool {
    kind == .scalar && events.scalarStyle == YAML_PLAIN_SCALAR_STYLE && events.scalarBytes.isEmpty
  }

  // MARK: - Comments and blank lines

  /// What stands above what comes next.
  private mutating func takePending() -> [LayoutNode.Trivia] {
    defer { pending = [] }
    return pending.map(\.trivia)
  }

  /// The first of what is pending, up to the last comment before one that begins left of `column`.
  private mutating func takePending(from column: Int) -> [LayoutNode.Trivia] {
    let own = pending.prefix { $0.trivia == .blank || $0.column >= column }
    let count = (own.lastIndex { $0.trivia != .blank } ?? -1) + 1
    defer { pending.removeFirst(count) }
    return pending.prefix(count).map(\.trivia)
  }

  /// Takes the comments and blank lines up to an offset; what is there already is left alone.
  private mutating func takeGap(to end: Int) {
    guard position < end else { return }
    var isLineOfOther = position > 0 && bytes[position - 1] != 0x0a
    while position < end {
      let line = bytes[position..<end]
      let feed = line.firstIndex(of: 0x0a)
      let text = line[..<(feed ?? end)]
      if let hash = text.firstIndex(of: UInt8(ascii: "#")) {
        take(commentIn: hash..<text.endIndex)
      } else if feed != nil, !isLineOfOther, text.allSatisfy(isBlank) {
        pending.append(PlacedTrivia(trivia: .blank, column: 0))
      }
      isLineOfOther = false
      position = feed.map { $0 + 1 } ?? end
    }
  }

  /// Takes the lines that hold nothing but a comment, or nothing.
  private mutating func takeLines() {
    // The rest of the line on which something has been used holds blanks, if it holds no more.
    var start = position
    if start > 0, bytes[start - 1] != 0x0a {
      let rest = bytes[start...].prefix { $0 != 0x0a }
      guard rest.allSatisfy(isBlank), rest.endIndex < bytes.count else { return }
      start = rest.endIndex + 1
    }
    while start < bytes.count {
      let line = bytes[start...].prefix { $0 != 0x0a }
      let text = line.drop(while: isBlank)
      guard text.isEmpty || text.first == UInt8(ascii: "#") else { break }
      if text.isEmpty {
        guard line.endIndex < bytes.count else { break }
        pending.append(PlacedTrivia(trivia: .blank, column: 0))
      } else {
        take(commentIn: text.startIndex..<text.endIndex)
      }
      start = min(line.endIndex + 1, bytes.count)
      position = start
    }
  }

  private mutating func take(commentIn range: Range<Int>) {
    let start = bytes[..<range.lowerBound].lastIndex(of: 0x0a).map { $0 + 1 } ?? 0
    let column = bytes[start..<range.lowerBound].count { $0 & 0xc0 != 0x80 }
    pending.append(PlacedTrivia(trivia: .comment(comment(in: range)), column: column))
  }

  /// The comment behind what was used last, on the same line, where at most `mark` is between.
  private mutating func takeEndOfLine(behind mark: Unicode.Scalar?) -> String? {
    var index = position
    var isMarkAllowed = mark != nil
    while index < bytes.count {
      switch bytes[index] {
      case 0x20: index += 1
      case UInt8(ascii: "#"):
        let end = bytes[index...].firstIndex(of: 0x0a) ?? bytes.count
        position = end
        return comment(in: index..<end)
      case let byte where isMarkAllowed && UInt32(byte) == mark?.value:
        isMarkAllowed = false
        index += 1
        position = index
      default: return nil
      }
    }
    return nil
  }

  private func comment(in range: Range<Int>) -> String {
    var end = range.upperBound
    while end > range.lowerBound, isBlank(bytes[end - 1]) { end -= 1 }
    return String(decoding: bytes[range.lowerBound..<end], as: UTF8.self)
  }
}

private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0d || byte == 0x0a }
