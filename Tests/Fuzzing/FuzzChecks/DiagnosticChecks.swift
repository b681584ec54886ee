import QuestionBankFormat

/// What must hold for the diagnostics of every input.
struct DiagnosticChecks {
  private let files: [String: LineLengths]
  /// The most diagnostics: a thousand, and one that says that there are more.
  private static let limit = 1_001

  init(_ files: [SourceFile]) {
    self.files = Dictionary(
      files.map { ($0.name, LineLengths($0)) }, uniquingKeysWith: { first, _ in first })
  }

  func check(_ diagnostics: [Diagnostic], upTo limit: Int = Self.limit) throws(BrokenPromise) {
    try require(diagnostics.count <= limit, "\(diagnostics.count) diagnostics")
    var previous: SourceLocation?
    for diagnostic in diagnostics {
      // The last one may say that reading stopped, at the place of the last error.
      if let previous {
        try require(
          previous <= diagnostic.location || diagnostic.rule == Rule.tooManyDiagnostics.rawValue,
          "\(diagnostic.location) comes after \(previous)")
      }
      previous = diagnostic.location
      try checkPlace(diagnostic.location, diagnostic.rule)
      try checkMessage(diagnostic.message, diagnostic.rule)
      try require(Rule(rawValue: diagnostic.rule) != nil, "there is no rule \(diagnostic.rule)")
      for note in diagnostic.notes {
        if let location = note.location { try checkPlace(location, diagnostic.rule) }
        try checkMessage(note.message, diagnostic.rule)
      }
    }
  }

  private func checkPlace(_ place: SourceLocation, _ rule: String) throws(BrokenPromise) {
    guard let lengths = files[place.file] else {
      throw BrokenPromise("[\(rule)] speaks of a file that wasn't read: \(place.file)")
    }
    try require(lengths.contain(place), "[\(rule)] lies outside its file: \(place)")
  }

  private func checkMessage(_ message: String, _ rule: String) throws(BrokenPromise) {
    try require(!message.isEmpty, "[\(rule)] says nothing")
    try require(message.utf8.count < 2_000, "[\(rule)] says \(message.utf8.count) bytes")
    try require(message.last != ".", "[\(rule)] ends with a full stop: \(message)")
  }
}

/// How long the lines of a file are, in scalars.
private struct LineLengths {
  private var lengths: [Int] = []

  init(_ file: SourceFile) {
    for line in file.bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      lengths.append(String(decoding: line, as: UTF8.self).unicodeScalars.count)
    }
  }

  /// Whether a place is that of a scalar, or of the end of a line.
  func contain(_ place: SourceLocation) -> Bool {
    guard lengths.indices.contains(place.line - 1) else { return false }
    return (1...lengths[place.line - 1] + 1).contains(place.column)
  }
}
