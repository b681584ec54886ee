import FSRS
import PracticeCore
import TerminalUI
import Testing

@testable import PracticeUI

@Suite struct PlanScreenTests {
  private func marks(_ runner: ScreenRunner) -> QuestionProgress? {
    runner.journal.compactMap { event -> QuestionID? in
      if case .mark(_, let question) = event.content { question } else { nil }
    }.first.map { runner.learner[$0] }
  }

  @Test(arguments: ["", "<enter>"])
  func `what was done to a question in the list is taken back`(opening: String) {
    var runner = ScreenRunner()
    runner.press("b\(opening)sb")
    #expect(marks(runner)?.isSuspended == true)
    runner.press("z")
    #expect(runner.shows("Taken back."))
    #expect(marks(runner)?.isSuspended == false)
    runner.press("b")
    #expect(marks(runner)?.buriedOn != nil)
    runner.press("z")
    #expect(marks(runner)?.buriedOn == nil)
    #expect(marks(runner)?.isSuspended == false)
    // z has nothing left to do.
    let count = runner.journal.count
    runner.press("z")
    #expect(runner.journal.count == count)
  }

  @Test(arguments: ["s", "b"])
  func `a question that leaves the list comes back, marked, by the key that is named`(key: String) {
    var runner = ScreenRunner(history: Fixtures.experienced)
    runner.press("b<tab>")
    let before = runner.screen.filter { $0.contains("▸") }
    runner.press(key)
    // Another question stands in its place, to which the same key would do the same.
    #expect(runner.screen.filter { $0.contains("▸") } != before, "\(runner)")
    #expect(runner.shows("z takes that back."), "\(runner)")
    runner.press("z")
    #expect(runner.screen.filter { $0.contains("▸") } == before, "\(runner)")
    #expect(marks(runner)?.isSuspended == false && marks(runner)?.buriedOn == nil)
  }

  @Test(arguments: [("b", QuestionMark.bury), ("s", .suspend)])
  func `a question is set aside before its answer, and asked after all`(
    key: String, mark: QuestionMark
  ) {
    var runner = ScreenRunner(.study(banks: [], new: nil, limit: nil))
    let first = runner.screen
    runner.press(key)
    guard case .mark(mark, let question) = runner.journal.last?.content else {
      Issue.record("\(key) writes \(mark)")
      return
    }
    #expect(runner.screen != first)
    #expect(runner.shows("z takes that back."))
    #expect(!runner.learner[question].isAskable(on: runner.time.studyDay))
    runner.press("z")
    #expect(runner.shows("Taken back: here it is."))
    #expect(runner.screen[0] == first[0])
    #expect(runner.learner[question].isAskable(on: runner.time.studyDay))
    // z has nothing left to do.
    let count = runner.journal.count
    runner.press("z")
    #expect(runner.journal.count == count)
  }

  @Test func `on the feedback a question is left until tomorrow, and not after all`() {
    var runner = ScreenRunner(.study(banks: [], new: nil, limit: nil))
    runner.press("1<enter>")
    guard let question = runner.answers.first?.question else {
      Issue.record("an answer was given")
      return
    }
    runner.press("b")
    #expect(runner.shows("Won't be asked again today; b takes that back."))
    #expect(runner.learner[question].buriedOn == runner.time.studyDay)
    runner.press("b")
    #expect(runner.shows("Will be asked again."))
    #expect(runner.learner[question].buriedOn == nil)
  }

  @Test func `a session whose only question is set aside ends`() {
    var runner = ScreenRunner(.study(banks: [], new: 1, limit: 1))
    runner.press("s")
    #expect(runner.shows("Won't be asked again; the list of questions takes that back."))
    #expect(runner.shows("Today") || runner.shows("Done for today"))
  }

  @Test func `a question that was forgotten is remembered again`() {
    var runner = ScreenRunner(history: Fixtures.experienced)
    let before = runner.learner
    runner.press("b<tab>ry")
    #expect(runner.learner.questions.values.count { $0.isNew && $0.answers > 0 } == 1)
    runner.press("z")
    for (question, progress) in before.questions {
      #expect(runner.learner[question].memory == progress.memory)
    }
  }

  @Test func `reviews that wait after days away are spread, and home says so`() {
    var events = [
      Fixtures.event(0, .settings(StudySettings(reviewsPerDay: 2)), daysAhead: -40)
    ]
    for name in ["single", "multiple", "match", "order", "typed"] {
      events.append(
        Fixtures.event(
          events.count, .answer(Fixtures.record(name, isRight: true)), daysAhead: -30))
    }
    let runner = ScreenRunner(history: events)
    #expect(runner.shows("5 reviews wait after 29 days away; 2 today, the most nearly"))
    #expect(runner.shows("caught up by Wed 25 Nov."))
    let study = ScreenRunner(.study(banks: [], new: nil, limit: nil), history: events)
    #expect(study.shows("5 reviews wait after 29 days away"))
    #expect(study.screen[0].contains("1 of 5"))
    events[0] = Fixtures.event(0, .settings(StudySettings(reviewsPerDay: 0)), daysAhead: -40)
    let full = ScreenRunner(history: events)
    #expect(
      full.shows("5 reviews wait after 29 days away; today has room for none"), "\(full)")
    #expect(!full.shows("the most nearly"))
  }

  @Test
  func `a session by a plan asks no more than the limit, and says when a question comes back`() {
    var runner = ScreenRunner(
      history: [
        Fixtures.event(0, .settings(StudySettings())),
        Fixtures.event(
          1,
          .goal(
            ExamGoal(
              exam: Fixtures.exam.id, date: CalendarDate("2026-12-12"), dailyLimit: 4,
              lastPassDays: 18)), daysAhead: -1),
      ])
    runner.press("<enter>")
    #expect(runner.screen[0].contains("1 of"))
    var answers = 0
    while answers < 20, runner.answers.count == answers {
      runner.press("1")
      runner.press("<enter>")
      runner.press("<enter>")
      guard runner.answers.count > answers else { break }
      answers = runner.answers.count
      runner.press("<enter>")
    }
    #expect(runner.answers.count <= 4)
  }

  @Test func `home counts as due what opening the subject then asks`() throws {
    var runner = ScreenRunner(history: Fixtures.experienced)
    let plainly = SubjectSummary(of: Fixtures.bank, learner: runner.learner, at: runner.time).due
    let row = try #require(runner.screen.first { $0.contains("6/8") })
    let due = try #require(row.split(separator: " ").compactMap { Int($0) }.first)
    #expect(plainly == 4)
    #expect(due == 3)
    #expect(runner.shows("Today       \(due) to review"))
    runner.press("<enter>")
    // The reviews and one new question.
    #expect(runner.screen[0].contains("1 of \(due + 1)"))
  }

  @Test func `a model that expects more than there is puts nobody on track`() throws {
    let catalog = QuestionCatalog(banks: [Fixtures.bank])
    let questions = Fixtures.bank.questions.map(\.id)
    let goal = ExamGoal(date: CalendarDate("2027-01-20"), dailyLimit: 60)
    func outlook(wrong: Int) throws -> String {
      var events = [Fixtures.event(0, .goal(goal), daysAhead: -10)]
      for days in -9...(-1) {
        for (place, question) in questions.enumerated() {
          let record = Fixtures.record(
            String(question.question), isRight: days == -9 || place >= wrong)
          events.append(Fixtures.event(events.count, .answer(record), daysAhead: days))
        }
      }
      let learner = LearnerState(replaying: events)
      let plan = try #require(
        ExamPlan(of: learner, in: catalog, blueprints: [], at: ScreenRunner.morning))
      return PlanWording.outlook(
        ExamOutlook(of: plan), on: try #require(CalendarDate("2027-01-20")))
    }
    #expect(try outlook(wrong: 0).hasPrefix("On track: expect to remember"))
    let doubted = try outlook(wrong: questions.count)
    #expect(doubted.hasPrefix("Expect to remember"), "\(doubted)")
    #expect(
      doubted.contains("But of your last \(questions.count * 8) reviews you recalled 0 %, where"))
    #expect(doubted.hasSuffix("(in the settings, or by swot schedule optimize)."))
  }

  @Test func `wording tells what is expected and what would do better`() throws {
    let runner = ScreenRunner(history: Fixtures.late)
    #expect(runner.shows("At 3 a day expect to remember"))
    #expect(runner.shows("and 4 never"))
    #expect(runner.shows("a day gives"))
    let resting = ScreenRunner(history: Fixtures.resting)
    #expect(resting.shows("A day off. The next study day is Tue 24 Nov."))
  }

  @Test func `after midnight the days to the exam are those from the date that stands there`() {
    let night = LocalTime(
      at: ScreenRunner.morning.at.advanced(byMilliseconds: 17 * 3_600_000), offsetMinutes: 60)
    let runner = ScreenRunner(history: Fixtures.late, time: night)
    #expect(runner.shows("Tue 24 Nov 2026"))
    let date = runner.learner.goal.date
    let days = (date?.daysSince1970 ?? 0) - night.calendarDay.daysSince1970
    #expect(night.studyDay < night.calendarDay)
    #expect(runner.shows("\(Phrases.distance(days: days))"), "\(runner.screen)")
  }
}
