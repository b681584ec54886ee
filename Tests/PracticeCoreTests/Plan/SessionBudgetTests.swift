import FSRS
import PracticeCore
import Testing

@Suite struct SessionBudgetTests {
  private let bank = StudyFixtures.bank(objectives: 6, each: 2)

  private func session(_ left: Int?) -> StudySession {
    StudySession(
      mode: .study, questions: bank.questions.map(\.id), catalog: QuestionCatalog(banks: [bank]),
      answersLeft: left, seed: 1)
  }

  @Test(arguments: [0, 1, 5, 9, 12, 30]) func `A session asks no more answers than are left`(
    left: Int
  ) {
    let catalog = QuestionCatalog(banks: [bank])
    var random = SplitMix64(seed: UInt64(left))
    var session = session(left)
    let learner = LearnerState()
    var count = 0
    while session.current != nil, count < 100 {
      #expect(session.total <= max(left, session.number))
      session.answer(right: random.number(below: 3) > 0, in: catalog, learner: learner)
      count += 1
    }
    #expect(count <= left)
    if left <= 12 { #expect(count == left) }
  }

  @Test(arguments: [1, 2, 6, 9, nil]) func `What is said to come back comes back`(left: Int?) {
    let catalog = QuestionCatalog(banks: [bank])
    let learner = LearnerState()
    var session = session(left)
    var promised: Set<QuestionID> = []
    for number in 0..<12 {
      guard let asked = session.current?.question else { break }
      promised.remove(asked)
      session.answer(right: number % 2 == 1, in: catalog, learner: learner)
      if number % 2 == 0, session.comesBack(asked) { promised.insert(asked) }
    }
    while let asked = session.current?.question {
      #expect(session.comesBack(asked))
      promised.remove(asked)
      session.answer(right: true, in: catalog, learner: learner)
    }
    #expect(promised.isEmpty)
    if left == 1 { #expect(!session.comesBack(session.answers[0].record.question)) }
  }

  @Test func `Repeats take the room of questions that were not asked yet`() {
    let catalog = QuestionCatalog(banks: [bank])
    var session = session(8)
    let learner = LearnerState()
    #expect(session.total == 8)
    session.answer(right: false, in: catalog, learner: learner)
    #expect(session.total == 8)
    var asked: [QuestionID: Int] = [:]
    while let showing = session.current {
      asked[showing.question, default: 0] += 1
      session.answer(right: true, in: catalog, learner: learner)
    }
    #expect(asked.count == 7)
  }

  @Test func `What is taken back is asked again`() {
    let catalog = QuestionCatalog(banks: [bank])
    var session = session(2)
    let learner = LearnerState()
    session.answer(right: true, in: catalog, learner: learner)
    session.answer(right: true, in: catalog, learner: learner)
    #expect(session.isFinished)
    _ = session.undo()
    #expect(session.current != nil && session.total == 2)
  }
}
