#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A terminal with a program in it, of which only the output and its times are looked at.
final class PseudoTerminal {
  /// What came from the program.
  private(set) var output: [UInt8] = []
  /// When the last of it came, in milliseconds from the start of the program.
  private(set) var lastOutput = 0.0
  private let device: Int32
  private let programEnd: Int32
  private let id: pid_t
  private let stopwatch: Stopwatch
  private var ended: Int32?

  /// Starts a program in a terminal of that many columns and rows.
  init(_ command: Command, columns: Int, rows: Int) throws(BenchmarkFailure) {
    var (device, programEnd): (Int32, Int32) = (-1, -1)
    var name = [CChar](repeating: 0, count: 256)
    var window = winsize(
      ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    guard openpty(&device, &programEnd, &name, nil, &window) == 0 else {
      throw BenchmarkFailure("there is no pseudo-terminal")
    }
    for descriptor in [device, programEnd] { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
    self.device = device
    self.programEnd = programEnd
    let stopwatch = Stopwatch()
    id = try command.start(ownSession: true) { actions in
      posix_spawn_file_actions_addopen(&actions, 0, name, O_RDWR, 0)
      posix_spawn_file_actions_adddup2(&actions, 0, 1)
      posix_spawn_file_actions_adddup2(&actions, 0, 2)
    }
    self.stopwatch = stopwatch
  }

  deinit {
    if ended == nil {
      kill(id, SIGKILL)
      waitpid(id, nil, 0)
    }
    close(device)
    close(programEnd)
  }

  /// Types keys.
  func type(_ keys: String) { _ = keys.withCString { write(device, $0, strlen($0)) } }

  /// Whether all these texts have come.
  func has(_ texts: [String]) -> Bool {
    texts.allSatisfy { text in
      output.indices.contains { output[$0...].starts(with: text.utf8) }
    }
  }

  /// Takes in what comes next; false where nothing came within that many milliseconds.
  func pump(_ milliseconds: Int32) -> Bool {
    var waiting = pollfd(fd: device, events: Int16(POLLIN), revents: 0)
    guard poll(&waiting, 1, milliseconds) > 0 else { return false }
    var bytes = [UInt8](repeating: 0, count: 1 << 16)
    let count = read(device, &bytes, bytes.count)
    guard count > 0 else { return false }
    lastOutput = stopwatch.milliseconds
    output += bytes[..<count]
    return true
  }

  /// Waits for the end of the program and takes in what comes; its exit status as shells show it.
  func waitForEnd(milliseconds: Int) -> Int32? {
    let waiting = Stopwatch()
    while waiting.milliseconds < Double(milliseconds) {
      _ = pump(1)
      var status: Int32 = 0
      if waitpid(id, &status, WNOHANG) == id {
        ended = status & 0x7f == 0 ? status >> 8 & 0xff : 128 + status & 0x7f
        return ended
      }
    }
    return nil
  }
}
