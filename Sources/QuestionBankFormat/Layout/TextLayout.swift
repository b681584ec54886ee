/// How a text is laid out in a YAML file: which of YAML's ways of writing it is taken.
///
/// What is taken depends on the text, this, and where it stands; never on how it was written before.
enum TextLayout: Sendable {
  /// A number, a date, `true`: on the line of its key and without quotes.
  case value
  /// An id, an address, a name: on the line of its key, however long.
  case word
  /// A title, a choice: on the line of its key where it fits, else folded.
  case line
  /// A stem, a scenario: on the line of its key where it fits, else in a block with its own lines.
  case prose
  /// A rationale: folded in a block, also where it is short, so that an edit changes few lines.
  case folded
}

/// A text as it stands in a YAML file.
struct LaidOutText: Equatable {
  /// What stands on the line of the key: the text, or the head of the block.
  var head: String
  /// The lines of the block, without the indentation of the block itself.
  var body: [String] = []

  /// The longest line that is written where the text leaves a choice, in scalars.
  static let width = 100

  /// Lays out `text`, the first line of which begins in column `column` (from 0) and the block of
  /// which is indented by `indent`.
  init(_ text: String, _ layout: TextLayout, column: Int, indent: Int) {
    let isOneLine = !text.utf8.contains(0x0a)
    let inline = isOneLine ? Self.inline(text, isValue: layout == .value) : nil
    let fits = inline.map { column + $0.unicodeScalars.count <= Self.width } ?? false
    switch (layout, inline) {
    case (.value, .some(let inline)), (.word, .some(let inline)): self.init(head: inline)
    case (.line, .some(let inline)) where fits || !Self.canFold(text): self.init(head: inline)
    case (.line, .some): self.init(folding: text, indent: indent)
    case (.prose, .some(let inline)) where fits: self.init(head: inline)
    case (.folded, .some) where Self.canFold(text): self.init(folding: text, indent: indent)
    case (.folded, .some(let inline)) where text.isEmpty: self.init(head: inline)
    default: self.init(inBlock: text, indent: indent)
    }
  }

  private init(head: String) { self.head = head }

  /// Keeps the text's own lines where they fit, and folds them otherwise.
  private init(inBlock text: String, indent: Int) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let fits = lines.allSatisfy { indent + $0.unicodeScalars.count <= Self.width }
    if !fits, Self.canFold(text) {
      self.init(folding: text, indent: indent)
      return
    }
    // Without the digit, blanks at the start would be taken for the block's own indentation.
    self.init(head: text.utf8.first == 0x20 ? "|2" : "|")
    body = lines.map(String.init)
  }

  private init(folding text: String, indent: Int) {
    self.init(head: ">-")
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      // A single line break is folded to a blank, so a line feed takes an empty line.
      if !body.isEmpty { body.append("") }
      if !line.isEmpty { body += Self.wrap(line, to: max(20, Self.width - indent)) }
    }
  }

  /// Whether folding can be undone without loss: no line begins or ends with a blank.
  private static func canFold(_ text: String) -> Bool {
    !text.isEmpty
      && text.utf8.split(separator: 0x0a, omittingEmptySubsequences: false).allSatisfy {
        $0.first != 0x20 && $0.last != 0x20
      }
  }

  /// Breaks a line where single blanks stand, which is where folding puts them again.
  private static func wrap(_ line: Substring, to width: Int) -> [String] {
    var lines: [String] = []
    var current = ""
    var count = 0
    // Pieces between single blanks; several blanks in a row stay within their piece.
    for piece in pieces(of: line) {
      let length = piece.unicodeScalars.count
      if count > 0, count + 1 + length > width {
        lines.append(current)
        (current, count) = (String(piece), length)
      } else {
        current += count > 0 ? " " + piece : String(piece)
        count += (count > 0 ? 1 : 0) + length
      }
    }
    lines.append(current)
    return lines
  }

  private static func pieces(of line: Substring) -> [Substring] {
    var pieces: [Substring] = []
    let bytes = line.utf8
    var start = bytes.startIndex
    var index = start
    while index < bytes.endIndex {
      let next = bytes.index(after: index)
      if bytes[index] == 0x20, index > start, next < bytes.endIndex,
        bytes[bytes.index(before: index)] != 0x20, bytes[next] != 0x20
      {
        pieces.append(line[start..<index])
        start = next
      }
      index = next
    }
    pieces.append(line[start...])
    return pieces
  }

  // MARK: - On one line

  /// A text without line feeds, plain or in quotes.
  ///
  /// `isValue` says that it is meant as a number, a date or the like, `inFlow` that it stands in
  /// brackets or braces.
  static func inline(_ text: String, isValue: Bool = false, inFlow: Bool = false) -> String {
    if isPlain(text, inFlow: inFlow), isValue || !PlainScalar.looksLikeAnotherType(text) {
      return text
    }
    if !text.utf8.contains(UInt8(ascii: "\"")), !text.utf8.contains(UInt8(ascii: "\\")) {
      return "\"\(text)\""
    }
    var doubled = "'"
    for scalar in text.unicodeScalars {
      doubled.unicodeScalars.append(scalar)
      if scalar == "'" { doubled.unicodeScalars.append(scalar) }
    }
    return doubled + "'"
  }

  private static func isPlain(_ text: String, inFlow: Bool) -> Bool {
    let bytes = Array(text.utf8)
    guard let first = bytes.first, let last = bytes.last, first != 0x20, last != 0x20,
      last != UInt8(ascii: ":"), !text.hasPrefix("---"), !text.hasPrefix("...")
    else { return false }
    if ",[]{}#&*!|>'\"%@`".utf8.contains(first) { return false }
    if "-?:".utf8.contains(first), bytes.count == 1 || bytes[1] == 0x20 { return false }
    for (index, byte) in bytes.enumerated() {
      switch byte {
      case UInt8(ascii: ":") where inFlow || bytes[index + 1] == 0x20: return false
      case UInt8(ascii: "#") where bytes[index - 1] == 0x20: return false
      case UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"),
        UInt8(ascii: "}"), UInt8(ascii: "?"):
        if inFlow { return false }
      default: break
      }
    }
    return true
  }
}
