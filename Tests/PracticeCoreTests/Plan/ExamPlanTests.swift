import FSRS
import PracticeCore
import Testing

@Suite struct ExamPlanTests {
  @Test(arguments: [1, 2]) func `All is met in time and no day is above the limit`(sittings: Int) {
    let catalog = PlanFixtures.catalog(120)
    for (days, limit, seed) in [(30, 15, 1), (45, 12, 2), (16, 20, 3)] as [(Int, Int, UInt64)] {
      let goal = PlanFixtures.goal(in: days, limit: limit, daysOff: [3, 4], weekdaysOff: [7])
      var course = PlannedLearner(goal: goal, catalog: catalog, seed: seed)
      for day in 0..<days { course.study(day: day, sittings: sittings) }
      #expect(course.answers.values.allSatisfy { $0 <= limit })
      #expect(course.answers.keys.allSatisfy { $0 != 3 && $0 != 4 && $0 % 7 != 6 })
      let met = catalog.banks[0].questions.count { !course.learner[$0.id].isNew }
      #expect(met == 120)
    }
  }

  @Test func `The day of the exam asks nothing new, and no more than the limit`() {
    let catalog = PlanFixtures.catalog(40)
    let answers = (0..<20).map { number in
      (question: QuestionID(bank: "bank", question: "q\(number + 1)"), day: -9, rating: Rating.good)
    }
    var learner = PlanFixtures.learner(answers, goal: PlanFixtures.goal(in: 0, limit: 5))
    #expect(PlanFixtures.plan(learner, catalog) == nil)
    let queue = PlanFixtures.queue(learner, catalog, day: 0)
    #expect(queue.due.count == 5 && queue.new.isEmpty && queue.answersLeft == 5)
    for number in 0..<3 {
      let record = StudyFixtures.record(queue.due[number], .good)
      let isApplied = learner.apply(StudyFixtures.event(100 + number, day: 0, .answer(record)))
      #expect(isApplied)
    }
    let later = PlanFixtures.queue(learner, catalog, day: 0)
    #expect(Set(later.due) == Set(queue.due.suffix(2)) && later.answersLeft == 2)
    let unlimited = PlanFixtures.learner(answers, goal: PlanFixtures.goal(in: 0))
    let all = PlanFixtures.queue(unlimited, catalog, day: 0)
    #expect(all.due.count == 20 && all.new.isEmpty && all.answersLeft == nil)
  }

  @Test func `After the date all is as without one`() {
    let catalog = PlanFixtures.catalog(40)
    let answers = (0..<20).map { number in
      (question: QuestionID(bank: "bank", question: "q\(number + 1)"), day: -9, rating: Rating.good)
    }
    let without = PlanFixtures.learner(answers, goal: ExamGoal())
    for days in [-1, -30] {
      let learner = PlanFixtures.learner(answers, goal: PlanFixtures.goal(in: days, limit: 5))
      #expect(PlanFixtures.plan(learner, catalog) == nil)
      let queue = PlanFixtures.queue(learner, catalog, day: 0)
      #expect(queue.due == PlanFixtures.queue(without, catalog, day: 0).due)
      #expect(queue.due.count == 20 && queue.answersLeft == nil)
    }
  }

  @Test func `Without a goal the queue is that of plain FSRS`() {
    let catalog = PlanFixtures.catalog(40)
    let learner = PlanFixtures.learner(goal: ExamGoal(exam: "mock"))
    let queue = PlanFixtures.queue(learner, catalog, day: 0)
    let plain = ReviewQueue(
      banks: catalog.banks, learner: learner, at: StudyFixtures.time(day: 0),
      limits: DailyLimits(new: 10))
    #expect(queue == plain)
  }

  @Test func `What the exam can't draw comes only where there is room`() {
    let other = StudyFixtures.bank("other", objectives: 5, each: 4)
    let catalog = QuestionCatalog(banks: [StudyFixtures.bank(objectives: 10, each: 5), other])
    let answers = other.questions.map { (question: $0.id, day: -20, rating: Rating.good) }
    let free = PlanFixtures.learner(answers, goal: PlanFixtures.goal(in: 40, limit: 50))
    let queue = PlanFixtures.queue(free, catalog, day: 0)
    #expect(queue.due.count { $0.bank == "other" } == 20)
    #expect(!queue.new.contains { $0.bank == "other" })
    let busy = PlanFixtures.learner(answers, goal: PlanFixtures.goal(in: 40, limit: 8))
    let short = PlanFixtures.queue(busy, catalog, day: 0)
    #expect(short.questions.count <= 8)
    #expect(short.new.count { $0.bank == "bank" } > 0)
    // Asked for by name, it is studied as ever.
    #expect(PlanFixtures.queue(busy, catalog, day: 0, banks: ["other"]).due.count == 20)
  }

  @Test func `A blueprint of parts plans those parts`() {
    let catalog = PlanFixtures.catalog(100)
    let blueprint = Blueprint(
      id: "mock", title: "Mock", questions: 10, minutes: 20, scale: .percent(pass: 70),
      sections: [
        BlueprintSection(title: "One", weight: 1, from: ["bank/D0"]),
        BlueprintSection(title: "Two", weight: 1, from: ["bank/O4", "absent/X"]),
      ])
    let plan = ExamPlan(
      of: PlanFixtures.learner(goal: PlanFixtures.goal(in: 30)), in: catalog,
      blueprints: [blueprint], at: StudyFixtures.time(day: 0))
    #expect(plan?.questions == 30)
  }

  @Test func `Suspended and buried questions are left out`() {
    let catalog = PlanFixtures.catalog(20)
    var learner = PlanFixtures.learner(goal: PlanFixtures.goal(in: 30))
    for (number, mark) in [QuestionMark.suspend, .bury].enumerated() {
      _ = learner.apply(
        StudyFixtures.event(
          number + 5, day: 0,
          .mark(mark, question: QuestionID(bank: "bank", question: "q\(number + 1)"))))
    }
    #expect(PlanFixtures.plan(learner, catalog)?.questions == 18)
    #expect(PlanFixtures.plan(learner, catalog, day: 1)?.questions == 19)
  }

  @Test func `It says when a question comes back`() throws {
    let catalog = PlanFixtures.catalog(20)
    let learner = PlanFixtures.learner(
      goal: PlanFixtures.goal(in: 30, limit: 10, weekdaysOff: [2, 3, 4, 5]))
    let plan = try #require(PlanFixtures.plan(learner, catalog))
    let weak = MemoryState(stability: 1, difficulty: 5)
    // Mon 23 Nov; then Saturday.
    #expect(plan.next(after: weak, lastPassDays: 3) == .ahead(5))
    let strong = MemoryState(stability: 400, difficulty: 5)
    #expect(plan.next(after: strong, lastPassDays: 3) == .lastPass(ahead: 26))
  }

  @Test func `A time zone or a change to summer time moves no study day`() {
    let catalog = PlanFixtures.catalog(60)
    let learner = PlanFixtures.learner(goal: PlanFixtures.goal(in: 20, limit: 12))
    func queue(hoursUTC: Int64, offset: Int) -> ReviewQueue {
      var time = StudyFixtures.time(day: 3)
      time.at = time.at.advanced(byMilliseconds: hoursUTC * 3_600_000)
      time.offsetMinutes = offset
      return ReviewQueue(
        ofBanks: [], in: catalog, blueprints: [PlanFixtures.blueprint], learner: learner, at: time)
    }
    // 09:00 UTC is one study day at all of these.
    let here = queue(hoursUTC: 0, offset: 0)
    #expect(here.new.count > 0)
    #expect(queue(hoursUTC: 0, offset: 60) == here)
    #expect(queue(hoursUTC: 0, offset: 120) == here)
    #expect(queue(hoursUTC: 0, offset: -300) == here)
    // Four in the morning turns the day.
    #expect(queue(hoursUTC: 17, offset: 60).new == here.new)
    #expect(
      ExamPlan(
        of: learner, in: catalog, blueprints: [],
        at: LocalTime(
          at: StudyFixtures.time(day: 3).at.advanced(byMilliseconds: 19 * 3_600_000),
          offsetMinutes: 60))?.calendar.daysLeft == 16)
  }
}
