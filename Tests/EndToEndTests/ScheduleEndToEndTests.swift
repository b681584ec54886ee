import TerminalUI
import TestSupport
import Testing

/// `swot schedule optimize` in a terminal.
@Suite struct ScheduleEndToEndTests {
  private func start(_ arguments: [String], in folder: String, columns: Int) throws -> Terminal {
    try Terminal(
      ["schedule", "optimize"] + arguments, home: folder,
      size: Size(columns: columns, rows: 24),
      environment: ["SWOT_DATA": "\(folder)/data", "SWOT_CLOCK": "2026-11-23T09:00:00Z"])
  }

  @Test(arguments: [40, 100])
  func `a fit shows how far it is, and nothing of that stays`(columns: Int) throws {
    try withTemporaryFolder { folder in
      let log = "\(folder)/my log.jsonl"
      try FadingLog.write(to: log)
      let terminal = try start([log], in: folder, columns: columns)
      try terminal.wait(for: "Fitting:")
      try terminal.wait(for: "Parameters:")
      #expect(terminal.status() == 0)
      let sent = String(decoding: terminal.received, as: UTF8.self)
      #expect(sent.contains("\rFitting: 1 % ") && sent.contains("\rFitting: 99 % "))
      #expect(!sent.contains("\u{1B}"))
      let lines = terminal.screen.lines
      #expect(!terminal.screen.text.contains("Fitting"))
      #expect(lines.first?.hasPrefix("FSRS-6 on 1200 reviews, 900 of") == true, "\(lines)")
      // Words stay whole; only the parameters, to be copied, are one long line.
      let text = sent.replacing("\r\n", with: "\n").split(separator: "\r").last ?? ""
      for line in text.split(separator: "\n") where !line.hasPrefix("Parameters:") {
        #expect(line.count <= columns)
      }
      let home = try LearnerHome(in: folder, data: "\(folder)/data")
      let stored = try home.lines().filter { $0.contains(#""type":"parameters""#) }
      #expect(stored.count == 1 && stored[0].contains(#""at":"2026-11-23T09:00:0"#))
      // Another model is offered for this log, by a line that a shell takes as it is.
      let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      if words.contains("FSRS-7 clearly predicts these reviews better.") {
        #expect(words.contains("swot schedule optimize '\(log)' --model fsrs7"))
      }
    }
  }

  @Test func `Ctrl-C ends a fit and leaves everything as it was`() throws {
    try withTemporaryFolder { folder in
      let terminal = try start([ReferenceReviews.path], in: folder, columns: 80)
      try terminal.wait(for: "Fitting:")
      terminal.type("\u{3}")
      #expect(terminal.status() == 130)
      #expect(!terminal.screen.text.contains("FSRS-6"))
      let home = try LearnerHome(in: folder, data: "\(folder)/data")
      #expect(try home.lines() == [])
    }
  }

  @Test func `a log with bad lines says which, and ends with the status of bad data`() throws {
    try withTemporaryFolder { folder in
      let home = try LearnerHome(in: folder, data: "\(folder)/data")
      let script =
        #"printf '{"card":"a","time":"2026-01-03T10:00:00Z","rating":3}\n{"card":1}\n' > bad.jsonl; "#
        + "swot schedule optimize bad.jsonl"
      let terminal = try home.startShell("cd ~; \(script)")
      #expect(terminal.status() == 65)
      #expect(terminal.screen.text.contains("bad.jsonl:2:9: error: 'card' must be a text"))
      #expect(!terminal.screen.text.contains("Fitting"))
      #expect(try home.lines() == [])
    }
  }

  @Test func `a fit in the settings holds when it is wanted, and undo takes it back`() throws {
    try withTemporaryFolder { folder in
      let home = try LearnerHome(in: folder, questions: 60)
      // Whoever remembers everything remembers more than the defaults say.
      for day in ["2026-05-01", "2026-05-05", "2026-06-01", "2026-11-29"] {
        let outcome = try home.run(
          ["study", "--plain", "--new", "60"] + home.bank,
          input: String(repeating: "1\n", count: 61),
          environment: ["SWOT_CLOCK": "\(day)T09:00:00Z"])
        #expect(outcome.lines.last == "Answered 60, right 60.")
      }
      let clock: [String: String?] = ["SWOT_CLOCK": "2026-11-30T09:00:00Z"]
      let terminal = try home.start([], environment: clock)
      try terminal.wait(for: "Plain questions")
      terminal.type(",")
      try terminal.wait(for: "Settings")
      terminal.type("\u{1B}[F")
      try terminal.wait(for: "▸ Plain lines")
      terminal.type("kkkk")
      try terminal.wait(for: "▸ Fit to your answers")
      terminal.type("\r")
      try terminal.wait(for: "fitting, ")
      try terminal.wait(for: "y use it")
      #expect(try home.lines().filter { $0.contains(#""type":"parameters""#) } == [])
      terminal.type("y")
      try terminal.wait(for: "a fit that holds") { screen in
        screen.lines.contains { $0.contains("Fit to your answers") && $0.contains("done") }
      }
      terminal.type("qq")
      #expect(terminal.status() == 0)
      #expect(try home.lines().filter { $0.contains(#""type":"parameters""#) }.count == 1)
      let undo = try home.run(["schedule", "undo"] + home.bank, environment: clock)
      #expect(undo.output == "Taken back. FSRS-6 with its default parameters holds again.\n")
      #expect(try home.lines().filter { $0.contains(#""type":"undo""#) }.count == 1)
    }
  }
}
