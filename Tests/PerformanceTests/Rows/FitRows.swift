import FSRS
import PracticeCore

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Fitting the memory model: beside fsrs-rs, and on a million reviews.
struct FitRows {
  private let program: String
  private let folder: String
  private static let rounds = 5

  /// Takes the path of `swot` and a folder to work in.
  init(program: String, folder: String) {
    self.program = program
    self.folder = folder
  }

  /// Measures it.
  func measure() throws(BenchmarkFailure) -> [Row] {
    let hundred = "\(folder)/100k.jsonl"
    let million = "\(folder)/1m.jsonl"
    for (path, count) in [(hundred, 100_000), (million, 1_000_000)] {
      guard try Command.role(.simulate, [path, "\(count)"]).run().status == 0 else {
        throw BenchmarkFailure("no log could be made")
      }
    }
    return [try time(hundred), try loss(Self.referenceLog), try loss(hundred)]
      + (try whole(million))
  }

  /// The time of a fit to a log in memory, the programs taking turns.
  private func time(_ log: String) throws(BenchmarkFailure) -> Row {
    var (ours, theirs) = (Sample(), Sample())
    for _ in 0..<Self.rounds {
      ours.add(try Command.role(.fit, [log]).figures().values["seconds"] ?? .infinity)
      if let reference = try reference(log) { theirs.add(reference.seconds) }
    }
    let ratio = theirs.count > 0 ? ours.median / theirs.median : nil
    return Row(
      what: "fitting FSRS-6 to 100,000 reviews", figure: "\(decimal(ours.median)) s",
      reference: theirs.count > 0 ? "fsrs-rs \(decimal(theirs.median)) s" : "–", ratio: ratio,
      bound: "≤ 1.5 × fsrs-rs",
      verdict: ratio.map { $0 <= 1.5 ? .met : .missed } ?? .notCompared)
  }

  /// How a fit to four fifths of a log predicts the last.
  private func loss(_ log: String) throws(BenchmarkFailure) -> Row {
    let ours = try Command.role(.fit, [log]).figures().values["test_loss"] ?? .infinity
    var theirs: Double?
    if let reference = try reference(log) {
      theirs = try Command.role(.loss, [log, reference.parameters]).figures().values["test_loss"]
    }
    let reviews = log == Self.referenceLog ? "the reference log" : "100,000 reviews"
    return Row(
      what: "log loss of the last fifth of \(reviews)", figure: Self.digits(ours),
      reference: theirs.map { "fsrs-rs \(Self.digits($0))" } ?? "–",
      ratio: theirs.map { ours / $0 }, bound: "≤ fsrs-rs + 0.001",
      verdict: theirs.map { ours <= $0 + 0.001 ? .met : .missed } ?? .notCompared)
  }

  /// The whole command on a million reviews: reading, two fits, evaluating.
  private func whole(_ log: String) throws(BenchmarkFailure) -> [Row] {
    var (seconds, memory) = (Sample(), Sample())
    for _ in 0..<3 {
      let outcome = try Command(
        program,
        ["schedule", "optimize", log, "--dry-run", "--format", "json", "--data", "\(folder)/data"],
        environment: ["PATH": "/usr/bin:/bin", "HOME": folder, "TZ": "UTC"]
      ).run()
      guard outcome.status == 0 else { throw BenchmarkFailure("optimize failed") }
      seconds.add(outcome.milliseconds / 1000)
      memory.add(Double(outcome.peakMemory) / 1e6)
    }
    return [
      Row(
        what: "`swot schedule optimize` on 1,000,000 reviews (two fits)",
        figure: "\(decimal(seconds.median)) s", ratio: seconds.median / 10, bound: "< 10 s",
        verdict: seconds.median < 10 ? .met : .missed),
      Row(
        what: "peak memory of that", figure: "\(decimal(memory.median)) MB",
        ratio: memory.median / 600, bound: "< 600 MB",
        verdict: memory.median < 600 ? .met : .missed),
    ]
  }

  private static func digits(_ number: Double) -> String {
    let digits = String(Int((number * 1e5).rounded()))
    return "0." + String(repeating: "0", count: max(0, 5 - digits.count)) + digits
  }

  // MARK: - fsrs-rs

  /// Where `.ci/dependencies bench` puts the package.
  private static let packages = ".build/fsrs-rs"

  /// Fits with fsrs-rs; nil where it isn't installed.
  private func reference(
    _ log: String
  ) throws(BenchmarkFailure) -> (seconds: Double, parameters: String)? {
    guard let python = installed("python3") else { return nil }
    let outcome = try Command(
      python, ["-c", Self.script, log],
      environment: ["PATH": "/usr/bin:/bin", "PYTHONPATH": Self.packages]
    ).run()
    let lines = outcome.output.split(separator: "\n").map(String.init)
    guard outcome.status == 0, lines.count == 2, let seconds = Double(lines[0]) else { return nil }
    return (seconds, lines[1])
  }

  /// Prints the seconds of a fit to all reviews, and the parameters of one to the first four fifths.
  private static let script = """
    import datetime, json, sys, time
    try:
        import fsrs_rs_python as fsrs
    except ImportError:
        sys.exit(3)
    reviews = []
    for line in open(sys.argv[1]):
        review = json.loads(line)
        at = datetime.datetime.fromisoformat(review["time"].replace("Z", "+00:00")).timestamp()
        reviews.append((at, review["card"], review["rating"]))
    reviews.sort(key=lambda review: review[0])
    split = reviews[int(0.8 * len(reviews))][0]
    histories, every, train = {}, [], []
    for at, card, rating in reviews:
        day = int((at - 14400) // 86400)
        history = histories.setdefault(card, [])
        gap = day - history[-1][0] if history else 0
        history.append((day, rating, gap))
        if len(history) > 1 and gap > 0:
            item = fsrs.FSRSItem([fsrs.FSRSReview(r, g) for _, r, g in history])
            every.append(item)
            if at < split:
                train.append(item)
    model = fsrs.FSRS(fsrs.DEFAULT_PARAMETERS)
    start = time.perf_counter()
    model.compute_parameters(every)
    print(time.perf_counter() - start)
    print(",".join(map(str, model.compute_parameters(train))))
    """

  // MARK: - In a process of its own

  /// The log that fsrs-rs's figures in the tests are of.
  private static var referenceLog: String {
    let file = URL(filePath: #filePath)
    return file.deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "FSRSTests/Fixtures/reviews-10k.jsonl").path
  }

  /// Fits FSRS-6 to a log: the seconds for all of it, and the loss of a fit to four fifths.
  static func fit(_ arguments: [String]) throws {
    let reviews = try read(arguments)
    let work = FitWork()
    let stopwatch = Stopwatch()
    guard let fitted = ParameterFit.fitted(model: "fsrs6", to: reviews, work: work) else {
      throw BenchmarkFailure("nothing was fitted")
    }
    print("seconds", stopwatch.milliseconds / 1000)
    print("first", fitted.parameters[0])
    let split = reviews.splitTime ?? 0
    guard
      let part = ParameterFit.fitted(
        model: "fsrs6", to: Array(reviews.prefix { $0.time < split }), work: work)
    else { throw BenchmarkFailure("nothing was fitted") }
    try printLoss(of: part.parameters, on: reviews)
  }

  /// Prints how parameters predict the last fifth of a log.
  static func printLoss(_ arguments: [String]) throws {
    guard arguments.count == 2 else { throw BenchmarkFailure("loss takes a log and parameters") }
    let values = arguments[1].split(separator: ",").compactMap { Double($0) }
    // Rounded to 32 bits, some stand a little outside.
    let clipped = zip(values, FSRS6Parameters.bounds).map {
      min(max($0, $1.lowerBound), $1.upperBound)
    }
    try printLoss(of: clipped, on: try read(arguments))
  }

  private static func printLoss(of values: [Double], on reviews: [TrainingReview]) throws {
    let set = TrainingSet(
      reviews, elapsedTime: .wholeDays, itemsFrom: reviews.splitTime ?? 0)
    let model = FSRS6(parameters: try FSRS6Parameters(values))
    print("test_loss", ModelEvaluation(of: model, on: set)?.logLoss ?? .infinity)
  }

  private static func read(_ arguments: [String]) throws -> [TrainingReview] {
    guard let path = arguments.first else { throw BenchmarkFailure("a log is missing") }
    var cards: [Substring: Int] = [:]
    let text = String(decoding: try contents(of: path), as: UTF8.self)
    return try text.split(separator: "\n").map { line in
      let parts = line.split(separator: "\"")
      guard parts.count > 10, let time = Timestamp(iso8601: String(parts[7])),
        let rating = parts[10].dropFirst().first?.wholeNumberValue.flatMap(Rating.init(rawValue:))
      else { throw BenchmarkFailure("'\(path)' is no log") }
      let card = cards[parts[3], default: cards.count]
      cards[parts[3]] = card
      return TrainingReview(
        card: card, day: LocalTime(at: time, offsetMinutes: 0).studyDay.daysSince1970,
        time: time.milliseconds, rating: rating)
    }.sortedByTime
  }
}
