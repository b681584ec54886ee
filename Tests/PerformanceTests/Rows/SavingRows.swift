import FSRS
import PracticeCore
import ProgressStore

/// Saving one answer: its calls of the system, and its time beside journals of two lengths.
struct SavingRows {
  /// An empty folder.
  let folder: String

  private static let answers = 300
  /// How much longer it may take with a journal a thousand times as long: noise, not growth.
  private static let growth = 1.5

  /// Measures saving into a short and into a long journal, in turns.
  func measure() throws(BenchmarkFailure) -> [Row] {
    let (short, long) = (folder + "/short", folder + "/long")
    try Material.make(.shortJournal, at: short)
    try Material.make(.journal, at: long)
    // With snapshots, so that the turns don't fold a million answers each.
    for data in [short, long] {
      _ = try Command.role(.snapshot, [data, data + "-state"]).figures()
    }
    var (shortTime, longTime, disk) = (Sample(), Sample(), Sample())
    var calls: Set<String> = []
    for _ in 0..<5 {
      for data in [short, long] {
        let values = try Command.role(.save, [data, data + "-state"]).figures().values
        let own = (values["own_us"] ?? 0) / 1000
        if data == short { shortTime.add(own) } else { longTime.add(own) }
        disk.add((values["disk_us"] ?? 0) / 1000)
        calls.insert(
          "\(decimal(values["writes"] ?? 0)) writes, \(decimal(values["syncs"] ?? 0)) fdatasync, "
            + "\(decimal(values["changes"] ?? 0)) other changes")
      }
    }
    let ratio = longTime.median / shortTime.median
    let isOne = calls == ["1.00 writes, 1.00 fdatasync, 0.000 other changes"]
    return [
      Row(
        what: "saving one answer: calls of the system",
        figure: calls.sorted().joined(separator: "; "),
        bound: "one append, one fdatasync", verdict: isOne ? .met : .missed),
      Row(
        what: "saving and folding it in, 1,000,000 answers in the journal, without the disk",
        figure: "\(decimal(longTime.median)) ms",
        reference: "1,000 answers \(decimal(shortTime.median)) ms", ratio: ratio,
        bound: "nothing grows (≤ \(Self.growth) ×)",
        verdict: ratio <= Self.growth ? .met : .missed),
      Row(
        what: "the append and the fdatasync of it", figure: disk.inMilliseconds, bound: "–",
        verdict: .none),
    ]
  }

  // MARK: - In a process of its own

  /// Saves answers, each on its own, and prints what one takes at the median.
  static func save(_ arguments: [String]) throws {
    let counter = CountingFileSystem()
    var random = SplitMix64(seed: UInt64(Stopwatch.start))
    let opened = try ProgressFolder.open(
      try JournalRows.paths(arguments), fileSystem: counter, random: &random)
    var state = opened.state
    var (own, disk) = (Sample(), Sample())
    // Makes the journal's file, which is no part of a further answer.
    _ = opened.folder.append([answer(0)], at: time(0))
    counter.forget()
    for number in 1...answers {
      let before = counter.nanoseconds
      let stopwatch = Stopwatch()
      let outcome = opened.folder.append([answer(number)], at: time(number))
      for event in outcome.events where !state.apply(event) {
        throw BenchmarkFailure("an answer could not be folded in")
      }
      let all = stopwatch.nanoseconds
      guard outcome.failure == nil else { throw BenchmarkFailure("an answer was not saved") }
      own.add(Double(all - (counter.nanoseconds - before)) / 1000)
      disk.add(Double(counter.nanoseconds - before) / 1000)
    }
    print("own_us", own.median)
    print("disk_us", disk.median)
    print("writes", Double(counter.writes) / Double(answers))
    print("syncs", Double(counter.syncs) / Double(answers))
    print("changes", Double(counter.changes) / Double(answers))
    opened.folder.close()
  }

  private static func time(_ number: Int) -> LocalTime {
    LocalTime(
      at: MadeJournal.now.advanced(
        byMilliseconds: Int64(number) * 1000 + Int64(Stopwatch.start >> 20)),
      offsetMinutes: 60)
  }

  private static func answer(_ number: Int) -> EventContent {
    .answer(
      AnswerRecord(
        question: MadeBank.question(number, of: "large"),
        revision: Revision(recorded: "1f3a9c-77d0e2"), mode: .study, order: [3, 1, 4, 2],
        response: .numbers([1]), isRight: true, confidence: .certain, rating: .good,
        milliseconds: 41_250))
  }
}
