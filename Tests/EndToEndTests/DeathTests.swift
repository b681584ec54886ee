import TerminalUI
import TestSupport
import Testing

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Whatever ends the program, all answers are kept.
@Suite struct DeathTests {
  /// Answers two questions, lets something happen, and looks at what is left.
  private func withTwoAnswers(
    _ happening: (Terminal, LearnerHome) throws -> Void
  ) throws {
    try withTemporaryFolder { folder in
      let home = try LearnerHome(in: folder)
      let terminal = try home.start()
      try terminal.answer()
      try terminal.goOn()
      try terminal.answer()
      try happening(terminal, home)
      try home.expectAnswers(2)
      let next = try home.start()
      try next.wait(for: "1 of 3")
    }
  }

  /// Checks that the session was closed: its day's backup and the snapshot are there.
  private func expectClosed(
    _ home: LearnerHome, at location: SourceLocation = #_sourceLocation
  ) {
    #expect(home.has("snapshot.json"), sourceLocation: location)
    #expect(home.has("backups/2026-11-23"), sourceLocation: location)
  }

  @Test(arguments: [(SIGTERM, 143), (SIGHUP, 129), (SIGINT, 130)] as [(Int32, Int32)])
  func `a signal that asks it to end closes the session`(signal: Int32, status: Int32) throws {
    try withTwoAnswers { terminal, home in
      terminal.program.signal(signal)
      #expect(terminal.status() == status)
      terminal.expectRestored()
      expectClosed(home)
    }
  }

  @Test(
    arguments: [SIGQUIT, SIGALRM, SIGUSR1, SIGABRT, SIGSEGV, SIGXCPU, SIGPIPE, SIGXFSZ] as [Int32])
  func `a signal that ends or crashes it costs no answer, nor the terminal`(signal: Int32) throws {
    try withTwoAnswers { terminal, _ in
      terminal.program.signal(signal)
      if terminal.status(within: 500) == nil {
        // It is ignored.
        terminal.program.signal(SIGTERM)
      }
      #expect(terminal.status() != nil)
      terminal.expectRestored()
    }
  }

  @Test func `a terminal that is closed closes the session`() throws {
    try withTwoAnswers { terminal, home in
      terminal.hangUp()
      #expect(terminal.program.status(within: Terminal.patience) == 129)
      expectClosed(home)
    }
  }

  @Test func `a limit on the size of files is like a full disk`() throws {
    try withTemporaryFolder { folder in
      let home = try LearnerHome(in: folder)
      // In units of 512 bytes: enough for the first answer.
      let terminal = try home.startShell("ulimit -f 1; swot study")
      try terminal.answer()
      try terminal.goOn()
      try terminal.answer()
      try terminal.wait(for: "Not saved: File too large")
      terminal.program.signal(SIGTERM)
      #expect(terminal.status() == 143 || terminal.status() == 74)
      terminal.expectRestored()
      #expect(try home.answers().count == 1)
      // Nobody had to read what was said at the end.
      let next = try home.start()
      try next.wait(for: "1 of 3")
      try home.expectAnswers(2)
    }
  }

  @Test func `a closed terminal and a full disk at once lose nothing either`() throws {
    try withTemporaryFolder { folder in
      let home = try LearnerHome(in: folder)
      let terminal = try home.startShell("ulimit -f 1; swot study")
      try terminal.answer()
      try terminal.goOn()
      try terminal.answer()
      try terminal.wait(for: "Not saved: File too large")
      terminal.hangUp()
      #expect(terminal.program.status(within: Terminal.patience) != nil)
      let next = try home.start()
      try next.wait(for: "1 of 3")
      try home.expectAnswers(2)
    }
  }

  /// A lost connection: nobody reads what is written any more, and nobody says so.
  private func stopReading(_ terminal: Terminal) {
    // Each redraws the whole screen, until there is no room for any more.
    for _ in 0..<500 {
      terminal.typeBlindly("\u{c}")
      usleep(200)
    }
    usleep(100_000)
  }

  @Test(arguments: [(SIGHUP, 129), (SIGTERM, 143)] as [(Int32, Int32)])
  func `a connection that hangs loses nothing, and the signal that follows ends it`(
    signal: Int32, status: Int32
  ) throws {
    try withTwoAnswers { terminal, home in
      stopReading(terminal)
      #expect(terminal.program.status(within: 0) == nil)
      let isAtRest = try comesToRest(terminal.program)
      #expect(isAtRest)
      terminal.program.signal(signal)
      #expect(terminal.program.status(within: Terminal.patience) == status)
      expectClosed(home)
    }
  }

  @Test func `a connection that comes back goes on where it was`() throws {
    try withTwoAnswers { terminal, home in
      stopReading(terminal)
      terminal.look(for: 500)
      terminal.type("\u{3}")
      try terminal.wait(for: "2 of 2 right")
      terminal.type("q")
      #expect(terminal.status() == 0)
      terminal.expectRestored()
      expectClosed(home)
    }
  }

  /// Whether there comes a second in which a program does next to nothing.
  private func comesToRest(_ program: ChildProcess) throws -> Bool {
    for _ in 0..<Terminal.patience / 1000 {
      let before = try processorTime(of: program)
      usleep(1_000_000)
      if try processorTime(of: program) - before <= 2 { return true }
    }
    return false
  }

  /// The time that a process has used, in hundredths of a second; 0 where that can't be known.
  private func processorTime(of program: ChildProcess) throws -> Int {
    guard let bytes = try? Data(contentsOf: URL(filePath: "/proc/\(program.id)/stat")) else {
      return 0
    }
    // The fields behind the name, which may hold blanks: the 12th and 13th of them.
    let fields = String(decoding: bytes, as: UTF8.self).split(separator: ")").last?
      .split(separator: " ")
    guard let fields, fields.count > 12 else { return 0 }
    return (Int(fields[11]) ?? 0) + (Int(fields[12]) ?? 0)
  }

  @Test(arguments: [(SIGTERM, 143), (SIGHUP, 129), (SIGINT, 130)] as [(Int32, Int32)])
  func `in plain lines too a signal closes the session`(signal: Int32, status: Int32) throws {
    try withTemporaryFolder { folder in
      let home = try LearnerHome(in: folder)
      let terminal = try home.start(["study", "--plain"])
      try terminal.wait(for: "Question 1 of 5")
      terminal.type("1\n")
      try terminal.wait(for: "Question 2 of 5")
      terminal.program.signal(signal)
      #expect(terminal.status() == status)
      #expect(terminal.screen.text.contains("Answered 1, right 1."))
      try home.expectAnswers(1)
      expectClosed(home)
    }
  }

  @Test(arguments: [SIGTERM, SIGHUP, SIGPIPE])
  func `in plain lines too what can't be saved is not lost with the program`(signal: Int32) throws {
    try withTemporaryFolder { folder in
      let home = try LearnerHome(in: folder)
      let terminal = try home.startShell("ulimit -f 1; swot study --plain")
      for number in 1...2 {
        try terminal.wait(for: "Question \(number) of 5")
        terminal.type("1\n")
      }
      try terminal.wait(for: "not saved yet: File too large")
      if signal == SIGPIPE {
        // Nobody reads the next lines, nor what is said of it.
        terminal.hangUp()
      } else {
        terminal.program.signal(signal)
      }
      #expect(terminal.program.status(within: Terminal.patience) != nil)
      let next = try home.start()
      try next.wait(for: "1 of 3")
      try home.expectAnswers(2)
    }
  }

  @Test func `lines that nobody reads any more end the session, with all answers kept`() throws {
    try withTemporaryFolder { folder in
      let home = try LearnerHome(in: folder)
      // head leaves after the first lines; the answers that follow write into a broken pipe.
      let swot = (["\(try Program.path)", "study", "--plain"] + home.bank).joined(separator: " ")
      let shell = try Terminal(
        ["-c", "(echo 1; sleep 0.5; echo 1; echo 1) | \(swot) | head -n 2; echo done"],
        home: folder, program: "/bin/sh", environment: ["SWOT_DATA": home.data])
      try shell.wait(for: "done")
      #expect(!shell.screen.text.contains("swot:"))
      // What was answered and could not be shown is kept all the same.
      let answers = try home.answers().count
      #expect((1...3).contains(answers))
      try home.expectAnswers(answers)
    }
  }
}
