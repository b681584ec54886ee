import FSRS
import PracticeCore
import TestSupport

extension SplitMix64 {
  /// An event of one of a few attempts, which is nobody's whole sitting.
  mutating func exam() -> ExamEvent {
    let attempt = one(of: ["20261123-k3f9x2", "a", "0-z"].compactMap { AttemptID($0) })
    let sitting = 1 + number(below: one(of: [3, 100_000]))
    switch number(below: 10) {
    case 0, 1: return .start(examStart(attempt))
    case 2: return .pause(attempt, sitting: sitting, left: examTime())
    case 3: return .resume(attempt, sitting: sitting, end: clockReading())
    case 4: return .finish(examFinish(attempt))
    default: return .response(attempt, sitting: sitting, examRecord(), left: examTime())
    }
  }

  mutating func examStart(_ attempt: AttemptID) -> ExamStart {
    ExamStart(
      attempt: attempt, exam: one(of: ["cloud", text()]), title: text(),
      seed: one(of: [0, .max, next()]), questions: number(below: 100_001),
      allowed: examTime(), terms: ExamTerms(extra: examTime(), withPauses: oneIn(2)),
      isPausable: oneIn(2), end: clockReading(), paper: one(of: ["9f0b2c4d5e6f7a8b", text()]),
      candidate: oneIn(2) ? nil : text())
  }

  mutating func examFinish(_ attempt: AttemptID) -> ExamFinish {
    let sections = (0..<number(below: 4)).map { _ in
      ExamScore.Section(
        title: text(), right: number(below: 66), questions: number(below: 100_001),
        marks: examMarks(), meetsStandard: oneIn(2))
    }
    let score = ExamScore(
      sections: sections, right: number(below: 66), questions: number(below: 66),
      marks: examMarks(), isPassed: oneIn(2), scaled: number(below: 2_000_001) - 1_000_000)
    return ExamFinish(
      outcome: ExamOutcome(
        attempt: attempt, reason: one(of: ExamOutcome.Reason.allCases), spent: examTime(),
        score: score,
        scale: oneIn(2)
          ? .percent(pass: one(of: [0, 66.6, 100]))
          : .scaled(from: -100, to: 1000, pass: 720, cut: one(of: [0, 0.72, 1])),
        new: ExamResult.Count(right: number(below: 9), total: number(below: 100_001)),
        seenBefore: ExamResult.Count(right: number(below: 9), total: number(below: 9))),
      answers: (0..<number(below: 4)).map { _ in examEvidence() })
  }

  private mutating func examEvidence() -> ExamEvidence {
    ExamEvidence(
      question: question(), revision: Revision(recorded: one(of: ["1f3a9c-77d0e2", text()])),
      response: examResponse(), isRight: oneIn(2), isFlagged: oneIn(2),
      rating: one(of: Rating.allCases), milliseconds: Int(examTime()))
  }

  private mutating func examRecord() -> ExamAttempt.Record {
    ExamAttempt.Record(
      question: question(), response: examResponse(), isFlagged: oneIn(2), struck: numbers(),
      milliseconds: Int(examTime()), isLeft: oneIn(2), next: oneIn(2) ? nil : question())
  }

  private mutating func examResponse() -> Response? {
    oneIn(4) ? nil : oneIn(4) ? .text(text()) : .numbers(numbers())
  }

  private mutating func examMarks() -> Marks {
    Marks(whole: number(below: 50)) + Marks(number(below: 4), outOf: 1 + number(below: 10))
  }

  private mutating func examTime() -> Int64 {
    Int64(number(below: one(of: [10, 10_000_000, 100_000_000_001])))
  }

  private mutating func clockReading() -> ClockReading {
    ClockReading(
      wall: time().at, running: Int64(number(below: 20_000_000_000_001)) - 10_000_000_000_000,
      boot: one(of: ["", "b0075", text()]))
  }
}
