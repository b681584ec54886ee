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

/// However the program is left, the terminal is as it was.
@Suite struct LeavingTests {
  /// A screen on which a question waits, with mouse, title and bracketed paste on.
  private func session(_ home: String, _ size: Size = Size(columns: 80, rows: 24)) throws
    -> Terminal
  {
    let bank = try PlainBank.write(to: home)
    let terminal = try Terminal(["study"] + bank, home: home, size: size)
    try terminal.wait(for: "What is right here?")
    terminal.type("1\r")
    try terminal.wait(for: "Right.")
    #expect(terminal.screen.isAlternate)
    #expect(terminal.modes != terminal.modesBefore)
    #expect(terminal.screen.modes.contains(2004))
    return terminal
  }

  /// The answers that are counted afterwards.
  private func answers(_ home: String) throws -> String {
    try String(Program.run(["stats", "--format", "json"], home: home).output.prefix { $0 != "," })
  }

  @Test(arguments: [
    ("\u{3}", "1 of 1 right", "q"), ("q", "1 of 1 right", "q"), ("q", "1 of 1 right", "\u{3}"),
  ])
  func `by keys`(first: String, summary: String, second: String) throws {
    try withTemporaryFolder { home in
      let terminal = try session(home)
      terminal.type(first)
      try terminal.wait(for: summary)
      terminal.type(second)
      #expect(terminal.status() == 0)
      terminal.expectRestored()
      #expect(try answers(home) == #"{"answers":1"#)
    }
  }

  @Test(arguments: [
    SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE, SIGSEGV, SIGSYS,
    SIGALRM, SIGUSR1, SIGUSR2, SIGXCPU,
  ])
  func `by a signal, a fatal one included`(signal: Int32) throws {
    try withTemporaryFolder { home in
      let terminal = try session(home)
      terminal.program.signal(signal)
      #expect(terminal.status() == 128 + signal)
      terminal.expectRestored()
      #expect(try answers(home) == #"{"answers":1"#)
    }
  }

  #if os(Linux)
    /// The runtime traps where it gets no memory: a trap of the program itself, in whatever it is
    /// doing, without any way to ask it for one.
    @Test func `by a trap of Swift, whose message can be read`() throws {
      try withTemporaryFolder { home in
        let terminal = try session(home)
        let limit = try ChildProcess(
          "/usr/bin/prlimit", ["--pid", "\(terminal.program.id)", "--as=1"], environment: [:],
          standard: [])
        #expect(limit.status(within: Terminal.patience) == 0)
        // What it has got and doesn't use at present lasts for some frames, but not for a long paste.
        terminal.type("\u{1b}[200~")
        for _ in 1...100 where terminal.program.status(within: 0) == nil {
          terminal.type(String(repeating: "x", count: 1000))
          terminal.look(for: 10)
        }
        if terminal.program.status(within: 0) == nil { terminal.type("\u{1b}[201~") }
        for step in 1...100 where terminal.program.status(within: 0) == nil {
          terminal.resize(to: Size(columns: 100 + step * 3, rows: 30 + step))
          terminal.type("j")
          terminal.look(for: 20)
        }
        let status = try #require(terminal.status())
        #expect([128 + SIGILL, 128 + SIGTRAP, 128 + SIGABRT].contains(status), "\(status)")
        terminal.expectRestored()
        let text = String(decoding: terminal.received, as: UTF8.self)
        let left = try #require(text.firstRange(of: "\u{1b}[?1049l"))
        #expect(text[left.upperBound...].contains("failed to allocate"))
        #expect(!text[..<left.lowerBound].contains("failed to allocate"))
        #expect(try answers(home) == #"{"answers":1"#)
      }
    }

    /// A stack that ends where it is now: the next deeper call faults, and so would the handler on it.
    @Test func `by an overflow of the stack`() throws {
      try withTemporaryFolder { home in
        let terminal = try session(home, Size(columns: 100, rows: 30))
        let limit = try ChildProcess(
          "/usr/bin/prlimit", ["--pid", "\(terminal.program.id)", "--stack=1"], environment: [:],
          standard: [])
        #expect(limit.status(within: Terminal.patience) == 0)
        terminal.type("n?\u{1b}\u{1b}\r")
        terminal.look(for: 100)
        terminal.program.signal(SIGTERM)
        let status = try #require(terminal.status())
        #expect([128 + SIGSEGV, 143].contains(status), "\(status)")
        terminal.expectRestored()
      }
    }
  #endif

  @Test(arguments: [SIGTERM, SIGHUP, SIGKILL])
  func `while it is stopped`(signal: Int32) throws {
    try withTemporaryFolder { home in
      let bank = try PlainBank.write(to: home)
      let shell = try Terminal.shell(home: home)
      let modes = shell.screen.modes
      shell.type("\(try Program.path) study \(bank.joined(separator: " "))\r")
      try shell.wait(for: "What is right here?")
      shell.type("1\r")
      try shell.wait(for: "Right.")
      shell.type("\u{1a}")
      try shell.wait(for: "Stopped")
      #expect(!shell.screen.isAlternate)
      #expect(shell.screen.isPlain)
      shell.type("kill -\(signal) %1; fg; echo left with $?\r")
      try shell.wait(for: "left with \(128 + signal)")
      #expect(!shell.screen.isAlternate)
      #expect(shell.screen.isCursorVisible)
      #expect(shell.screen.modes.subtracting([2004]) == modes.subtracting([2004]))
      #expect(shell.screen.intruders.isEmpty)
      shell.type("stty -a | grep -c ' echo '; exit\r")
      #expect(shell.status() == 0)
      #expect(try answers(home) == #"{"answers":1"#)
    }
  }

  @Test func `by an error before and after the screens`() throws {
    try withTemporaryFolder { home in
      let missing = try Terminal(["study", "--bank", "\(home)/none.yaml"], home: home)
      #expect(missing.status() == 66)
      missing.expectRestored()
      let usage = try Terminal(["study", "--wrong"], home: home)
      #expect(usage.status() == 64)
      usage.expectRestored()
    }
  }
}
