import FSRS
import TestSupport

/// Kills the program again and again and looks for what was lost.
///
/// A learner's life is a series of sessions, each of them killed; after each death everything that
/// the screen had confirmed must be in the journals exactly once. Each life begins without any data,
/// and has a seed of its own.
package struct Torture {
  /// What was done and found.
  package private(set) var report: TortureReport
  /// How many kills are wanted.
  private let kills: Int
  private let say: (String) -> Void

  /// Prepares for a number of kills.
  ///
  /// - Parameters:
  ///   - kills: How many.
  ///   - seed: The seed of the first life; each further one has the next number.
  ///   - say: Told now and then how far it is.
  package init(kills: Int, seed: UInt64, say: @escaping (String) -> Void = { _ in }) {
    self.kills = kills
    self.say = say
    report = TortureReport(seed: seed)
  }

  /// Runs until there are so many kills, or something was lost.
  ///
  /// - Throws: Where the program could not be run at all.
  package mutating func run() throws {
    let clock = ContinuousClock()
    let begin = clock.now
    defer { report.duration = begin.duration(to: clock.now) }
    let start = try Life.startDuration()
    var said = begin
    var seed = report.seed
    while report.kills < kills, report.losses.isEmpty {
      try withTemporaryFolder { home in
        var life = try Life(in: home, seed: seed, start: start)
        let length = 1 + life.random.number(below: 16)
        for _ in 0..<length where report.kills < kills && report.losses.isEmpty {
          try life.session(&report)
          if said.duration(to: clock.now) > .seconds(10) {
            said = clock.now
            say("\(report.kills) of \(kills) kills, \(report.confirmed) entries shown and kept")
          }
        }
        if report.losses.isEmpty { try life.end(&report) }
      }
      report.lives += 1
      seed &+= 1
    }
  }
}
