import FSRS
import PracticeCore
import PracticeUI
import TerminalUI
import Testing

@Suite struct ScreenFlowTests {
  // MARK: First start

  @Test func `enter alone goes through the first start, and nobody is asked twice`() {
    var runner = ScreenRunner(history: [])
    runner.press("<enter><enter><enter>")
    #expect(runner.effects == [.append(.settings(StudySettings()))])
    #expect(runner.shows("Today"))
    #expect(ScreenRunner(history: runner.journal).shows("Today"))
  }

  @Test func `the first start records subjects, exam and date`() {
    let other = QuestionBank(id: "other", title: "Other", questions: [])
    var runner = ScreenRunner(banks: [Fixtures.bank, other], history: [])
    runner.press("j<space><enter>j<enter>2026-12-12<enter>none<enter>")
    #expect(runner.shows("A whole number from 1 on"))
    runner.press("<bs><bs><bs><bs>30<enter>")
    let goal = ExamGoal(exam: "lab-exam", date: CalendarDate("2026-12-12"), dailyLimit: 30)
    #expect(
      runner.effects == [
        .append(.settings(StudySettings(subjects: ["lab"]))), .append(.goal(goal)), .lookAhead,
      ])
    #expect(runner.shows("On track: expect to remember"))
    #expect(runner.shows("Laboratory safety, mock exam, Sat 12 Dec, in 19 days"))
    #expect(!runner.shows("Other"))
  }

  @Test(arguments: [
    ("2026-13-01", "A day as YYYY-MM-DD"), ("soon", "A day as YYYY-MM-DD"),
    ("2026-11-22", "That day has gone by."),
  ])
  func `a date that is none is asked for again`(date: String, remark: String) {
    var runner = ScreenRunner(history: [])
    runner.press("<enter><enter>\(date)<enter>")
    #expect(runner.effects == [] && runner.shows(remark) && runner.shows("When is the exam?"))
  }

  @Test func `one subject has to stay, and esc goes a question back`() {
    var runner = ScreenRunner(history: [])
    runner.press("<space><enter>")
    #expect(runner.shows("Tick one subject at least."))
    runner.press("<space><enter><enter>")
    #expect(runner.shows("When is the exam?"))
    runner.press("<esc>")
    #expect(runner.shows("Which exam"))
    runner.press("<esc>")
    #expect(runner.shows("Which subjects"))
  }

  @Test func `a learner with a history and commands with a name are not asked`() {
    #expect(ScreenRunner(history: Array(Fixtures.done.dropFirst())).shows("Subject"))
    #expect(ScreenRunner(.study(banks: [], new: nil, limit: nil), history: []).shows("titration"))
  }

  // MARK: Home

  @Test func `enter studies today's work or the marked subject`() {
    var today = ScreenRunner()
    today.press("<enter>")
    #expect(today.screen[0].contains("1 of 8"))
    var subject = ScreenRunner(history: Fixtures.experienced)
    subject.press("j<enter>")
    #expect(subject.screen[0].contains("1 of 4"))
  }

  @Test func `home shows what a session has changed`() {
    var runner = ScreenRunner()
    runner.press("<enter>1<enter>qq")
    #expect(runner.shows("1/8"))
  }

  @Test func `when all is done more can be asked for`() {
    var more = ScreenRunner(history: Fixtures.done)
    #expect(more.shows("Done for today. Tomorrow: 3."))
    more.press("<enter>")
    #expect(more.screen[0].contains("1 of 5"))
    var mistakes = ScreenRunner(history: Fixtures.done)
    mistakes.press("j<enter>")
    #expect(mistakes.screen[0].contains("1 of 1") && mistakes.shows("inspector"))
    var practice = ScreenRunner(history: Fixtures.done)
    practice.press("jj<enter>")
    #expect(practice.screen[0].contains("1 of 8"))
  }

  @Test func `a new day is noticed by a tick`() {
    var runner = ScreenRunner(history: Fixtures.done)
    #expect(runner.state.tickInterval == 5000)
    runner.wait(milliseconds: 86_400_000)
    runner.send(.tick)
    #expect(runner.shows("Today") && runner.shows("Tue 24 Nov 2026"))
  }
}
