import CLibYAML

/// Walks over the events of one file and reads values where it stands.
///
/// The cursor always stands on an event that has not been used yet. Functions that read a value
/// use it up whole, also where it is of the wrong kind and they report that. What no bank may hold
/// (anchors, aliases, tags, keys that are no texts, deep nesting) is found here.
struct YAMLCursor: ~Copyable {
  /// The most collections inside one another.
  static let maximumDepth = 32

  /// The file's name.
  let file: String
  /// Takes what is found.
  let diagnostics: DiagnosticCollector
  /// Takes the places of what is read, where they are asked for.
  let places: BankPlaces.Collector?
  /// The event on which the cursor stands.
  private(set) var kind = YAMLEventKind.streamStart
  /// Where that event begins.
  private(set) var place = Place.start

  /// The events of the file.
  var events: YAMLEvents
  /// The text of the file.
  let bytes: UnsafeRawBufferPointer
  /// Finds places in it.
  var marks: MarkPlaces
  /// Whether characters in it were replaced.
  let isMended: Bool
  private var depth = 0
  /// Whether the scalar on which the cursor stands holds characters by escapes that it may not.
  var holdsForbiddenEscapes = false
  /// Which keys of the mappings that are open have been seen, innermost last.
  private var seenKeys: [(index: Int, place: Place)] = []

  /// Starts at the beginning of `bytes`, the text of the file `file`.
  init(
    _ bytes: UnsafeRawBufferPointer, of file: String, checked: CheckedText,
    reportingTo diagnostics: DiagnosticCollector, notingPlacesIn places: BankPlaces.Collector? = nil
  ) {
    self.file = file
    self.diagnostics = diagnostics
    self.places = places
    self.bytes = bytes
    marks = MarkPlaces(bytes, isASCII: checked.isASCII)
    isMended = checked.replacement != nil
    events = YAMLEvents(bytes)
  }

  /// A place in the file.
  func location(_ place: Place) -> SourceLocation { SourceLocation(file: file, place) }

  /// Reports something at a place, by default where the cursor stands.
  func report(
    _ rule: Rule, _ message: String, at place: Place? = nil, notes: [Diagnostic.Note] = [],
    suggestion: String? = nil
  ) {
    diagnostics.report(
      rule, message, at: location(place ?? self.place), notes: notes,
      suggestion: suggestion)
  }

  // MARK: - Moving

  /// Moves to the root of the file's document; false, with a report, where there is none.
  mutating func openDocument() throws(ReadingStopped) -> Bool {
    try advance()
    try advance()
    if kind == .documentStart {
      try advance()
      if !isNothing { return true }
    }
    report(.emptyFile, "the file is empty", at: .start)
    return false
  }

  /// Sees to it that nothing follows the document whose root has been read.
  mutating func closeDocument() throws(ReadingStopped) {
    try advance()
    if kind == .documentStart {
      report(.secondDocument, "a second document begins here; a file holds one only")
    }
  }

  /// Moves to the next event.
  mutating func advance() throws(ReadingStopped) {
    if diagnostics.isFull { throw .limit }
    do {
      kind = try events.next()
    } catch {
      reportSyntax(error)
      throw .file
    }
    holdsForbiddenEscapes = false
    place = marks.place(of: events.startMark)
    switch kind {
    case .sequenceStart, .mappingStart:
      depth += 1
      if depth > Self.maximumDepth {
        report(.nestingTooDeep, "nesting is deeper than \(Self.maximumDepth) levels")
        throw .file
      }
      checkProperties()
    case .sequenceEnd, .mappingEnd: depth -= 1
    case .scalar:
      checkProperties()
      if events.scalarStyle == YAML_DOUBLE_QUOTED_SCALAR_STYLE { checkEscapes() }
    case .alias:
      report(
        .alias,
        "aliases are not allowed; write the value out, or put a text that begins with '*' in quotes"
      )
    case .streamStart, .streamEnd, .documentStart, .documentEnd: break
    }
  }

  /// Moves behind the value on which the cursor stands, whatever it is.
  mutating func skipValue() throws(ReadingStopped) {
    switch kind {
    case .sequenceStart, .mappingStart:
      let outside = depth - 1
      repeat { try advance() } while depth > outside
    default: break
    }
    try advance()
  }

  // MARK: - Collections

  /// What is known of a mapping whose keys are being read.
  struct Mapping<Key: YAMLKey> {
    /// Where it begins.
    let place: Place
    /// Where the key stands that was read last.
    fileprivate(set) var keyPlace: Place
    fileprivate let keys: KeyTable<Key>
    fileprivate let firstSeen: Int
    fileprivate var seen: UInt64 = 0

    /// Whether `key` has been read.
    func contains(_ key: Key) -> Bool { hasSeen(keys.index(of: key)) }

    /// Those of `keys` that have not been read.
    func missing(_ keys: [Key]) -> [Key] { keys.filter { !contains($0) } }

    fileprivate func hasSeen(_ index: Int) -> Bool { seen & (1 << UInt64(index)) != 0 }
  }

  /// Goes into a mapping with the keys `keys`; nil, with a report, where `owner` is none.
  ///
  /// The report reads "`owner` must be a mapping".
  mutating func openMapping<Key>(
    _ owner: String, of keys: KeyTable<Key>
  ) throws(ReadingStopped) -> Mapping<Key>? {
    let place = place
    guard try openNames(owner) else { return nil }
    return Mapping(place: place, keyPlace: place, keys: keys, firstSeen: seenKeys.count)
  }

  /// The next key of a mapping, with the cursor on its value; nil behind its end.
  ///
  /// Reports and skips unknown keys, keys for the second time, and keys that are no texts.
  mutating func nextKey<Key>(in mapping: inout Mapping<Key>) throws(ReadingStopped) -> Key? {
    while kind != .mappingEnd {
      guard kind == .scalar else {
        try skipComplexKey()
        continue
      }
      guard let (index, key) = mapping.keys.find(events.scalarBytes) else {
        reportUnknownKey(among: mapping.keys.names)
        try advance()
        try skipValue()
        continue
      }
      if mapping.hasSeen(index) {
        let first = seenKeys[mapping.firstSeen...].first { $0.index == index }
        reportDuplicateKey(key.rawValue, first: first?.place)
        try advance()
        try skipValue()
        continue
      }
      mapping.seen |= 1 << UInt64(index)
      mapping.keyPlace = place
      seenKeys.append((index, place))
      try advance()
      return key
    }
    seenKeys.removeSubrange(mapping.firstSeen...)
    try advance()
    return nil
  }

  /// Reports each of `keys` that a mapping, `owner`, needs and has not.
  func require<Key>(
    _ keys: [Key], in mapping: Mapping<Key>, _ owner: String, at place: Place? = nil
  ) {
    for key in mapping.missing(keys) {
      report(
        .missingKey, "\(owner) needs the key '\(key.rawValue)'", at: place ?? mapping.place)
    }
  }

  /// Goes into a mapping whose keys are the author's own; false, with a report, where `owner` is
  /// none.
  mutating func openNames(_ owner: String) throws(ReadingStopped) -> Bool {
    guard kind == .mappingStart else {
      try reportWrongKind(owner, expected: "a mapping")
      return false
    }
    try advance()
    return true
  }

  /// The next key of a mapping whose keys are the author's own, with the cursor on its value; nil
  /// behind its end.
  ///
  /// Keys for the second time are the caller's to find.
  mutating func nextName() throws(ReadingStopped) -> Text? {
    while kind != .mappingEnd {
      guard kind == .scalar else {
        try skipComplexKey()
        continue
      }
      if reportMergeKey() {
        try advance()
        try skipValue()
        continue
      }
      let name = Text(value: scalarText(), place: place)
      try advance()
      return name
    }
    try advance()
    return nil
  }

  /// Goes into a list; false, with a report, where `owner` is none.
  mutating func openSequence(_ owner: String) throws(ReadingStopped) -> Bool {
    guard kind == .sequenceStart else {
      try reportWrongKind(owner, expected: "a list")
      return false
    }
    try advance()
    return true
  }

  /// Whether there is another item in a list, with the cursor on it; false behind its end.
  ///
  /// `count` counts the items; those beyond `limit` are skipped with `complaint`.
  mutating func nextItem(
    _ count: inout Int, upTo limit: Int, _ complaint: @autoclosure () -> String
  ) throws(ReadingStopped) -> Bool {
    if count == limit, kind != .sequenceEnd {
      report(.tooManyItems, complaint())
      repeat { try skipValue() } while kind != .sequenceEnd
    }
    guard try nextItem() else { return false }
    count += 1
    return true
  }

  /// Whether there is another item in a list of names or words.
  mutating func nextEntry(
    of owner: String, _ count: inout Int
  ) throws(ReadingStopped) -> Bool {
    try nextItem(
      &count, upTo: ReadingLimits.listEntries,
      "\(owner) has more than \(ReadingLimits.listEntries) entries")
  }

  /// Whether there is another item in the list, with the cursor on it; false behind its end.
  mutating func nextItem() throws(ReadingStopped) -> Bool {
    guard kind == .sequenceEnd else { return true }
    try advance()
    return false
  }

  // MARK: - Scalars

  /// The scalar on which the cursor stands, without line ends before and white space behind it.
  func scalarText() -> String {
    let bytes = events.scalarBytes
    var start = 0
    var end = bytes.count
    while end > 0, bytes[end - 1] == 0x20 || bytes[end - 1] == 0x0a { end -= 1 }
    while start < end, bytes[start] == 0x0a { start += 1 }
    let text = String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<end]), as: UTF8.self)
    return holdsForbiddenEscapes ? Self.mended(text) : text
  }

  /// The text with a blank for each character that no text may hold, as in ``CheckedText``.
  private static func mended(_ text: String) -> String {
    var mended = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      mended.append(CharacterScan.offence(ofScalar: scalar.value) == nil ? scalar : " ")
    }
    return String(mended)
  }

  /// Whether the value is written as nothing at all: `key:`.
  var isNothing: Bool {
    kind == .scalar && events.scalarBytes.isEmpty
      && events.scalarStyle == YAML_PLAIN_SCALAR_STYLE
  }
}
