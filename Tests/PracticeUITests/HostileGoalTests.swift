import FSRS
import PracticeCore
import TerminalUI
import TestSupport
import Testing

@testable import PracticeUI

/// Goals and settings as a journal of somebody else may hold them: within what can be read, and
/// senseless.
@Suite struct HostileGoalTests {
  private static func goals() -> [ExamGoal] {
    let exam = SatExam.blueprint().id
    let held: [HeldBackForm?] = [
      nil, HeldBackForm(exam: exam, seed: 0, questions: []),
      HeldBackForm(exam: exam, seed: .max, questions: [QuestionID(bank: "gone", question: "Q-1")]),
      HeldBackForm(
        exam: "gone\u{1B}[2J", seed: 1, questions: [QuestionID(bank: "b", question: "q")]),
      HeldBackForm(
        exam: exam, seed: 1,
        questions: Set(
          Library.banks.flatMap(\.questions).map(\.id)
            + (0..<500).map { QuestionID(bank: "gone", question: "Q\($0)") })),
    ]
    let dates = [
      nil, "0001-01-01", "2026-11-22", "2026-11-23", "2026-11-24", "2026-12-20", "9999-12-31",
    ]
    var goals: [ExamGoal] = []
    for (number, date) in dates.enumerated() {
      for (place, form) in held.enumerated() {
        var goal = ExamGoal(
          exam: place == 3 ? "gone\u{1B}[2J" : exam, date: date.flatMap { CalendarDate($0) },
          weekdaysOff: number % 2 == 0 ? [] : Array(1...7),
          dailyLimit: [nil, 0, 1, 1_000_000][(number + place) % 4],
          lastPassDays: [0, nil, 1, 1_000_000][(number * 3 + place) % 4])
        goal.heldBack = form
        goals.append(goal)
      }
    }
    return goals
  }

  @Test(arguments: goals().indices)
  func `every screen stands what a journal can say of a goal`(number: Int) {
    let goal = Self.goals()[number]
    let limit = [nil, 0, 1, 1_000_000][number % 4]
    var runner = ScreenRunner(
      banks: Library.banks, blueprints: [SatExam.blueprint()],
      history: Fixtures.settled + [
        Fixtures.event(
          900, .settings(StudySettings(newPerDay: limit, reviewsPerDay: limit, maximumInterval: 1)),
          daysAhead: -3),
        Fixtures.event(901, .goal(goal), daysAhead: -3),
        Fixtures.event(
          902, .answer(Fixtures.record("match", isRight: true)), daysAhead: -2),
      ])
    // A day that is over is asked about first.
    if runner.shows("How did it go?") { runner.press("q") }
    runner.tick(milliseconds: 6000)
    for script in [
      "s<end>q", "b<tab><tab><tab>q", ",<end>q", "e<enter><enter>q", "<enter>1<enter>",
    ] {
      runner.press(script)
      runner.tick(milliseconds: 200)
      for row in runner.screen {
        #expect(row.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F })
      }
    }
    let plan = ExamPlan(
      of: runner.learner, in: runner.state.catalog, blueprints: [SatExam.blueprint()],
      at: runner.time)
    if let plan { _ = ExamOutlook(of: plan) }
  }
}
