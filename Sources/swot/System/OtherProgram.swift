#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Runs other programs of this machine, found by `PATH`; no shell is in between.
enum OtherProgram {
  /// What a run gave.
  struct Outcome: Equatable {
    /// The exit status as shells show it: 128 and the signal's number where a signal ended it.
    var status: Int32
    /// What it wrote to standard output.
    var output: [UInt8]
    /// What it wrote to standard error.
    var errors: String
  }

  /// Runs a program to its end and takes what it writes; it reads nothing.
  ///
  /// - Parameters:
  ///   - name: The name of the program.
  ///   - arguments: What follows the name.
  ///   - limit: The most bytes of output that are kept.
  /// - Returns: What the run gave; nil where there is no such program.
  static func run(_ name: String, _ arguments: [String], limit: Int = 1 << 28) -> Outcome? {
    var out: [Int32] = [-1, -1]
    var err: [Int32] = [-1, -1]
    guard pipe(&out) == 0 else { return nil }
    guard pipe(&err) == 0 else {
      close(out[0])
      close(out[1])
      return nil
    }
    for descriptor in out + err { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
    let child = spawn(name, arguments) { actions in
      posix_spawn_file_actions_addopen(actions, 0, "/dev/null", O_RDONLY, 0)
      posix_spawn_file_actions_adddup2(actions, out[1], 1)
      posix_spawn_file_actions_adddup2(actions, err[1], 2)
    }
    close(out[1])
    close(err[1])
    defer {
      close(out[0])
      close(err[0])
    }
    guard let child else { return nil }
    let (output, errors) = read(out[0], err[0], limit: limit)
    return Outcome(
      status: wait(for: child), output: output, errors: String(decoding: errors, as: UTF8.self))
  }

  /// Runs a program to its end on this program's own terminal.
  ///
  /// - Parameters:
  ///   - name: The name of the program.
  ///   - arguments: What follows the name.
  /// - Returns: The exit status; nil where there is no such program.
  static func runHere(_ name: String, _ arguments: [String]) -> Int32? {
    // Ctrl-C is for the other program, as it is where a shell runs one.
    let interrupt = signal(SIGINT, SIG_IGN)
    let quit = signal(SIGQUIT, SIG_IGN)
    defer {
      signal(SIGINT, interrupt)
      signal(SIGQUIT, quit)
    }
    return spawn(name, arguments) { _ in }.map { wait(for: $0) }
  }

  #if canImport(Darwin)
    private typealias Actions = posix_spawn_file_actions_t?
    private typealias Attributes = posix_spawnattr_t?
  #else
    private typealias Actions = posix_spawn_file_actions_t
    private typealias Attributes = posix_spawnattr_t
  #endif

  private static func spawn(
    _ name: String, _ arguments: [String],
    _ prepare: (UnsafeMutablePointer<Actions>) -> Void
  ) -> pid_t? {
    #if canImport(Darwin)
      var actions: Actions
      var attributes: Attributes
    #else
      var actions = Actions()
      var attributes = Attributes()
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // Signals that this program ignores or holds back are none of the other's business.
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    for number in [SIGINT, SIGQUIT, SIGXFSZ, SIGPIPE, SIGTERM, SIGHUP] {
      sigaddset(&signals, number)
    }
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETSIGDEF) | Int16(POSIX_SPAWN_SETSIGMASK))
    prepare(&actions)
    var words: [UnsafeMutablePointer<CChar>?] = ([name] + arguments).map { strdup($0) }
    words.append(nil)
    defer { for word in words { free(word) } }
    var child = pid_t()
    guard posix_spawnp(&child, name, &actions, &attributes, words, environ) == 0 else { return nil }
    return child
  }

  private static func wait(for child: pid_t) -> Int32 {
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0 { guard errno == EINTR else { return 127 } }
    let signal = status & 0x7f
    return signal == 0 ? (status >> 8) & 0xff : 128 + signal
  }

  /// Reads both ends until both are closed.
  private static func read(
    _ first: Int32, _ second: Int32, limit: Int
  ) -> (output: [UInt8], errors: [UInt8]) {
    var texts: [[UInt8]] = [[], []]
    var descriptors = [
      pollfd(fd: first, events: Int16(POLLIN), revents: 0),
      pollfd(fd: second, events: Int16(POLLIN), revents: 0),
    ]
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while descriptors.contains(where: { $0.fd >= 0 }) {
      guard poll(&descriptors, nfds_t(descriptors.count), -1) >= 0 || errno == EINTR else { break }
      for index in descriptors.indices where descriptors[index].revents != 0 {
        let count = systemRead(descriptors[index].fd, &buffer)
        if count > 0 {
          let room = limit - texts[index].count
          texts[index] += buffer.prefix(min(count, max(0, room)))
        } else if count == 0 || errno != EINTR {
          // `poll` passes over what is negative.
          descriptors[index].fd = -1
          descriptors[index].revents = 0
        }
      }
    }
    return (texts[0], texts[1])
  }
}

/// `read`, under a name that ``OtherProgram`` doesn't hide.
private func systemRead(_ descriptor: Int32, _ buffer: inout [UInt8]) -> Int {
  buffer.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
}
