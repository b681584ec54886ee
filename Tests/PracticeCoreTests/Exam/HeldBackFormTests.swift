import FSRS
import Testing

@testable import PracticeCore

@Suite struct HeldBackFormTests {
  private static let bank = ExamFixtures.bank("b", domains: [(2, 30), (1, 30)])
  private static let other = ExamFixtures.bank("c", domains: [(1, 12)])
  private static let catalog = QuestionCatalog(banks: [bank, other])
  private static let blueprint = Blueprint(
    id: "mock", title: "Mock", questions: 15, unscored: 3, minutes: 30,
    scale: .percent(pass: 70),
    sections: [
      BlueprintSection(title: "All", weight: 2, from: ["b"]),
      BlueprintSection(title: "Half", weight: 1, from: ["b/b-D1"]),
    ])
  private static let today = StudyFixtures.morning.studyDay

  /// A learner who has answered the questions of these numbers in the bank `b`.
  private static func learner(
    _ answered: some Sequence<Int> = [], goal: ExamGoal = ExamGoal(exam: "mock")
  ) -> LearnerState {
    StudyFixtures.learner(
      answered.map { (bank.questions[$0].id, -3, Rating.good) }, goal: goal)
  }

  private static func draw(
    _ learner: LearnerState, _ blueprint: Blueprint = blueprint
  ) throws -> HeldBackForm {
    try HeldBackForm.draw(blueprint, from: catalog, learner: learner)
  }

  @Test(arguments: 0..<12)
  func `a form is whole, unseen, the same each time, and asked exactly`(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    let answered = random.shuffled(Array(Self.bank.questions.indices)).prefix(seed * 3)
    let learner = Self.learner(answered)
    let form = try Self.draw(learner)
    #expect(form.questions.count == 15 && (1...999_999_999).contains(form.seed))
    #expect(form.questions.allSatisfy { learner.hasNeverSeen($0) && $0.bank == "b" })
    #expect(try Self.draw(learner) == form)
    let paper = try ExamRequest(lastMock: form, by: Self.blueprint)
      .paper(from: Self.catalog, learner: learner, on: Self.today, drawn: 77)
    #expect(Set(paper.items.map(\.question.id)) == form.questions)
    #expect(paper.seed == form.seed && paper.items.count { !$0.isScored } == 3)
    #expect(paper.items.count(where: \.isNew) == 15)
    #expect(paper.items.count { $0.section == 0 } == 10)
  }

  @Test func `too few unseen questions are told with numbers, and how many there could be`() throws
  {
    // Six of the first domain are left, and thirty of the second.
    let learner = Self.learner(0..<24)
    var blueprint = Self.blueprint
    blueprint.questions = 24
    do {
      _ = try Self.draw(learner, blueprint)
      Issue.record("24 questions can't be held back")
    } catch ExamDrawFailure.tooFewQuestions(let shortages) {
      // The section on the first domain takes first: it wants a third of 24 and finds six.
      #expect(shortages == [.init(section: "Half", wanted: 8, available: 6)])
    }
    let most = try #require(
      HeldBackForm.mostQuestions(blueprint, from: Self.catalog, learner: learner))
    let smaller = try Self.draw(learner, blueprint.scaled(toQuestions: most))
    #expect(smaller.questions.count == most)
    // A third of 19 is 6, of 20 seven.
    #expect(most == 19)
    let request = ExamRequest(lastMock: smaller, by: blueprint)
    #expect(request.blueprint.questions == 19 && request.blueprint.minutes == 24)
    #expect(
      HeldBackForm.mostQuestions(
        blueprint, from: Self.catalog, learner: Self.learner(Self.bank.questions.indices)) == nil)
  }

  @Test func `it is kept until its mock is over, its day is gone, or the learner releases it`()
    throws
  {
    let form = try Self.draw(Self.learner())
    let question = try #require(form.questions.min())
    var goal = ExamGoal(exam: "mock", date: Self.today.advanced(byDays: 5))
    goal.heldBack = form
    let learner = Self.learner(goal: goal)
    #expect(learner.heldBack(on: Self.today) == form)
    #expect(learner.isHeldBack(question, on: Self.today))
    #expect(!learner.isAskable(question, on: Self.today))
    #expect(learner.isAskable(Self.other.questions[0].id, on: Self.today))
    // The day of the exam itself, and the one after.
    #expect(learner.isHeldBack(question, on: Self.today.advanced(byDays: 5)))
    #expect(!learner.isHeldBack(question, on: Self.today.advanced(byDays: 6)))
    // Without a date it is kept on.
    goal.date = nil
    #expect(Self.learner(goal: goal).isHeldBack(question, on: Self.today.advanced(byDays: 900)))
    // Of another exam it is no form.
    var changed = goal
    changed.exam = "other"
    #expect(changed.replacing(goal).heldBack == nil)
    changed = goal
    changed.date = Self.today
    #expect(changed.replacing(goal).heldBack == form)
    // What was seen all the same is kept no more; the others are.
    let seen = StudyFixtures.learner([(question, -1, .again)], goal: goal)
    #expect(seen.isAskable(question, on: Self.today))
    #expect(form.questions.count { seen.isHeldBack($0, on: Self.today) } == 14)
  }

  @Test func `a form without questions, which no program writes, holds nothing back`() {
    var goal = ExamGoal(exam: "mock")
    goal.heldBack = HeldBackForm(exam: "mock", seed: 1, questions: [])
    #expect(Self.learner(goal: goal).heldBack(on: Self.today) == nil)
  }

  @Test func `the end of its mock releases it, the end of another doesn't`() throws {
    let form = try Self.draw(Self.learner())
    var goal = ExamGoal(exam: "mock")
    goal.heldBack = form
    for (seed, isOver) in [(form.seed, true), (form.seed + 1, false)] {
      var events = [StudyFixtures.event(1, day: -9, .goal(goal))]
      events += try Self.sitting(seed: seed, ending: false)
      #expect(LearnerState(replaying: events).heldBack(on: Self.today) == form, "it goes on")
      events += try Self.sitting(seed: seed, ending: true)
      let learner = LearnerState(replaying: events)
      #expect((learner.heldBack(on: Self.today) == nil) == isOver)
      // The next form has another seed.
      let next = try Self.draw(learner)
      #expect((next.seed != form.seed) == isOver)
    }
  }

  /// The beginning of a mock, or its end, with nothing shown.
  private static func sitting(seed: UInt64, ending: Bool) throws -> [Event] {
    let attempt = try #require(AttemptID("attempt"))
    let content: ExamEvent =
      ending
      ? .finish(
        ExamFinish(
          outcome: ExamOutcome(
            attempt: attempt, reason: .ended, spent: 1,
            score: ExamScore(
              sections: [], right: 0, questions: 12, marks: .none, isPassed: false, scaled: 0),
            scale: blueprint.scale, new: .init(), seenBefore: .init()), answers: []))
      : .start(
        ExamStart(
          attempt: attempt, exam: "mock", title: "Mock", seed: seed, questions: 15, allowed: 1,
          terms: ExamTerms(), isPausable: false,
          end: ClockReading(wallOnly: StudyFixtures.morning.at), paper: "00"))
    return [StudyFixtures.event(ending ? 3 : 2, day: -2, .exam(content))]
  }

  @Test func `another mock takes what is held back last, a seed takes its form`() throws {
    let form = try Self.draw(Self.learner())
    var goal = ExamGoal(exam: "mock")
    goal.heldBack = form
    let learner = Self.learner(goal: goal)
    for drawn in 0..<20 {
      let paper = try ExamRequest(Self.blueprint)
        .paper(from: Self.catalog, learner: learner, on: Self.today, drawn: UInt64(drawn))
      #expect(!paper.items.contains { form.questions.contains($0.question.id) })
    }
    // 50 of 60: some have to be taken, all of the first domain.
    var most = Self.blueprint
    most.questions = 50
    most.sections.removeLast()
    let paper = try ExamRequest(most)
      .paper(from: Self.catalog, learner: learner, on: Self.today, drawn: 3)
    let ofFirst = form.questions.count { $0.question.hasPrefix("b-D1") }
    #expect(paper.items.count { form.questions.contains($0.question.id) } == ofFirst)
    let seeded = try ExamRequest(Self.blueprint, seed: 4)
      .paper(from: Self.catalog, learner: learner, on: Self.today, drawn: 1)
    let plain = try ExamRequest(Self.blueprint, seed: 4)
      .paper(from: Self.catalog, learner: LearnerState(), on: Self.today, drawn: 1)
    #expect(seeded == plain)
  }

  @Test func `banks that have changed still give a mock, with as many of its questions as fit`()
    throws
  {
    let form = try Self.draw(Self.learner())
    let gone = try #require(form.questions.min())
    var bank = Self.bank
    bank.questions.removeAll { $0.id == gone }
    let paper = try ExamRequest(lastMock: form, by: Self.blueprint)
      .paper(
        from: QuestionCatalog(banks: [bank]), learner: Self.learner(), on: Self.today, drawn: 1)
    #expect(paper.items.count == 15)
    #expect(paper.items.count { form.questions.contains($0.question.id) } >= 13)
  }

  // MARK: - Nothing else asks it

  /// Learners who do something else each day: study, by plan or without one, practise, sit mocks.
  @Test(arguments: 0..<10)
  func `no sequence of sessions introduces what is held back`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let form = try Self.draw(Self.learner())
    var goal = ExamGoal(exam: "mock")
    if seed % 2 == 0 { goal.date = Self.today.advanced(byDays: 25) }
    if seed % 3 == 0 { goal.dailyLimit = 12 }
    goal.heldBack = form
    var events = [StudyFixtures.event(0, day: 0, .goal(goal))]
    var learner = LearnerState(replaying: events)
    for day in 0..<24 {
      let time = StudyFixtures.time(day: day)
      let names = [[], ["b"], ["c"], ["b", "c"]][random.number(below: 4)]
      let asked: [QuestionID]
      switch random.number(below: 3) {
      case 0:
        asked =
          ReviewQueue(
            ofBanks: names, in: Self.catalog, blueprints: [Self.blueprint], learner: learner,
            at: time, new: random.number(below: 3) == 0 ? 99 : nil
          ).questions
      case 1:
        asked = QuizSelection(banks: names, count: 25).questions(
          in: Self.catalog, learner: learner, on: time.studyDay, seed: random.next(),
          isForAll: random.number(below: 2) == 0)
      default:
        asked = try ExamRequest(Self.blueprint)
          .paper(from: Self.catalog, learner: learner, on: time.studyDay, drawn: random.next())
          .items.map(\.question.id)
      }
      #expect(form.questions.isDisjoint(with: asked), "day \(day)")
      for question in asked.prefix(15) {
        let rating: Rating = random.number(below: 4) == 0 ? .again : .good
        events.append(
          StudyFixtures.event(
            events.count, day: day, .answer(StudyFixtures.record(question, rating)))
        )
      }
      learner = LearnerState(replaying: events)
    }
    #expect(form.questions.allSatisfy { learner.hasNeverSeen($0) })
    #expect(learner.questions.count > 20)
  }

  @Test func `the plan and the counts leave it out`() throws {
    let form = try Self.draw(Self.learner())
    var goal = ExamGoal(exam: "mock", date: Self.today.advanced(byDays: 30), dailyLimit: 30)
    let free = Self.learner(goal: goal)
    goal.heldBack = form
    let holding = Self.learner(goal: goal)
    func plan(_ learner: LearnerState) throws -> ExamPlan {
      try #require(
        ExamPlan(
          of: learner, in: Self.catalog, blueprints: [Self.blueprint], at: StudyFixtures.morning))
    }
    let (all, rest) = (try plan(free), try plan(holding))
    #expect(all.unseen == 60 && all.heldBack == 0)
    #expect(rest.unseen == 45 && rest.heldBack == 15)
    #expect(rest.forecast().answers < all.forecast().answers)
    let summary = SubjectSummary(of: Self.bank, learner: holding, at: StudyFixtures.morning)
    #expect(summary.new == 45 && summary.questions == 60)
  }
}
