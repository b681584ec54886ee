import FSRS
import PracticeCore
import TestSupport
import Testing

@Suite struct StudySessionTests {
  private let catalog = QuestionCatalog(banks: [StudyFixtures.bank(objectives: 6, each: 2)])
  private let learner = LearnerState()

  /// `q1`, `q3`, … : one question of each objective, then the other ones.
  private var questions: [QuestionID] {
    [1, 3, 5, 7, 9, 11, 2, 4, 6, 8, 10, 12].map {
      QuestionID(bank: "bank", question: "q\($0)")
    }
  }

  private func session(
    _ mode: StudyMode = .study, count: Int = 12, schedules: Bool = true
  ) -> StudySession {
    StudySession(
      mode: mode, questions: Array(questions.prefix(count)), catalog: catalog,
      schedules: schedules, seed: 1)
  }

  private func answerAll(_ session: inout StudySession, wrong: Set<Int> = []) -> [QuestionID] {
    var asked: [QuestionID] = []
    while let current = session.current, asked.count < 100 {
      asked.append(current.question)
      session.answer(right: !wrong.contains(asked.count), in: catalog, learner: learner)
    }
    return asked
  }

  @Test func `questions come in their order, and then the session is finished`() {
    var session = session()
    #expect(session.number == 1 && session.total == 12)
    let asked = answerAll(&session)
    #expect(asked == questions)
    #expect(session.isFinished && session.rightAnswers == 12 && session.total == 12)
  }

  @Test func `unknown questions are left out`() {
    let session = StudySession(
      mode: .study, questions: [QuestionID(bank: "gone", question: "x")], catalog: catalog, seed: 1)
    #expect(session.isFinished && session.total == 0)
  }

  @Test func `a wrong answer comes back after five others`() {
    var session = session()
    let asked = answerAll(&session, wrong: [2])
    #expect(asked.count == 13)
    #expect(asked.indices.filter { asked[$0] == questions[1] } == [1, 7])
    #expect(session.answers[7].showing.isReturn)
  }

  @Test func `a wrong answer comes back at the end of a short session, until it is right`() {
    var session = session(count: 2)
    let asked = answerAll(&session, wrong: [2, 3])
    #expect(asked == [questions[0], questions[1], questions[1], questions[1]])
  }

  @Test func `a return waits where it would stand beside its own objective`() {
    // q2 tests the same objective as q1, and is the sixth after it.
    let order = [1, 3, 5, 7, 9, 2, 11, 4].map { QuestionID(bank: "bank", question: "q\($0)") }
    var session = StudySession(mode: .study, questions: order, catalog: catalog, seed: 1)
    let asked = answerAll(&session, wrong: [1])
    #expect(asked.indices.filter { asked[$0] == order[0] } == [0, 7])
  }

  @Test func `practice asks nothing twice`() {
    var session = session(.quiz)
    let asked = answerAll(&session, wrong: [1, 2, 3])
    #expect(asked == questions)
  }

  @Test func `practice counts for the first answer of the day only`() throws {
    let session = session(.quiz)
    let question = try #require(session.current.flatMap { catalog[$0.question] })
    let answer = SubmittedAnswer(response: question.rightResponse, milliseconds: 5)
    let first = session.submit(answer, of: question, learner: learner, at: StudyFixtures.morning)
    #expect(first.rating == .good && first.isRight && first.mode == .quiz)
    let today = StudyFixtures.learner([(question.id, 0, .good)])
    #expect(
      session.submit(answer, of: question, learner: today, at: StudyFixtures.morning).rating == nil)
    let yesterday = StudyFixtures.learner([(question.id, -1, .good)])
    #expect(
      session.submit(answer, of: question, learner: yesterday, at: StudyFixtures.morning).rating
        == .good)
    let none = self.session(.quiz, schedules: false)
    #expect(
      none.submit(answer, of: question, learner: learner, at: StudyFixtures.morning).rating == nil)
  }

  @Test(arguments: [
    (true, Confidence?.none, false, Rating.good), (true, .certain, false, .good),
    (true, .unsure, false, .hard), (true, .guess, false, .again), (true, nil, true, .hard),
    (true, .guess, true, .again), (false, .certain, false, .again), (false, nil, true, .again),
  ])
  func `response and confidence make the rating`(
    isRight: Bool, confidence: Confidence?, openedNotes: Bool, rating: Rating
  ) {
    let answer = SubmittedAnswer(
      response: .numbers([1]), confidence: confidence, openedNotes: openedNotes, milliseconds: 1)
    #expect(answer.rating(isRight: isRight) == rating)
  }

  @Test func `undo shows the question again in the same order`() {
    var session = session()
    let first = session.current
    session.answer(right: false, in: catalog, learner: learner)
    let undone = session.undo()
    #expect(undone?.showing == first)
    #expect(session.current == first && session.answers.isEmpty && session.total == 12)
    let nothing = session.undo()
    #expect(nothing == nil)
    // What was taken back leaves no return behind.
    let asked = answerAll(&session)
    #expect(asked == questions)
  }

  @Test func `undo goes back as far as the session goes`() {
    var session = session()
    let before = session
    for number in 0..<9 { session.answer(right: number % 2 == 0, in: catalog, learner: learner) }
    for _ in 0..<9 { _ = session.undo() }
    #expect(session.answers.isEmpty)
    #expect(session.current == before.current && session.total == before.total)
    let asked = answerAll(&session)
    #expect(Set(asked) == Set(questions))
  }

  @Test func `a correction to again makes a question come back, another one doesn't`() {
    var session = session()
    session.answer(right: true, in: catalog, learner: learner)
    session.correct(to: .again, in: catalog)
    #expect(session.total == 13 && session.answers[0].isCorrected)
    session.correct(to: .easy, in: catalog)
    #expect(session.total == 12 && session.answers[0].record.rating == .easy)
  }

  @Test func `a correction of the last answer reopens or ends the session`() {
    var session = session(count: 1)
    session.answer(right: true, in: catalog, learner: learner)
    #expect(session.isFinished)
    session.correct(to: .again, in: catalog)
    #expect(session.current?.question == questions[0] && session.current?.isReturn == true)
    session.correct(to: .good, in: catalog)
    #expect(session.isFinished)
  }

  @Test func `what is skipped is not asked in this session`() {
    var session = session()
    session.skip(in: catalog)
    #expect(session.current?.question == questions[1] && session.total == 11)
    let asked = answerAll(&session)
    #expect(!asked.contains(questions[0]))
  }

  @Test func `what is dropped is not asked again, not even as a return or after an undo`() {
    var session = session()
    session.answer(right: false, in: catalog, learner: learner)
    session.drop(questions[0], in: catalog)
    session.drop(questions[3], in: catalog)
    #expect(session.total == 11)
    let asked = answerAll(&session)
    #expect(!asked.contains(questions[0]) && !asked.contains(questions[3]))
    for _ in 0..<3 { _ = session.undo() }
    let again = answerAll(&session)
    #expect(!again.contains(questions[3]))
  }

  @Test func `dropping the question that waits shows the next`() {
    var session = session(count: 2)
    session.drop(questions[0], in: catalog)
    #expect(session.current?.question == questions[1])
    session.drop(questions[1], in: catalog)
    #expect(session.isFinished)
  }

  @Test func `questions can be added at the end, also of a finished session`() {
    var session = session(count: 1)
    _ = answerAll(&session)
    session.add([questions[5], QuestionID(bank: "gone", question: "x")], in: catalog)
    #expect(session.current?.question == questions[5] && session.total == 2)
  }

  @Test func `whatever is done, nothing is lost and returns keep their distance`() throws {
    try withEvery(seed: 0..<300) { seed, random in
      var session = session()
      var steps = 0
      while !session.isFinished, steps < 200 {
        steps += 1
        switch random.number(below: 8) {
        case 0: _ = session.undo()
        case 1: session.correct(to: Rating.allCases[random.number(below: 4)], in: catalog)
        default:
          session.answer(right: random.number(below: 3) > 0, in: catalog, learner: learner)
        }
        try #require(session.number <= session.total + 1, "seed \(seed)")
      }
      let asked = session.answers.map(\.record.question)
      if session.isFinished {
        try #require(Set(asked) == Set(questions), "seed \(seed): \(asked)")
      }
      let first = asked.firstIndex { id in asked.count { $0 == id } > 1 }
      guard let first, let back = asked[(first + 1)...].firstIndex(of: asked[first]) else { return }
      let othersLeft = asked[back...].contains { !asked[..<back].contains($0) }
      try #require(
        back - first > StudySession.returnDistance || !othersLeft, "seed \(seed): \(asked)")
    }
  }
}
