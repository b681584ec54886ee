import PracticeCore
import PracticeUI
import TerminalUI
import Testing

/// Leaving an exam, coming back, and others who have it.
@Suite struct ExamLeavingTests {
  private static let minute: Int64 = 60_000
  private static let pausable = Fixtures.rules(clock: .pausable)

  @Test(arguments: ["q", "<c-c>"])
  func `leaving says until when the clock runs, and home brings back`(key: String) {
    var runner = ScreenRunner.sitting(pressing: "2l1" + key)
    #expect(runner.shows("Leave? The clock runs on until 10:10; 'swot' brings you back."))
    runner.press("n")
    #expect(runner.shows("Question 2 of 7"))
    let before = runner.screen
    runner.press(key + "y")
    #expect(runner.shows("▸ Under way") && runner.shows("1 of 7 answered"))
    #expect(runner.effects.contains { if case .exam(.leave) = $0 { true } else { false } })
    runner.tick(milliseconds: 10 * Self.minute)
    #expect(runner.shows("0:59:5") && runner.state.tickInterval ?? 0 <= 1000)
    runner.press("<enter>")
    #expect(runner.screen.dropFirst(2) == before.dropFirst(2))
    #expect(runner.shows("0:59:5") && runner.progress?.sitting == 2)
  }

  @Test func `a clock that may stop stops, and goes on`() {
    var runner = ScreenRunner.sitting(Self.pausable, pressing: "2q")
    #expect(runner.shows("Leave? The clock stops at 1:09:58; 'swot' brings you back."))
    runner.press("y")
    runner.tick(milliseconds: 600 * Self.minute)
    #expect(runner.shows("1:09:57 left, stopped"))
    runner = runner.restarted()
    runner.press("<enter>")
    #expect(runner.shows("1:09:57") && runner.shows("2  (x)"))
  }

  @Test func `a strict exam with pauses stops too`() {
    var runner = ScreenRunner.sitting(terms: ExamTerms(withPauses: true), pressing: "q")
    #expect(runner.shows("The clock stops at"))
    runner.press("y")
    #expect(runner.shows("stopped"))
  }

  @Test(arguments: [InputEvent.signal(.hangUp), .signal(.terminate), .closed])
  func `a signal leaves the exam as leaving does`(event: InputEvent) throws {
    var runner = ScreenRunner.sitting(Self.pausable, pressing: "2lf?")
    runner.wait(milliseconds: 1000)
    runner.send(.input(event))
    let ends = runner.effects.suffix(3)
    #expect(ends.last == .quit)
    #expect(ends.dropLast().last == .exam(.leave(try #require(AttemptID("attempt-1")))))
    #expect(runner.progress?.timer == .paused(left: 70 * Self.minute - 5000))
    #expect(runner.sheet("multiple").isFlagged)
    let next = runner.restarted(.resume(try #require(AttemptID("attempt-1"))))
    #expect(next.shows("Question 2 ⚑ of 7") && next.shows("1:09:55"))
  }

  @Test func `after a crash the home screen offers to go on, and the time has run`() {
    let crashed = ScreenRunner.sitting(pressing: "2lfx")
    var runner = crashed.restarted()
    #expect(runner.shows("▸ Under way") && runner.shows("1:09:56 left"))
    runner.press("<enter>")
    #expect(runner.screen.dropFirst(2) == crashed.screen.dropFirst(2))
  }

  @Test func `a bank that was edited meanwhile changes nothing in the exam`() {
    let before = ScreenRunner.sitting(from: "scenario", pressing: "1")
    var edited = Fixtures.bank
    edited.scenarios = ["school": "Another text."]
    edited.questions = []
    var runner = before.restarted(banks: [edited])
    runner.press("<enter>")
    #expect(runner.screen.dropFirst(2) == before.screen.dropFirst(2))
  }

  @Test func `an exam whose time was up ends then, and its result is shown`() throws {
    let left = ScreenRunner.sitting(pressing: "2")
    var runner = left
    runner.wait(milliseconds: 100 * Self.minute)
    runner = runner.restarted()
    #expect(runner.shows("time is up"))
    runner.press("<enter>")
    #expect(runner.shows("review answers"))
    let start = try #require(runner.progress?.startedAt)
    #expect(
      runner.progress?.finished?.at == start.at.advanced(byMilliseconds: 70 * Self.minute))
  }

  @Test func `an exam that is open elsewhere is taken over by t alone`() throws {
    let holder = ExamHolder(
      terminal: "/dev/pts/3", process: 4711, since: nil, lastKey: ScreenRunner.morning)
    for key in ["n", "y", "<enter>", "t"] {
      var runner = ScreenRunner.sitting(pressing: "2qy")
      runner.desk.holder = holder
      runner.press("<enter>")
      #expect(
        runner.shows(
          "It is open on /dev/pts/3 (process 4711), last key 09:00. Take it over?"))
      #expect(runner.shows("t take over"))
      runner.press(key)
      #expect(runner.shows("Question 1 of 7") == (key == "t"), "\(key)")
    }
    let unknown = ExamHolder(terminal: nil, process: 12, since: nil, lastKey: nil)
    var runner = ScreenRunner.sitting(pressing: "2qy")
    runner.desk.holder = unknown
    runner.press("<enter>")
    #expect(runner.shows("It is open in process 12. Take it over?"))
  }

  @Test func `a copy that was replaced goes home and writes nothing`() {
    var runner = ScreenRunner.sitting(pressing: "2")
    runner.desk.isReplaced = true
    let count = runner.journal.count
    runner.press("3")
    #expect(runner.shows("This exam was taken over by another terminal; nothing more was written"))
    #expect(runner.shows("Today") && runner.journal.count == count)
    #expect(runner.sheet("single").response == .numbers([2]))
    var late = ScreenRunner.sitting(pressing: "2")
    late.desk.isReplaced = true
    late.tick(milliseconds: 70 * Self.minute)
    #expect(late.shows("taken over") && late.progress?.isOpen == true)
  }
}
