import FSRS
import PracticeCore
import ProgressStore
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

/// One learner's data, from the first start on, through sessions that are all killed.
struct Life {
  /// The dice of this life.
  var random: SplitMix64

  private let home: String
  private let seed: UInt64
  private let start: Int
  private let bank: [String]
  /// Every event that is known to be in the journals, with its line.
  private var known: [JournalFiles.ID: String] = [:]
  /// What the foreign journal holds, once it was merged to the end.
  private var isMerged = false
  /// Sessions since the last one that was seen to reach a screen.
  private var startsOwed = 0
  /// What lines of journals say: in a grown journal they are many.
  private var decoded: [Data: JournalFiles.Event] = [:]
  /// All files after the last session.
  private var seen: Set<String> = []
  /// What the clock shows: milliseconds after the first start.
  private var time: Int64 = 0

  private static let foreignWriter = "foreign1"
  private static let foreignEvents = 40

  private var data: String { home + "/.local/share/swot" }
  private var foreign: String { home + "/foreign.jsonl" }

  /// Begins a life in an empty folder.
  ///
  /// - Parameters:
  ///   - home: The folder.
  ///   - seed: The seed of this life.
  ///   - start: How long a start takes, in microseconds.
  /// - Throws: Where its files can't be written.
  init(in home: String, seed: UInt64, start: Int) throws {
    self.home = home
    self.seed = seed
    self.start = start
    random = SplitMix64(seed: seed)
    bank = try PlainBank.write(to: home, questions: 60)
    try Data(Self.foreignJournal()).write(to: URL(filePath: foreign))
    if random.number(below: 12) == 0 { try grow() }
  }

  /// How long the program takes here from its start to its first screen, in microseconds.
  static func startDuration() throws -> Int {
    try withTemporaryFolder { home in
      let bank = try PlainBank.write(to: home, questions: 60)
      var durations: [Duration] = []
      for _ in 0..<3 {
        let begin = ContinuousClock.now
        let terminal = try Terminal(["study"] + bank, home: home)
        try terminal.wait(for: "What is right here?")
        durations.append(begin.duration(to: .now))
        terminal.program.signal(SIGKILL)
        _ = terminal.status()
      }
      return Int(durations.sorted()[1] / .microseconds(1))
    }
  }

  // MARK: Sessions

  /// One session that is killed, and the search for what it cost.
  mutating func session(_ report: inout TortureReport) throws {
    let plan = KillPlan(&random, start: start)
    time += [0, 60_000, 7_200_000, 86_400_000, 259_200_000][random.number(below: 5)]
    if random.number(below: 15) == 0 { time -= 86_400_000 }
    let terminal = try Terminal(arguments(of: plan), home: home, environment: environment)
    var player = Player(terminal, plan: plan, random: SplitMix64(seed: random.next()))
    switch plan.moment {
    case .start, .anyTime, .command:
      terminal.doom = ContinuousClock.now.advanced(by: .microseconds(plan.delay))
    case .afterKey, .leaving: break
    }
    if plan.moment == .command {
      _ = terminal.status()
    } else {
      player.play()
    }
    if let trouble = player.trouble {
      terminal.program.signal(SIGKILL)
      _ = terminal.status()
      return lose("the program hung: \(trouble)", plan, &report)
    }
    let status = terminal.program.status(within: 0)
    switch status {
    case 128 + SIGKILL: report.killsByMoment[plan.moment, default: 0] += 1
    case 0: report.survived += 1
    // There is nothing to back up, or no backup, yet.
    case 66 where plan.moment == .command: report.survived += 1
    default:
      return lose(
        "it ended with status \(status.map(String.init) ?? "none"):\n\(terminal.screen.text)", plan,
        &report)
    }
    startsOwed += 1
    if player.hasReachedScreen {
      report.goodStarts += startsOwed
      startsOwed = 0
    }
    if plan.play == .merge, status == 0 { isMerged = true }
    try check(player.acts, after: plan, &report)
  }

  private func arguments(of plan: KillPlan) -> [String] {
    switch plan.play {
    case .home: bank
    case .study: ["study", "--new", "25"] + bank
    case .quiz: ["quiz"] + bank
    case .plain: ["study", "--plain", "--new", "25"] + bank
    case .backup: ["progress", "backup"]
    case .restore: ["progress", "restore"]
    case .merge: ["progress", "merge", foreign]
    }
  }

  private var environment: [String: String?] {
    let now = Timestamp(milliseconds: 1_795_424_400_000 + time)
    return ["SWOT_CLOCK": now.iso8601WithoutZeroFraction]
  }

  private func run(_ arguments: [String], input: String? = nil) throws -> Program.Outcome {
    try Program.run(arguments, input: input, home: home, environment: environment)
  }

  private mutating func lose(
    _ what: String, _ plan: KillPlan?, _ report: inout TortureReport
  ) {
    let moment = plan.map { "killed \($0.moment.rawValue) (\($0.play), \($0.delay) µs): " } ?? ""
    report.losses.append("seed \(seed): \(moment)\(what)")
  }

  // MARK: Checks

  private mutating func check(
    _ acts: [Act], after plan: KillPlan, _ report: inout TortureReport
  ) throws {
    let files = try JournalFiles(in: data + "/journals", decoded: &decoded)
    for fault in files.faults { lose(fault, plan, &report) }
    note(files, &report)
    compare(files, with: acts, plan, &report)
    try verify(isTornAllowed: files.torn > 0, plan, &report)
    checkAppearance(plan, &report)
    try checkBackups(plan, &report)
    if files.torn > 0 || random.number(below: 3) == 0 { try startAgain(plan, &report) }
    if random.number(below: 4) == 0 { try checkSnapshot(plan, &report) }
  }

  /// Everything that was there must be there, and what is new must be what was done, in order.
  private mutating func compare(
    _ files: JournalFiles, with acts: [Act], _ plan: KillPlan, _ report: inout TortureReport
  ) {
    var found: [JournalFiles.ID: String] = [:]
    for line in files.lines { found[line.id] = line.text }
    for (id, line) in known where found[id] != line {
      let now = found[id].map { "it now reads \($0)" } ?? "it is gone"
      lose("event \(id) was in the journal, and \(now)", plan, &report)
    }
    var new = files.lines.filter { known[$0.id] == nil && $0.id.writer != Self.foreignWriter }
    new.sort { $0.id < $1.id }
    if Set(new.map(\.id.writer)).count > 1 {
      lose("one session wrote as \(Set(new.map(\.id.writer)).sorted())", plan, &report)
    }
    var rest = new[...]
    for act in acts {
      guard let line = rest.first else {
        if act.wasShown {
          lose(
            "\(act.types.sorted()) on \(act.question ?? "-") was shown and is gone", plan, &report)
        }
        continue
      }
      if let difference = act.difference(from: line.event) {
        lose("\(line.file):\(line.number): \(difference)", plan, &report)
      }
      rest = rest.dropFirst()
      if act.wasShown { report.shown[act.kind, default: 0] += 1 } else { report.early += 1 }
    }
    for line in rest { lose("\(line.file):\(line.number): nobody did that", plan, &report) }
    for line in files.lines { known[line.id] = line.text }
    let foreign = files.lines.count { $0.id.writer == Self.foreignWriter }
    if isMerged, foreign != Self.foreignEvents {
      lose("of \(Self.foreignEvents) merged events \(foreign) are there", plan, &report)
    }
  }

  /// Counts what was left unfinished.
  private mutating func note(_ files: JournalFiles, _ report: inout TortureReport) {
    report.torn += files.torn
    let paths = Set((try? FileManager.default.subpathsOfDirectory(atPath: data)) ?? [])
    defer { seen = paths }
    for path in paths.subtracting(seen) {
      let name = path.split(separator: "/").last ?? ""
      let kind: String? =
        name.hasPrefix(".snapshot-")
        ? "snapshot"
        : name.hasPrefix(".new-") ? "backup" : name.hasPrefix(".merge-") ? "merge" : nil
      if let kind { report.unfinished[kind, default: 0] += 1 }
    }
  }

  private mutating func verify(
    isTornAllowed: Bool, _ plan: KillPlan?, _ report: inout TortureReport
  ) throws {
    let verified = try run(["progress", "verify"])
    if verified.status == 0 { return }
    let isTorn =
      verified.lines.count { $0.contains(".jsonl:") } == 1
      && verified.output.contains("the last line is incomplete")
    if !(isTornAllowed && isTorn) {
      lose("progress verify: \(verified.output)\(verified.errors)", plan, &report)
    }
  }

  /// The settings are whole, old or new.
  private mutating func checkAppearance(_ plan: KillPlan, _ report: inout TortureReport) {
    let path = home + "/.config/swot/config.yaml"
    guard let bytes = try? Data(contentsOf: URL(filePath: path)) else { return }
    let text = String(decoding: bytes, as: UTF8.self)
    let isWhole = ["theme:", "symbols:", "mouse:", "interface:"].allSatisfy { text.contains($0) }
    if !isWhole || !text.hasSuffix("\n") { lose("\(path) holds: \(text)", plan, &report) }
  }

  /// Each backup is whole: every line is one that the journals have.
  private mutating func checkBackups(_ plan: KillPlan, _ report: inout TortureReport) throws {
    let folder = data + "/backups"
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    for name in names where name.first?.isNumber == true {
      let files = try JournalFiles(in: "\(folder)/\(name)", decoded: &decoded)
      if files.torn > 0 || !files.faults.isEmpty
        || files.lines.contains(where: { known[$0.id] == nil })
      {
        lose("the backup \(name) is not whole", plan, &report)
      }
    }
  }

  /// The next start works, mends what is torn, and leaves everything sound.
  private mutating func startAgain(_ plan: KillPlan?, _ report: inout TortureReport) throws {
    let started = try run(["study", "--plain"] + bank, input: "")
    guard started.status == 0, started.output.contains("Answered 0, right 0.") else {
      return lose(
        "the next start ended with \(started.status): \(started.output)\(started.errors)", plan,
        &report)
    }
    report.goodStarts += startsOwed
    startsOwed = 0
    try verify(isTornAllowed: false, plan, &report)
    let files = try JournalFiles(in: data + "/journals", decoded: &decoded)
    if files.torn > 0 { lose("a torn line was not mended", plan, &report) }
    let found = Dictionary(files.lines.map { ($0.id, $0.text) }) { first, _ in first }
    for (id, line) in known where found[id] != line {
      lose("the next start lost event \(id)", plan, &report)
    }
  }

  /// With the snapshot and without it, the journals say the same.
  private mutating func checkSnapshot(_ plan: KillPlan, _ report: inout TortureReport) throws {
    let path = data + "/snapshot.json"
    guard FileManager.default.fileExists(atPath: path) else { return }
    let with = try run(["stats", "--format", "json"] + bank)
    try FileManager.default.moveItem(atPath: path, toPath: home + "/snapshot")
    let without = try run(["stats", "--format", "json"] + bank)
    try FileManager.default.moveItem(atPath: home + "/snapshot", toPath: path)
    if Self.untimed(with.output) != Self.untimed(without.output) || with.status != 0 {
      lose("the snapshot says \(with.output), the journals say \(without.output)", plan, &report)
    }
    report.snapshots += 1
  }

  /// Statistics without the instant at which they were told.
  private static func untimed(_ statistics: String) -> String {
    guard let name = statistics.firstRange(of: #""as_of":""#) else { return statistics }
    return String(
      statistics[..<name.upperBound] + statistics[name.upperBound...].drop { $0 != "\"" })
  }

  /// The last start of this life, which nobody disturbs.
  mutating func end(_ report: inout TortureReport) throws {
    try startAgain(nil, &report)
    for (name, kind) in [(".new-", "backup"), (".snapshot-", "snapshot"), (".merge-", "merge")] {
      let paths = (try? FileManager.default.subpathsOfDirectory(atPath: data)) ?? []
      let left = paths.filter { $0.split(separator: "/").last?.hasPrefix(name) ?? false }
      if left.count > 1 { lose("unfinished \(kind)s pile up: \(left)", nil, &report) }
    }
  }

  // MARK: Journals

  private static func answer(_ number: Int) -> EventContent {
    .answer(
      AnswerRecord(
        question: QuestionID(bank: "plain", question: "Q\(number % 60 + 1)"),
        revision: Revision(recorded: "1f3a9c-77d0e2"), mode: .quiz, order: [1, 2],
        response: .numbers([1]), isRight: true, confidence: nil, rating: nil, milliseconds: 4000))
  }

  private static let early = LocalTime(
    at: Timestamp(milliseconds: 1_795_000_000_000), offsetMinutes: 0)

  /// The journal of another machine.
  private static func foreignJournal() -> [UInt8] {
    JournalEncoder.lines(
      of: (0...foreignEvents).map { number in
        Event(
          id: EventID(writer: foreignWriter, sequence: number), time: early,
          content: number == 0 ? .journal : answer(number))
      })
  }

  /// Lets the learner's journal grow to just below the size at which a new one is begun.
  private mutating func grow() throws {
    let paths = ProgressPaths(data: data, state: home + "/.local/state/swot")
    let folder = try ProgressFolder.open(paths, random: &random).folder
    let lineLength = JournalEncoder.lines(
      of: [
        Event(id: EventID(writer: "x", sequence: 12_345), time: Self.early, content: Self.answer(1))
      ]
    ).count
    let count = (4 << 20) / lineLength + 30 - random.number(below: 60)
    _ = folder.append((0..<count).map(Self.answer), at: Self.early)
    folder.close()
    for line in try JournalFiles(in: data + "/journals", decoded: &decoded).lines {
      known[line.id] = line.text
    }
  }
}
