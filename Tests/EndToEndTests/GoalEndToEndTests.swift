import TestSupport
import Testing

/// A goal through the real program: asked for at the first start, kept by study, mended by the advice.
@Suite struct GoalEndToEndTests {
  private static let start: [String: String?] = ["SWOT_CLOCK": "2026-11-23T09:00:00Z"]

  /// Answers the question on the screen, wrongly, and waits for the verdict.
  private func answerWrongly(_ terminal: Terminal) throws {
    try terminal.wait(for: "a question") { screen in
      // An Enter too many says only that nothing is chosen.
      if screen.text.contains("Not right.") { terminal.type("\r") }
      return screen.text.contains("( ) This one.")
    }
    terminal.type("2")
    try terminal.wait(for: "(x) Not this one.")
    terminal.type("\r")
    try terminal.wait(for: "Not right.")
  }

  @Test func `a goal is set at the start, no day asks more, and the advice is enough`() throws {
    try withTemporaryFolder { folder in
      let home = try LearnerHome(in: folder, questions: 12)
      let terminal = try home.start([], environment: Self.start)
      for (question, answer) in [
        ("Which subjects", ""), ("Which exam", ""), ("When is the exam?", "2026-11-30"),
        ("How many answers a day", "3"),
      ] {
        try terminal.wait(for: question)
        terminal.type(answer + "\r")
      }
      try terminal.wait(for: "At 3 a day expect to remember")
      try terminal.wait(for: "gives")
      #expect(terminal.screen.text.contains("Mon 30 Nov, in 7 days"))
      let words = terminal.screen.text.split(whereSeparator: \.isWhitespace).map(String.init)
      let gives = try #require(words.firstIndex(of: "gives"))
      let advised = try #require(Int(words[gives - 3]))
      #expect(advised > 3)
      terminal.type("\r")
      // Two new questions and the repeat of one of them: there is no room for more.
      for _ in 1...3 { try answerWrongly(terminal) }
      #expect(terminal.screen.text.contains("3 of 3"))
      #expect(try home.answers().count == 3)
      terminal.type("q")
      try terminal.wait(for: "0 of 3 right")
      terminal.type("q")
      try terminal.wait(for: "Done for today.")

      // Settings: six rows down stands the limit.
      terminal.type(",")
      try terminal.wait(for: "Answers a day")
      terminal.type("jjjjj")
      try terminal.wait(for: "▸ Answers a day")
      terminal.type("\r")
      try terminal.wait(for: "empty: no limit")
      terminal.type("\u{7f}\(advised)\r")
      try terminal.wait(for: "On track: expect to remember")
      terminal.type("q")
      try terminal.wait(for: "Mon 30 Nov, in 7 days")
      terminal.type("q")
      #expect(terminal.status() == 0)
      terminal.expectRestored()

      // As lines the same holds; tomorrow no more than the new limit is asked.
      let tomorrow: [String: String?] = ["SWOT_CLOCK": "2026-11-24T09:00:00Z"]
      let goal = try home.run(["goal"] + home.bank, environment: tomorrow)
      #expect(goal.output.contains("Answers a day: at most \(advised)"))
      #expect(goal.output.contains("in 6 days"))
      let wrong = String(repeating: "2\n", count: 60)
      let study = try home.run(
        ["study", "--plain"] + home.bank, input: wrong, environment: tomorrow)
      #expect(study.lines.last == "Answered \(advised), right 0.")
    }
  }
}
