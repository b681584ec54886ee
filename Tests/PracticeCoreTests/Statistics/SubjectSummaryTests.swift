import FSRS
import PracticeCore
import Testing

@Suite struct SubjectSummaryTests {
  private let bank = StudyFixtures.bank(objectives: 2, each: 3)

  private func id(_ number: Int) -> QuestionID {
    QuestionID(bank: "bank", question: "q\(number)")
  }

  @Test func `a subject's numbers are those of its questions`() {
    let learner = StudyFixtures.learner([
      (id(1), -30, .good), (id(2), -1, .easy), (id(3), -30, .good),
    ])
    var marked = learner
    let isApplied = marked.apply(
      StudyFixtures.event(99, day: 0, .mark(.suspend, question: id(3))))
    #expect(isApplied)
    let summary = SubjectSummary(of: bank, learner: marked, at: StudyFixtures.morning)
    #expect(summary.questions == 6)
    #expect(summary.seen == 3)
    #expect(summary.new == 3)
    #expect(summary.due == 1)
    let recall = summary.recall ?? 0
    #expect(recall > 0.5 && recall < 1)
  }

  @Test func `with a plan, due is what the plan asks, and of other subjects what has room`() throws
  {
    let exam = StudyFixtures.bank("bank", objectives: 2, each: 10)
    let other = StudyFixtures.bank("other", objectives: 2, each: 10)
    let catalog = QuestionCatalog(banks: [exam, other])
    let learner = PlanFixtures.learner(
      (1...20).flatMap { number in
        ["bank", "other"].map {
          (question: QuestionID(bank: $0, question: "q\(number)"), day: -30, rating: Rating.good)
        }
      }, goal: PlanFixtures.goal(in: 60, limit: 7))
    let plan = try #require(PlanFixtures.plan(learner, catalog))
    let queue = PlanFixtures.queue(learner, catalog, day: 0)
    var summaries = [exam, other].map {
      SubjectSummary(of: $0, learner: learner, at: StudyFixtures.morning)
    }
    #expect(summaries.map(\.due) == [20, 20])
    for place in summaries.indices { summaries[place].follow(plan, asking: queue) }
    // Half of them are likely to be forgotten and take two answers: four or five fit.
    #expect((3...6).contains(summaries[0].due))
    #expect(summaries[0].due == queue.due.count { $0.bank == "bank" })
    #expect(summaries[1].due == 7)
  }

  @Test func `what was answered wrong today does not count as remembered`() {
    let learner = StudyFixtures.learner([(id(1), 0, .again)])
    let summary = SubjectSummary(of: bank, learner: learner, at: StudyFixtures.morning)
    // R(1 day) at the first stability of FSRS-6 after `again`, 0.212 days.
    let expected = FSRS6().retrievability(
      of: MemoryState(stability: 0.212, difficulty: 6.4133), elapsedDays: 1)
    #expect(abs((summary.recall ?? 0) - expected) < 1e-12)
  }

  @Test func `nothing is remembered of a subject that was never met`() {
    let summary = SubjectSummary(of: bank, learner: LearnerState(), at: StudyFixtures.morning)
    #expect(summary.recall == nil)
    #expect(summary.new == 6)
  }

  @Test func `tomorrow asks what is due then and new questions within the limits`() {
    let learner = StudyFixtures.learner([
      (id(1), -30, .good), (id(2), 0, .again), (id(3), 0, .easy),
    ])
    let tomorrow = StudyFixtures.time(day: 1).studyDay
    #expect(StudyForecast.reviews(of: [bank], learner: learner, dueBy: tomorrow) == 2)
    #expect(
      StudyForecast.questions(of: [bank], learner: learner, on: tomorrow, unseen: 3) == 5)
    #expect(
      StudyForecast.questions(of: [bank], learner: learner, on: tomorrow, unseen: 300) == 12)
  }

  @Test func `an answer takes a minute until ten are known, then their mean`() {
    let day = StudyFixtures.morning.studyDay
    let few = StudyFixtures.learner((1...6).map { (id($0), -1, .good) })
    #expect(StudyForecast.millisecondsPerAnswer(of: few, on: day) == 60_000)
    let many = StudyFixtures.learner(
      (1...6).map { (id($0), -2, .good) } + (1...6).map { (id($0), -1, .good) })
    #expect(StudyForecast.millisecondsPerAnswer(of: many, on: day) == 30_000)
    let old = StudyFixtures.learner(
      (1...6).map { (id($0), -40, .good) } + (1...6).map { (id($0), -30, .good) })
    #expect(StudyForecast.millisecondsPerAnswer(of: old, on: day) == 60_000)
  }
}
