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

/// The program in a terminal, as a learner uses it.
@Suite struct PracticeEndToEndTests {
  /// All lines of all journals below a home folder.
  private func journal(_ home: String) throws -> [String] {
    let folder = home + "/.local/share/swot/journals"
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return try files.sorted().flatMap { file in
      let bytes = try Data(contentsOf: URL(filePath: "\(folder)/\(file)"))
      return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
    }
  }

  private func answers(_ home: String) throws -> [String] {
    try journal(home).filter { $0.contains(#""type":"answer""#) }
  }

  /// What `swot stats` counts.
  private func counted(_ home: String, _ bank: [String]) throws -> String {
    let outcome = try Program.run(["stats", "--format", "json"] + bank, home: home)
    return String(outcome.output.prefix { $0 != "b" })
  }

  @Test func `from the first start to an answer in the journal`() throws {
    try withTemporaryFolder { home in
      let bank = try PlainBank.write(to: home)
      let terminal = try Terminal(bank, home: home)
      try terminal.wait(for: "Which subjects")
      terminal.type("\r")
      try terminal.wait(for: "Which exam")
      terminal.type("\r")
      try terminal.wait(for: "When is the exam?")
      terminal.type("\r")
      try terminal.wait(for: "Today")
      terminal.type("\r")
      try terminal.wait(for: "What is right here?")
      terminal.type("1")
      try terminal.wait(for: "(x) This one.")
      terminal.type("\r")
      try terminal.wait(for: "Right. It comes back in 2 days.")
      #expect(try answers(home).count == 1)
      #expect(try answers(home).first?.contains(#""correct":true"#) == true)
      terminal.type("\u{3}")
      try terminal.wait(for: "1 of 1 right")
      terminal.type("q")
      try terminal.wait(for: "Today")
      terminal.type("q")
      #expect(terminal.status() == 0)
      terminal.expectRestored()
      #expect(try counted(home, bank) == #"{"answers":1,"right":1,""#)
    }
  }

  @Test func `a kill in mid-session loses no answer whose verdict was seen`() throws {
    try withTemporaryFolder { home in
      let bank = try PlainBank.write(to: home)
      for seen in 1...3 {
        let terminal = try Terminal(["study"] + bank, home: home)
        try terminal.wait(for: "What is right here?")
        terminal.type("1\r")
        try terminal.wait(for: "Right.")
        terminal.program.signal(SIGKILL)
        #expect(terminal.status() == 128 + SIGKILL)
        #expect(try counted(home, bank) == #"{"answers":\#(seen),"right":\#(seen),""#)
      }
      let last = try Terminal(["study"] + bank, home: home)
      try last.wait(for: "Done for today")
    }
  }

  @Test func `every size between two keys leaves the program alive`() throws {
    try withTemporaryFolder { home in
      let bank = try PlainBank.write(to: home)
      let terminal = try Terminal(["study"] + bank, home: home)
      try terminal.wait(for: "What is right here?")
      for (columns, rows) in [(8, 3), (1, 1), (40, 12), (300, 90), (39, 11), (8, 3)] {
        terminal.resize(to: Size(columns: columns, rows: rows))
        terminal.type("j")
      }
      terminal.resize(to: Size(columns: 40, rows: 12))
      try terminal.wait(for: "What is right here?")
      terminal.type("1\r")
      try terminal.wait(for: "Right.")
      #expect(try answers(home).count == 1)
    }
  }

  @Test(arguments: [(SIGTERM, 143), (SIGHUP, 129), (SIGINT, 130)] as [(Int32, Int32)])
  func `a signal ends the program orderly`(signal: Int32, status: Int32) throws {
    try withTemporaryFolder { home in
      let terminal = try Terminal(["study"] + PlainBank.write(to: home), home: home)
      try terminal.wait(for: "What is right here?")
      #expect(terminal.screen.isAlternate)
      #expect(terminal.modes != terminal.modesBefore)
      terminal.program.signal(signal)
      #expect(terminal.status() == status)
      terminal.expectRestored()
    }
  }

  @Test func `a terminal that goes away ends the program, with all answers kept`() throws {
    try withTemporaryFolder { home in
      let bank = try PlainBank.write(to: home)
      let terminal = try Terminal(["study"] + bank, home: home)
      try terminal.wait(for: "What is right here?")
      terminal.type("1\r")
      try terminal.wait(for: "Right.")
      terminal.hangUp()
      #expect(terminal.program.status(within: Terminal.patience) == 129)
      #expect(try counted(home, bank) == #"{"answers":1,"right":1,""#)
    }
  }

  @Test func `stopped and continued, the screen comes back`() throws {
    try withTemporaryFolder { home in
      let bank = try PlainBank.write(to: home)
      let shell = try Terminal.shell(home: home)
      shell.type("\(try Program.path) study \(bank.joined(separator: " "))\r")
      try shell.wait(for: "What is right here?")
      shell.type("1")
      try shell.wait(for: "(x) This one.")
      shell.type("\u{1a}")
      try shell.wait(for: "Stopped")
      #expect(!shell.screen.isAlternate)
      #expect(shell.screen.isCursorVisible)
      shell.type("fg\r")
      try shell.wait(for: "(x) This one.")
      #expect(shell.screen.isAlternate)
      shell.type("\r")
      try shell.wait(for: "Right.")
      shell.type("\u{3}")
      try shell.wait(for: "1 of 1 right")
      shell.type("q")
      try shell.wait(for: "the shell") { !$0.isAlternate }
      shell.type("exit\r")
      #expect(shell.status() == 0)
      #expect(try answers(home).count == 1)
    }
  }

  @Test func `two copies at once write two journals, and both count`() throws {
    try withTemporaryFolder { home in
      let bank = try PlainBank.write(to: home, questions: 2)
      let first = try Terminal(["study"] + bank, home: home)
      try first.wait(for: "What is right here?")
      let second = try Terminal(["study"] + bank, home: home)
      try second.wait(for: "What is right here?")
      first.type("1\r")
      second.type("2\r")
      try first.wait(for: "Right.")
      try second.wait(for: "Not right.")
      #expect(try counted(home, bank) == #"{"answers":2,"right":1,""#)
      #expect(try journal(home).filter { $0.contains(#""type":"journal""#) }.count == 2)
    }
  }

  @Test func `where saving fails that is said, and the answer is kept elsewhere`() throws {
    try withTemporaryFolder { home in
      let bank = try PlainBank.write(to: home)
      // A limit on the size of files stands in for a full disk: it needs no rights. The shell counts
      // in units of 512 bytes, enough for the first answer; the signal of the limit is ignored.
      let swot = ([try Program.path, "study"] + bank).joined(separator: " ")
      let terminal = try Terminal(
        ["-c", "trap '' XFSZ; ulimit -f 1; exec \(swot)"], home: home, program: "/bin/sh")
      try terminal.wait(for: "What is right here?")
      terminal.type("1\r")
      try terminal.wait(for: "Right.")
      try terminal.wait(for: "the next question") { screen in
        if screen.text.contains("Right.") { terminal.type("\r") }
        return screen.text.contains("2 of 3")
      }
      terminal.type("1\r")
      try terminal.wait(for: "Not saved: File too large")
      terminal.type("\u{3}")
      try terminal.wait(for: "2 of 2 right")
      terminal.type("q")
      try terminal.wait(for: "not saved yet")
      terminal.type("y")
      #expect(terminal.status() == 74)
      terminal.expectRestored()
      #expect(terminal.screen.text.contains("could not be saved"))
      let rescued = try FileManager.default
        .subpathsOfDirectory(atPath: home).filter { $0.contains("unsaved-") }
      let path = home + "/" + (try #require(rescued.first))
      #expect(try answers(home).count == 1)
      let bytes = try Data(contentsOf: URL(filePath: path))
      #expect(String(decoding: bytes, as: UTF8.self).contains(#""type":"answer""#))
      let next = try Terminal(["study"] + bank, home: home)
      try next.wait(for: "1 of 1")
      #expect(try answers(home).count == 2)
    }
  }
}
