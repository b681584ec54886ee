import NcursesTerminal
import TerminalUI
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Real sessions, each in a process and a pseudo-terminal of its own.
///
/// The time limit is against a hang; it counts the waiting for other tests too.
@Suite(.timeLimit(.minutes(15))) struct NcursesSessionTests {
  /// How long to wait for what must come, in milliseconds: other tests may hold all threads.
  private static let patience = 60_000
  private static let left = "\u{1B}[?1049l"

  /// A theme in which every role has colours of its own and an attribute.
  private static let colourful: Theme = {
    var theme = Theme(name: "colourful", [:])
    for role in Role.allCases {
      let number = UInt32(role.rawValue)
      theme[role] = Appearance(
        foreground: Colour(number * 0x0F0F00 + 0xFF, basic: UInt8(number & 15)),
        background: Colour(number * 0x000F0F, basic: 0), emphasis: .bold)
    }
    return theme
  }()

  /// A picture that says what it is told to.
  private static func frame(_ size: Size, _ text: String) -> Frame {
    var frame = Frame(size: size)
    frame.buffer.draw(text, at: .zero)
    return frame
  }

  /// Why no session can be opened; nil where one can.
  private static func refusal() -> TerminalOpeningError? {
    do {
      let session = try NcursesSession()
      _ = session.size
      return nil
    } catch {
      return error
    }
  }

  @Test func `a frame is shown and the terminal is given back as it was`() async throws {
    let terminal = try PseudoTerminal()
    defer { terminal.close() }
    let before = terminal.modes()
    await #expect(processExitsWith: .success) { [path = terminal.path as String] in
      try PseudoTerminal.take(path, type: "xterm-256color")
      var session = try NcursesSession()
      #expect(session.size == Size(columns: 40, rows: 12))
      #expect(session.capabilities.charset == .unicode)
      #expect(session.capabilities.colours == .indexed)
      var frame = NcursesSessionTests.frame(session.size, "漢字 é ✓ and 😀.")
      frame.buffer.draw("right", at: Position(column: 0, row: 1), style: .right)
      session.draw(frame)
    }
    let output = terminal.read(milliseconds: 100)
    #expect(output.contains("漢字 é ✓ and 😀."))
    #expect(output.contains("right"))
    #expect(output.contains(NcursesSessionTests.left))
    #expect(terminal.modes() == before)
  }

  @Test func `keys, pastes, sizes and a gone terminal become events`() async throws {
    let terminal = try PseudoTerminal()
    defer { terminal.close() }
    let person = Task.detached {
      _ = terminal.read(milliseconds: NcursesSessionTests.patience, until: "ready")
      terminal.type("qé漢\u{1B}OA\u{1B}[B\u{1B}[1;2C\r\u{7F}\u{3}\u{1B}[Z")
      terminal.type([0xFF, 0x78])
      terminal.type("\u{1B}[200~a\rb\u{1B}[201~")
      terminal.type([0xC3])
      _ = terminal.read(milliseconds: 60)
      terminal.type([0xA9])
      _ = terminal.read(milliseconds: 60)
      terminal.type("\u{1B}")
      _ = terminal.read(milliseconds: NcursesSessionTests.patience, until: "escaped")
      terminal.resize(columns: 3, rows: 8)
    }
    await #expect(processExitsWith: .success) { [path = terminal.path as String] in
      try PseudoTerminal.take(path, type: "xterm-256color")
      var session = try NcursesSession()
      #expect(session.nextEvent(timeoutMilliseconds: 0) == nil)
      session.draw(NcursesSessionTests.frame(session.size, "ready"))
      let expected: [InputEvent] = [
        .key("q"), .key("é"), .key("漢"), .key(.up), .key(.down), .key(.shiftRight),
        .key(.enter), .key(.backspace), .key(.control("c")), .key(.backTab), .key("x"),
        .paste("a\nb"), .key("é"), .key(.escape),
      ]
      for event in expected {
        #expect(session.nextEvent(timeoutMilliseconds: NcursesSessionTests.patience) == event)
      }
      session.draw(NcursesSessionTests.frame(session.size, "escaped"))
      let small = Size(columns: 3, rows: 8)
      #expect(
        session.nextEvent(timeoutMilliseconds: NcursesSessionTests.patience) == .resize(small))
      #expect(session.size == small)
      session.draw(NcursesSessionTests.frame(Size(columns: 40, rows: 12), "too large"))
    }
    await person.value
  }

  @Test func `a descriptor is watched and signals are handed over`() async throws {
    let terminal = try PseudoTerminal()
    defer { terminal.close() }
    let before = terminal.modes()
    await #expect(processExitsWith: .success) { [path = terminal.path as String] in
      try PseudoTerminal.take(path, type: "xterm-256color")
      var session = try NcursesSession()
      var ends: [Int32] = [-1, -1]
      try #require(pipe(&ends) == 0)
      session.watch(ends[0])
      #expect(session.nextEvent(timeoutMilliseconds: 20) == nil)
      _ = write(ends[1], "x", 1)
      #expect(session.nextEvent(timeoutMilliseconds: NcursesSessionTests.patience) == .wake)
      #expect(session.nextEvent(timeoutMilliseconds: NcursesSessionTests.patience) == .wake)
      session.watch(nil)
      #expect(session.nextEvent(timeoutMilliseconds: 20) == nil)
      kill(getpid(), SIGTERM)
      #expect(
        session.nextEvent(timeoutMilliseconds: NcursesSessionTests.patience) == .signal(.terminate))
      kill(getpid(), SIGINT)
      #expect(
        session.nextEvent(timeoutMilliseconds: NcursesSessionTests.patience) == .signal(.interrupt))
      kill(getpid(), SIGHUP)
      #expect(
        session.nextEvent(timeoutMilliseconds: NcursesSessionTests.patience) == .signal(.hangUp))
    }
    #expect(terminal.modes() == before)
  }

  @Test func `a trap gives the terminal back and its message can be read`() async throws {
    let terminal = try PseudoTerminal()
    defer { terminal.close() }
    let before = terminal.modes()
    await #expect(processExitsWith: .failure) { [path = terminal.path as String] in
      try PseudoTerminal.take(path, type: "xterm-256color")
      var session = try NcursesSession()
      session.draw(NcursesSessionTests.frame(session.size, "ready"))
      session.setMouse(true)
      fatalError("trapped on purpose")
    }
    let output = terminal.read(milliseconds: 100)
    let left = try #require(output.firstRange(of: NcursesSessionTests.left))
    #expect(output[left.upperBound...].contains("trapped on purpose"))
    #expect(!output[..<left.lowerBound].contains("trapped on purpose"))
    #expect(output[..<left.lowerBound].contains("\u{1B}[?1000l"))
    #expect(output[..<left.lowerBound].contains("\u{1B}[?2004l"))
    #expect(terminal.modes() == before)
  }

  @Test(arguments: [SIGABRT, SIGSEGV, SIGQUIT, SIGUSR1])
  func `a fatal signal gives the terminal back and ends the program`(signal: Int32) async throws {
    let terminal = try PseudoTerminal()
    defer { terminal.close() }
    let before = terminal.modes()
    let result = await #expect(processExitsWith: .failure) {
      [path = terminal.path as String, signal = signal as Int32] in
      try PseudoTerminal.take(path, type: "xterm-256color")
      let session = try NcursesSession()
      // Threads of the library that runs this block most signals: another one takes it.
      kill(getpid(), signal)
      while session.size.columns > 0 { usleep(1000) }
    }
    #expect(result?.exitStatus == .signal(signal))
    #expect(terminal.read(milliseconds: 100).contains(NcursesSessionTests.left))
    #expect(terminal.modes() == before)
  }

  @Test func `leaving by exit gives the terminal back`() async throws {
    let terminal = try PseudoTerminal()
    defer { terminal.close() }
    let before = terminal.modes()
    await #expect(processExitsWith: .exitCode(7)) { [path = terminal.path as String] in
      try PseudoTerminal.take(path, type: "xterm-256color")
      let session = try NcursesSession()
      PseudoTerminal.complain("a word of warning")
      if session.size.columns > 0 { exit(7) }
    }
    let output = terminal.read(milliseconds: 100)
    let left = try #require(output.firstRange(of: NcursesSessionTests.left))
    #expect(output[left.upperBound...].contains("a word of warning"))
    #expect(terminal.modes() == before)
  }

  @Test func `a program that hangs ends at the third request`() async throws {
    let terminal = try PseudoTerminal()
    defer { terminal.close() }
    let before = terminal.modes()
    let result = await #expect(processExitsWith: .failure) { [path = terminal.path as String] in
      try PseudoTerminal.take(path, type: "xterm-256color")
      let session = try NcursesSession()
      while session.size.columns > 0 {
        kill(getpid(), SIGTERM)
        usleep(50_000)
      }
    }
    #expect(result?.exitStatus == .signal(SIGTERM))
    #expect(terminal.modes() == before)
  }

  @Test(
    arguments: [
      (nil, TerminalOpeningError.typeIsUnset), ("dumb", .cannotMoveCursor("dumb")),
      ("no-such-type", .typeIsUnknown("no-such-type")),
      ("evil\u{1B}[2J", .typeIsUnknown("evil?[2J")),
    ] as [(String?, TerminalOpeningError)])
  func `a type that can't show screens is refused`(
    type: String?, error: TerminalOpeningError
  ) async throws {
    let terminal = try PseudoTerminal()
    defer { terminal.close() }
    let before = terminal.modes()
    let sentence = error.description
    await #expect(processExitsWith: .success) {
      [path = terminal.path as String, type = type as String?, sentence = sentence as String] in
      try PseudoTerminal.take(path, type: type)
      #expect(TerminalReport().obstacle?.description == sentence)
      #expect(NcursesSessionTests.refusal()?.description == sentence)
    }
    #expect(terminal.modes() == before)
    #expect(!terminal.read(milliseconds: 20).contains("\u{1B}[?1049h"))
  }

  @Test func `without a terminal at either end nothing is opened`() async throws {
    let terminal = try PseudoTerminal()
    defer { terminal.close() }
    await #expect(processExitsWith: .success) { [path = terminal.path as String] in
      try PseudoTerminal.take(path, type: "xterm-256color")
      let spare = dup(1)
      dup2(open("/dev/null", O_RDWR), 1)
      #expect(NcursesSessionTests.refusal() == .outputIsNoTerminal)
      dup2(spare, 1)
      _ = close(0)
      #expect(NcursesSessionTests.refusal() == .inputIsNoTerminal)
      StandardDescriptors.reserve()
      #expect(fcntl(0, F_GETFD) >= 0)
      #expect(NcursesSessionTests.refusal() == .inputIsNoTerminal)
    }
  }

  @Test(arguments: ["vt100", "linux", "screen", "tmux-256color", "xterm", "ansi"])
  func `every size and type can be drawn`(type: String) async throws {
    let terminal = try PseudoTerminal()
    defer { terminal.close() }
    let before = terminal.modes()
    let sizes = [(1, 1), (2, 1), (3, 8), (400, 120), (400, 1), (1, 120), (80, 24)]
    let person = Task.detached {
      for (columns, rows) in sizes {
        _ = terminal.read(milliseconds: NcursesSessionTests.patience, until: "~")
        terminal.resize(columns: columns, rows: rows)
      }
      _ = terminal.read(milliseconds: NcursesSessionTests.patience, until: "\u{1B}[?2004l")
    }
    await #expect(processExitsWith: .success) {
      [path = terminal.path as String, type = type as String] in
      try PseudoTerminal.take(path, type: type)
      var session = try NcursesSession(theme: NcursesSessionTests.colourful)
      for (columns, rows) in [(1, 1), (2, 1), (3, 8), (400, 120), (400, 1), (1, 120), (80, 24)] {
        PseudoTerminal.complain("")
        var frame = Frame(size: session.size)
        for row in 0..<frame.size.rows {
          frame.buffer.draw(
            String(repeating: "漢a", count: 140), at: Position(column: -(row % 2), row: row),
            style: Style(Role.allCases[row % Role.allCases.count], .bold))
        }
        frame.cursor = Position(column: frame.size.columns - 1, row: frame.size.rows - 1)
        session.draw(frame)
        _ = write(1, "~", 1)
        #expect(
          session.nextEvent(timeoutMilliseconds: NcursesSessionTests.patience)
            == .resize(Size(columns: columns, rows: rows)))
      }
      _ = write(1, "\u{1B}[?2004l", 8)
    }
    await person.value
    #expect(terminal.modes() == before)
  }

  @Test(arguments: [("xterm-256color", "38;5;202"), ("linux", "33"), ("vt100", "")])
  func `colours are those that the terminal has`(type: String, sequence: String) async throws {
    let terminal = try PseudoTerminal()
    defer { terminal.close() }
    await #expect(processExitsWith: .success) {
      [path = terminal.path as String, type = type as String] in
      try PseudoTerminal.take(path, type: type)
      var theme = Theme.bare
      theme[.warning] = Appearance(foreground: Colour(0xFF5F00, basic: 11))
      var session = try NcursesSession()
      session.setTheme(theme)
      var frame = Frame(size: session.size)
      frame.buffer.draw("orange", at: .zero, style: .warning)
      session.draw(frame)
    }
    let output = terminal.read(milliseconds: 100)
    #expect(output.contains(sequence.isEmpty ? "orange" : "\u{1B}[\(sequence)morange"))
  }

  @Test func `a session can be opened again`() async throws {
    let terminal = try PseudoTerminal()
    defer { terminal.close() }
    let before = terminal.modes()
    await #expect(processExitsWith: .success) { [path = terminal.path as String] in
      try PseudoTerminal.take(path, type: "xterm-256color")
      for turn in 1...3 {
        var session = try NcursesSession(theme: NcursesSessionTests.colourful)
        session.draw(NcursesSessionTests.frame(session.size, "turn \(turn)"))
        #expect(session.nextEvent(timeoutMilliseconds: 1) == nil)
      }
    }
    #expect(terminal.read(milliseconds: 100).contains("turn 3"))
    #expect(terminal.modes() == before)
  }

  @Test func `a locale without UTF-8 gets ASCII only`() async throws {
    let terminal = try PseudoTerminal()
    defer { terminal.close() }
    await #expect(processExitsWith: .success) { [path = terminal.path as String] in
      try PseudoTerminal.take(path, type: "xterm-256color", locale: "C")
      var session = try NcursesSession()
      #expect(session.capabilities.charset == .ascii)
      session.draw(NcursesSessionTests.frame(session.size, "[“naïve” 漢字 e\u{301} ✓ ▸ 😀 …]"))
    }
    let output = terminal.read(milliseconds: 100)
    // What comes after it is the testing library's own.
    let left = try #require(output.firstRange(of: NcursesSessionTests.left))
    #expect(output[..<left.lowerBound].utf8.allSatisfy { $0 < 0x80 })
    #expect(output.contains("[\"naive\" ???? e + > ?? .]"))
  }

  @Test func `without colours no sequence sets one`() async throws {
    let terminal = try PseudoTerminal()
    defer { terminal.close() }
    await #expect(processExitsWith: .success) { [path = terminal.path as String] in
      try PseudoTerminal.take(path, type: "xterm-256color")
      setenv("NO_COLOR", "1", 1)
      var session = try NcursesSession(theme: NcursesSessionTests.colourful)
      #expect(session.capabilities.colours == .monochrome)
      var frame = Frame(size: session.size)
      for (row, role) in Role.allCases.enumerated() {
        frame.buffer.draw("\(role)", at: Position(column: 0, row: row), style: Style(role))
      }
      session.draw(frame)
    }
    let output = terminal.read(milliseconds: 100)
    #expect(output.contains("\u{1B}[0;1m") || output.contains("\u{1B}[1m"))
    #expect(output.firstMatch(of: /\u{1B}\[[0-9;]*[34][0-9]/) == nil)
  }

  @Test func `a character whose width the C library sees otherwise moves nothing`() async throws {
    let terminal = try PseudoTerminal()
    defer { terminal.close() }
    await #expect(processExitsWith: .success) { [path = terminal.path as String] in
      try PseudoTerminal.take(path, type: "xterm-256color")
      var session = try NcursesSession()
      // Of a later Unicode than some C libraries; ours takes it for wide, as its block is.
      session.draw(NcursesSessionTests.frame(session.size, "<\u{1FAE8}>"))
    }
    setlocale(LC_CTYPE, "C.UTF-8")
    let isKnown = ScalarWidth.inActiveLocale("\u{1FAE8}") == 2
    let output = terminal.read(milliseconds: 100)
    #expect(output.contains(isKnown ? "<\u{1FAE8}>" : "<??>"))
  }

  @Test func `a title is set without control characters and taken back`() async throws {
    let terminal = try PseudoTerminal()
    defer { terminal.close() }
    await #expect(processExitsWith: .success) { [path = terminal.path as String] in
      try PseudoTerminal.take(path, type: "xterm-256color")
      var session = try NcursesSession()
      var frame = Frame(size: session.size)
      frame.title = "Swot\u{7}\u{1B}[2J"
      session.draw(frame)
    }
    let output = terminal.read(milliseconds: 100)
    #expect(output.contains("\u{1B}]2;Swot\u{FFFD}\u{FFFD}[2J\u{7}"))
    #expect(output.contains("\u{1B}[23;2t"))
  }
}
