import ArgumentParser
import FSRS

/// `swot schedule`: the memory model itself, on logs of reviews.
struct ScheduleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schedule",
    abstract: "Fit the memory model to your answers, and compute with it.",
    discussion: """
      The model decides when a question comes back. 'optimize' fits it to your own answers, \
      'evaluate' says how well it predicts them, 'undo' takes a change back, 'replay' computes \
      with it, to compare it with other programs, and 'simulate' compares ways to study for an exam.

      Example:

        swot schedule optimize
      """,
    subcommands: [
      ScheduleEvaluateCommand.self,
      ScheduleOptimizeCommand.self,
      ScheduleReplayCommand.self,
      ScheduleSimulateCommand.self,
      ScheduleUndoCommand.self,
    ])
}

/// `swot schedule replay`: the memory state after each review of a log.
struct ScheduleReplayCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "replay",
    abstract: "Print the memory state after each review of a log.",
    discussion: """
      The log is JSON Lines, a card's reviews in the order of their times:

        {"card":"q1","time":"2026-01-03T16:18:14Z","rating":3}

      Ratings are 1 again, 2 hard, 3 good, 4 easy. For each line one is printed, with stability \
      (days), difficulty, state, step, due time, and retrievability just before the review. \
      Intervals are not fuzzed.

      Example, to compare with py-fsrs:

        swot schedule replay reviews.jsonl --elapsed 24h --desired-retention 0.85
      """)

  @Argument(help: "The log to replay.", completion: .file(extensions: ["jsonl"]))
  var file: String

  @Option(help: "The memory model: \(MemoryModels.names.joined(separator: ", ")).")
  var model = FSRS6.name

  @Option(
    help: ArgumentHelp(
      "The model's parameters, separated by commas. (default: the model's own)",
      valueName: "w0,w1,…"),
    transform: Self.numbers)
  var parameters: [Double]?

  @Option(help: "The probability of recall at which a card is due, between 0 and 1.")
  var desiredRetention = 0.9

  @Option(
    help: ArgumentHelp(
      "The steps of new cards, in s, m, h or d; or 'none'. (default: 1m,10m)", valueName: "steps"),
    transform: Self.steps)
  var learningSteps = StepDurations(milliseconds: [60_000, 600_000])

  @Option(
    help: ArgumentHelp(
      "The steps of forgotten cards, in s, m, h or d; or 'none'. (default: 10m)", valueName: "steps"
    ),
    transform: Self.steps)
  var relearningSteps = StepDurations(milliseconds: [600_000])

  @Option(help: ArgumentHelp("The longest interval.", valueName: "days"))
  var maximumInterval = ScheduledInterval.defaultMaximum

  @Option(
    help: ArgumentHelp(
      """
      How days are counted: study-days turn over at 04:00 local time, 24h are whole periods of 24 \
      hours.
      """))
  var elapsed = ElapsedCounting.studyDays

  /// Refuses what no schedule can be made of.
  func validate() throws {
    guard desiredRetention > 0, desiredRetention < 1 else {
      throw ValidationError("--desired-retention must lie between 0 and 1, such as 0.9.")
    }
    guard Self.maximumIntervals.contains(maximumInterval) else {
      throw ValidationError(
        "--maximum-interval must be \(Self.maximumIntervals.lowerBound) to "
          + "\(Self.maximumIntervals.upperBound) days.")
    }
    do {
      _ = try MemoryModels.named(model, parameters: parameters)
    } catch {
      throw ValidationError("\(error).")
    }
  }

  /// Replays the log and prints the result, or says what is wrong with the log.
  func run() throws {
    do {
      try print(try lines(of: try InputFile.read(file)))
    } catch let failure as InputFileFailure {
      try StandardStream.error.writeLine("swot: \(failure)")
      throw failure.status.code
    } catch let problems as ReviewLogProblems {
      for problem in problems.all { try StandardStream.error.writeLine("\(problem)") }
      throw ExitStatus.badData.code
    } catch let failure as WriteFailure {
      try? StandardStream.error.writeLine("swot: \(failure)")
      throw ExitStatus.inputOutputError.code
    }
  }

  /// The lines to print for a log.
  ///
  /// - Parameters:
  ///   - bytes: The log.
  ///   - timeZone: Where study days are counted.
  /// - Returns: A line for each review, in the order of the log.
  /// - Throws: ``ReviewLogProblems`` with all that is wrong with the log.
  func lines(
    of bytes: [UInt8], timeZone: TimeZoneRules = .system
  ) throws -> some Sequence<ReplayLine> {
    let reviews = try ReviewLogReader.read(bytes, file: file).get()
    let scheduler = StepScheduler(
      model: try MemoryModels.named(model, parameters: parameters),
      desiredRetention: desiredRetention, learningSteps: learningSteps.milliseconds,
      relearningSteps: relearningSteps.milliseconds, maximumInterval: maximumInterval)
    let replay = ScheduleReplay(scheduler: scheduler, elapsed: elapsed, timeZone: timeZone)
    return sequence(state: (replay, reviews.makeIterator())) { state in
      state.1.next().map { ReplayLine(review: $0, outcome: state.0.replay($0)) }
    }
  }

  private func print(_ lines: some Sequence<ReplayLine>) throws(WriteFailure) {
    var bytes: [UInt8] = []
    for line in lines {
      line.json.append(to: &bytes)
      bytes.append(UInt8(ascii: "\n"))
      if bytes.count >= Self.chunk {
        try StandardStream.output.write(bytes)
        bytes.removeAll(keepingCapacity: true)
      }
    }
    try StandardStream.output.write(bytes)
  }

  /// How many bytes are gathered before they are written.
  private static let chunk = 1 << 16

  /// The longest intervals that can be asked for, in days; beyond, years would have five digits.
  private static let maximumIntervals = 1...1_000_000

  private static func steps(_ text: String) throws -> StepDurations {
    guard let steps = StepDurations(text) else {
      throw ValidationError("steps are such as 1m,10m or 30s or 1d, or none.")
    }
    return steps
  }

  /// Reads numbers separated by commas.
  static func numbers(_ text: String) throws -> [Double] {
    try text.split(separator: ",", omittingEmptySubsequences: false).map { part in
      let trimmed = part.drop { $0 == " " }
      guard let number = Double(trimmed) else {
        throw ValidationError("'\(part)' is not a number.")
      }
      return number
    }
  }
}

extension ElapsedCounting: ExpressibleByArgument {}
