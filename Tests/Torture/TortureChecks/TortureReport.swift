/// What a run of ``Torture`` did and found.
package struct TortureReport {
  /// The seed of the first life.
  package let seed: UInt64
  /// How many learners' lives there were.
  package internal(set) var lives = 0
  /// How long it took.
  package internal(set) var duration = Duration.zero
  /// What was lost, doubled or broken, with the seed that shows it.
  package internal(set) var losses: [String] = []
  /// How often the program was killed, by moment.
  var killsByMoment: [KillPlan.Moment: Int] = [:]
  /// What the screen had shown to be done and the journal holds once, by kind.
  var shown: [Act.Kind: Int] = [:]
  /// What the screen had not shown yet and the journal holds all the same.
  var early = 0
  /// Starts after a kill that reached their first screen.
  var goodStarts = 0
  /// Sessions that were over before their kill came.
  var survived = 0
  /// Torn last lines, which the next start cut off.
  var torn = 0
  /// What kills left unfinished on the disk, by what it is.
  var unfinished: [String: Int] = [:]
  /// Kills on which the snapshot said the same as the journals.
  var snapshots = 0

  /// How often the program was killed.
  package var kills: Int { killsByMoment.values.reduce(0, +) }
  /// How much was shown to be done and is in the journals.
  package var confirmed: Int { shown.values.reduce(0, +) }

  /// The report in lines for people.
  package var lines: [String] {
    func list<Key: Hashable>(_ counts: [(Key, Int)], _ name: (Key) -> String) -> String {
      let parts = counts.filter { $0.1 > 0 }.map { "\($0.1) \(name($0.0))" }
      return parts.isEmpty ? "none" : parts.joined(separator: ", ")
    }
    let seconds = Int(duration / .seconds(1))
    let minutes = "\(seconds / 60):\(seconds % 60 < 10 ? "0" : "")\(seconds % 60)"
    let rows = [
      (
        "killed",
        list(KillPlan.Moment.allCases.map { ($0, killsByMoment[$0] ?? 0) }, \.rawValue)
      ),
      ("shown, and kept once", list(Act.Kind.allCases.map { ($0, shown[$0] ?? 0) }, \.rawValue)),
      ("kept though not shown yet", "\(early)"),
      ("next starts that worked", "\(goodStarts)"),
      ("snapshots checked", "\(snapshots)"),
      (
        "found unfinished, and mended",
        list((unfinished + (torn > 0 ? ["torn line": torn] : [:])).sorted { $0.0 < $1.0 }) { $0 }
      ),
      ("ended before the kill", "\(survived)"),
      ("lost, doubled or broken", losses.isEmpty ? "nothing" : "\(losses.count)"),
    ]
    let width = rows.map(\.0.count).max() ?? 0
    return
      ["\(kills) kills of \(lives) learners in \(minutes) minutes, seed \(seed)"]
      + rows.map { name, value in
        "  \(name)\(String(repeating: " ", count: width - name.count))  \(value)"
      } + losses.map { "error: \($0)" }
  }
}

/// Both, of which no key is in both.
private func + (left: [String: Int], right: [String: Int]) -> [String: Int] {
  left.merging(right) { $0 + $1 }
}
