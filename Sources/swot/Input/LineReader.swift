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
  private let stop: Int32?
  private var buffer: [UInt8] = []
  private var position = 0
  private var isAtEnd = false

  /// Makes a reader.
  ///
  /// - Parameters:
  ///   - descriptor: What to read; standard input unless told otherwise.
  ///   - stop: A descriptor that ends the lines as soon as it can be read.
  init(descriptor: Int32 = STDIN_FILENO, until stop: Int32? = nil) {
    self.descriptor = descriptor
    self.stop = stop
  }

  /// The next line without its end (`\n` or `\r\n`); nil at the end, or where reading fails.
  ///
  /// Bytes that are no UTF-8 become `U+FFFD`. A last line without an end counts.
  mutating func next() -> String? {
    var line: [UInt8] = []
    while true {
      if position == buffer.count, !fill() {
        return line.isEmpty || isStopped ? nil : Self.text(line)
      }
      if isStopped { return nil }
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
    guard !isAtEnd, waitForInput() else { return false }
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

  private var isStopped: Bool {
    guard let stop else { return false }
    var file = pollfd(fd: stop, events: Int16(POLLIN), revents: 0)
    return poll(&file, 1, 0) > 0
  }

  /// Waits until there is something to read, or the end of it; false where it was stopped before.
  private func waitForInput() -> Bool {
    guard let stop else { return true }
    var files = [
      pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0),
      pollfd(fd: stop, events: Int16(POLLIN), revents: 0),
    ]
    while poll(&files, 2, -1) < 0 {
      // Anything else is for the reading to find out.
      if errno != EINTR { return true }
    }
    return files[1].revents == 0
  }
}
