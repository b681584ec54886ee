#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Reads lines from a descriptor as they come, in bounded memory.
struct LineReader {
  /// The most bytes of a line; what is beyond is dropped, which only a file of something else has.
  static let maximumLength = 1 << 20

  private let descriptor: Int32
  private var buffer: [UInt8] = []
  private var position = 0
  private var isAtEnd = false

  /// Reads from `descriptor`; standard input unless told otherwise.
  init(descriptor: Int32 = STDIN_FILENO) { self.descriptor = descriptor }

  /// The next line without its end (`\n` or `\r\n`); nil at the end, or where reading fails.
  ///
  /// Bytes that are no UTF-8 become `U+FFFD`. A last line without an end counts.
  mutating func next() -> String? {
    var line: [UInt8] = []
    while true {
      if position == buffer.count, !fill() { return line.isEmpty ? nil : Self.text(line) }
      let rest = buffer[position...]
      let end = rest.firstIndex(of: UInt8(ascii: "\n"))
      line += rest[..<(end ?? rest.endIndex)].prefix(Self.maximumLength - line.count)
      position = end.map { $0 + 1 } ?? buffer.count
      if end != nil { return Self.text(line) }
    }
  }

  private static func text(_ line: [UInt8]) -> String {
    String(decoding: line.last == UInt8(ascii: "\r") ? line.dropLast() : line[...], as: UTF8.self)
  }

  /// Reads what is there, waiting for at least one byte; false at the end.
  private mutating func fill() -> Bool {
    guard !isAtEnd else { return false }
    var bytes = [UInt8](repeating: 0, count: 1 << 14)
    var count: Int
    repeat {
      count = read(descriptor, &bytes, bytes.count)
    } while count < 0 && errno == EINTR
    isAtEnd = count <= 0
    buffer = Array(bytes.prefix(max(0, count)))
    position = 0
    return !isAtEnd
  }
}
