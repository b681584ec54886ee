import PracticeCore

/// Reads the runs within a block: code, emphasis, links.
///
/// Every mark without its counterpart is text. Each search for a counterpart that fails is
/// remembered, so that the time grows with the length of the text only.
struct MarkdownInline {
  private let bytes: [UInt8]
  private var index = 0
  private var text: [UInt8] = []
  private var runs: [NotesInline] = []
  /// Marks that have no counterpart from here on.
  private var unmatched: Set<[UInt8]> = []
  /// Where the next `]` is, and `.max` where there is none.
  private var nextBracket = -1
  /// Where the next end of an address is, a `>` or a space, and `.max` where there is none.
  private var nextAddressEnd = -1

  private init(_ text: ArraySlice<UInt8>) { bytes = Array(text) }

  /// The runs of `text`, which is UTF-8.
  static func parse(_ text: ArraySlice<UInt8>) -> [NotesInline] {
    var inline = MarkdownInline(text)
    inline.read()
    return inline.runs
  }

  /// The text without its marks.
  static func plainText(_ text: ArraySlice<UInt8>) -> String {
    parse(text).map { run in
      switch run {
      case .text(let text), .emphasis(let text), .strong(let text), .code(let text),
        .link(let text, _):
        text
      }
    }.joined()
  }

  private mutating func read() {
    while index < bytes.count {
      let wasRead =
        switch bytes[index] {
        case UInt8(ascii: "\\"): readEscape()
        case UInt8(ascii: "`"): readCode()
        case UInt8(ascii: "*"), UInt8(ascii: "_"): readEmphasis()
        case UInt8(ascii: "["): readLink()
        case UInt8(ascii: "<"): readAddress()
        default: false
        }
      if !wasRead { takePlainText() }
    }
    endText()
  }

  /// Takes one byte, and all up to the next one that may mean something.
  private mutating func takePlainText() {
    var end = index + 1
    while end < bytes.count, !isMark(bytes[end]) { end += 1 }
    text += bytes[index..<end]
    index = end
  }

  private func isMark(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "_"),
      UInt8(ascii: "["), UInt8(ascii: "<"):
      true
    default: false
    }
  }

  private mutating func endText() {
    guard !text.isEmpty else { return }
    runs.append(.text(String(decoding: text, as: UTF8.self)))
    text = []
  }

  private mutating func append(_ run: NotesInline, through end: Int) {
    endText()
    runs.append(run)
    index = end
  }

  private func string(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  private mutating func readEscape() -> Bool {
    guard index + 1 < bytes.count, isPunctuation(bytes[index + 1]) else { return false }
    text.append(bytes[index + 1])
    index += 2
    return true
  }

  /// `` `code` ``, with as many backticks behind as before.
  private mutating func readCode() -> Bool {
    let mark = bytes[index...].prefix { $0 == UInt8(ascii: "`") }
    defer { if index == mark.startIndex { takeAsText(mark) } }
    guard !unmatched.contains(Array(mark)) else { return true }
    var end = mark.endIndex
    while end < bytes.count {
      guard bytes[end] == UInt8(ascii: "`") else {
        end += 1
        continue
      }
      let closing = bytes[end...].prefix { $0 == UInt8(ascii: "`") }
      if closing.count == mark.count {
        append(.code(trimmed(mark.endIndex..<end)), through: closing.endIndex)
        return true
      }
      end = closing.endIndex
    }
    unmatched.insert(Array(mark))
    return true
  }

  private mutating func takeAsText(_ part: ArraySlice<UInt8>) {
    text += part
    index = part.endIndex
  }

  /// The text of the range without one space at either end.
  private func trimmed(_ range: Range<Int>) -> String {
    guard range.count > 2, bytes[range.lowerBound] == 0x20, bytes[range.upperBound - 1] == 0x20
    else { return string(range) }
    return string(range.dropFirst().dropLast())
  }

  /// `*emphasis*`, `**strong**`, and both with `_`, which doesn't count within a word.
  private mutating func readEmphasis() -> Bool {
    let byte = bytes[index]
    let run = bytes[index...].prefix { $0 == byte }
    defer { if index == run.startIndex { takeAsText(run) } }
    let count = min(run.count, 2)
    let mark = Array(repeating: byte, count: count)
    let start = index + count
    guard run.count <= 3, start < bytes.count, bytes[start] != 0x20, !unmatched.contains(mark),
      byte == UInt8(ascii: "*") || index == 0 || !isWord(bytes[index - 1])
    else { return true }
    var end = start
    while end < bytes.count {
      guard bytes[end] == byte else {
        end += bytes[end] == UInt8(ascii: "\\") ? 2 : 1
        continue
      }
      let closing = bytes[end...].prefix { $0 == byte }
      let isInsideWord =
        byte == UInt8(ascii: "_") && closing.endIndex < bytes.count
        && isWord(bytes[closing.endIndex])
      if closing.count >= count, bytes[end - 1] != 0x20, !isInsideWord, end > start,
        closing.count != 2 || count == 2
      {
        let content = Self.withoutMarks(string(start..<end))
        append(
          count == 2 ? .strong(content) : .emphasis(content),
          through: run.count == 3 ? closing.endIndex : end + count)
        return true
      }
      end = closing.endIndex
    }
    unmatched.insert(mark)
    return true
  }

  /// Marks within emphasised text are dropped: runs don't nest.
  private static func withoutMarks(_ text: String) -> String {
    String(text.filter { $0 != "*" && $0 != "`" && $0 != "\\" })
  }

  /// `[text](address)`.
  private mutating func readLink() -> Bool {
    if nextBracket < index {
      nextBracket = bytes[index...].firstIndex(of: UInt8(ascii: "]")) ?? .max
    }
    guard nextBracket < bytes.count - 1, bytes[nextBracket + 1] == UInt8(ascii: "("),
      !unmatched.contains([UInt8(ascii: "(")])
    else { return false }
    let start = nextBracket + 2
    guard let end = bytes[start...].firstIndex(of: UInt8(ascii: ")")) else {
      unmatched.insert([UInt8(ascii: "(")])
      return false
    }
    let address = bytes[start..<end].prefix { $0 != 0x20 }
    let text = string((index + 1)..<nextBracket)
    append(
      .link(
        text: Self.withoutMarks(text), url: String(decoding: address, as: UTF8.self)),
      through: end + 1)
    return true
  }

  /// `<https://…>`.
  private mutating func readAddress() -> Bool {
    let rest = bytes[(index + 1)...]
    guard rest.starts(with: "https://".utf8) || rest.starts(with: "http://".utf8) else {
      return false
    }
    if nextAddressEnd < index {
      nextAddressEnd = rest.firstIndex { $0 == UInt8(ascii: ">") || $0 == 0x20 } ?? .max
    }
    let end = nextAddressEnd
    guard end < bytes.count, bytes[end] == UInt8(ascii: ">") else { return false }
    let address = string((index + 1)..<end)
    append(.link(text: address, url: address), through: end + 1)
    return true
  }

  private func isPunctuation(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x21...0x2f, 0x3a...0x40, 0x5b...0x60, 0x7b...0x7e: true
    default: false
    }
  }

  private func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5a, 0x61...0x7a, 0x80...: true
    default: false
    }
  }
}
