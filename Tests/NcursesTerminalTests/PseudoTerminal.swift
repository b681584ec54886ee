import TerminalUI

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Both ends of a pseudo-terminal: a test holds the screen and the keyboard, a program the other.
struct PseudoTerminal: Sendable {
  /// A failed system call.
  struct Failure: Error {
    let call: String
    let number: Int32
  }

  private let screen: Int32
  private let program: Int32
  /// The name under which a program can open its end.
  let path: String

  init(columns: Int = 40, rows: Int = 12) throws {
    var screen: Int32 = -1
    var program: Int32 = -1
    var window = winsize(
      ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    var name = [CChar](repeating: 0, count: 256)
    guard openpty(&screen, &program, &name, nil, &window) == 0 else {
      throw Failure(call: "openpty", number: errno)
    }
    for file in [screen, program] { _ = fcntl(file, F_SETFD, FD_CLOEXEC) }
    _ = fcntl(screen, F_SETFL, O_NONBLOCK)
    self.screen = screen
    self.program = program
    self.path = String(
      decoding: name.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  /// Ends both.
  func close() {
    systemClose(screen)
    systemClose(program)
  }

  /// Changes the size, as a window that is dragged.
  func resize(columns: Int, rows: Int) {
    var window = winsize(
      ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(screen, UInt(TIOCSWINSZ), &window)
  }

  /// Types.
  func type(_ text: String) { type(Array(text.utf8)) }

  /// Types bytes that may be no text.
  func type(_ bytes: [UInt8]) { _ = write(screen, bytes, bytes.count) }

  /// What has been written and not been read, for up to that many milliseconds or until it holds a
  /// text.
  func read(milliseconds: Int, until text: String? = nil) -> String {
    var bytes: [UInt8] = []
    for _ in 0..<max(1, milliseconds / 5) {
      var chunk = [UInt8](repeating: 0, count: 65536)
      let count = systemRead(screen, &chunk)
      if count > 0 {
        bytes += chunk.prefix(count)
      } else {
        var file = pollfd(fd: screen, events: Int16(POLLIN), revents: 0)
        _ = poll(&file, 1, 5)
      }
      let soFar = String(decoding: bytes, as: UTF8.self)
      if let text, soFar.utf8.firstRange(of: text.utf8) != nil { return soFar }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The modes, to be compared: whatever `stty -g` would print.
  func modes() -> [UInt64] {
    var modes = termios()
    tcgetattr(program, &modes)
    let characters = withUnsafeBytes(of: modes.c_cc) { $0.map(UInt64.init) }
    let flags = [modes.c_iflag, modes.c_oflag, modes.c_cflag, modes.c_lflag]
    return flags.map { UInt64($0) } + characters
  }

  /// Makes the terminal of that name the one of this process: input, output and errors.
  static func take(_ path: String, type: String?, locale: String = "C.UTF-8") throws {
    setsid()
    // Whatever ran the tests may have had these ignored.
    for number in [SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP] { signal(number, SIG_DFL) }
    let file = open(path, O_RDWR)
    guard file >= 0 else { throw Failure(call: "open", number: errno) }
    for standard in 0...2 as ClosedRange<Int32> { dup2(file, standard) }
    if file > 2 { systemClose(file) }
    if let type { setenv("TERM", type, 1) } else { unsetenv("TERM") }
    for name in ["LC_ALL", "LC_CTYPE", "LANG", "NO_COLOR", "LINES", "COLUMNS"] { unsetenv(name) }
    setenv("LC_ALL", locale, 1)
  }

  /// Puts a text on standard error.
  static func complain(_ text: String) { _ = write(2, text, text.utf8.count) }
}

// The names of these methods hide those of the C library.
private func systemClose(_ file: Int32) { _ = close(file) }
private func systemRead(_ file: Int32, _ bytes: inout [UInt8]) -> Int {
  read(file, &bytes, bytes.count)
}
