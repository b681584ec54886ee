import FSRS
import TestSupport

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// One exam, sat through sessions that are all killed.
struct ExamLife {
  /// The dice of this exam.
  var random: SplitMix64
  /// Whether the exam is over.
  private(set) var isOver = false

  private let home: String
  private let seed: UInt64
  private let start: Int
  private let options: [String]
  /// Whether the clock stands still while nobody sits the exam.
  private let hasPauses: Bool
  /// What may be shown when the exam is next seen; empty as long as it wasn't.
  private var expected: [ExamModel] = []
  private var hasBegun = false
  /// Where the clock must stand: the moment at which the time is up, while it runs.
  private var deadline: ContinuousClock.Instant?
  /// With pauses: the least and the most seconds that may be left.
  private var left: ClosedRange<Double>?
  /// Every event that is known to be in the journals, with its line.
  private var known: [JournalFiles.ID: String] = [:]
  private var decoded: [Data: JournalFiles.Event] = [:]

  /// How far the clock may be off, in seconds: it shows whole ones, and a screen may be seen late.
  private static let tolerance = 4.0

  /// Begins an exam in an empty folder.
  ///
  /// - Parameters:
  ///   - home: The folder.
  ///   - seed: The seed of this exam.
  ///   - start: How long a start takes, in microseconds.
  /// - Throws: Where its files can't be written.
  init(in home: String, seed: UInt64, start: Int) throws {
    self.home = home
    self.seed = seed
    self.start = start
    random = SplitMix64(seed: seed)
    hasPauses = random.number(below: 3) == 0
    options = try ExamFiles.write(to: home) { path, text in
      try Data(text.utf8).write(to: URL(filePath: path))
    }
  }

  // MARK: - Sessions

  /// One session that is killed, and the look at what came back.
  mutating func session(_ report: inout ExamTortureReport) throws {
    let plan = ExamKillPlan(&random, start: start)
    // By the clocks of the machine: they run on between sessions.
    let terminal = try Terminal(
      arguments(of: plan), home: home, environment: ["SWOT_CLOCK": nil])
    var candidate = ExamCandidate(
      terminal, plan: plan, expecting: expected, random: SplitMix64(seed: random.next()))
    switch plan.moment {
    case .start, .anyTime:
      terminal.doom = ContinuousClock.now.advanced(by: .microseconds(plan.delay))
    case .afterKey, .ending: break
    }
    candidate.play(begins: !hasBegun)
    if let trouble = candidate.trouble {
      terminal.program.signal(SIGKILL)
      _ = terminal.status()
      return lose(trouble, plan, &report)
    }
    if candidate.hasSeenEnd, terminal.program.status(within: 0) == nil {
      terminal.program.signal(SIGKILL)
    }
    switch terminal.status() {
    case 128 + SIGKILL: report.killsByMoment[plan.moment, default: 0] += 1
    case 0: report.survived += 1
    case let status:
      return lose(
        "it ended with status \(status.map(String.init) ?? "none"):\n\(terminal.screen.text)", plan,
        &report)
    }
    for (act, count) in candidate.done { report.done[act, default: 0] += count }
    report.compared += candidate.compared
    checkClock(candidate, plan, &report)
    if candidate.hasSeenExam {
      if hasBegun { report.resumptions += 1 }
      expected = candidate.expected
    }
    try checkFiles(candidate, plan, &report)
  }

  private func arguments(of plan: ExamKillPlan) -> [String] {
    let plain = plan.face == .lines ? ["--plain"] : []
    guard hasBegun else {
      return ["exam", "torture-exam", "--seed", "\(seed)"] + (hasPauses ? ["--with-pauses"] : [])
        + plain + options
    }
    // A clock that runs brings back whoever types no more than the name.
    if plan.face == .screen, !hasPauses, plan.acts % 2 == 0 { return options }
    return ["exam", "--resume"] + plain + options
  }

  private mutating func lose(
    _ what: String, _ plan: ExamKillPlan, _ report: inout ExamTortureReport
  ) {
    report.losses.append(
      "seed \(seed): on a \(plan.face.rawValue), killed \(plan.moment.rawValue) "
        + "(\(plan.delay) µs): \(what)")
  }

  // MARK: - Checks

  /// The clock stands where it must.
  private mutating func checkClock(
    _ candidate: ExamCandidate, _ plan: ExamKillPlan, _ report: inout ExamTortureReport
  ) {
    guard let (shown, at) = candidate.clock else { return }
    if let left {
      let drift = max(0, Double(shown) - left.upperBound, left.lowerBound - Double(shown))
      report.clockDrift = max(report.clockDrift, drift)
      if drift > Self.tolerance { lose("\(shown) s are left, not \(left)", plan, &report) }
    } else if let deadline {
      let drift = abs(Double(shown) - at.duration(to: deadline) / .seconds(1))
      report.clockDrift = max(report.clockDrift, drift)
      if drift > Self.tolerance {
        lose("\(shown) s are left, not \(at.duration(to: deadline))", plan, &report)
      }
    } else if abs(shown - 130 * 60) > Int(Self.tolerance) {
      lose("it began with \(shown) s", plan, &report)
    }
    if deadline == nil { deadline = at.advanced(by: .seconds(shown)) }
    // It stopped between the last thing that was seen to be done and the kill.
    if hasPauses, let done = candidate.lastDone {
      let most = Double(shown) - at.duration(to: done) / .seconds(1)
      left = Double(shown) - at.duration(to: .now) / .seconds(1)...max(most, Double(shown))
    }
  }

  /// The journals are whole, and hold all that they held.
  private mutating func checkFiles(
    _ candidate: ExamCandidate, _ plan: ExamKillPlan, _ report: inout ExamTortureReport
  ) throws {
    let data = home + "/.local/share/swot"
    let files = try JournalFiles(in: data + "/journals", decoded: &decoded)
    for fault in files.faults { lose(fault, plan, &report) }
    report.torn += files.torn
    var found: [JournalFiles.ID: String] = [:]
    for line in files.lines { found[line.id] = line.text }
    for (id, line) in known where found[id] != line {
      lose("event \(id) was in the journal, and is gone or changed", plan, &report)
    }
    known = found
    let types = files.lines.map(\.event.type)
    let begun = types.count { $0 == "exam-start" }
    if begun > 1 || (begun == 0 && candidate.hasSeenExam) {
      lose("the journals begin \(begun) exams", plan, &report)
    }
    if begun == 1, !hasBegun {
      hasBegun = true
      if deadline == nil {
        // Begun and not seen: it began at some moment of this session.
        expected = []
      }
    }
    let ends = types.count { $0 == "exam-finish" }
    if ends > 1 || (ends == 1 && !candidate.hasAskedForEnd) || (ends == 0 && candidate.hasSeenEnd) {
      lose("the journals hold \(ends) ends", plan, &report)
    }
    if ends == 1 {
      isOver = true
      report.ended += 1
    }
  }
}
