import FSRS
import PracticeCore
import TestSupport

/// A random learner on several machines: events in the order in which one machine gets them.
struct LearnerHistory {
  /// The events, each writer's own in the order of their numbers.
  private(set) var events: [Event] = []
  private var next: [String: Int] = [:]
  private var clock: Int64 = 1_795_420_800_000
  private var random: SplitMix64

  /// Makes a history of `count` events.
  init(count: Int, random: inout SplitMix64) {
    self.random = SplitMix64(seed: random.next())
    var delayed: [Event] = []
    for _ in 0..<count {
      let event = makeEvent()
      // A machine that comes late, or was never reached.
      if self.random.number(below: 8) == 0 { delayed.append(event) } else { events.append(event) }
    }
    for event in delayed {
      let place = self.random.number(below: events.count + 1)
      events.insert(event, at: place)
    }
  }

  private mutating func makeEvent() -> Event {
    // Some seconds or days later, at times in the very same moment, and now and then set back.
    switch random.number(below: 12) {
    case 0: break
    case 1: clock -= Int64(random.number(below: 3 * 86_400_000))
    case 2...4: clock += Int64(random.number(below: 5 * 86_400_000))
    default: clock += Int64(random.number(below: 600_000))
    }
    let writer = ["one", "two", "three"][random.number(below: 3)]
    let number = next[writer, default: 1]
    next[writer] = number + 1
    let offset = [0, 60, -300, 840][random.number(below: 4)]
    return Event(
      id: EventID(writer: writer, sequence: number),
      time: LocalTime(at: Timestamp(milliseconds: clock), offsetMinutes: offset),
      content: makeContent())
  }

  private mutating func makeContent() -> EventContent {
    switch random.number(below: 30) {
    case 0...11: .answer(makeAnswer())
    case 12, 13: .rate(of: someEvent(), rating: rating())
    case 14...16: .undo(of: someEvent())
    case 17, 18:
      .mark(
        QuestionMark.allCases[random.number(below: QuestionMark.allCases.count)],
        question: question())
    case 19: .note(question: question(), text: ["", "see RFC 9110"][random.number(below: 2)])
    case 20: .report(question: question(), text: "two answers are right")
    case 21:
      .settings(
        StudySettings(
          desiredRetention: [0.8, 0.9, 0.95][random.number(below: 3)],
          maximumInterval: [30, 36_500][random.number(below: 2)]))
    case 22:
      .goal(ExamGoal(exam: "mock-\(random.number(below: 3))"))
    case 23:
      random.number(below: 2) == 0 ? .parameters(makeParameters()) : .unknown(type: "hint")
    default: makeExam().map(EventContent.exam) ?? .journal
    }
  }

  /// Something in one of two attempts, in no sensible order.
  private mutating func makeExam() -> ExamEvent? {
    guard let attempt = AttemptID(["first", "second"][random.number(below: 2)]) else { return nil }
    let sitting = 1 + random.number(below: 3)
    let left = Int64(random.number(below: 600_000))
    let end = ClockReading(
      wall: Timestamp(milliseconds: clock + left), running: left, boot: "boot")
    switch random.number(below: 10) {
    case 0, 1:
      return .start(
        ExamStart(
          attempt: attempt, exam: "mock", title: "Mock", seed: 7, questions: 4,
          allowed: 600_000, terms: ExamTerms(), isPausable: random.number(below: 2) == 0,
          end: end, paper: "00"))
    case 2: return .pause(attempt, sitting: sitting, left: left)
    case 3: return .resume(attempt, sitting: sitting, end: end)
    case 4:
      let score = ExamScore([], sectionTitles: [], scale: .percent(pass: 50))
      return .finish(
        ExamFinish(
          outcome: ExamOutcome(
            attempt: attempt, reason: .ended, spent: left, score: score,
            scale: .percent(pass: 50), new: .init(), seenBefore: .init()),
          answers: Set((0..<3).map { _ in question() }).sorted { $0.question < $1.question }.map {
            let isRight = random.number(below: 2) == 0
            return ExamEvidence(
              question: $0, revision: Revision(recorded: "1f3a9c-77d0e2"),
              response: random.number(below: 4) == 0 ? nil : .numbers([1]), isRight: isRight,
              isFlagged: false, rating: isRight ? .good : .again,
              milliseconds: random.number(below: 90_000))
          }))
    default:
      return .response(
        attempt, sitting: sitting,
        ExamAttempt.Record(
          question: question(), response: .numbers([1 + random.number(below: 4)]),
          isFlagged: random.number(below: 2) == 0, struck: [],
          milliseconds: random.number(below: 90_000), isLeft: random.number(below: 2) == 0,
          next: random.number(below: 2) == 0 ? question() : nil),
        left: left)
    }
  }

  private mutating func makeAnswer() -> AnswerRecord {
    let isRight = random.number(below: 3) > 0
    return AnswerRecord(
      question: question(), revision: Revision(recorded: "1f3a9c-77d0e2"),
      mode: random.number(below: 2) == 0 ? .study : .quiz, order: [2, 1, 3],
      response: .numbers([1]), isRight: isRight, confidence: nil,
      rating: random.number(below: 6) == 0 ? nil : isRight ? rating() : .again,
      milliseconds: random.number(below: 90_000))
  }

  private mutating func makeParameters() -> ModelParameters {
    if random.number(below: 3) == 0 {
      let weights = random.number(below: 2) == 0 ? nil : FSRS7Parameters.default.values
      return ModelParameters(model: FSRS7.name, weights: weights)
    }
    var weights = FSRS6Parameters.default.values
    weights[0] = [0.212, 0.4][random.number(below: 2)]
    return ModelParameters(weights: weights)
  }

  private mutating func question() -> QuestionID {
    QuestionID(bank: "bank", question: "Q-\(random.number(below: 6))")
  }

  private mutating func rating() -> Rating {
    Rating.allCases[random.number(below: Rating.allCases.count)]
  }

  /// An event to name: mostly one of the last, at times one that nobody has written yet.
  private mutating func someEvent() -> EventID {
    guard random.number(below: 10) > 0, !events.isEmpty else {
      return EventID(writer: "two", sequence: (next["two"] ?? 1) + random.number(below: 3))
    }
    return events[events.count - 1 - random.number(below: min(events.count, 6))].id
  }
}
