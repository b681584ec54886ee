import FSRS
import PracticeCore
import PracticeUI
import TerminalUI
import Testing

@Suite struct FeedbackTests {
  /// A study session whose first question is `single`, answered.
  private func studied(_ keys: String) -> ScreenRunner {
    var runner = ScreenRunner(.study(banks: [], new: nil, limit: 3))
    runner.press(keys)
    return runner
  }

  private static let right = Fixtures.right("single", seed: Fixtures.studySeed)
  private static let wrong = right == "1" ? "2" : "1"

  private func ratings(_ runner: ScreenRunner) -> [Rating] {
    runner.journal.compactMap { if case .rate(_, let rating) = $0.content { rating } else { nil } }
  }

  @Test func `feedback waits until the answer is recorded`() {
    var runner = ScreenRunner(.study(banks: [], new: nil, limit: 3))
    runner.press(Self.right)
    // As the loop sees it: the effect comes back, and nothing is confirmed yet.
    var state = runner.state
    let effects = state.update(.input(.key(.enter)), at: runner.time)
    guard case .append(.answer(let record)) = effects.first, effects.count == 1 else {
      Issue.record("\(effects)")
      return
    }
    func shows(_ text: String) -> Bool {
      let buffer = state.view().buffer
      return (0..<buffer.size.rows).contains { buffer.text(row: $0).contains(text) }
    }
    #expect(!shows("Right."))
    // Nor is it sent twice.
    #expect(state.update(.input(.key(.enter)), at: runner.time) == [])
    let event = Event(
      id: EventID(writer: "w", sequence: 9), time: runner.time, content: .answer(record))
    #expect(state.update(.recorded(event), at: runner.time) == [])
    #expect(shows("Right."))
  }

  @Test func `the verdict says when the question comes back`() {
    #expect(studied(Self.right + "<enter>").shows("✓ Right. It comes back in 2 days."))
    #expect(studied(Self.right + "u").shows("✓ Right. You were unsure. It comes back tomorrow."))
    #expect(
      studied(Self.right + "g").shows("✓ Right, by a guess: it comes back in this session."))
    #expect(studied(Self.wrong + "<enter>").shows("✗ Not right. It comes back in this session."))
  }

  @Test func `practice that doesn't count says so`() {
    var runner = ScreenRunner(
      .quiz(QuizSelection(tag: "single"), seed: 3, schedules: false))
    runner.press("1<enter>")
    #expect(runner.shows("Practice leaves the schedule as it is."))
    #expect(!runner.shows("1 again"))
    runner.press("4")
    #expect(ratings(runner) == [])
  }

  @Test func `for 300 ms feedback is deaf to keys that were meant for the question`() {
    var runner = studied(Self.right + "<enter>")
    runner.pace = 90
    runner.press("<enter><space>4")
    #expect(runner.shows("Right.") && ratings(runner) == [])
    runner.press("4")
    #expect(ratings(runner) == [.easy])
    runner.press("<enter>")
    #expect(runner.screen[0].contains("2 of 3"))
  }

  @Test func `other keys work at once`() {
    var runner = studied(Self.right + "<enter>")
    runner.pace = 10
    runner.press("z")
    #expect(runner.shows("Taken back") && runner.screen[0].contains("1 of 3"))
  }

  @Test func `a right answer is corrected at once, a wrong one only after a question`() {
    var right = studied(Self.right + "<enter>4")
    #expect(ratings(right) == [.easy] && right.shows("Counted as easy."))
    right.press("1")
    #expect(right.shows("Counted as again. It comes back in this session."))

    var wrong = studied(Self.wrong + "<enter>3")
    #expect(ratings(wrong) == [] && wrong.shows("Count it as good all the same?"))
    wrong.press("n")
    #expect(ratings(wrong) == [] && !wrong.shows("all the same?"))
    wrong.press("3y")
    #expect(ratings(wrong) == [.good])
    wrong.press("1")
    #expect(ratings(wrong) == [.good, .again])
  }

  @Test func `what was corrected is what the learner's state says after a replay`() {
    let runner = studied(Self.right + "<enter>4")
    #expect(runner.state.learner == runner.learner)
  }

  @Test func `undo shows the question again in the same order, without the answer`() {
    var runner = ScreenRunner(.study(banks: [], new: nil, limit: 3))
    let before = runner.screen.dropLast(4)
    runner.press(Self.wrong + "<enter>z")
    #expect(runner.screen.dropLast(4) == before)
    #expect(runner.learner.days.isEmpty)
    #expect(runner.state.learner == runner.learner)
    runner.press(Self.right + "<enter>")
    #expect(runner.shows("✓ Right.") && runner.screen[0].contains("1 of 3"))
  }

  @Test func `the last feedback can be reopened from the next question, which keeps its answer`() {
    var runner = studied("[")
    #expect(runner.shows("There is no answer before this one yet."))
    runner.press(Self.right + "<enter><enter>x[")
    #expect(runner.shows("✓ Right.") && runner.screen[0].contains("1 of 3"))
    runner.press("<enter>")
    #expect(runner.screen[0].contains("2 of 3"))
  }

  @Test func `an undo from a reopened feedback goes back to that question`() {
    var runner = studied(Self.right + "<enter><enter>[z")
    #expect(runner.screen[0].contains("1 of 3") && runner.shows("Taken back"))
    #expect(runner.journal.last?.content == .undo(of: EventID(writer: "test", sequence: 1)))
    runner.press("q")
  }

  @Test func `o opens every rationale and closes them again`() {
    var runner = studied(Self.right + "<enter>")
    #expect(!runner.shows("A closed bottle bursts"))
    runner.press("o")
    #expect(runner.shows("A closed bottle bursts"))
    runner.press("o")
    #expect(!runner.shows("A closed bottle bursts"))
  }

  @Test func `a report is an event with its text, an empty one is none`() {
    var runner = studied(Self.right + "<enter>!Two are right?<enter>")
    let id = QuestionID(bank: "lab", question: "single")
    #expect(runner.journal.last?.content == .report(question: id, text: "Two are right?"))
    let count = runner.journal.count
    runner.press("!<enter>!no<esc>! <enter>")
    #expect(runner.journal.count == count)
    #expect(runner.shows("✓ Right."))
  }

  @Test func `a question that shall not be asked again doesn't come back, unless it shall`() {
    var runner = studied(Self.wrong + "<enter>")
    #expect(runner.screen[0].contains("1 of 4"))
    runner.press("s")
    #expect(runner.screen[0].contains("1 of 3") && runner.shows("Won't be asked again"))
    #expect(runner.shows("✗ Not right. It won't come back."))
    #expect(runner.learner.questions.values.contains { $0.isSuspended })
    runner.press("s")
    #expect(runner.shows("Will be asked again."))
    #expect(!runner.learner.questions.values.contains { $0.isSuspended })
  }

  @Test func `space pages while more follows, then goes on`() {
    var runner = ScreenRunner(
      .study(banks: [], new: nil, limit: 3), size: Size(columns: 40, rows: 12))
    runner.press(Self.right + "<enter>")
    var pages = 0
    while runner.shows("✓ Right."), pages < 20 {
      runner.press("<space>")
      pages += 1
    }
    #expect((2...8).contains(pages))
    #expect(runner.screen[0].contains("2 of 3"))
  }

  @Test func `the verdict stays in view wherever the text is scrolled to`() {
    for size in [Size(columns: 40, rows: 12), Size(columns: 80, rows: 24)] {
      var runner = ScreenRunner(
        .quiz(QuizSelection(tag: "longest"), seed: 3, schedules: true), size: size)
      runner.press("1<enter>o")
      for key in ["<home>", "<end>", "<pgup>", "<pgdn>", "j", "k"] {
        runner.press(key)
        #expect(runner.shows("It comes back"), "after \(key)")
        #expect(runner.screen.last?.contains("enter next") == true)
      }
    }
  }

  @Test func `after the last question comes the summary, and it leads home`() {
    var runner = ScreenRunner(.study(banks: [], new: nil, limit: 1))
    runner.press(Self.right + "<enter><enter>")
    #expect(runner.shows("1 of 1 right") && runner.shows("Coming back: 1 within a week."))
    runner.press("<enter>")
    #expect(runner.screen[0].hasPrefix("  Swot"))
    runner.press("q")
    #expect(runner.effects.last == .quit)
  }

  @Test func `the summary names the wrong ones and practises them`() {
    var runner = ScreenRunner(.study(banks: [], new: nil, limit: 2))
    runner.press(Self.wrong + "<enter>q")
    #expect(runner.shows("Not right at first") && runner.shows("Dilute acids"))
    runner.press("j<enter>")
    #expect(runner.screen[0].contains("1 of 1"))
    #expect(runner.shows("titration"))
  }
}
