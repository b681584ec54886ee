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
    runner.press("j<space><enter>j<enter>2026-12-12<enter>")
    #expect(
      runner.effects == [
        .append(.settings(StudySettings(subjects: ["lab"]))),
        .append(.goal(ExamGoal(exam: "lab-exam", date: CalendarDate("2026-12-12")))),
      ])
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
    #expect(subject.screen[0].contains("1 of 5"))
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
    #expect(runner.state.wantsTick)
    runner.wait(milliseconds: 86_400_000)
    runner.send(.tick)
    #expect(runner.shows("Today") && runner.shows("Tue 24 Nov 2026"))
  }

  // MARK: Browse

  @Test func `the list can be searched by id, text, objective and tag`() {
    for (query, count) in [
      ("LONGEST", 1), ("zinc", 1), ("put out", 3), ("lab-acid", 2), ("acid zinc", 1),
    ] {
      var runner = ScreenRunner()
      runner.press("b/\(query)<enter>")
      #expect(runner.screen[0].contains("1 of \(count) with"), "\(query)")
      runner.press("<esc>")
      #expect(runner.screen[0].contains("of 8"))
    }
  }

  @Test func `a search that finds nothing keeps the list`() {
    var runner = ScreenRunner()
    runner.press("b/nowhere<enter>")
    #expect(runner.shows("No question holds 'nowhere'.") && runner.screen[0].contains("1 of 8"))
  }

  @Test func `questions are set aside and taken up, buried, forgotten and flagged from the list`() {
    var runner = ScreenRunner(history: Fixtures.experienced)
    runner.press("bs")
    #expect(runner.shows("▸ single        not asked"))
    runner.press("u")
    #expect(runner.shows("▸ single        in 15 days"))
    runner.press("t")
    #expect(runner.shows("▸ single        not today"))
    runner.press("uR")
    #expect(runner.shows("Forget how well you know single"))
    runner.press("n")
    #expect(runner.shows("▸ single        in 15 days"))
    runner.press("Ry")
    #expect(runner.shows("▸ single        new"))
    runner.press("f")
    #expect(runner.shows("⚑ A student"))
  }

  @Test func `an opened question shows what is right, and can be marked too`() {
    var runner = ScreenRunner()
    runner.press("b<enter>")
    #expect(runner.shows("✓ right    Pour the acid slowly"))
    runner.press("s")
    #expect(runner.shows("Not asked any more."))
    runner.press("!Which water?<enter>")
    #expect(
      runner.journal.last?.content
        == .report(question: QuestionID(bank: "lab", question: "single"), text: "Which water?"))
    runner.press("n")
    #expect(runner.shows("Diluting an acid"))
    runner.press("qq")
    #expect(runner.screen[0].contains("All questions"))
  }

  // MARK: Notes

  @Test func `notes are searched and read one after the other`() {
    var runner = ScreenRunner()
    runner.press("n/bases<enter>")
    #expect(runner.shows("What may stand") && !runner.shows("Acids and water"))
    runner.press("<esc><home><enter>")
    #expect(runner.shows("Diluting an acid"))
    runner.press("l")
    #expect(runner.shows("Acids and bases stand apart."))
    runner.press("l")
    #expect(runner.shows("This is the last section."))
    runner.press("h")
    #expect(runner.shows("Diluting an acid"))
    runner.press("/vinegar<enter>")
    #expect(runner.shows("vinegar"))
    runner.press("/nowhere<enter>")
    #expect(runner.shows("'nowhere' was not found."))
  }

  // MARK: Settings

  private func settings(_ keys: String) -> ScreenRunner {
    var runner = ScreenRunner()
    runner.press("," + keys)
    return runner
  }

  @Test func `settings of study are events`() {
    #expect(
      settings("<enter>25<enter>").effects
        == [.append(.settings(StudySettings(newPerDay: 25)))])
    #expect(
      settings("j<enter>80<enter>").effects
        == [.append(.settings(StudySettings(reviewsPerDay: 80)))])
    #expect(
      settings("jj<enter><bs><bs>85<enter>").effects
        == [.append(.settings(StudySettings(desiredRetention: 0.85)))])
    #expect(
      settings("jjjj<enter>").effects == [.append(.goal(ExamGoal(exam: "lab-exam")))])
    #expect(
      settings("jjjjj<enter>2027-03-01<enter>").effects
        == [.append(.goal(ExamGoal(date: CalendarDate("2027-03-01"))))])
  }

  @Test func `an empty field takes a setting back, and what isn't changed is no event`() {
    let runner = settings("<enter>25<enter><enter><bs><bs><enter><enter><enter>")
    #expect(
      runner.effects == [
        .append(.settings(StudySettings(newPerDay: 25))), .append(.settings(StudySettings())),
      ])
  }

  @Test(arguments: [
    ("<enter>x<enter>", "from 0 to 9999"), ("<enter>-3<enter>", "from 0 to 9999"),
    ("j<enter>10000<enter>", "from 0 to 9999"), ("jj<enter>0<enter>", "from 70 to 99"),
    ("jjjjj<enter>1999-01-01<enter>", "gone by"),
  ])
  func `a value that makes no sense is refused with what would`(keys: String, remark: String) {
    let runner = settings(keys)
    #expect(runner.effects == [] && runner.shows(remark))
  }

  @Test func `settings of appearance are saved and take effect at once`() {
    var runner = settings("jjjjjj<enter>")
    let theme = AppearanceSettings(theme: "high-contrast")
    #expect(runner.effects == [.setTheme("high-contrast"), .saveAppearance(theme)])
    runner.press("j<enter><enter>")
    #expect(runner.shows("> Symbols") && runner.shows("ASCII"))
    runner.press("<left>j<space>")
    #expect(runner.shows("▸ Mouse"))
    #expect(
      Array(runner.effects.suffix(2)) == [
        .setMouse(true),
        .saveAppearance(
          AppearanceSettings(theme: "high-contrast", symbols: .unicode, mouse: true)),
      ])
    runner.press("j<enter>")
    #expect(runner.shows("Plain lines from the next start on."))
  }

  @Test func `subjects are ticked in a list`() {
    let other = QuestionBank(id: "other", title: "Other", questions: [])
    var runner = ScreenRunner(banks: [Fixtures.bank, other])
    runner.press(",jjj<enter><space><space>j<space><enter>")
    #expect(runner.effects == [.append(.settings(StudySettings(subjects: ["lab"])))])
    #expect(runner.shows("1 of 2"))
    runner.press("<enter><space>")
    runner.press("<enter>")
    #expect(runner.shows("Tick one subject at least."))
    runner.press("<esc>")
    #expect(runner.shows("1 of 2"))
  }
}
