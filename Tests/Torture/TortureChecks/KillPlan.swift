import FSRS
import TestSupport

/// When the program is killed in a session, and what the session is.
struct KillPlan {
  /// What the learner does.
  enum Play: Equatable {
    /// The home screen, and everything from there.
    case home
    /// Study or practice on the screen.
    case study, quiz
    /// Study in plain lines.
    case plain
    /// A command that writes and asks nothing.
    case backup, restore, merge
  }

  /// The moments.
  enum Moment: String, CaseIterable, Hashable, Sendable {
    case start = "while it starts"
    case anyTime = "at any time"
    case afterKey = "right after a key"
    case leaving = "while it ends"
    case command = "in a command"
  }

  let play: Play
  let moment: Moment
  /// For ``Moment/afterKey``: after which of the learner's acts; for ``Moment/leaving``: after how
  /// many acts they leave.
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
    case 0..<16: moment = .start
    case 16..<40: moment = .anyTime
    case 40..<74: moment = .afterKey
    case 74..<92: moment = .leaving
    default: moment = .command
    }
    if moment == .command {
      play = [.backup, .restore, .merge][random.number(below: 3)]
    } else {
      switch random.number(below: 10) {
      case 0..<3: play = .home
      case 3..<7: play = .study
      case 7: play = .quiz
      default: play = .plain
      }
    }
    switch moment {
    case .start: delay = start / 4 + random.number(below: start)
    case .command: delay = start / 2 + random.number(below: start * 3 / 4)
    case .anyTime: delay = start + random.number(below: 3_000_000)
    // Most of what a key does is done within a few milliseconds.
    case .afterKey: delay = random.number(below: 1 << (4 + random.number(below: 12)))
    case .leaving: delay = random.number(below: 1 << (6 + random.number(below: 11)))
    }
    acts = moment == .leaving ? 1 + random.number(below: 4) : 1 + random.number(below: 14)
  }
}
