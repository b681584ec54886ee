package import TerminalUI

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A terminal with a program in it, as a person uses one: reads the screen, types keys.
package final class Terminal {
  /// What is seen.
  package private(set) var screen: VirtualScreen
  /// All bytes that came.
  package private(set) var received: [UInt8] = []
  /// The program.
  package let program: ChildProcess
  /// How the terminal was set before the program started.
  package let modesBefore: [UInt32]
  /// When the program is to be killed, whatever it is doing; nil for never, and once it is.
  package var doom: ContinuousClock.Instant?
  private var device: Int32
  private var programEnd: Int32

  /// How long to wait for what must come, in milliseconds: a loaded machine is slow.
  package static let patience = 20_000

  /// What a program has as one of the descriptors 0, 1 and 2.
  package enum Standard: Equatable {
    /// The terminal.
    case terminal
    /// A file, opened that way.
    case file(String, flags: Int32)
    /// Nothing at all.
    case closed
  }

  /// Starts a program, `swot` unless told otherwise, in a terminal of that size.
  ///
  /// - Parameters:
  ///   - arguments: What follows the program's name.
  ///   - home: An existing folder: the home folder of the program's environment.
  ///   - size: The size of the terminal.
  ///   - path: The program.
  ///   - changes: Variables beside those of `Program.environment(home:_:)`.
  ///   - standard: What it has as descriptors 0, 1 and 2.
  ///   - emulated: What is kept of the screen, where the terminal says more than can be.
  ///   - isCooked: Whether keys are shown and make signals before the program has taken the terminal
  ///     over, and when it has given it back.
  /// - Throws: `Program.Failure`.
  package init(
    _ arguments: [String] = [], home: String, size: Size = Size(columns: 80, rows: 24),
    program path: String? = nil, environment changes: [String: String?] = [:],
    standard: [Standard] = [.terminal, .terminal, .terminal], emulated: Size? = nil,
    isCooked: Bool = true
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
    screen = VirtualScreen(size: emulated ?? size)
    if !isCooked {
      var modes = termios()
      tcgetattr(programEnd, &modes)
      modes.c_lflag &= ~tcflag_t(ECHO | ISIG)
      tcsetattr(programEnd, TCSANOW, &modes)
    }
    modesBefore = Self.modes(of: programEnd)
    let end = String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    program = try ChildProcess(
      path ?? Program.path, arguments, environment: Program.environment(home: home, changes),
      standard: standard.map { standard in
        switch standard {
        case .terminal: (end, O_RDWR)
        case .file(let path, let flags): (path, flags)
        case .closed: nil
        }
      })
  }

  deinit { hangUp() }

  /// Takes the terminal away, as a closed window or a lost connection does.
  package func hangUp() {
    for descriptor in [device, programEnd] where descriptor >= 0 { close(descriptor) }
    (device, programEnd) = (-1, -1)
  }

  /// How the terminal is set: what `stty -g` shows.
  package var modes: [UInt32] { Self.modes(of: programEnd) }

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
  package func type(_ keys: String) { type(Array(keys.utf8)) }

  /// Types bytes, which may be no text.
  package func type(_ bytes: [UInt8]) {
    var bytes = bytes[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { write(device, $0.baseAddress, $0.count) }
      if count > 0 {
        bytes = bytes.dropFirst(count)
      } else {
        pump(10)
      }
    }
  }

  /// Types keys although nobody reads the screen; those that find no room are lost.
  package func typeBlindly(_ keys: String) {
    let bytes = Array(keys.utf8)
    _ = bytes.withUnsafeBytes { write(device, $0.baseAddress, $0.count) }
  }

  /// Gives the window another size.
  package func resize(to size: Size) {
    var window = Self.window(size)
    screen.resize(to: size)
    _ = ioctl(device, UInt(TIOCSWINSZ), &window)
  }

  /// Takes in what comes within that many milliseconds, at once where something is there; false
  /// where nothing came.
  @discardableResult
  private func pump(_ milliseconds: Int) -> Bool {
    var waiting = pollfd(fd: device, events: Int16(POLLIN), revents: 0)
    guard poll(&waiting, 1, Int32(millisecondsBeforeDoom(atMost: milliseconds))) > 0 else {
      return false
    }
    var bytes = [UInt8](repeating: 0, count: 1 << 16)
    let count = read(device, &bytes, bytes.count)
    guard count > 0 else { return false }
    screen.feed(bytes[..<count])
    received += bytes[..<count]
    return true
  }

  /// How long may be waited; kills the program where its time has come.
  private func millisecondsBeforeDoom(atMost most: Int) -> Int {
    guard let doom else { return most }
    let left = ContinuousClock.now.duration(to: doom)
    let milliseconds = Int(left / .milliseconds(1))
    if milliseconds >= 1 { return min(most, milliseconds) }
    // To the microsecond: much happens in a millisecond.
    let microseconds = Int(left / .microseconds(1))
    if microseconds > 0 { usleep(UInt32(microseconds)) }
    self.doom = nil
    program.signal(SIGKILL)
    return most
  }

  /// What came of waiting.
  package enum Waiting: Equatable {
    /// What was waited for is there.
    case met
    /// The program has ended, all that it wrote was taken in, and it isn't there.
    case ended
    /// The time is up.
    case timedOut
  }

  /// Waits until something holds.
  ///
  /// - Parameters:
  ///   - milliseconds: How long at most.
  ///   - condition: Whether it holds.
  /// - Returns: What came of it.
  package func wait(
    atMost milliseconds: Int = patience, until condition: (Terminal) -> Bool
  ) -> Waiting {
    let end = ContinuousClock.now.advanced(by: .milliseconds(milliseconds))
    while !condition(self) {
      if pump(20), ContinuousClock.now < end { continue }
      if program.status(within: 0) != nil {
        while pump(0) {}
        return condition(self) ? .met : .ended
      }
      if ContinuousClock.now >= end { return .timedOut }
    }
    return .met
  }

  /// Waits until the screen is as wanted.
  ///
  /// - Parameters:
  ///   - what: What is waited for, for the message of a failure.
  ///   - condition: Whether it is there.
  ///   - line: The line of the test.
  /// - Throws: `Program.Failure` with the screen where it doesn't come.
  package func wait(
    for what: String, _ condition: (VirtualScreen) -> Bool, line: Int = #line
  ) throws {
    let outcome = wait { condition($0.screen) }
    if outcome == .met { return }
    let end = program.status(within: 0).map { "; the program ended with status \($0)" } ?? ""
    throw Program.Failure(
      description: "line \(line): '\(what)' did not come\(end):\n\(screen.text)")
  }

  /// Waits until a text is seen.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - line: The line of the test.
  /// - Throws: `Program.Failure` with the screen where it doesn't come.
  package func wait(for text: String, line: Int = #line) throws {
    try wait(for: text, { $0.text.contains(text) }, line: line)
  }

  /// Takes in what comes until nothing comes for that many milliseconds: a picture is sent in pieces.
  package func settle(for milliseconds: Int = 30) {
    while pump(milliseconds) {}
  }

  /// Takes in what comes within that many milliseconds.
  package func look(for milliseconds: Int) {
    _ = wait(atMost: milliseconds) { _ in false }
  }

  /// Waits for the program's end; nil where it doesn't come.
  package func status(within milliseconds: Int = patience) -> Int32? {
    _ = wait(atMost: milliseconds) { _ in false }
    return program.status(within: 0)
  }
}
