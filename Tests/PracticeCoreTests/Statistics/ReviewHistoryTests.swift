import FSRS
import TestSupport
import Testing

@testable import PracticeCore

@Suite struct ReviewHistoryTests {
  private static let bank = StudyFixtures.bank(objectives: 2, each: 3)
  private static let index = CatalogIndex(QuestionCatalog(banks: [bank]))

  private static func id(_ number: Int) -> QuestionID {
    QuestionID(bank: "bank", question: "q\(number)")
  }

  private static func answer(
    _ number: Int, right: Bool, confidence: Confidence? = nil, rating: Rating? = nil,
    chosen: Int = 2, revision: Revision? = nil
  ) -> EventContent {
    var record = StudyFixtures.record(id(number), rating ?? (right ? .good : .again))
    record.isRight = right
    record.confidence = confidence
    record.response = .numbers(right ? [1] : ItemNumbers([chosen]) ?? [2])
    record.revision = revision ?? bank.questions[number - 1].revision
    return .answer(record)
  }

  private static func history(_ contents: [(day: Int, content: EventContent)]) -> ReviewHistory {
    ReviewHistory(
      replaying: contents.enumerated().map {
        StudyFixtures.event($0.offset, day: $0.element.day, $0.element.content)
      }, in: index)
  }

  @Test func `a small history by hand`() throws {
    let history = Self.history([
      (-10, Self.answer(1, right: true)), (-10, Self.answer(2, right: false)),
      (-8, Self.answer(1, right: true)), (-8, Self.answer(1, right: false)),
      (-8, Self.answer(2, right: true, confidence: .guess, rating: .again)),
    ])
    let first = try #require(history.days[StudyFixtures.time(day: -10).studyDay])
    #expect(first.activity.answers == 2 && first.activity.right == 1)
    #expect(first.activity.introduced == 2 && first.predictions.reviews == 0)
    let second = try #require(history.days[StudyFixtures.time(day: -8).studyDay])
    // The second answer to q1 on that day predicts nothing.
    #expect(second.activity.answers == 3 && second.predictions.reviews == 2)
    #expect(second.predictions.recalled == 1, "a right guess is not recalled")
    #expect(second.predictions.right == 2)
    // q1: S = 2.3065 after good; R(2) = (1 + 0.98037 × 2 ÷ 2.3065)^−0.1542 = 0.90949.
    // q2: S = 0.212 after again; R(2) = (1 + 0.98037 × 2 ÷ 0.212)^−0.1542 = 0.69853.
    #expect(abs(second.predictions.predicted - (0.90949 + 0.69853)) < 2e-4)
    // Of three choices a blind guess is right once in three: R + (1 − R) ÷ 3.
    #expect(
      abs(second.predictions.expectedRight - (1.60802 + (2 - 1.60802) / 3)) < 2e-4)
    // −(ln 0.90949 + ln(1 − 0.69853)) ÷ 2
    #expect(abs((history.fit.logLoss ?? 0) - 0.64707) < 5e-4)
    #expect(history.fit.reviews == 2)
    // Bins 18 (0.90 to 0.95) and 13 (0.65 to 0.70): distances 0.09051 and 0.69853.
    #expect(abs((history.fit.rootMeanSquare ?? 0) - 0.49806) < 5e-4)
    #expect(history.hours[9].total == 5)
    #expect(history.questions[Self.id(1)]?.milliseconds == 90_000)
  }

  @Test func `days are those of the learner's state, whatever happened`() throws {
    try withEvery(seed: 0..<60) { seed, random in
      let events = LearnerHistory(count: 80, random: &random).events
      let history = ReviewHistory(replaying: events, in: Self.index)
      let learner = LearnerState(replaying: events)
      let days = history.days.mapValues(\.activity).filter { !$0.value.isEmpty }
      try #require(days == learner.days, "seed \(seed)")
    }
  }

  @Test func `its reviews are those that the memories follow from`() throws {
    try withEvery(seed: 0..<60) { seed, random in
      let events = LearnerHistory(count: 80, random: &random).events
      let reviews = try #require(ReviewHistory(replaying: events, in: Self.index).reviews)
      // Cards have other numbers, each its own.
      var numbers: [Int32: Int32] = [:]
      let renumbered = reviews.map { review in
        var review = review
        let number = numbers[review.card, default: Int32(numbers.count)]
        numbers[review.card] = number
        review.card = number
        return review
      }
      try #require(renumbered == LearnerState.reviews(in: events).forTraining, "seed \(seed)")
    }
  }

  @Test func `neither order nor repetition matters`() throws {
    try withEvery(seed: 0..<40) { seed, random in
      let events = LearnerHistory(count: 80, random: &random).events
      let expected = ReviewHistory(replaying: events, in: Self.index)
      let again = (0..<20).map { _ in events[random.number(below: events.count)] }
      let folded = ReviewHistory(replaying: random.shuffled(events + again), in: Self.index)
      try #require(folded == expected, "seed \(seed)")
    }
  }

  @Test func `a day ends at four by the learner's clock, in summer and in winter`() {
    // The night of 25 October 2026 has an hour twice in Berlin: 02:30 at +120, and again at +60.
    func event(_ number: Int, _ text: String, _ offset: Int) throws -> Event {
      Event(
        id: EventID(writer: "w", sequence: number),
        time: LocalTime(at: try #require(Timestamp(iso8601: text)), offsetMinutes: offset),
        content: Self.answer(number, right: true))
    }
    let events = try? [
      event(1, "2026-10-25T00:30:00Z", 120), event(2, "2026-10-25T01:30:00Z", 60),
      event(3, "2026-10-25T03:30:00Z", 60), event(4, "2026-10-24T14:30:00Z", 840),
    ]
    let history = ReviewHistory(replaying: events ?? [], in: Self.index)
    let counts = history.days.mapValues(\.activity.answers)
    #expect(CalendarDate("2026-10-24").flatMap { counts[$0] } == 2, "before four it is yesterday")
    #expect(CalendarDate("2026-10-25").flatMap { counts[$0] } == 2, "04:30, and 04:30 at +14")
    #expect(history.hours[2].total == 2 && history.hours[4].total == 2)
  }

  @Test func `confidence, and what was wrong with certainty until it is put right`() throws {
    var events: [(day: Int, content: EventContent)] = [
      (-5, Self.answer(1, right: false, confidence: .certain)),
      (-5, Self.answer(1, right: true, confidence: .certain)),
      (-4, Self.answer(2, right: true, confidence: .unsure)),
      (-3, Self.answer(4, right: false, confidence: .certain)),
    ]
    let catalog = QuestionCatalog(banks: [Self.bank])
    var calibration = Calibration(Self.history(events), in: catalog)
    // Right on the same day is the feedback remembered; it doesn't count.
    #expect(calibration.confidentlyWrong.map(\.question) == [Self.id(4), Self.id(1)])
    #expect(calibration.all.certain == .init(right: 1, wrong: 2))
    #expect(calibration.all.unsure == .init(right: 1, wrong: 0))
    #expect(calibration.objectives.map(\.objective) == ["O0", "O1"], "the most answers first")
    events.append((-2, Self.answer(1, right: true)))
    calibration = Calibration(Self.history(events), in: catalog)
    #expect(calibration.confidentlyWrong.map(\.question) == [Self.id(4)])
    // A guess puts nothing right.
    events.append((-1, Self.answer(4, right: true, confidence: .guess)))
    #expect(
      Calibration(Self.history(events), in: catalog).confidentlyWrong.map(\.question)
        == [Self.id(4)])
  }

  @Test func `wrong items count by their number in the bank, of this wording alone`() throws {
    let old = Revision(recorded: "aaaaaa-bbbbbb")
    let history = Self.history([
      (-5, Self.answer(1, right: false, chosen: 3)), (-4, Self.answer(1, right: false, chosen: 3)),
      (-3, Self.answer(1, right: false, chosen: 2)),
      (-2, Self.answer(1, right: false, chosen: 3, revision: old)),
      (-1, Self.answer(2, right: false, chosen: 2)),
    ])
    let traps = Calibration(history, in: QuestionCatalog(banks: [Self.bank])).traps
    #expect(traps.map(\.text) == ["worse"], "what was taken once catches nobody")
    #expect(traps.first?.times == 2)
  }

  @Test func `a mock after the day of the exam plays no part in what was forecast for it`() throws {
    let attempt = try #require(AttemptID("attempt"))
    let score = ExamScore(
      sections: [], right: 0, questions: 1, marks: Marks(whole: 0), isPassed: false, scaled: 0)
    func mock(_ number: Int, day: Int) -> Event {
      StudyFixtures.event(
        number, day: day,
        .exam(
          .finish(
            ExamFinish(
              outcome: ExamOutcome(
                attempt: attempt, reason: .ended, spent: 1, score: score,
                scale: .percent(pass: 70), new: .init(), seenBefore: .init()),
              answers: [
                ExamEvidence(
                  question: Self.id(3), revision: Self.bank.questions[2].revision,
                  response: .numbers([2]), isRight: false, isFlagged: false, rating: .again,
                  milliseconds: 1000)
              ]))))
    }
    func forecast(_ events: [Event]) -> MockForecast? {
      let goal = ExamGoal(exam: "mock", date: StudyFixtures.time(day: -4).studyDay)
      let history = ReviewHistory(
        replaying: [StudyFixtures.event(0, day: -20, .goal(goal))] + events, in: Self.index,
        forecast: { _, _, _, knowledge in
          MockForecast(
            probability: 0.5, interval: 0.4...0.6, share: 0.5, shares: 0.4...0.6, questions: 6,
            answered: knowledge.isAnswered.count { $0 })
        })
      return history.goals.first?.forecast
    }
    let answers = [1, 2].map { StudyFixtures.event($0, day: -10, Self.answer($0, right: true)) }
    #expect(forecast(answers)?.answered == 2)
    #expect(forecast(answers + [mock(3, day: -6)])?.answered == 3)
    #expect(forecast(answers + [mock(3, day: -3)])?.answered == 2)
    // Who has sat nothing but a mock is forecast too.
    #expect(forecast([mock(3, day: -6)])?.answered == 1)
  }

  @Test func `an answer that was taken back or corrected counts as it stands`() throws {
    let events = [
      StudyFixtures.event(1, day: -5, Self.answer(1, right: true)),
      StudyFixtures.event(2, day: -3, Self.answer(1, right: true)),
      StudyFixtures.event(3, day: -3, .rate(of: EventID(writer: "w", sequence: 2), rating: .again)),
      StudyFixtures.event(4, day: -3, Self.answer(2, right: true)),
      StudyFixtures.event(5, day: -3, .undo(of: EventID(writer: "w", sequence: 4))),
    ]
    let history = ReviewHistory(replaying: events, in: Self.index)
    let all = history.fit.bins.reduce(into: PredictionTally()) { $0 += $1 }
    #expect(all.reviews == 1 && all.recalled == 0 && all.right == 1)
    #expect(history.questions[Self.id(2)] == nil)
  }
}
