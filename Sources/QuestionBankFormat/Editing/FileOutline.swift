import CLibYAML

/// Where the scalars of a bank's file and the questions in it stand, in bytes: for edits that leave
/// everything else as it is.
struct FileOutline {
  /// A question of the file.
  struct QuestionOutline {
    /// The id; empty where there is none.
    var id = ""
    /// The objective it names.
    var objective: String?
    /// The bytes of the id, with its quotes.
    var idRange: Range<Int>?
    /// Where its first key begins.
    var start: Int
    /// The column, from 0, of the dash.
    var dashColumn: Int
    /// The end of its last value.
    var end: Int
    /// Whether it is written in braces.
    var isFlow: Bool
    /// The entries of its list of references: text, bytes.
    var references: [(text: String, range: Range<Int>)] = []
    /// Whether the references stand in brackets.
    var hasFlowReferences = false
  }

  /// The bytes of each scalar, by where it begins.
  fileprivate(set) var scalars: [Place: Range<Int>] = [:]
  /// The questions in order.
  fileprivate(set) var questions: [QuestionOutline] = []
  /// The bytes of `questions: []`, from the key to the bracket, where the list is empty or missing.
  fileprivate(set) var emptyQuestions: Range<Int>?
  /// Whether there is the key `questions`.
  fileprivate(set) var hasQuestions = false
  /// Whether the list of questions stands in brackets.
  fileprivate(set) var isFlow = false

  /// Reads a file; nil where it is no YAML.
  ///
  /// Offsets are those of the text behind a byte order mark.
  init?(_ file: SourceFile) {
    let diagnostics = DiagnosticCollector()
    guard let text = try? CheckedText(file, reportingTo: diagnostics), text.replacement == nil,
      let outline = try? text.withBytes(
        of: file,
        { bytes throws(ReadingStopped) -> FileOutline? in
          var walk = OutlineWalk(bytes, isASCII: text.isASCII)
          do {
            try walk.read()
            return walk.outline
          } catch {
            return nil
          }
        })
    else { return nil }
    self = outline
  }

  fileprivate init() {}
}

/// One pass over a file's events.
private struct OutlineWalk: ~Copyable {
  var outline = FileOutline()

  private var events: YAMLEvents
  private var marks: MarkPlaces
  private let bytes: UnsafeRawBufferPointer
  private var kind = YAMLEventKind.streamStart
  private var depth = 0
  private var end = 0

  private struct TooDeep: Error {}

  init(_ bytes: UnsafeRawBufferPointer, isASCII: Bool) {
    self.bytes = bytes
    marks = MarkPlaces(bytes, isASCII: isASCII)
    events = YAMLEvents(bytes)
  }

  mutating func read() throws {
    repeat { try advance() } while kind == .streamStart || kind == .documentStart
    guard kind == .mappingStart else { return }
    try advance()
    while kind == .scalar {
      let key = text
      let start = range.lowerBound
      try advance()
      if key == "questions" {
        outline.hasQuestions = true
        try readQuestions(from: start)
      } else {
        try skip()
      }
    }
  }

  private mutating func readQuestions(from start: Int) throws {
    guard kind == .sequenceStart else {
      if kind == .scalar, range.isEmpty {
        outline.emptyQuestions = start..<(start + "questions:".utf8.count)
      }
      try skip()
      return
    }
    outline.isFlow = events.isFlowSequence
    let column = Int(events.startMark.column)
    try advance()
    while kind != .sequenceEnd {
      let first = marks.byteOffset(of: events.startMark)
      var question = FileOutline.QuestionOutline(
        start: first, dashColumn: outline.isFlow ? 0 : column, end: first,
        isFlow: kind == .mappingStart && events.isFlowMapping)
      if kind == .mappingStart {
        try read(&question)
      } else {
        try skip()
      }
      question.end = end
      outline.questions.append(question)
    }
    if outline.questions.isEmpty {
      outline.emptyQuestions = start..<marks.byteOffset(of: events.endMark)
    }
    try advance()
  }

  private mutating func read(_ question: inout FileOutline.QuestionOutline) throws {
    try advance()
    while kind == .scalar {
      let key = text
      try advance()
      switch (key, kind) {
      case ("id", .scalar): (question.id, question.idRange) = (text, range)
      case ("objective", .scalar): question.objective = text
      case ("references", .sequenceStart):
        question.hasFlowReferences = events.isFlowSequence
        try advance()
        while kind == .scalar {
          question.references.append((text, range))
          try advance()
        }
        while kind != .sequenceEnd { try skip() }
        try advance()
        continue
      default: break
      }
      try skip()
    }
    while kind != .mappingEnd { try skip() }
    try advance()
  }

  /// Moves behind a value.
  private mutating func skip() throws {
    guard kind == .sequenceStart || kind == .mappingStart else {
      try advance()
      return
    }
    let outside = depth - 1
    repeat { try advance() } while depth > outside
    try advance()
  }

  private mutating func advance() throws {
    kind = try events.next()
    switch kind {
    case .sequenceStart, .mappingStart:
      depth += 1
      if depth > YAMLCursor.maximumDepth { throw TooDeep() }
    case .sequenceEnd, .mappingEnd:
      depth -= 1
      // A closing bracket; block collections end where nothing is written.
      let offset = marks.byteOffset(of: events.startMark)
      if offset < bytes.count,
        bytes[offset] == UInt8(ascii: "]") || bytes[offset] == UInt8(ascii: "}"),
        events.endMark.index > events.startMark.index
      {
        end = offset + 1
      }
    case .scalar:
      let range = self.range
      outline.scalars[marks.place(of: events.startMark)] = range
      if !range.isEmpty { end = range.upperBound }
    default: break
    }
  }

  private var text: String { String(decoding: events.scalarBytes, as: UTF8.self) }

  /// The bytes of the scalar, without blank lines behind a block.
  private var range: Range<Int> {
    mutating get {
      let start = marks.byteOffset(of: events.startMark)
      var end = marks.byteOffset(of: events.endMark)
      while end > start, bytes[end - 1] == 0x0a || bytes[end - 1] == 0x20 || bytes[end - 1] == 0x0d
      {
        end -= 1
      }
      return start..<max(start, end)
    }
  }
}
