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

  @Test func `z takes it back, and moved leads to the settings`() {
    var runner = Self.runner()
    runner.press("fz")
    #expect(runner.learner.goal.result == nil && runner.shows("Taken back"), "\(runner)")
    #expect(runner.restarted(banks: Library.banks).shows("How did it go?"))
    runner = Self.runner()
    runner.press("m<enter>")
    #expect(runner.shows("Settings"), "\(runner)")
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
