import PracticeCore
import TerminalUI
import Testing

@testable import PracticeUI

/// What is shown must belong to the moment: nothing stays from another date, goal or mark.
@Suite struct StaleScreenTests {
  private static func exam(on date: String?) -> Event {
    Fixtures.event(
      900, .goal(ExamGoal(exam: Fixtures.exam.id, date: date.flatMap { CalendarDate($0) })),
      daysAhead: -1)
  }

  @Test func `at midnight home counts the days to the exam anew`() {
    let late = LocalTime(
      at: ScreenRunner.morning.at.advanced(byMilliseconds: 14 * 3_600_000 + 3_590_000),
      offsetMinutes: 60)
    var runner = ScreenRunner(
      history: Fixtures.settled + [Self.exam(on: "2026-11-25")], time: late)
    #expect(runner.shows("Mon 23 Nov 2026") && runner.shows("in 2 days"), "\(runner)")
    runner.tick(milliseconds: 30_000)
    #expect(runner.shows("Tue 24 Nov 2026") && runner.shows("tomorrow"), "\(runner)")
  }

  @Test func `what was expected of a goal that is gone is not shown for another`() throws {
    var runner = ScreenRunner(history: Fixtures.settled + [Self.exam(on: "2026-12-12")])
    let outlook = try #require(runner.state.context.outlook)
    // The work was under way when the date moved out of reach.
    var goal = runner.learner.goal
    goal.date = CalendarDate("2031-12-12")
    runner.send(
      .recorded(
        Event(
          id: EventID(writer: "test", sequence: 999), time: runner.time, content: .goal(goal))))
    #expect(runner.state.context.outlook == nil)
    runner.send(.outlook(outlook))
    #expect(runner.state.context.outlook == nil)
  }

  @Test func `a question that isn't asked any more can't be left until tomorrow as well`() throws {
    var runner = ScreenRunner(.study(banks: [], new: nil, limit: nil))
    runner.press("1<enter>")
    let question = try #require(runner.answers.first?.question)
    runner.press("s")
    #expect(runner.learner[question].isSuspended)
    runner.press("bb")
    #expect(runner.learner[question].isSuspended, "b takes back nothing but b")
    runner.press("s")
    #expect(!runner.learner[question].isSuspended && runner.learner[question].buriedOn == nil)
  }

  @Test func `what was set aside brings no answer back that was taken back since`() throws {
    var runner = ScreenRunner(.study(banks: [], new: nil, limit: nil))
    runner.press("1<enter><enter>b[")
    let first = try #require(runner.answers.first?.question)
    runner.press("z")
    #expect(runner.learner[first].isNew, "\(runner)")
    runner.press("1<enter><enter>")
    let count = runner.journal.count
    #expect(runner.answers.count == 2, "\(runner)")
    runner.press("z")
    #expect(runner.journal.count == count, "\(runner)")
    #expect(!runner.shows("Taken back: here it is."))
  }

  @Test func `what was set aside is asked after all, though not after a correction`() {
    var runner = ScreenRunner(.study(banks: [], new: nil, limit: nil))
    runner.press("1<enter><enter>b[4<enter>")
    let count = runner.journal.count
    runner.press("z")
    #expect(runner.journal.count == count, "the correction would be lost")
    #expect(runner.learner.questions.values.contains { $0.buriedOn != nil })
  }

  @Test func `the last day of the calendar is the last that the arrows reach`() {
    var runner = ScreenRunner(history: Fixtures.settled + [Self.exam(on: "9999-12-30")])
    runner.press(",jjjjlllq")
    #expect(runner.learner.goal.date == CalendarDate("9999-12-31"), "\(runner)")
  }

  @Test func `with a clock that was set back marks, notes, settings and goal hold at once`() throws
  {
    var runner = ScreenRunner(
      .study(banks: [], new: nil, limit: nil),
      history: Fixtures.settled + [Self.exam(on: "2026-12-12")])
    runner.press("1<enter>")
    let question = try #require(runner.answers.first?.question)
    runner.press("ss")
    runner.wait(milliseconds: -10 * 86_400_000)
    runner.press("s")
    #expect(runner.learner[question].isSuspended && runner.state.learner[question].isSuspended)
    runner.press("s")
    #expect(!runner.learner[question].isSuspended)
    runner.press("f")
    #expect(runner.learner[question].isFlagged && runner.state.learner[question].isFlagged)
    runner = runner.restarted()
    runner.press(",<enter>7<enter>jjjj<enter><bs><bs>24<enter>")
    #expect(runner.learner.settings.newPerDay == 7, "\(runner)")
    #expect(runner.state.learner.settings.newPerDay == 7)
    #expect(runner.learner.goal.date == CalendarDate("2026-12-24"), "\(runner)")
    #expect(runner.learner.goal == runner.state.learner.goal)
  }
}
