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
  /// What was read of a line that has no end yet.
  private var line: [UInt8] = []
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

  /// What came of waiting for a line.
  enum Reading: Equatable {
    /// A line without its end (`\n` or `\r\n`).
    ///
    /// Bytes that are no UTF-8 are `U+FFFD`. A last line without an end counts.
    case line(String)
    /// Nothing came in time; what there is of a line is kept for the next reading.
    case nothing
    /// There is no more, or reading fails.
    case end
  }

  /// The next line; nil at the end, or where reading fails.
  mutating func next() -> String? {
    if case .line(let line) = next(within: nil) { line } else { nil }
  }

  /// Waits for the next line.
  ///
  /// - Parameter milliseconds: How long; nil for as long as it takes.
  /// - Returns: The line, or why there is none.
  mutating func next(within milliseconds: Int?) -> Reading {
    while true {
      if position == buffer.count {
        switch fill(within: milliseconds) {
        case .some(true): break
        case .some(false): return line.isEmpty || isStopped ? .end : .line(takeLine())
        case nil: return .nothing
        }
      }
      if isStopped { return .end }
      let rest = buffer[position...]
      let end = rest.firstIndex(of: UInt8(ascii: "\n"))
      line += rest[..<(end ?? rest.endIndex)].prefix(Self.maximumLength - line.count)
      position = end.map { $0 + 1 } ?? buffer.count
      if end != nil { return .line(takeLine()) }
    }
  }

  private mutating func takeLine() -> String {
    defer { line = [] }
    return Self.text(line)
  }

  private static func text(_ line: [UInt8]) -> String {
    String(decoding: line.last == UInt8(ascii: "\r") ? line.dropLast() : line[...], as: UTF8.self)
  }

  /// Reads what is there, waiting for at least one byte; false at the end, nil where none came in
  /// time.
  private mutating func fill(within milliseconds: Int?) -> Bool? {
    guard !isAtEnd else { return false }
    switch waitForInput(within: milliseconds) {
    case .some(true): break
    case .some(false): return false
    case nil: return nil
    }
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

  /// Waits until there is something to read, or the end of it; false where it was stopped before,
  /// nil where nothing came in time.
  private func waitForInput(within milliseconds: Int?) -> Bool? {
    if stop == nil, milliseconds == nil { return true }
    // A negative descriptor is passed over.
    var files = [
      pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0),
      pollfd(fd: stop ?? -1, events: Int16(POLLIN), revents: 0),
    ]
    while true {
      let count = poll(&files, 2, milliseconds.map { Int32(clamping: max(0, $0)) } ?? -1)
      if count > 0 { return files[1].revents == 0 }
      if count == 0 { return nil }
      // Anything else is for the reading to find out.
      guard errno == EINTR else { return true }
      // Who waits for a while looks at the clock, which may have leapt while the program stood still.
      if milliseconds != nil { return nil }
    }
  }
}
