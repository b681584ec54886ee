/// What a file is, by its `format:` line.
package enum FileKind: Equatable, Sendable {
  /// A bank, or the main file of one, of this version.
  case bank(version: Int)
  /// A blueprint of this version.
  case exam(version: Int)
  /// No format, but questions: a further file of a bank.
  case questions
  /// Something else.
  case other

  /// The version of banks that this program reads and writes.
  package static let bankVersion = 1
  /// The version of blueprints that this program reads and writes.
  package static let examVersion = 1

  /// Tells what `file` is from its lines that begin in the first column, without reading more of
  /// it as YAML.
  package init(_ file: SourceFile) {
    if let line = FormatLine(file) {
      self.init(format: line.value)
    } else {
      self = file.hasLine(beginningWith: "questions:") ? .questions : .other
    }
  }

  /// The kind that a `format:` of this value makes.
  init(format: some StringProtocol) {
    let parts = format.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, let version = Int(parts[1]), version > 0 else {
      self = .other
      return
    }
    switch parts[0] {
    case "swot-bank": self = .bank(version: version)
    case "swot-exam": self = .exam(version: version)
    default: self = .other
    }
  }
}

/// The line of a file that says what format it has.
struct FormatLine {
  /// What stands behind `format:`, without quotes or a comment.
  let value: String
  /// Where that stands.
  let place: Place

  /// Finds the first line of `file` that begins with `format:`; nil where there is none.
  init?(_ file: SourceFile) {
    let key: StaticString = "format:"
    guard let (start, line) = file.line(beginningWith: key) else { return nil }
    let rest = file.bytes[(start + key.utf8CodeUnitCount)...].prefix { $0 != 0x0a }.prefix(100)
    let value = rest.drop { $0 == 0x20 }
    place = Place(line: line, column: value.startIndex - start + 1)
    let isEnd: Set<UInt8> = [0x20, 0x0d]
    self.value = String(decoding: value.prefix { !isEnd.contains($0) }, as: UTF8.self)
      .filter { $0 != "\"" && $0 != "'" }
  }
}

extension SourceFile {
  /// Whether a line begins with `text`, in the first column.
  fileprivate func hasLine(beginningWith text: StaticString) -> Bool {
    line(beginningWith: text) != nil
  }

  /// The first line that begins with `text`: the index of its first byte and its number from 1.
  fileprivate func line(beginningWith text: StaticString) -> (start: Int, number: Int)? {
    bytes.withUnsafeBytes { bytes in
      let wanted = UnsafeRawBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
      var start = startOfText
      var number = 1
      while start < bytes.count {
        if bytes[start] == wanted[0], bytes[start...].starts(with: wanted) {
          return (start, number)
        }
        while start < bytes.count, bytes[start] != 0x0a { start += 1 }
        start += 1
        number += 1
      }
      return nil
    }
  }
}
