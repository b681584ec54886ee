import FSRS
import TestSupport

/// When the program is killed in a sitting, and how the exam is sat.
struct ExamKillPlan {
  /// On what the candidate looks.
  enum Face: String {
    case screen, lines
  }

  /// The moments.
  enum Moment: String, CaseIterable, Hashable, Sendable {
    case start = "while it starts"
    case anyTime = "at any time"
    case afterKey = "right after a key"
    case ending = "while the exam ends"
  }

  let face: Face
  let moment: Moment
  /// For ``Moment/afterKey``: after which of the candidate's acts; for ``Moment/ending``: after how
  /// many acts they end the exam.
  let acts: Int
  /// How long after the moment begins the program is killed, in microseconds.
  let delay: Int

  /// Draws a plan.
  ///
  /// - Parameters:
  ///   - random: The dice.
  ///   - start: How long a start takes here, in microseconds.
  init(_ random: inout SplitMix64, start: Int) {
    switch random.number(below: 100) {
    case 0..<14: moment = .start
    case 14..<34: moment = .anyTime
    case 34..<92: moment = .afterKey
    default: moment = .ending
    }
    face = random.number(below: 4) == 0 ? .lines : .screen
    switch moment {
    case .start: delay = start / 4 + random.number(below: start)
    case .anyTime: delay = start + random.number(below: 2_000_000)
    // Most of what a key does is done within a few milliseconds.
    case .afterKey, .ending: delay = random.number(below: 1 << (4 + random.number(below: 12)))
    }
    acts = 1 + random.number(below: 9)
  }
}
