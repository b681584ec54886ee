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

/// The program in terminals of all kinds.
@Suite struct TerminalEndToEndTests {
  /// Starts a session, answers one question and leaves; gives all that was sent to the terminal.
  private func session(
    _ environment: [String: String?], stem: String = "What is right here?"
  ) throws -> [UInt8] {
    try withTemporaryFolder { home in
      let bank = try PlainBank.write(to: home, questions: 1, stem: stem)
      let terminal = try Terminal(["study"] + bank, home: home, environment: environment)
      try terminal.wait(for: "This one.")
      terminal.type("1\r")
      try terminal.wait(for: "Right.")
      terminal.type("\u{3}")
      try terminal.wait(for: "1 of 1 right")
      terminal.type("q")
      #expect(terminal.status() == 0)
      terminal.expectRestored()
      return terminal.received
    }
  }

  /// The parameters of all sequences that choose colours and attributes.
  private func renditions(_ bytes: [UInt8]) -> [Int] {
    var renditions: [Int] = []
    for sequence in String(decoding: bytes, as: UTF8.self).split(separator: "\u{1b}") {
      let parameters = sequence.dropFirst().prefix { $0.isNumber || $0 == ";" }
      guard sequence.first == "[", sequence.dropFirst(1 + parameters.count).first == "m" else {
        continue
      }
      renditions += parameters.split(separator: ";").compactMap { Int($0) }
    }
    return renditions
  }

  @Test func `there are colours, and none with NO_COLOR`() throws {
    let colours = Set(30...37).union(38...38).union(90...97)
    #expect(!colours.isDisjoint(with: renditions(try session([:]))))
    #expect(colours.isDisjoint(with: renditions(try session(["NO_COLOR": "1"]))))
  }

  @Test func `in the C locale nothing but ASCII is sent`() throws {
    let bytes = try session(["LC_ALL": "C"], stem: "Was heißt “schön”?")
    #expect(bytes.allSatisfy { $0 < 0x80 })
    // Nor runs as one character and a number, which many terminals don't understand.
    #expect(String(decoding: bytes, as: UTF8.self).firstMatch(of: /\u{1b}\[[0-9]+b/) == nil)
    #expect(try session([:]).contains { $0 >= 0x80 })
  }

  @Test(arguments: ["vt100", "linux", "screen", "tmux-256color"])
  func `terminals of other types do`(type: String) throws {
    _ = try session(["TERM": type])
  }

  @Test(arguments: [
    ("no-such-terminal", "doesn't know the terminal type 'no-such-terminal'"),
    ("dumb", "can't move its cursor"), (nil, "TERM is not set"),
  ])
  func `where screens can't be, that is said, and lines do`(
    type: String?, explanation: String
  ) throws {
    try withTemporaryFolder { home in
      let terminal = try Terminal(
        ["study"] + PlainBank.write(to: home, questions: 1), home: home,
        size: Size(columns: 120, rows: 24), environment: ["TERM": type])
      try terminal.wait(for: "Choose one.")
      #expect(terminal.screen.text.contains(explanation))
      terminal.type("1\n")
      try terminal.wait(for: "Answered 1, right 1.")
      #expect(terminal.status() == 0)
      terminal.expectRestored()
      #expect(!terminal.received.contains(0x1b))
    }
  }

  @Test(arguments: [Size(columns: 8, rows: 3), Size(columns: 1, rows: 1)])
  func `a tiny terminal is no reason to fail`(size: Size) throws {
    try withTemporaryFolder { home in
      let terminal = try Terminal(PlainBank.write(to: home), home: home, size: size)
      try terminal.wait(for: "a screen") { $0.isAlternate }
      terminal.resize(to: Size(columns: 80, rows: 24))
      try terminal.wait(for: "Which subjects")
      terminal.program.signal(SIGTERM)
      #expect(terminal.status() == 143)
    }
  }

  @Test func `a setting of appearance lasts`() throws {
    try withTemporaryFolder { home in
      let bank = try PlainBank.write(to: home)
      _ = try Program.run(["study"] + bank, input: "1\n", home: home)
      let terminal = try Terminal(bank, home: home)
      try terminal.wait(for: "Today")
      terminal.type(",")
      try terminal.wait(for: "Memory model")
      // From the end of the list: plain lines, the mouse.
      terminal.type("\u{1b}[F")
      try terminal.wait(for: "▸ Plain lines")
      terminal.type("k")
      try terminal.wait(for: "▸ Mouse")
      terminal.type("\r")
      try terminal.wait(for: "the mouse") { $0.isMouseReported }
      terminal.type("q")
      try terminal.wait(for: "Today")
      terminal.type("q")
      #expect(terminal.status() == 0)
      terminal.expectRestored()
      let next = try Terminal(bank, home: home)
      try next.wait(for: "Today")
      #expect(next.screen.isMouseReported)
    }
  }
}
