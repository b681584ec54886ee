import FSRS
import PracticeCore
import TestSupport
import Testing

@Suite struct ReviewQueueTests {
  private let bank = StudyFixtures.bank(objectives: 4, each: 3)

  private func id(_ number: Int) -> QuestionID {
    QuestionID(bank: "bank", question: "q\(number)")
  }

  private func queue(
    _ learner: LearnerState, new: Int = 0, reviews: Int? = nil
  ) -> ReviewQueue {
    ReviewQueue(
      banks: [bank], learner: learner, at: StudyFixtures.morning,
      limits: DailyLimits(new: new, reviews: reviews))
  }

  @Test func `what is most nearly forgotten comes first`() {
    let learner = StudyFixtures.learner([
      (id(1), -10, .good), (id(4), -30, .good), (id(7), -20, .good),
    ])
    #expect(queue(learner).due == [id(4), id(7), id(1)])
  }

  @Test func `what is not due yet is not asked`() {
    let learner = StudyFixtures.learner([(id(1), -1, .easy), (id(4), -1, .again)])
    #expect(queue(learner).questions == [id(4)])
  }

  @Test func `reviews come before new questions`() {
    let learner = StudyFixtures.learner([(id(1), -10, .good)])
    let queue = queue(learner, new: 2)
    #expect(queue.due == [id(1)])
    #expect(queue.questions.first == id(1))
    #expect(queue.new.count == 2)
  }

  @Test func `the limits hold`() {
    let learner = StudyFixtures.learner((1...6).map { (id($0), -10, .good) })
    #expect(queue(learner, new: 3, reviews: 2).due.count == 2)
    #expect(queue(learner, new: 3, reviews: 2).new.count == 3)
    #expect(queue(learner, new: 0, reviews: 0).questions == [])
    #expect(queue(learner, new: 100).questions.count == 12)
    #expect(queue(learner, new: -1).new == [])
  }

  @Test func `suspended and buried questions are left out, buried ones for a day`() {
    let events = [
      StudyFixtures.event(0, day: 0, .mark(.suspend, question: id(1))),
      StudyFixtures.event(1, day: 0, .mark(.bury, question: id(2))),
    ]
    let learner = LearnerState(replaying: events)
    let today = queue(learner, new: 100).new
    #expect(!today.contains(id(1)) && !today.contains(id(2)) && today.count == 10)
    let tomorrow = ReviewQueue(
      banks: [bank], learner: learner, at: StudyFixtures.time(day: 1),
      limits: DailyLimits(new: 100))
    #expect(tomorrow.new.contains(id(2)) && !tomorrow.new.contains(id(1)))
  }

  @Test func `new questions go across banks, domains and objectives`() {
    let other = StudyFixtures.bank("other", objectives: 2, each: 2)
    let queue = ReviewQueue(
      banks: [bank, other], learner: LearnerState(), at: StudyFixtures.morning,
      limits: DailyLimits(new: 6))
    #expect(
      queue.new.map(\.description) == [
        "bank/q1", "other/q1", "bank/q7", "other/q3", "bank/q4", "other/q2",
      ])
  }

  @Test func `neighbours test different objectives where that can be, also where reviews end`()
    throws
  {
    try withEvery(seed: 0..<200) { seed, random in
      let answers = bank.questions.filter { _ in random.number(below: 2) == 0 }.map {
        (question: $0.id, day: -20 - random.number(below: 20), rating: Rating.good)
      }
      let queue = queue(StudyFixtures.learner(answers), new: 12)
      try #require(
        Set(queue.questions) == Set(bank.questions.map(\.id)) && queue.questions.count == 12,
        "seed \(seed): a question is lost or asked twice")
      let objectives = queue.due.compactMap { QuestionCatalog(banks: [bank])[$0]?.objective }
      let most = Dictionary(grouping: objectives, by: { $0 }).values.map(\.count).max() ?? 0
      let pairs = zip(objectives, objectives.dropFirst()).count { $0 == $1 }
      try #require(
        pairs == max(0, 2 * most - objectives.count - 1), "seed \(seed): \(objectives)")
    }
  }

  @Test func `the learner's limit is one for all subjects, whichever is asked for`() {
    let other = StudyFixtures.bank("other", objectives: 1, each: 4)
    var settings = StudySettings()
    settings.newPerDay = 3
    let learner = StudyFixtures.learner(
      [(QuestionID(bank: "other", question: "q1"), 0, .good)], settings: settings)
    let queue = ReviewQueue(
      ofBanks: ["bank"], in: QuestionCatalog(banks: [bank, other]), blueprints: [],
      learner: learner,
      at: StudyFixtures.morning)
    #expect(queue.new.count == 2)
    #expect(queue.new.allSatisfy { $0.bank == "bank" })
  }
}
