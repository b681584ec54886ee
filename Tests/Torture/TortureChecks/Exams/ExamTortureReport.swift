/// What a run of ``ExamTorture`` did and found.
package struct ExamTortureReport {
  /// What a candidate does.
  enum Act: String, CaseIterable, Hashable {
    case answer = "answers"
    case flag = "flags"
    case strike = "strike-outs"
    case move = "moves"
  }

  /// The seed of the first exam.
  package let seed: UInt64
  /// How many exams were sat.
  package internal(set) var exams = 0
  /// How long it took.
  package internal(set) var duration = Duration.zero
  /// What came back otherwise than it was seen, with the seed that shows it.
  package internal(set) var losses: [String] = []
  /// How often the exam came back after a kill, and was as it had been.
  package internal(set) var resumptions = 0
  /// How often the program was killed, by moment.
  var killsByMoment: [ExamKillPlan.Moment: Int] = [:]
  /// What was seen to be done.
  var done: [Act: Int] = [:]
  /// How many questions were compared with what they had been.
  var compared = 0
  /// The farthest that a clock was from where it ought to be, in seconds.
  var clockDrift = 0.0
  /// Exams that a kill found ended.
  var ended = 0
  /// Sessions that were over before their kill came.
  var survived = 0
  /// Torn last lines.
  var torn = 0

  /// How often the program was killed.
  package var kills: Int { killsByMoment.values.reduce(0, +) }

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
        list(ExamKillPlan.Moment.allCases.map { ($0, killsByMoment[$0] ?? 0) }, \.rawValue)
      ),
      ("seen to be done", list(Act.allCases.map { ($0, done[$0] ?? 0) }, \.rawValue)),
      ("came back as it had been", "\(resumptions) times, \(compared) questions compared"),
      ("clock off by at most", "\((clockDrift * 10).rounded() / 10) s"),
      ("ended by then", "\(ended) exams"),
      ("torn lines, mended", "\(torn)"),
      ("ended before the kill", "\(survived)"),
      ("lost or changed", losses.isEmpty ? "nothing" : "\(losses.count)"),
    ]
    let width = rows.map(\.0.count).max() ?? 0
    return
      ["\(kills) kills in \(exams) exams in \(minutes) minutes, seed \(seed)"]
      + rows.map { name, value in
        "  \(name)\(String(repeating: " ", count: width - name.count))  \(value)"
      } + losses.map { "error: \($0)" }
  }
}
