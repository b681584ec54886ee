import FSRS
import PracticeCore
import ProgressStore

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Folding a journal of 1,000,000 answers to 10,000 questions.
struct JournalRows {
  /// An empty folder.
  let folder: String

  private static let coldBound = 4.0
  private static let warmBound = 0.3
  private static let memoryBound = 400e6

  /// Measures without and with a snapshot.
  func measure() throws(BenchmarkFailure) -> [Row] {
    let data = folder + "/data"
    try Material.make(.journal, at: data)
    let (cold, coldMemory) = try fold(data, rounds: 3)
    _ = try Command.role(.snapshot, [data, folder + "/state"]).figures()
    let (warm, warmMemory) = try fold(data, rounds: 5)
    let memory = Double(max(coldMemory, warmMemory))
    return [
      row("folding 1,000,000 answers without a snapshot", cold, Self.coldBound),
      row("the same with one", warm, Self.warmBound),
      Row(
        what: "peak memory of both", figure: "\(decimal(memory / 1e6)) MB",
        reference: "journal \(decimal(Double(try FileSize.of(journal)) / 1e6)) MB",
        ratio: memory / Self.memoryBound, bound: "< 400 MB",
        verdict: memory < Self.memoryBound ? .met : .missed),
    ]
  }

  private var journal: String { "\(folder)/data/journals/\(MadeJournal.writer).jsonl" }

  private func row(_ what: String, _ sample: Sample, _ bound: Double) -> Row {
    let seconds = sample.median / 1000
    return Row(
      what: what, figure: "\(decimal(seconds)) s", ratio: seconds / bound, bound: "≤ \(bound) s",
      verdict: seconds <= bound ? .met : .missed)
  }

  private func fold(
    _ data: String, rounds: Int
  ) throws(BenchmarkFailure) -> (time: Sample, memory: Int) {
    var (time, memory) = (Sample(), 0)
    for _ in 0..<rounds {
      let (values, peak) = try Command.role(.fold, [data, folder + "/state"]).figures()
      guard values["questions"] == 10_000, values["answers"] == 1_000_000 else {
        throw BenchmarkFailure("answers are missing: \(values)")
      }
      time.add(values["ms"] ?? 0)
      memory = max(memory, peak)
    }
    return (time, memory)
  }

  // MARK: - In processes of their own

  /// Reads the learner's state as the program does.
  static func fold(_ arguments: [String]) throws {
    let stopwatch = Stopwatch()
    let state = try ProgressFolder.read(try paths(arguments)).state
    print("ms", stopwatch.milliseconds)
    print("questions", state.questions.count)
    print("answers", state.questions.values.reduce(0) { $0 + $1.answers })
  }

  /// Opens the folder and leaves the snapshot that every session leaves.
  static func keepSnapshot(_ arguments: [String]) throws {
    var random = SplitMix64(seed: 1)
    let opened = try ProgressFolder.open(try paths(arguments), random: &random)
    try opened.folder.saveSnapshot(opened.state)
    opened.folder.close()
  }

  static func paths(_ arguments: [String]) throws(BenchmarkFailure) -> ProgressPaths {
    guard arguments.count > 1 else { throw BenchmarkFailure("which folders?") }
    return ProgressPaths(data: arguments[0], state: arguments[1])
  }
}

/// The sizes of files.
enum FileSize {
  /// The size of a file, in bytes.
  static func of(_ path: String) throws(BenchmarkFailure) -> Int {
    var status = stat()
    guard stat(path, &status) == 0 else { throw BenchmarkFailure("there is no '\(path)'") }
    return Int(status.st_size)
  }
}
