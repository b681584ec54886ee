import FSRS
import TestSupport

/// Kills the program again and again while somebody sits an exam, and looks whether it comes back as
/// it was: question, order, answers, flags, strike-outs, and the clock.
package struct ExamTorture {
  /// What was done and found.
  package private(set) var report: ExamTortureReport
  /// How many kills are wanted.
  private let kills: Int
  private let say: (String) -> Void

  /// Prepares for a number of kills.
  ///
  /// - Parameters:
  ///   - kills: How many.
  ///   - seed: The seed of the first exam; each further one has the next number.
  ///   - say: Told now and then how far it is.
  package init(kills: Int, seed: UInt64, say: @escaping (String) -> Void = { _ in }) {
    self.kills = kills
    self.say = say
    report = ExamTortureReport(seed: seed)
  }

  /// Runs until there are so many kills, or something came back otherwise.
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
        var life = try ExamLife(in: home, seed: seed, start: start)
        let length = 4 + life.random.number(below: 20)
        for _ in 0..<length where report.kills < kills && report.losses.isEmpty && !life.isOver {
          try life.session(&report)
          if said.duration(to: clock.now) > .seconds(10) {
            said = clock.now
            say("\(report.kills) of \(kills) kills, \(report.compared) questions as they had been")
          }
        }
      }
      report.exams += 1
      seed &+= 1
    }
  }
}
