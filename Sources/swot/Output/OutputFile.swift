#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Where a command writes a document: a file, or standard output.
struct OutputFile {
  /// The file; nil for standard output.
  let path: String?
  /// Whether a file that is there already is replaced.
  let replaces: Bool

  /// Writes a document.
  ///
  /// - Parameter bytes: All of it.
  /// - Throws: ``NewFileFailure`` or ``WriteFailure``.
  func write(_ bytes: [UInt8]) throws {
    guard let path else { return try StandardStream.output.write(bytes) }
    try NewFile.write(bytes, to: path, present: replaces ? .replaced : .kept)
    try StandardStream.error.writeLine("swot: wrote '\(path)'")
  }

  /// Refuses, before anything is made, what no terminal can show.
  ///
  /// - Throws: ``NotForTerminals``.
  func refuseTerminal() throws(NotForTerminals) {
    if path == nil, isatty(StandardStream.output.rawValue) == 1 { throw NotForTerminals() }
  }
}

/// A document that isn't text would go to a terminal.
struct NotForTerminals: CommandFailure, Equatable {
  var status: ExitStatus { .usage }
  var description: String { "a PDF is nothing for a terminal: name a file with --output" }
}
