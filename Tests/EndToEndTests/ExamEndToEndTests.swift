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

/// Exams in a terminal, as a candidate sits them.
@Suite struct ExamEndToEndTests {
  /// A home with an exam of three questions in ten minutes, which begins at 09:00.
  private func withHome(
    rules: String = "", _ body: (LearnerHome, _ exam: [String]) throws -> Void
  ) throws {
    try withTemporaryFolder { folder in
      let home = try LearnerHome(in: folder)
      try body(home, try PlainBank.writeExam(to: folder, rules: rules))
    }
  }

  private static func clock(_ time: String) -> [String: String?] {
    ["SWOT_CLOCK": "2026-11-23T\(time)Z"]
  }

  /// Begins the exam on a screen.
  private func begin(
    _ home: LearnerHome, _ exam: [String], _ options: [String] = [], at time: String = "09:00:00"
  ) throws -> Terminal {
    let terminal = try home.start(
      ["exam", "plain-exam", "--seed", "7"] + options + exam, environment: Self.clock(time))
    try terminal.wait(for: "no time runs yet")
    // A screen that has just come takes no Enter.
    terminal.look(for: 600)
    terminal.type("\r")
    try terminal.wait(for: "Question 1 of 3")
    return terminal
  }

  /// Comes back to the exam that is open.
  private func resume(
    _ home: LearnerHome, _ exam: [String], _ options: [String] = ["exam", "--resume"],
    at time: String
  ) throws -> Terminal {
    try home.start(options + exam, environment: Self.clock(time))
  }

  private struct Attempt: Decodable {
    let reason: String
    let finished: String
    let right: Int
    let spent_seconds: Int
  }

  private func history(_ home: LearnerHome, _ exam: [String]) throws -> [Attempt] {
    let outcome = try home.run(["exam", "--history", "--format", "json"] + home.bank + exam)
    return try JSONDecoder().decode([Attempt].self, from: Data(outcome.output.utf8))
  }

  private func types(_ home: LearnerHome) throws -> [String] {
    try home.lines().compactMap { line in
      line.firstRange(of: #""type":""#).map { String(line[$0.upperBound...].prefix { $0 != "\"" }) }
    }
  }

  @Test func `from the rules to the result, and to the history`() throws {
    try withHome { home, exam in
      let terminal = try begin(home, exam)
      terminal.type("1")
      try terminal.wait(for: "(x) This one.")
      // On disk before the screen says so.
      #expect(try types(home) == ["journal", "exam-start", "exam-response"])
      #expect(!terminal.screen.text.contains("Right"))
      terminal.type("f")
      try terminal.wait(for: "⚑ 1")
      terminal.type("\r")
      try terminal.wait(for: "Question 2 of 3")
      terminal.type("2\r")
      try terminal.wait(for: "Question 3 of 3")
      terminal.type("h")
      try terminal.wait(for: "Question 2 of 3")
      try terminal.wait(for: "(x) Not this one.")
      terminal.type("1")
      try terminal.wait(for: "(x) This one.")
      terminal.type("r")
      try terminal.wait(for: "answered 2")
      terminal.type("e")
      try terminal.wait(for: "End the exam?")
      terminal.type("y")
      try terminal.wait(for: "Plain section")
      let attempt = try #require(try history(home, exam).first)
      #expect(attempt.reason == "ended")
      #expect(attempt.right == 2)
      terminal.type("\u{3}")
      try terminal.wait(for: "home", { !$0.text.contains("Plain section") })
      terminal.type("q")
      #expect(terminal.status() == 0)
      terminal.expectRestored()
      let verified = try home.run(["progress", "verify"])
      #expect(verified.status == 0, "\(verified.output)")
    }
  }

  @Test func `an exam that was handed out is sat by name, and handed in`() throws {
    try withHome { home, exam in
      let file = "\(home.path)/class.json"
      let packed = try home.run(
        ["exam", "plain-exam", "--seed", "7", "--pack", file] + home.bank + exam)
      #expect(packed.status == 0, "\(packed.errors)")
      let terminal = try home.startShell(
        "cd \"$HOME\" && swot exam class.json", environment: Self.clock("09:00:00"))
      try terminal.wait(for: "Your name")
      terminal.type("Ada\r")
      try terminal.wait(for: "i name")
      // A screen that has just come takes no Enter.
      terminal.look(for: 600)
      terminal.type("\r")
      try terminal.wait(for: "Question 1 of 3")
      terminal.type("1e")
      try terminal.wait(for: "End the exam?")
      terminal.type("y")
      try terminal.wait(for: "Plain section")
      terminal.type("w")
      try terminal.wait(for: "exam-ada-2026-11-23.json")
      terminal.type("p")
      try terminal.wait(for: "swot-exam-plain-exam-2026-11-23.html")
      let table = try home.run(
        ["exam", "--collect", "\(home.path)/exam-ada-2026-11-23.json", "--pack", file])
      #expect(table.status == 0, "\(table.errors)")
      #expect(table.output.contains("\r\nAda,plain-exam,"))
      let page = try Data(
        contentsOf: URL(filePath: "\(home.path)/swot-exam-plain-exam-2026-11-23.html"))
      #expect(String(decoding: page, as: UTF8.self).hasPrefix("<!DOCTYPE html>"))
    }
  }

  @Test func `an exam that was left comes back, also by the name of the program alone`() throws {
    try withHome { home, exam in
      let terminal = try begin(home, exam)
      terminal.type("1l")
      try terminal.wait(for: "Question 2 of 3")
      terminal.type("q")
      try terminal.wait(for: "Leave? The clock runs on until 09:10")
      terminal.type("y")
      try terminal.wait(for: "home", { !$0.text.contains("Question 2") })
      terminal.type("q")
      #expect(terminal.status() == 0)
      let resumed = try resume(home, exam, at: "09:03:00")
      try resumed.wait(for: "Question 2 of 3")
      try resumed.wait(for: "6:5")
      resumed.type("h")
      try resumed.wait(for: "(x) This one.")
      resumed.program.signal(SIGKILL)
      _ = resumed.status()
      let alone = try resume(home, exam, [], at: "09:05:00")
      try alone.wait(for: "Question 1 of 3")
      try alone.wait(for: "(x) This one.")
      try alone.wait(for: "4:5")
    }
  }

  @Test func `the deadline ends the exam while nobody types`() throws {
    try withHome { home, exam in
      let terminal = try begin(home, exam)
      terminal.type("1")
      try terminal.wait(for: "(x) This one.")
      terminal.program.signal(SIGKILL)
      _ = terminal.status()
      let last = try resume(home, exam, at: "09:09:57")
      try last.wait(for: "Question 1 of 3")
      try last.wait(for: "Plain section")
      let attempt = try #require(try history(home, exam).first)
      #expect(attempt.reason == "time")
      #expect(attempt.right == 1)
      #expect(attempt.spent_seconds == 600)
      #expect(attempt.finished.hasPrefix("2026-11-23T09:10:0"))
    }
  }

  @Test func `stopped over the deadline, the exam is over at once on waking, as of its deadline`()
    throws
  {
    try withHome { home, exam in
      let terminal = try begin(home, exam)
      terminal.program.signal(SIGKILL)
      _ = terminal.status()
      let last = try resume(home, exam, at: "09:09:56")
      try last.wait(for: "Question 1 of 3")
      last.program.signal(SIGSTOP)
      sleep(8)
      // Typed while it slept, so that it is read first of all.
      last.typeBlindly("1")
      last.program.signal(SIGCONT)
      #expect(last.wait(atMost: 4000) { $0.screen.text.contains("Plain section") } == .met)
      let attempt = try #require(try history(home, exam).first)
      #expect(attempt.reason == "time")
      #expect(attempt.right == 0)
      #expect(attempt.finished.hasPrefix("2026-11-23T09:10:0"))
      #expect(attempt.finished < "2026-11-23T09:10:03")
    }
  }

  @Test func `a time that ran out while nobody was there is said, and the exam is over`() throws {
    try withHome { home, exam in
      let terminal = try begin(home, exam)
      terminal.hangUp()
      #expect(terminal.program.status(within: Terminal.patience) == 129)
      let later = try resume(home, exam, [], at: "10:30:00")
      try later.wait(for: "The time of 'Plain exam' ran out at 09:10")
      #expect(try history(home, exam).map(\.reason) == ["time"])
      let again = try resume(home, exam, [], at: "10:31:00")
      try again.wait(for: "Plain questions")
      again.settle()
      #expect(!again.screen.text.contains("ran out"))
    }
  }

  @Test(arguments: [SIGHUP, SIGTERM, SIGINT, 0] as [Int32])
  func `whoever is asked to end leaves the exam first, and stops a clock that may stop`(
    signal: Int32
  ) throws {
    try withHome { home, exam in
      let terminal = try begin(home, exam, ["--with-pauses"])
      terminal.type("f")
      try terminal.wait(for: "⚑ 1")
      if signal == 0 { terminal.hangUp() } else { terminal.program.signal(signal) }
      let status = terminal.program.status(within: Terminal.patience)
      #expect(status == 128 + (signal == 0 ? SIGHUP : signal))
      #expect(
        try types(home) == [
          "journal", "exam-start", "exam-response", "exam-response", "exam-pause",
        ])
      let resumed = try resume(home, exam, at: "18:00:00")
      try resumed.wait(for: "Question 1 ⚑ of 3")
      try resumed.wait(for: "9:5")
    }
  }

  @Test func `a stopped copy is replaced, and writes nothing when it wakes`() throws {
    try withHome { home, exam in
      let first = try begin(home, exam)
      first.type("1")
      try first.wait(for: "(x) This one.")
      first.program.signal(SIGSTOP)
      let second = try resume(home, exam, at: "09:02:00")
      try second.wait(for: "(process")
      let text = second.screen.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      #expect(text.contains("(process \(first.program.id))"))
      #expect(text.contains("/dev/"))
      #expect(text.contains("last key 09:00"))
      second.type("t")
      try second.wait(for: "Question 1 of 3")
      try second.wait(for: "(x) This one.")
      second.type("2")
      try second.wait(for: "(x) Not this one.")
      let lines = try home.lines()
      first.typeBlindly("1fl")
      first.program.signal(SIGCONT)
      // It was asked to end, and hears that only now.
      #expect(first.status() == 128 + SIGTERM)
      #expect(try home.lines() == lines)
      second.type("e")
      try second.wait(for: "End the exam?")
      second.type("y")
      try second.wait(for: "Plain section")
      #expect(try history(home, exam).map(\.right) == [0])
      let verified = try home.run(["progress", "verify"])
      #expect(verified.status == 0, "\(verified.output)")
    }
  }

  @Test func `a copy that reacts is ended in order when it is taken over`() throws {
    try withHome { home, exam in
      let first = try begin(home, exam)
      first.type("1")
      try first.wait(for: "(x) This one.")
      let second = try resume(
        home, exam, ["exam", "--resume", "--take-over"], at: "09:01:00")
      try second.wait(for: "Question 1 of 3")
      try second.wait(for: "(x) This one.")
      #expect(first.status() == 128 + SIGTERM)
      first.expectRestored()
    }
  }

  @Test func `a bank that is edited changes nothing in an exam that is open`() throws {
    try withHome { home, exam in
      let terminal = try begin(home, exam)
      terminal.type("q")
      try terminal.wait(for: "Leave?")
      terminal.type("y")
      try terminal.wait(for: "home", { !$0.text.contains("Question 1") })
      terminal.type("q")
      #expect(terminal.status() == 0)
      _ = try PlainBank.write(to: home.path, questions: 2, stem: "Something else?")
      let resumed = try resume(home, exam, at: "09:01:00")
      try resumed.wait(for: "What is right here?")
      resumed.type("l")
      try resumed.wait(for: "Question 2 of 3")
      try resumed.wait(for: "What is right here?")
    }
  }

  @Test func `a whole exam in lines at a terminal`() throws {
    try withHome { home, exam in
      let terminal = try home.start(["exam", "plain-exam", "--plain"] + exam)
      try terminal.wait(for: "Enter starts the clock.")
      terminal.type("\n")
      for number in 1...3 {
        try terminal.wait(for: "Question \(number) of 3")
        terminal.type("1\n")
      }
      try terminal.wait(for: "Answered 3 of 3.")
      terminal.type(":e\n")
      try terminal.wait(for: "once more")
      terminal.type(":e\n")
      #expect(terminal.status() == 0)
      #expect(terminal.screen.text.contains("Score: 1000"))
      #expect(try history(home, exam).map(\.right) == [3])
    }
  }
}
