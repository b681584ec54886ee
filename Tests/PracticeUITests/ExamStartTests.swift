import PracticeCore
import PracticeUI
import TerminalUI
import Testing

/// The screen before an exam, and the exams of the home screen.
@Suite struct ExamStartTests {
  @Test func `no time runs before Enter, and a doubled Enter starts nothing`() {
    var runner = ScreenRunner(blueprints: [Fixtures.rules()])
    runner.press("e<enter>")
    #expect(runner.shows("no time runs yet") && runner.shows("enter start"))
    runner.pace = 100
    runner.press("<enter>")
    #expect(runner.examEvents.isEmpty)
    runner.pace = 3_600_000
    runner.press("<enter>")
    #expect(runner.shows("1:10:00") && runner.shows("Question 1 of 7"))
  }

  @Test func `pauses and extra time are agreed on before the start`() throws {
    var runner = ScreenRunner(Fixtures.sitting(), blueprints: [Fixtures.rules()])
    runner.press("p+++-")
    #expect(runner.shows("With pauses") && runner.shows("10 minutes, 1:20:00 in all"))
    runner.press("<enter>")
    let start = try #require(runner.progress?.start)
    #expect(start.terms == ExamTerms(extra: 600_000, withPauses: true))
    #expect(start.isPausable && start.allowed == 80 * 60_000)
    var other = ScreenRunner(Fixtures.sitting(), blueprints: [Fixtures.rules()])
    other.press("pp---<enter>")
    #expect(other.progress?.start?.terms == ExamTerms())
  }

  @Test func `a name is asked for first and may stay empty`() {
    var runner = ScreenRunner(Fixtures.sitting(asksName: true))
    runner.press("Ada p<enter>")
    #expect(runner.shows("Name        Ada p") && runner.examEvents.isEmpty)
    runner.press("i<bs><bs><enter><enter>")
    #expect(runner.progress?.start?.candidate == "Ada")
    var empty = ScreenRunner(Fixtures.sitting(asksName: true))
    // Nobody starts nameless by hitting Enter twice.
    empty.press(" <enter><enter>")
    #expect(empty.shows("Start without a name?") && empty.examEvents.isEmpty)
    empty.press("<enter><enter>y")
    #expect(empty.progress?.start != nil && empty.progress?.start?.candidate == nil)
    var long = ScreenRunner(Fixtures.sitting(asksName: true))
    long.send(.input(.paste(String(repeating: "a", count: 500))))
    long.press("<enter><enter>")
    #expect(long.progress?.start?.candidate?.count == 80)
  }

  @Test func `what can't be drawn says how much is missing where, and can't be started`() {
    var runner = ScreenRunner(.exam(ExamRequest(Fixtures.exam)))
    #expect(runner.shows("The section \"All\" needs 20 questions and finds 8: 12 missing."))
    runner.press("<enter>p+")
    #expect(runner.examEvents.isEmpty && !runner.shows("enter start"))
    var unknown = Fixtures.rules()
    unknown.sections[0].from = ["lab/NONE"]
    let other = ScreenRunner(.exam(ExamRequest(unknown)))
    #expect(other.shows("The section \"Substances\" draws from lab/NONE"))
  }

  @Test func `an attempt that can't begin leaves the start screen as it is`() {
    var runner = ScreenRunner(Fixtures.sitting(), blueprints: [Fixtures.rules()])
    runner.desk.refusal = "The form can't be kept: the disk is full."
    runner.press("<enter>")
    #expect(runner.shows("the disk is full") && runner.shows("no time runs yet"))
    runner.desk.refusal = nil
    runner.press("<enter>")
    #expect(runner.shows("Question 1 of 7"))
  }

  @Test func `another exam under way is told`() {
    var runner = ScreenRunner.sitting(pressing: "qy")
    runner.press("e<enter>")
    #expect(runner.shows("Another exam is under way: Laboratory safety, short mock exam."))
  }

  @Test func `the same seed asks the same questions, and without one they differ`() {
    func form(_ seed: UInt64?, start: UInt64) -> [QuestionID] {
      var runner = ScreenRunner(
        .exam(ExamRequest(Fixtures.rules(), seed: seed)), seed: start)
      runner.press("<enter>")
      return runner.desk.papers.values.first?.items.map(\.question.id) ?? []
    }
    #expect(form(5, start: 1) == form(5, start: 2) && form(5, start: 1).count == 7)
    #expect(Set((1...8).map { form(nil, start: $0) }).count > 1)
  }

  @Test func `home lists exams whose banks are at hand, with the last score`() {
    var far = Fixtures.rules()
    far.sections[0].from = ["elsewhere"]
    far.title = "Far away"
    var runner = ScreenRunner(
      Fixtures.sitting(), blueprints: [Fixtures.rules(), far, Fixtures.exam])
    runner.press("q")
    #expect(runner.effects == [.quit])
    runner = ScreenRunner(blueprints: [Fixtures.rules(), far, Fixtures.exam])
    #expect(runner.shows("7 questions · 70 min  not yet taken") && !runner.shows("Far away"))
    runner.press("e<enter><enter>ey")
    runner.press("q")
    #expect(runner.shows("last 100, 23 Nov") && runner.shows("All attempts (1)"))
    #expect(!runner.shows("Under way"))
    runner.press("eee<enter>")
    #expect(runner.shows("Laboratory safety, short mock exam") && !runner.shows("Today"))
  }

  @Test func `without exams home has no key for them`() {
    var runner = ScreenRunner(blueprints: [])
    #expect(!runner.shows("e exams") && !runner.shows("Mock exams"))
    let before = runner.screen
    runner.press("e")
    #expect(runner.screen == before)
  }
}
