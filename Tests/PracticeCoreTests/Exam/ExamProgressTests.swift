import FSRS
import PracticeCore
import TestSupport
import Testing

@Suite struct ExamProgressTests {
  private static let start: Int64 = 1_795_424_400_000
  private let one = QuestionID(bank: "b", question: "q1")
  private let two = QuestionID(bank: "b", question: "q2")

  private static func attempt() throws -> AttemptID { try #require(AttemptID("20261124-aaaaaa")) }

  private static func reading(_ seconds: Int64) -> ClockReading {
    ClockReading(
      wall: Timestamp(milliseconds: start + seconds * 1000), running: seconds * 1000, boot: "b")
  }

  /// An event, `seconds` after the start by the clock on the wall.
  private static func event(
    _ sequence: Int, at seconds: Int64, by writer: String = "w", _ content: ExamEvent
  ) -> Event {
    Event(
      id: EventID(writer: writer, sequence: sequence),
      time: LocalTime(at: Timestamp(milliseconds: start + seconds * 1000), offsetMinutes: 60),
      content: .exam(content))
  }

  private static func begin(isPausable: Bool = false) throws -> Event {
    event(
      1, at: 0,
      .start(
        ExamStart(
          attempt: try attempt(), exam: "mock", title: "Mock", seed: 7, questions: 2,
          allowed: 600_000, terms: ExamTerms(), isPausable: isPausable, end: reading(600),
          paper: "0123456789abcdef")))
  }

  private static func answer(
    _ sequence: Int, at seconds: Int64, sitting: Int = 1, by writer: String = "w",
    _ question: QuestionID, _ choice: Int, left: Int64 = 0, next: QuestionID? = nil
  ) throws -> Event {
    event(
      sequence, at: seconds, by: writer,
      .response(
        try attempt(), sitting: sitting,
        ExamAttempt.Record(
          question: question, response: .numbers([choice]), isFlagged: false, struck: [],
          milliseconds: 1000, isLeft: next != nil, next: next),
        left: left))
  }

  private static func finish(
    _ sequence: Int, at seconds: Int64, by writer: String = "w", _ answers: [ExamEvidence] = [],
    right: Int = 1
  ) throws -> Event {
    let marks = Marks(whole: right)
    let score = ExamScore(
      sections: [], right: right, questions: 2, marks: marks, isPassed: true, scaled: 50 * right)
    return event(
      sequence, at: seconds, by: writer,
      .finish(
        ExamFinish(
          outcome: ExamOutcome(
            attempt: try attempt(), reason: .ended, spent: 60_000, score: score,
            scale: .percent(pass: 50), new: .init(right: right, total: 2),
            seenBefore: .init()),
          answers: answers)))
  }

  private func progress(_ events: [Event]) throws -> ExamProgress {
    try #require(LearnerState(replaying: events).attempts[Self.attempt()])
  }

  @Test func `a clock that is set back lets no older answer win`() throws {
    let events = [
      try Self.begin(), try Self.answer(2, at: 60, one, 1),
      // An hour back; then the candidate changes their mind.
      try Self.answer(3, at: -3540, one, 2),
    ]
    let progress = try progress(events)
    #expect(progress.sheets[one]?.response == .numbers([2]))
    #expect(progress.place == one)
  }

  @Test func `the question that was shown last is known though nothing was done with it`() throws {
    let progress = try progress([
      try Self.begin(), try Self.answer(2, at: 60, one, 1, next: two),
    ])
    #expect(progress.place == two)
    #expect(progress.sheets[two]?.isSeen == true)
    #expect(progress.sheets[two]?.response == nil)
  }

  @Test func `a later sitting wins over what an earlier one still wrote`() throws {
    let progress = try progress([
      try Self.begin(), try Self.answer(2, at: 10, one, 1),
      Self.event(
        1, at: 20, by: "x", .resume(try Self.attempt(), sitting: 2, end: Self.reading(600))),
      try Self.answer(2, at: 30, sitting: 2, by: "x", one, 3),
      try Self.answer(3, at: 40, one, 2),
    ])
    #expect(progress.sitting == 2)
    #expect(progress.sheets[one]?.response == .numbers([3]))
  }

  @Test func `the order in which journals arrive does not matter`() throws {
    let events = [
      try Self.begin(), try Self.answer(2, at: 10, one, 1, next: two),
      Self.event(
        1, at: 20, by: "x", .resume(try Self.attempt(), sitting: 2, end: Self.reading(600))),
      try Self.answer(2, at: 30, sitting: 2, by: "x", two, 3),
      try Self.finish(3, at: 50, by: "x"),
    ]
    let expected = LearnerState(replaying: events)
    for seed in 0..<40 {
      var random = SplitMix64(seed: UInt64(seed))
      var state = LearnerState()
      var seen: [Event] = []
      for event in random.shuffled(events) {
        seen.append(event)
        if !state.apply(event) { state = LearnerState(replaying: seen) }
      }
      #expect(state == expected, "seed \(seed)")
    }
  }

  @Test func `only what is over has an outcome, and the first end counts`() throws {
    var events = [try Self.begin(), try Self.answer(2, at: 10, one, 1)]
    #expect(try progress(events).isOpen)
    #expect(LearnerState(replaying: events).openAttempts.count == 1)
    events += [
      try Self.finish(3, at: 60, right: 1), try Self.finish(1, at: 70, by: "x", right: 2),
      try Self.answer(4, at: 80, one, 2),
    ]
    let progress = try progress(events)
    #expect(!progress.isOpen)
    #expect(progress.outcome?.score.right == 1)
    #expect(progress.sheets.isEmpty)
    let state = LearnerState(replaying: events)
    #expect(state.openAttempts.isEmpty && state.finishedAttempts.count == 1)
  }

  @Test func `without its beginning an attempt is neither open nor over`() throws {
    let state = LearnerState(replaying: [
      try Self.answer(2, at: 10, one, 1), try Self.finish(3, at: 20),
    ])
    #expect(state.openAttempts.isEmpty && state.finishedAttempts.isEmpty)
  }

  // MARK: - Time

  @Test func `a strict clock runs on while nobody is there`() throws {
    let progress = try progress([
      try Self.begin(), try Self.answer(2, at: 10, one, 1, left: 590_000),
    ])
    #expect(progress.timerToResume?.left(at: Self.reading(400)) == 200_000)
    #expect(!progress.isOverdue(at: Self.reading(599)))
    #expect(progress.isOverdue(at: Self.reading(600)))
  }

  @Test func `a clock that may stop has stopped at the last record where nobody stopped it`() throws
  {
    let killed = try progress([
      try Self.begin(isPausable: true), try Self.answer(2, at: 10, one, 1, left: 590_000),
    ])
    #expect(killed.timerToResume == .paused(left: 590_000))
    #expect(!killed.isOverdue(at: Self.reading(99_999)))
    let paused = try progress([
      try Self.begin(isPausable: true), try Self.answer(2, at: 10, one, 1, left: 590_000),
      Self.event(3, at: 15, .pause(try Self.attempt(), sitting: 1, left: 585_000)),
    ])
    #expect(paused.timerToResume == .paused(left: 585_000))
    let untouched = try progress([try Self.begin(isPausable: true)])
    #expect(untouched.timerToResume == .paused(left: 600_000))
  }

  // MARK: - Evidence

  private func evidence(
    _ question: QuestionID, right: Bool, rating: Rating, response: Response? = .numbers([1])
  ) -> ExamEvidence {
    ExamEvidence(
      question: question, revision: Revision(recorded: "1f3a9c-77d0e2"), response: response,
      isRight: right, isFlagged: false, rating: rating, milliseconds: 5000)
  }

  private func studied(_ question: QuestionID) -> Event {
    Event(
      id: EventID(writer: "s", sequence: 1),
      time: LocalTime(
        at: Timestamp(milliseconds: Self.start - 5 * 86_400_000), offsetMinutes: 60),
      content: .answer(
        AnswerRecord(
          question: question, revision: Revision(recorded: "1f3a9c-77d0e2"), mode: .study,
          order: [1, 2], response: .numbers([1]), isRight: true, confidence: nil, rating: .good,
          milliseconds: 1000)))
  }

  @Test func `an exam counts for questions that are learnt, as an answer in study would`() throws {
    let end = try Self.finish(3, at: 60, [evidence(one, right: false, rating: .again)])
    let state = LearnerState(replaying: [studied(one), try Self.begin(), end])
    var study = end
    study.content = .answer(
      AnswerRecord(
        question: one, revision: Revision(recorded: "1f3a9c-77d0e2"), mode: .study, order: [1, 2],
        response: .numbers([1]), isRight: false, confidence: nil, rating: .again,
        milliseconds: 5000))
    let expected = LearnerState(replaying: [studied(one), study])
    #expect(state[one].memory == expected[one].memory)
    #expect(state[one].due == expected[one].due)
    #expect(state[one].lapses == 1)
    #expect(state[one].answers == 2 && state[one].rightAnswers == 1)
    #expect(state.activity(on: end.time.studyDay) == expected.activity(on: end.time.studyDay))
  }

  @Test func `a question that was first met in an exam stays new`() throws {
    let end = try Self.finish(3, at: 60, [evidence(one, right: true, rating: .good)])
    let state = LearnerState(replaying: [try Self.begin(), end])
    #expect(state[one].isNew && state[one].isSeen)
    #expect(state[one].due == nil)
    #expect(state[one].lastAnswer?.isRight == true)
    #expect(state.activity(on: end.time.studyDay).introduced == 0)
    #expect(state.activity(on: end.time.studyDay).answers == 1)
  }

  @Test func `what was left open is no answer, but was not recalled`() throws {
    let end = try Self.finish(
      3, at: 60, [evidence(one, right: false, rating: .again, response: nil)])
    let state = LearnerState(replaying: [studied(one), try Self.begin(), end])
    #expect(state[one].lapses == 1)
    #expect(state[one].answers == 1)
    #expect(state[one].lastAnswer?.isRight == true)
  }

  @Test func `what was left open in an exam is not new to the learner in the next`() throws {
    let state = LearnerState(replaying: [
      try Self.begin(),
      try Self.finish(3, at: 60, [evidence(one, right: false, rating: .again, response: nil)]),
    ])
    #expect(!state.hasNeverSeen(one))
    #expect(state.hasNeverSeen(two))
  }

  @Test func `what was seen in an exam is known for the next draw`() throws {
    let open = LearnerState(replaying: [
      try Self.begin(), try Self.answer(2, at: 10, one, 1),
    ])
    #expect(open.lastExams == [one: Int(Self.start)])
    let over = LearnerState(replaying: [
      try Self.begin(), try Self.answer(2, at: 10, one, 1),
      try Self.finish(3, at: 60, [evidence(one, right: true, rating: .good)]),
    ])
    #expect(over.lastExams == [one: Int(Self.start) + 60_000])
  }
}
