import FSRS
import PracticeCore
import TerminalUI
import TestSupport
import Testing

@testable import PracticeUI

@Suite struct GoalResultScreenTests {
  /// A learner whose exam was the day before yesterday.
  private static let history =
    StatisticsScreenTests.history + [
      Fixtures.event(
        9000,
        .goal(ExamGoal(exam: SatExam.blueprint().id, date: CalendarDate("2026-11-21"))),
        daysAhead: -10)
    ]

  private static func runner() -> ScreenRunner {
    ScreenRunner(banks: Library.banks, blueprints: [SatExam.blueprint()], history: history)
  }

  @Test func `what is said is an event, and is asked once`() {
    var runner = Self.runner()
    #expect(runner.shows("How did it go?"))
    runner.press("p")
    #expect(runner.learner.goal.result == .passed)
    #expect(runner.learner.goal.exam == SatExam.blueprint().id, "the goal stays as it was")
    runner.press(.enter)
    #expect(runner.shows("Subject"))
    #expect(runner.shows("ago, passed"), "\(runner)")
    #expect(!runner.restarted(banks: Library.banks).shows("How did it go?"))
    runner.press("s")
    runner.tick(milliseconds: 40)
    runner.press("<tab>")
    #expect(runner.state.context.statistics?.pastGoals.last?.goal.result == .passed)
  }

  @Test func `enter and escape skip it for good, q only for now`() {
    for key in [Key.enter, .escape] {
      var runner = Self.runner()
      runner.press(key)
      #expect(runner.shows("Subject") && runner.learner.goal.result == .unsaid)
      #expect(!runner.restarted(banks: Library.banks).shows("How did it go?"))
    }
    var runner = Self.runner()
    runner.press("q")
    #expect(runner.shows("Subject") && runner.learner.goal.result == nil)
    #expect(runner.restarted(banks: Library.banks).shows("How did it go?"))
  }

  @Test func `z takes it back`() {
    var runner = Self.runner()
    runner.press("fz")
    #expect(runner.learner.goal.result == nil && runner.shows("Taken back"), "\(runner)")
    #expect(runner.restarted(banks: Library.banks).shows("How did it go?"))
  }

  @Test func `an exam that was moved is asked its new date`() {
    var runner = Self.runner()
    runner.press("m")
    #expect(runner.learner.goal.result == .moved)
    #expect(runner.shows("New date, YYYY-MM-DD"), "\(runner)")
    runner.press("2026-11-20<enter>")
    #expect(runner.shows("That day has gone by."), "\(runner)")
    runner.press("<esc>")
    #expect(runner.shows("Enter types the new date"), "\(runner)")
    runner.press("<enter>2027-02-01<enter>")
    #expect(runner.learner.goal.date == CalendarDate("2027-02-01"))
    #expect(runner.learner.goal.exam == SatExam.blueprint().id)
    #expect(runner.learner.goal.result == nil, "that day has not come yet")
    #expect(runner.shows("Subject") && runner.shows("Mon 1 Feb"), "\(runner)")
    #expect(!runner.restarted(banks: Library.banks).shows("How did it go?"))
    runner.press("s")
    runner.tick(milliseconds: 40)
    #expect(runner.state.context.statistics?.pastGoals.map(\.goal.result) == [.moved])
  }

  @Test func `an exam without a new date yet stays moved`() {
    var runner = Self.runner()
    runner.press("m<enter>")
    #expect(runner.shows("Subject") && runner.learner.goal.result == .moved, "\(runner)")
    #expect(!runner.restarted(banks: Library.banks).shows("How did it go?"))
    runner = Self.runner()
    runner.press("m<esc>z")
    #expect(runner.learner.goal.result == nil && runner.shows("Taken back"), "\(runner)")
  }

  @Test func `another date has not been sat yet`() {
    var runner = Self.runner()
    runner.press("p<enter>")
    var draft = SettingsDraft(of: runner.learner)
    draft.goal.date = CalendarDate("2027-02-01")
    guard case .goal(let goal)? = draft.events(after: runner.learner).last else {
      Issue.record("no goal")
      return
    }
    #expect(goal.result == nil && goal.date == draft.goal.date)
  }

  @Test func `today and days to come are not asked about`() {
    let today = ScreenRunner.morning.studyDay
    #expect(!ExamGoal(exam: "x", date: today).isOver(on: today))
    #expect(ExamGoal(date: today).isOver(on: today.advanced(byDays: 1)))
    #expect(!ExamGoal(exam: "x").isOver(on: today))
  }
}
