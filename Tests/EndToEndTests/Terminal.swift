import TerminalUI
import TestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A terminal with a program in it, as a person uses one: reads the screen, types keys.
final class Terminal {
  /// What is seen.
  private(set) var screen: VirtualScreen
  /// All bytes that came.
  private(set) var received: [UInt8] = []
  /// The program.
  let program: ChildProcess
  private var device: Int32
  private var programEnd: Int32
  /// How the terminal was set before the program started.
  let modesBefore: [UInt32]

  /// How long to wait for what must come, in milliseconds: a loaded machine is slow.
  static let patience = 20_000

  /// Starts a program, `swot` unless told otherwise, in a terminal of that size.
  init(
    _ arguments: [String] = [], home: String, size: Size = Size(columns: 80, rows: 24),
    program path: String? = nil, environment changes: [String: String?] = [:]
  ) throws {
    var device: Int32 = -1
    var programEnd: Int32 = -1
    var name = [CChar](repeating: 0, count: 256)
    var window = Self.window(size)
    guard openpty(&device, &programEnd, &name, nil, &window) == 0 else {
      throw Program.Failure(description: "no pseudo-terminal: \(String(cString: strerror(errno)))")
    }
    for descriptor in [device, programEnd] { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
    _ = fcntl(device, F_SETFL, O_NONBLOCK)
    self.device = device
    self.programEnd = programEnd
    screen = VirtualScreen(size: size)
    modesBefore = Self.modes(of: programEnd)
    let end = String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    program = try ChildProcess(
      path ?? Program.path, arguments, environment: Program.environment(home: home, changes),
      standard: Array(repeating: (end, O_RDWR), count: 3))
  }

  deinit { hangUp() }

  /// Takes the terminal away, as a closed window or a lost connection does.
  func hangUp() {
    for descriptor in [device, programEnd] where descriptor >= 0 { close(descriptor) }
    (device, programEnd) = (-1, -1)
  }

  /// How the terminal is set: what `stty -g` shows.
  var modes: [UInt32] { Self.modes(of: programEnd) }

  private static func modes(of descriptor: Int32) -> [UInt32] {
    var modes = termios()
    tcgetattr(descriptor, &modes)
    let flags = [modes.c_iflag, modes.c_oflag, modes.c_cflag, modes.c_lflag].map { UInt32($0) }
    return flags + withUnsafeBytes(of: modes.c_cc) { $0.map(UInt32.init) }
  }

  private static func window(_ size: Size) -> winsize {
    winsize(
      ws_row: UInt16(size.rows), ws_col: UInt16(size.columns), ws_xpixel: 0, ws_ypixel: 0)
  }

  /// Types keys; Enter is `\r`, Escape `\u{1b}`.
  func type(_ keys: String) {
    var bytes = Array(keys.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { write(device, $0.baseAddress, $0.count) }
      if count > 0 { bytes = bytes.dropFirst(count) } else { pump(10) }
    }
  }

  /// Gives the window another size.
  func resize(to size: Size) {
    var window = Self.window(size)
    screen.resize(to: size)
    _ = ioctl(device, UInt(TIOCSWINSZ), &window)
  }

  /// Takes in what comes within that many milliseconds, at once where something is there; false
  /// where nothing came.
  @discardableResult
  private func pump(_ milliseconds: Int32) -> Bool {
    var waiting = pollfd(fd: device, events: Int16(POLLIN), revents: 0)
    guard poll(&waiting, 1, milliseconds) > 0 else { return false }
    var bytes = [UInt8](repeating: 0, count: 1 << 16)
    let count = read(device, &bytes, bytes.count)
    guard count > 0 else { return false }
    screen.feed(bytes[..<count])
    received += bytes[..<count]
    return true
  }

  /// Waits until the screen is as wanted.
  ///
  /// - Parameters:
  ///   - what: What is waited for, for the message of a failure.
  ///   - condition: Whether it is there.
  ///   - location: The test's line.
  /// - Throws: `Program.Failure` with the screen where it doesn't come.
  func wait(
    for what: String, _ condition: (VirtualScreen) -> Bool,
    at location: SourceLocation = #_sourceLocation
  ) throws {
    var waited = 0
    while !condition(screen) {
      if pump(20) { continue }
      waited += 20
      let hasEnded = program.status(within: 0) != nil
      if waited > Self.patience || (hasEnded && !pump(100) && !condition(screen)) {
        Issue.record("\(what) did not come:\n\(screen.text)", sourceLocation: location)
        throw Program.Failure(description: "\(what) did not come")
      }
    }
  }

  /// Waits until a text is seen.
  func wait(for text: String, at location: SourceLocation = #_sourceLocation) throws {
    try wait(for: text, { $0.text.contains(text) }, at: location)
  }

  /// Waits for the program's end; nil where it doesn't come.
  func status() -> Int32? {
    var waited = 0
    while waited < Self.patience {
      while pump(0) {}
      if let status = program.status(within: 10) {
        while pump(20) {}
        return status
      }
      waited += 10
    }
    return nil
  }

  /// Checks that the terminal is as it was before the program started.
  func expectRestored(at location: SourceLocation = #_sourceLocation) {
    #expect(modes == modesBefore, "the modes are others", sourceLocation: location)
    #expect(!screen.isAlternate, sourceLocation: location)
    #expect(screen.isCursorVisible, sourceLocation: location)
    #expect(!screen.isMouseReported, sourceLocation: location)
  }
}
