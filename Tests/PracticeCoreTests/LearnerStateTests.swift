import FSRS
import PracticeCore
import TestSupport
import Testing

@Suite struct LearnerStateTests {
  private let question = QuestionID(bank: "bank", question: "Q-1")

  @Test func `an undo can be undone, as often as one likes`() {
    let answer = event(1, .answer(answer()))
    var events = [answer]
    for number in 2...9 {
      events.append(event(number, .undo(of: events[number - 2].id)))
      let answers = LearnerState(replaying: events)[question].answers
      #expect(answers == (number.isMultiple(of: 2) ? 0 : 1), "\(number - 1) undos")
    }
  }

  @Test func `an undo of an undo holds although the clock was set back`() {
    let events = [
      event(1, at: 100, .answer(answer())),
      event(2, at: 50, .undo(of: id(1))),
      event(3, at: 20, .undo(of: id(2))),
    ]
    #expect(LearnerState(replaying: events)[question].answers == 1)
  }

  @Test func `a hundred thousand undos of undos are no trouble`() {
    var events = [event(1, .answer(answer()))]
    for number in 2...100_001 { events.append(event(number, .undo(of: id(number - 1)))) }
    #expect(LearnerState(replaying: events)[question].answers == 1)
  }

  @Test func `of undos in a circle the latest holds`() {
    let events = [
      event(1, .answer(answer())), event(2, .undo(of: id(4))), event(3, .undo(of: id(2))),
      event(4, .undo(of: id(3))), event(5, .undo(of: id(5))),
    ]
    let state = LearnerState(replaying: events)
    #expect(state[question].answers == 1)
    #expect(state == LearnerState(replaying: events.reversed()))
  }

  @Test func `an undone event that comes twice stays undone`() {
    let answer = event(1, .answer(answer()))
    let state = LearnerState(replaying: [answer, answer, event(2, .undo(of: id(1))), answer])
    #expect(state == LearnerState(replaying: [event(2, .undo(of: id(1))), answer]))
    #expect(state[question].answers == 0)
    #expect(state.days.isEmpty)
  }

  @Test func `the newest correction counts, and an undone one doesn't`() {
    let first = event(1, at: 0, .answer(answer(rating: .good)))
    let easy = event(2, at: 10, .rate(of: id(1), rating: .easy))
    let again = event(3, at: 20, .rate(of: id(1), rating: .again))
    func memory(_ events: Event...) -> MemoryState? {
      LearnerState(replaying: events)[question].memory
    }
    func plain(_ rating: Rating) -> MemoryState? {
      memory(event(1, at: 0, .answer(answer(rating: rating))))
    }
    #expect(memory(first, easy) == plain(.easy))
    #expect(memory(first, again, easy) == plain(.again))
    #expect(memory(first, easy, again, event(4, .undo(of: id(3)))) == plain(.easy))
  }

  @Test func `what is folded in stays folded in when settings change`() {
    var state = LearnerState()
    state.fold(event(1, at: 0, .answer(answer(rating: .easy))))
    let long = state[question].due
    state.fold(event(2, at: 1, .settings(StudySettings(maximumInterval: 2))))
    #expect(state[question].due == LocalTime.example.studyDay.advanced(byDays: 2))
    state.fold(event(3, at: 2, .settings(StudySettings())))
    #expect(state[question].due == long)
  }

  @Test func `days are counted where the learner was`() {
    // 23:30 on the 22nd in UTC is 03:30 on the 23rd four hours east: still the study day before.
    let night = Timestamp(iso8601: "2026-11-22T23:30:00Z")
    for (offset, day) in [(0, 22), (240, 22), (270, 23), (-1200, 21)] {
      let time = LocalTime(at: night ?? LocalTime.example.at, offsetMinutes: offset)
      let state = LearnerState(replaying: [
        Event(id: id(1), time: time, content: .answer(answer()))
      ])
      let expected = CalendarDate(year: 2026, month: 11, day: day)
      #expect(state.days.keys.first == expected, "\(offset) minutes east")
    }
  }

  @Test func `marks do what they say`() {
    var state = LearnerState()
    let day = LocalTime.example.studyDay
    for (number, content) in [
      EventContent.answer(answer()), .mark(.suspend, question: question),
      .mark(.bury, question: question), .mark(.flag, question: question),
      .note(question: question, text: "hm"), .report(question: question, text: "no"),
    ].enumerated() {
      state.fold(event(number + 1, at: number, content))
    }
    #expect(state[question].isSuspended)
    #expect(state[question].buriedOn == day)
    #expect(state[question].isFlagged)
    #expect(state[question].note == "hm")
    #expect(state[question].reports == 1)
    for (number, content) in [
      EventContent.mark(.unsuspend, question: question), .mark(.unflag, question: question),
      .mark(.reset, question: question), .note(question: question, text: ""),
    ].enumerated() {
      state.fold(event(number + 7, at: number + 7, content))
    }
    #expect(state[question].isAskable(on: day))
    #expect(!state[question].isFlagged)
    #expect(state[question].note == nil)
    #expect(state[question].isNew)
    #expect(state[question].due == nil)
    #expect(state[question].answers == 1)
  }

  @Test func `weights that the model refuses leave the default in place`() {
    let refused = event(1, .parameters(ModelParameters(weights: [1, 2, 3])))
    let unknown = event(1, .parameters(ModelParameters(model: "fsrs99")))
    for parameters in [refused, unknown] {
      let state = LearnerState(replaying: [parameters, event(2, .answer(answer()))])
      let plain = LearnerState(replaying: [event(2, .answer(answer()))])
      #expect(state[question] == plain[question])
    }
  }

  @Test func `the reviews are those that the memory follows from`() {
    let other = QuestionID(bank: "bank", question: "Q-2")
    let events = [
      event(1, .answer(answer(rating: .good))), event(2, .answer(answer(rating: .easy))),
      event(3, .rate(of: id(2), rating: .hard)), event(4, .answer(answer(rating: .again))),
      event(5, .undo(of: id(4))), event(6, .answer(answer(rating: nil))),
      event(7, .mark(.reset, question: question)), event(8, .answer(answer(rating: .good))),
    ]
    let reviews = LearnerState.reviews(in: Array(events.reversed()) + events)
    #expect(reviews.map(\.rating) == [.good, .hard, .good])
    #expect(reviews.map(\.startsAnew) == [true, false, true])
    #expect(reviews.allSatisfy { $0.question == question })
    // Replayed through the model, they give the memory that the state has.
    let model = FSRS6()
    var memory: MemoryState?
    for review in reviews {
      memory = model.state(
        after: review.startsAnew ? nil : memory, rating: review.rating, elapsedDays: 0)
    }
    #expect(memory == LearnerState(replaying: events)[question].memory)
    let training =
      (reviews
      + [QuestionReview(question: other, rating: .again, time: .example, startsAnew: true)])
      .forTraining
    #expect(training.map(\.card) == [0, 0, 0, 1])
    #expect(training.map(\.startsAnew) == [true, false, true, true])
    #expect(training[3].time == LocalTime.example.at.milliseconds)
  }

  @Test func `a change of the model can be undone, and own weights are remembered by model`() {
    var weights = FSRS6Parameters.default.values
    weights[2] = 5
    let own = event(1, .parameters(ModelParameters(weights: weights)))
    let review = event(2, .answer(answer(rating: .good)))
    let seven = event(3, .parameters(ModelParameters(model: "fsrs7")))
    let fitted = LearnerState(replaying: [own, review])
    #expect(fitted[question].memory?.stability == 5)
    #expect(fitted.ownWeights == ["fsrs6": weights])
    let changed = LearnerState(replaying: [own, review, seven])
    #expect(changed.scheduler.model.name == "fsrs7")
    #expect(changed[question].memory?.stability == 3.9221)
    #expect(changed[question].memory?.fastStability == 0.8 * 3.9221)
    #expect(changed.ownWeights == ["fsrs6": weights])
    let undone = LearnerState(replaying: [own, review, seven, event(4, .undo(of: id(3)))])
    #expect(undone[question] == fitted[question])
    #expect(undone.parameters == fitted.parameters && undone.latest == fitted.latest)
    let twice = LearnerState(
      replaying: [own, review, event(4, .undo(of: id(1)))])
    #expect(twice[question].memory?.stability == 2.3065 && twice.ownWeights.isEmpty)
  }

  private func id(_ number: Int) -> EventID { EventID(writer: "one", sequence: number) }

  /// The event of that number; by default as many seconds after the start.
  private func event(_ number: Int, at seconds: Int? = nil, _ content: EventContent) -> Event {
    Event(
      id: id(number),
      time: LocalTime(
        at: LocalTime.example.at.advanced(byMilliseconds: Int64(seconds ?? number) * 1000),
        offsetMinutes: 60),
      content: content)
  }

  private func answer(rating: Rating? = .good) -> AnswerRecord {
    AnswerRecord(
      question: question, revision: Revision(recorded: "1f3a9c-77d0e2"), mode: .study,
      order: [1, 2], response: .numbers([1]), isRight: true, confidence: nil, rating: rating,
      milliseconds: 1000)
  }
}

extension LocalTime {
  /// 2026-11-23 09:00 in Central Europe.
  static let example = LocalTime(
    at: Timestamp(milliseconds: 1_795_420_800_000), offsetMinutes: 60)
}

extension LearnerState {
  /// Folds an event in, which must not need a replay.
  fileprivate mutating func fold(_ event: Event) {
    if !apply(event) { Issue.record("needs a replay: \(event)") }
  }
}
