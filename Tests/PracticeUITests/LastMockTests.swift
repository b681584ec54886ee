import FSRS
import PracticeCore
import TerminalUI
import TestSupport
import Testing

@testable import PracticeUI

/// One form held back for a last mock: in settings, on home, before and after the exam, in the list.
@Suite struct LastMockTests {
  private static let exam = SatExam.blueprint()

  private static func runner(
    _ start: StartScreen = .home, exam: String? = exam.id, history: [Event] = [],
    size: Size = Size(columns: 80, rows: 24)
  ) -> ScreenRunner {
    let goal = ExamGoal(exam: exam, date: CalendarDate("2026-12-20"))
    return ScreenRunner(
      start, banks: Library.banks, blueprints: [Self.exam],
      history: Fixtures.settled + [Fixtures.event(900, .goal(goal), daysAhead: -1)] + history,
      size: size)
  }

  /// The same with a form held back.
  private static func holding(size: Size = Size(columns: 80, rows: 24)) -> ScreenRunner {
    var runner = runner(size: size)
    runner.press(",jjjjjjj<enter>q")
    return runner
  }

  private static func held(_ runner: ScreenRunner) -> Set<QuestionID> {
    runner.learner.goal.heldBack?.questions ?? []
  }

  @Test func `the settings hold a form back and release it, each as one event`() {
    var runner = Self.runner()
    let before = runner.journal.count
    runner.press(",jjjjjjj")
    #expect(runner.shows("Last mock") && runner.shows("nothing held back"), "\(runner)")
    runner.press("<enter>")
    #expect(Self.held(runner).count == 20)
    #expect(runner.shows("20 questions held back"))
    #expect(runner.shows("20 questions wait unseen for your last mock"), "\(runner)")
    runner.press(" ")
    #expect(Self.held(runner).isEmpty && runner.shows("nothing held back"))
    #expect(runner.shows("Released"))
    #expect(runner.journal.count == before + 2)
    runner.press("q")
    #expect(runner.journal.count == before + 2)
  }

  @Test func `without an exam, or with too few unseen questions, it says why`() {
    var runner = Self.runner(exam: nil)
    runner.press(",jjjjjjj<enter>")
    #expect(runner.shows("Choose the exam above first."), "\(runner)")
    runner = Self.runner(history: [
      Fixtures.event(901, .answer(Fixtures.record("match", isRight: true)), daysAhead: -1)
    ])
    runner.press(",jjjjjjj<enter>")
    #expect(Self.held(runner).isEmpty)
    #expect(runner.shows("Too few unseen questions"), "\(runner)")
    #expect(runner.shows("needs 4 and has"), "\(runner)")
  }

  @Test func `home offers the mock, and it asks exactly these questions`() {
    var runner = Self.holding()
    #expect(runner.shows("Last mock: Laboratory and kitchen"), "\(runner)")
    #expect(runner.shows("20 unseen"), "\(runner)")
    runner.press("ee<enter>")
    #expect(runner.shows("Your last mock"), "\(runner)")
    #expect(runner.shows("All questions."))
    let held = Self.held(runner)
    runner.press("<enter>")
    #expect(Set(runner.desk.papers.values.first?.items.map(\.question.id) ?? []) == held)
    // While it goes on, its questions are kept.
    #expect(held.allSatisfy { runner.learner.isHeldBack($0, on: runner.time.studyDay) })
    runner.press("<esc>ey")
    #expect(runner.shows("It was your last mock: its questions are released"), "\(runner)")
    #expect(runner.learner.heldBack(on: runner.time.studyDay) == nil)
    runner.tick(milliseconds: 40)
    #expect(!runner.shows("Forecast"), "not enough was known for one")
    runner.press("q")
    #expect(!runner.shows("Last mock: "), "\(runner)")
  }

  @Test func `before another form m leads to the last mock`() {
    var runner = Self.holding()
    runner.press("e<enter>")
    #expect(
      runner.shows("20 questions are held back for it, unseen; m sits that form."), "\(runner)")
    #expect(runner.shows("20 of this form are held back") == false)
    runner.press("m")
    #expect(runner.shows("Your last mock"), "\(runner)")
    #expect(!runner.shows("m last mock"))
  }

  @Test func `the list doesn't show what is held back, and asks before it does`() throws {
    var runner = Self.holding()
    runner.press("b")
    #expect(runner.shows("for your last mock"), "\(runner)")
    let stems = Self.held(runner).compactMap { id in
      Library.banks.flatMap(\.questions).first { $0.id == id }?.stem.prefix(20)
    }
    #expect(stems.count == 20)
    for stem in stems { #expect(!runner.shows(String(stem)), "\(runner)") }
    runner.press("<tab><tab>")
    #expect(runner.shows("Held back 20"), "\(runner)")
    runner.press("<enter>")
    #expect(runner.shows("Held back for your last mock, which is honest only"), "\(runner)")
    #expect(runner.shows("enter show it"))
    runner.press("<enter>")
    #expect(!runner.shows("Held back for your last mock, which"), "\(runner)")
    // The next one is hidden again.
    runner.press("j")
    #expect(runner.shows("Held back for your last mock, which is honest only"), "\(runner)")
    runner.press("k")
    #expect(!runner.shows("Held back for your last mock, which"))
  }

  @Test func `study, practice and more new questions leave it out`() {
    var runner = Self.holding()
    let held = Self.held(runner)
    runner.press("<home><enter>")
    var asked = 0
    while let screen = runner.state.top as? SessionScreen, asked < 60 {
      if let question = screen.question { #expect(!held.contains(question.id)) }
      runner.press("b")
      asked += 1
    }
    #expect(asked > 3)
    var other = Self.holding()
    other.press("<home>p")
    let practice = other.state.top as? SessionScreen
    #expect(practice?.session.total == 18, "of 38 questions 20 are held back")
  }

  @Test func `how likely it is to be passed stands before it, once that is known`() {
    var runner = ScreenRunner(
      .exam(ExamRequest(SatExam.blueprint())), banks: Library.banks,
      blueprints: [SatExam.blueprint()], history: StatisticsScreenTests.history)
    #expect(!runner.shows("Readiness"))
    runner.tick(milliseconds: 40)
    #expect(runner.shows("Readiness"), "\(runner)")
    let readiness = runner.state.context.statistics?.readiness.first
    #expect(readiness?.exam == SatExam.blueprint().id)
    runner.press("<enter><esc>ey")
    runner.tick(milliseconds: 40)
    #expect(runner.shows("Forecast"), "\(runner)")
    #expect(runner.shows("When it began"), "\(runner)")
  }
}
