/// The lines of Markdown, one after the other, with a look at the next one.
struct MarkdownLines {
  private let bytes: UnsafeRawBufferPointer
  private var offset = 0
  private var isAtEnd = false
  /// The present line; nil behind the last.
  private(set) var current: MarkdownLine?
  /// The line behind the present one; nil where that is the last.
  private(set) var next: MarkdownLine?
  /// The number of the present line, from 1.
  private(set) var number = 1

  /// Starts at the first line of `bytes`.
  init(_ bytes: UnsafeRawBufferPointer) {
    self.bytes = bytes
    current = read()
    next = read()
  }

  /// Goes to the next line and returns the one that was present.
  @discardableResult
  mutating func advance() -> MarkdownLine? {
    let line = current
    current = next
    next = read()
    number += 1
    return line
  }

  private mutating func read() -> MarkdownLine? {
    guard !isAtEnd else { return nil }
    let rest = bytes[offset...]
    let end = rest.firstIndex(of: 0x0a)
    isAtEnd = end == nil
    let line = MarkdownLine(UnsafeRawBufferPointer(rebasing: rest[..<(end ?? bytes.count)]))
    offset = (end ?? bytes.count) + 1
    return line
  }
}
