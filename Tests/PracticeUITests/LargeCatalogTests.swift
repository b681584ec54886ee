import FSRS
import PracticeCore
import PracticeUI
import TerminalUI
import Testing

@Suite struct LargeCatalogTests {
  /// 20,000 questions in one bank.
  private static let bank: QuestionBank = {
    let stem = "Which of these is the one that was asked for, when everything else is equal? "
    return QuestionBank(
      id: "huge", title: "Huge",
      domains: [Domain(id: "D", title: "D", objectives: [Objective(id: "O", title: "O")])],
      questions: (1...20_000).map { number in
        Question(
          id: QuestionID(bank: "huge", question: "q\(number)"), objective: "O",
          stem: stem + String(number),
          format: .choices([
            Choice(text: "This one", isRight: true), Choice(text: "That one", isRight: false),
          ]))
      })
  }()

  /// The shortest time from a key to its frame, of several tries.
  private static func time(of script: String, in runner: inout ScreenRunner) -> Duration {
    var best = Duration.seconds(1000)
    for key in Key.script(script) {
      let clock = ContinuousClock()
      best = min(
        best,
        clock.measure {
          runner.press(key)
          _ = runner.state.view()
        })
    }
    return best
  }

  @Test func `a key doesn't look at all questions`() {
    var runner = ScreenRunner(banks: [Self.bank], size: Size(columns: 200, rows: 60))
    // Debug builds are some twenty times slower than the program; one look at 20,000 questions
    // would take longer all the same.
    let limit = Duration.milliseconds(25)
    #expect(Self.time(of: "jkjkjk", in: &runner) < limit)
    runner.press("b")
    #expect(Self.time(of: "jjj<pgdn><pgdn><end><home>", in: &runner) < limit)
    #expect(runner.screen[0].contains("1 of 20000"))
    runner.press("/19999<enter>")
    #expect(runner.shows("q19999"))
    runner.press("q<enter>")
    #expect(runner.screen[0].contains("1 of 10"))
    #expect(Self.time(of: "1j2k1", in: &runner) < limit)
  }
}
