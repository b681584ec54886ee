import TestSupport
import Testing

/// A form that is held back, sat as the last mock and released, through the real program.
@Suite struct LastMockEndToEndTests {
  private static let clock: [String: String?] = ["SWOT_CLOCK": "2026-11-23T09:00:00Z"]

  @Test func `a form is held back, asked by the last mock alone, and then released`() throws {
    try withTemporaryFolder { folder in
      let home = try LearnerHome(in: folder, questions: 5)
      let exam = try PlainBank.writeExam(to: folder)
      let terminal = try home.start(exam, environment: Self.clock)
      for (question, answer) in [
        ("Which subjects", ""), ("Which exam", "j"), ("When is the exam?", "2026-12-20"),
        ("How many answers a day", ""),
      ] {
        try terminal.wait(for: question)
        terminal.type(answer + "\r")
      }
      try terminal.wait(for: "Sun 20 Dec")
      // Seven rows down in the settings stands the last mock.
      terminal.type(",")
      try terminal.wait(for: "nothing held back")
      terminal.type("jjjjjjj")
      try terminal.wait(for: "▸ Last mock")
      terminal.type("\r")
      try terminal.wait(for: "3 questions held back")
      #expect(try home.lines().last?.contains(#""held_back":{"exam":"plain-exam""#) == true)
      terminal.type("q")
      try terminal.wait(for: "Last mock: Plain exam")
      // What is left to study are two of five.
      let study = try home.run(
        ["study", "--plain", "--new", "99"] + home.bank + exam, input: "1\n1\n1\n1\n",
        environment: Self.clock)
      #expect(study.lines.last == "Answered 2, right 2.")

      // The second of the mock exams is the last mock.
      terminal.type("ee\r")
      try terminal.wait(for: "Your last mock")
      try terminal.wait(for: "All questions.")
      terminal.look(for: 600)
      terminal.type("\r")
      for number in 1...3 {
        try terminal.wait(for: "Question \(number) of 3")
        terminal.type("1")
        try terminal.wait(for: "(x) This one.")
        terminal.type("\r")
      }
      try terminal.wait(for: "answered 3")
      terminal.type("ey")
      try terminal.wait(for: "PASS")
      try terminal.wait(for: "It was your last mock: its questions are released")
      terminal.type("q")
      try terminal.wait(for: "Mock exams")
      #expect(!terminal.screen.text.contains("Last mock"))
      terminal.type("q")
      #expect(terminal.status() == 0)
      terminal.expectRestored()

      let goal = try home.run(["goal"] + home.bank + exam, environment: Self.clock)
      #expect(!goal.output.contains("Held back"))
      #expect(goal.output.contains("Questions: 5, 3 of them new"), "\(goal.output)")
    }
  }
}
