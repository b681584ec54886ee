import FSRS
import PracticeCore
import TestSupport
import Testing

/// What an exam means for the study that follows it.
@Suite struct ExamStudyTests {
  private let bank = StudyFixtures.bank(objectives: 4, each: 3)

  private func id(_ number: Int) -> QuestionID {
    QuestionID(bank: "bank", question: "q\(number)")
  }

  /// The end of an exam in which these questions were shown; nil was left open.
  private func exam(
    _ number: Int, day: Int, _ answers: [(question: Int, isRight: Bool?)]
  ) throws -> Event {
    let attempt = try #require(AttemptID("exam-\(number)"))
    let score = ExamScore([], sectionTitles: [], scale: .percent(pass: 50))
    let outcome = ExamOutcome(
      attempt: attempt, reason: .ended, spent: 0, score: score, scale: .percent(pass: 50),
      new: .init(), seenBefore: .init())
    let evidence = answers.map { answer in
      ExamEvidence(
        question: id(answer.question), revision: Revision(recorded: "000000-000000"),
        response: answer.isRight.map { .numbers([$0 ? 1 : 2]) },
        isRight: answer.isRight ?? false, isFlagged: false,
        rating: answer.isRight == true ? .good : .again, milliseconds: 1000)
    }
    return StudyFixtures.event(
      number, day: day, .exam(.finish(ExamFinish(outcome: outcome, answers: evidence))))
  }

  private func answer(
    _ number: Int, day: Int, _ question: Int, _ rating: Rating?
  ) -> Event {
    StudyFixtures.event(number, day: day, .answer(StudyFixtures.record(id(question), rating)))
  }

  private func new(_ learner: LearnerState, limit: Int) -> [QuestionID] {
    ReviewQueue(
      banks: [bank], learner: learner, at: StudyFixtures.morning, limits: DailyLimits(new: limit)
    ).new
  }

  @Test func `new questions that were wrong or left open in an exam are learnt first`() throws {
    let before = new(LearnerState(), limit: 3)
    let learner = LearnerState(replaying: [
      try exam(1, day: -1, [(6, false), (12, nil), (9, true), (1, true)])
    ])
    #expect(Set([id(6), id(12)]).isDisjoint(with: before), "else the order would prove nothing")
    let after = new(learner, limit: 3)
    #expect(Set(after.prefix(2)) == [id(6), id(12)])
    #expect(!after.contains(id(9)), "what was right has no precedence")
    #expect(new(learner, limit: 100).count == 12)
  }

  @Test func `a later exam in which it was right takes the precedence away`() throws {
    let learner = LearnerState(replaying: [
      try exam(1, day: -3, [(6, false), (12, false)]), try exam(2, day: -1, [(6, true)]),
    ])
    #expect(new(learner, limit: 1) == [id(12)])
  }

  @Test func `what has been learnt since the exam is no new question any more`() throws {
    let learner = LearnerState(replaying: [
      try exam(1, day: -3, [(6, false)]), answer(2, day: 0, 6, .good),
    ])
    #expect(!new(learner, limit: 100).contains(id(6)))
    #expect(!learner[id(6)].wasMissedLast)
  }

  @Test func `mistakes are the newest answers in exams too, and what was left open there`() throws {
    let learner = LearnerState(replaying: [
      answer(1, day: -9, 1, .good), answer(2, day: -9, 2, .good), answer(3, day: -9, 3, .again),
      answer(4, day: -9, 4, .again),
      try exam(5, day: -5, [(1, false), (2, nil), (3, true), (5, nil), (6, false), (7, true)]),
      answer(6, day: -4, 6, .good),
    ])
    let drawn = QuizSelection(mistakesOnly: true).questions(
      in: QuestionCatalog(banks: [bank]), learner: learner,
      on: StudyFixtures.morning.studyDay, seed: 1)
    #expect(Set(drawn) == [id(1), id(2), id(4), id(5)])
  }

  @Test func `practice right after an exam counts for a question that is new, and for no other`()
    throws
  {
    let catalog = QuestionCatalog(banks: [bank])
    let learner = LearnerState(replaying: [
      answer(1, day: -9, 1, .good), try exam(2, day: 0, [(1, false), (6, false)]),
    ])
    for (number, rating) in [(1, nil), (6, Rating.good)] {
      let session = StudySession(
        mode: .quiz, questions: [id(number)], catalog: catalog, seed: 1)
      let question = try #require(catalog[id(number)])
      let record = session.submit(
        SubmittedAnswer(response: question.rightResponse, milliseconds: 1), of: question,
        learner: learner, at: StudyFixtures.time(day: 0, milliseconds: 3_600_000))
      #expect(record.rating == rating)
    }
  }
}
