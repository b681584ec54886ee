import PracticeCore
import PracticeUI
import TerminalUI
import Testing

/// The clock of a sitting: what is shown, what is told, and the end.
@Suite struct ExamTimeTests {
  private static let minute: Int64 = 60_000

  @Test func `the clock shows each second until it is over, and ticks when it changes`() {
    var runner = ScreenRunner.sitting()
    #expect(runner.shows("1:10:00") && runner.state.tickInterval == 1000)
    runner.wait(milliseconds: 1)
    runner.send(.tick)
    #expect(runner.shows("1:10:00") && runner.state.tickInterval == 999)
    runner.wait(milliseconds: 999)
    runner.send(.tick)
    #expect(runner.shows("1:09:59") && runner.state.tickInterval == 1000)
  }

  @Test func `a hidden clock wakes for notices alone, and comes back for good at 5 minutes`() {
    var runner = ScreenRunner.sitting(pressing: "t")
    #expect(runner.shows("clock hidden"))
    #expect(runner.state.tickInterval == Int(35 * Self.minute - 1000))
    runner.press("t")
    #expect(runner.shows("1:09:58"))
    runner.press("t")
    runner.tick(milliseconds: 65 * Self.minute - 3000)
    #expect(runner.shows("0:05:00") && runner.shows("5 minutes left. The clock is back."))
    runner.press("t")
    #expect(runner.shows("0:04:59") && runner.shows("In the last 5 minutes the clock stays."))
  }

  @Test func `notices come at half time, 30, 10, 5 and 1 minutes, once each`() {
    var runner = ScreenRunner.sitting()
    var told: [String] = []
    for _ in 0..<(70 * 12 - 1) {
      runner.tick(milliseconds: 5000)
      if let said = runner.screen.first(where: { $0.contains(" left.") }) {
        told.append(said.trimmed)
        runner.pace = 0
        runner.press(.left)
      }
    }
    #expect(
      told == [
        "Half of the time is over: 0:35:00 left.", "30 minutes left.", "10 minutes left.",
        "5 minutes left.", "1 minute left.",
      ])
  }

  @Test func `a notice takes no key away, whether it came before or with it`() {
    var runner = ScreenRunner.sitting()
    runner.tick(milliseconds: 35 * Self.minute)
    #expect(runner.shows("Half of the time is over"))
    runner.press("2")
    #expect(runner.sheet("single").response == .numbers([2]))
    #expect(!runner.shows("Half of the time"))
    runner.wait(milliseconds: 5 * Self.minute)
    runner.press("3")
    #expect(runner.sheet("single").response == .numbers([3]) && runner.shows("29"))
    #expect(runner.shows("30 minutes left."))
    runner.press("f")
    #expect(!runner.shows("30 minutes left."))
  }

  @Test func `a notice waits until a question is answered, and what a key says comes first`() {
    var runner = ScreenRunner.sitting(pressing: "2e")
    runner.tick(milliseconds: 35 * Self.minute)
    #expect(runner.shows("End the exam?"))
    runner.press("n")
    #expect(runner.progress?.isOpen == true && runner.shows("Half of the time is over"))
    runner.wait(milliseconds: 5 * Self.minute)
    runner.press("f")
    #expect(runner.shows("Flagged."))
    runner.press("f")
    runner.press("3")
    #expect(runner.shows("30 minutes left."))
    var asking = ScreenRunner.sitting(pressing: "2e")
    asking.wait(milliseconds: 36 * Self.minute)
    asking.press("y")
    #expect(asking.progress?.outcome?.reason == .ended)
  }

  @Test func `at the deadline the exam ends by itself, once, with what was answered`() throws {
    var runner = ScreenRunner.sitting(pressing: "2")
    runner.tick(milliseconds: 70 * Self.minute)
    let outcome = try #require(runner.progress?.outcome)
    #expect(outcome.reason == .time && outcome.spent == 70 * Self.minute)
    #expect(outcome.score.right == 1)
    #expect(runner.shows("The time is up") && runner.shows("review answers"))
    let ends = runner.effects.filter { if case .exam(.finish) = $0 { true } else { false } }
    #expect(ends.count == 1)
  }

  @Test func `a machine that sleeps over the end finds it ended then, and no late key counts`()
    throws
  {
    var runner = ScreenRunner.sitting(pressing: "2")
    let start = try #require(runner.progress?.startedAt)
    runner.wait(milliseconds: 8 * 60 * Self.minute)
    runner.press("3")
    let progress = try #require(runner.progress)
    #expect(progress.finished?.at == start.at.advanced(byMilliseconds: 70 * Self.minute))
    #expect(progress.outcome?.score.right == 1)
    #expect(runner.shows("review answers"))
  }

  @Test func `help on top stops neither time nor end, nor does a question that is asked`() {
    for keys in ["?", "q", "e", "r", "t?"] {
      var runner = ScreenRunner.sitting(pressing: "2" + keys)
      runner.tick(milliseconds: 70 * Self.minute)
      #expect(runner.progress?.outcome?.reason == .time, "\(keys)")
      #expect(runner.shows("review answers"), "\(keys): \(runner)")
      runner.press("y")
      #expect(runner.progress?.outcome?.reason == .time, "\(keys)")
    }
  }

  @Test func `a clock that is set neither gives nor takes time`() {
    var runner = ScreenRunner.sitting()
    runner.press("2")
    runner.setWall(milliseconds: 26 * 60 * Self.minute)
    runner.send(.tick)
    #expect(runner.shows("1:09:59"))
    runner.setWall(milliseconds: -50 * 60 * Self.minute)
    runner.press("3")
    #expect(runner.shows("1:09:58") && runner.sheet("single").response == .numbers([3]))
    runner.tick(milliseconds: 70 * Self.minute - 2001)
    #expect(runner.progress?.isOpen == true)
    runner.tick(milliseconds: 1)
    #expect(runner.progress?.isOpen == false)
  }

  @Test func `extra time is given`() {
    let runner = ScreenRunner.sitting(terms: ExamTerms(extra: 30 * Self.minute))
    #expect(runner.shows("1:40:00"))
  }
}

extension String {
  /// Without blanks at its ends.
  fileprivate var trimmed: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
