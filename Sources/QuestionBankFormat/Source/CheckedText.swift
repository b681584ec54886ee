/// The text of a file with everything taken out that must not be in it, and reported.
///
/// What is taken out is replaced by one harmless character each, so that reading can go on and
/// every line and column stays what it is in the file.
struct CheckedText {
  /// The bytes to read instead of the file's; nil where the file's own are good from
  /// ``SourceFile/startOfText`` on.
  private(set) var replacement: [UInt8]?
  /// Whether all bytes are ASCII: then the number of a scalar is the number of its byte.
  private(set) var isASCII = true

  /// Checks the bytes of `file`.
  init(
    _ file: SourceFile, allowing allowance: CharacterScan.Allowance = [],
    reportingTo diagnostics: DiagnosticCollector
  ) throws(ReadingStopped) {
    if file.bytes.starts(with: [0xff, 0xfe]) || file.bytes.starts(with: [0xfe, 0xff]) {
      diagnostics.report(
        .invalidUTF8, "the file is in UTF-16; save it as UTF-8",
        at: SourceLocation(file: file.name, line: 1, column: 1))
      throw .file
    }
    let result = file.bytes.withUnsafeBytes { bytes in
      Self.scan(bytes, of: file, allowing: allowance, reportingTo: diagnostics)
    }
    (replacement, isASCII) = result
    if diagnostics.isFull { throw .limit }
  }

  /// Calls `body` with the text's bytes, without a byte order mark.
  func withBytes<Result>(
    of file: SourceFile,
    _ body: (UnsafeRawBufferPointer) throws(ReadingStopped) -> Result
  ) throws(ReadingStopped) -> Result {
    let outcome: Swift.Result<Result, ReadingStopped> =
      if let replacement {
        replacement.withUnsafeBytes { bytes in
          Swift.Result { () throws(ReadingStopped) in try body(bytes) }
        }
      } else {
        file.bytes.withUnsafeBytes { bytes in
          Swift.Result { () throws(ReadingStopped) in
            try body(UnsafeRawBufferPointer(rebasing: bytes[file.startOfText...]))
          }
        }
      }
    return try outcome.get()
  }

  private static func scan(
    _ bytes: UnsafeRawBufferPointer, of file: SourceFile,
    allowing allowance: CharacterScan.Allowance,
    reportingTo diagnostics: DiagnosticCollector
  ) -> (replacement: [UInt8]?, isASCII: Bool) {
    let start = file.startOfText
    var scan = CharacterScan(bytes, from: start, allowing: allowance)
    var finder = PlaceFinder(bytes, startOfText: start)
    var mended: [UInt8] = []
    var copied = start
    while !diagnostics.isFull, let offence = scan.next() {
      let place = finder.place(at: offence.offset)
      finder.skip(offence.count)
      offence.kind.report(
        at: SourceLocation(file: file.name, place), to: diagnostics)
      if copied == start { mended.reserveCapacity(bytes.count) }
      mended.append(contentsOf: bytes[copied..<offence.offset])
      mended.append(offence.kind == .directive ? UInt8(ascii: "#") : UInt8(ascii: " "))
      copied = offence.offset + offence.count
    }
    guard copied > start else { return (nil, scan.isASCII) }
    mended.append(contentsOf: bytes[copied...])
    return (mended, scan.isASCII)
  }
}

extension SourceLocation {
  /// The place within `file`.
  init(file: String, _ place: Place) {
    self.init(file: file, line: Int(place.line), column: Int(place.column))
  }
}

extension CharacterScan.Offence.Kind {
  /// Reports it.
  func report(at location: SourceLocation, to diagnostics: DiagnosticCollector) {
    switch self {
    case .invalidUTF8(let byte):
      diagnostics.report(
        .invalidUTF8, "byte 0x\(hex(UInt32(byte), digits: 2)) is not valid UTF-8", at: location)
    case .tab:
      diagnostics.report(.tab, "a tab is not allowed; use spaces", at: location)
    case .directive:
      diagnostics.report(
        .directive, "a line must not begin with '%'; YAML directives are not allowed",
        at: location)
    case .control(let value):
      diagnostics.report(
        .controlCharacter, "control character U+\(hex(value)) is not allowed", at: location)
    case .lineSeparator(let value):
      diagnostics.report(
        .controlCharacter,
        "line separator U+\(hex(value)) is not allowed; end lines with line feeds",
        at: location)
    case .noCharacter(0xfeff):
      diagnostics.report(
        .controlCharacter, "a byte order mark is allowed at the start of a file only",
        at: location)
    case .noCharacter(let value):
      diagnostics.report(.controlCharacter, "U+\(hex(value)) is not a character", at: location)
    case .bidirectional(let value):
      diagnostics.report(
        .bidirectionalCharacter,
        "bidirectional control U+\(hex(value)) is not allowed: it can hide what a text says",
        at: location)
    }
  }

  private func hex(_ value: UInt32, digits: Int = 4) -> String {
    let text = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, digits - text.count)) + text
  }
}
