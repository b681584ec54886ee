import ArgumentParser
import FSRS
import NcursesTerminal
import PracticeCore
import ProgressStore
import TerminalUI

/// `swot schedule optimize`: parameters fitted to reviews.
struct ScheduleOptimizeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "optimize",
    abstract: "Fit the memory model to your answers.",
    discussion: """
      The parameters are fitted to the first four fifths of the reviews, in the order of time, and \
      have to predict the last fifth better than those that you have. Only then they are fitted to \
      all reviews and hold from now on, for all your questions; otherwise nothing changes. 'swot \
      schedule undo' takes it back. Where another model predicts your answers clearly better, that \
      is said.

      Without a log your own answers are taken. A log is JSON Lines as 'swot schedule replay' takes \
      it, such as one from another program.

      Examples:

        swot schedule optimize
        swot schedule optimize --model fsrs7
        swot schedule optimize reviews.jsonl --dry-run --format json
      """)

  @OptionGroup var options: CommonOptions

  @Argument(
    help: "The log to fit to. (default: your answers)", completion: .file(extensions: ["jsonl"]))
  var file: String?

  @Option(
    help: ArgumentHelp(
      """
      The memory model: \(MemoryModels.names.joined(separator: ", ")). (default: the one that you \
      use)
      """))
  var model: String?

  @Flag(help: "Change nothing, whatever comes out.")
  var dryRun = false

  @Option(help: "How to print it.")
  var format = OutputFormat.text

  /// More reviews than these are not used to try other models, which takes its time.
  private static let mostForOthers = 200_000

  /// Refuses what is no model.
  func validate() throws {
    guard let model else { return }
    do {
      _ = try MemoryModels.named(model)
    } catch {
      throw ValidationError("\(error).")
    }
  }

  /// Fits, prints and stores.
  func run() throws {
    try reportingFailures {
      let paths = try options.progressPaths()
      let learner = try ProgressFolder.read(paths).state
      let log = try file.map { try TrainingLog(file: $0) } ?? TrainingLog(of: paths)
      let current = try learner.model(named: model)
      let assessment: FitAssessment
      do {
        assessment = try assess(current, inUse: learner.scheduler.model, on: log.reviews)
      } catch FitAssessment.Failure.tooFew(let items) {
        return try printTooFew(items, of: log.reviews.count, current: current)
      }
      let report = try report(assessment, of: current, learner, log, paths)
      switch format {
      case .json: try StandardStream.output.write(report.json.bytes + [UInt8(ascii: "\n")])
      case .text:
        try PlainPrinter().print(report.text(columns: TerminalReport().size?.columns))
      }
    }
  }

  private func assess(
    _ current: any MemoryModel, inUse: any MemoryModel, on reviews: [TrainingReview]
  ) throws -> FitAssessment {
    let progress = FitProgress.onTerminal()
    defer { FitProgress.clearTerminal() }
    let others =
      reviews.count > Self.mostForOthers || current.name != inUse.name
      ? [] : MemoryModels.names.filter { $0 != current.name }
    return try FitAssessment(
      of: current, on: reviews, comparingWith: others, work: .onAllCores(telling: progress))
  }

  /// Stores the parameters where they are better, and tells what became of them.
  private func report(
    _ assessment: FitAssessment, of current: any MemoryModel, _ learner: LearnerState,
    _ log: TrainingLog, _ paths: ProgressPaths
  ) throws -> FitReport {
    let used = learner.scheduler.model
    var inUse: (model: String, evaluation: ModelEvaluation)?
    if used.name != current.name, let split = log.reviews.splitTime {
      let test = TrainingSet(log.reviews, elapsedTime: used.elapsedTime, itemsFrom: split)
      inUse = ModelEvaluation(opening: used, on: test).map { (used.name, $0) }
    }
    let best = assessment.isBetter ? assessment.fitted : current
    let loss = min(assessment.after.logLoss, assessment.before.logLoss)
    let isBetter =
      inUse.map { loss < $0.evaluation.logLoss } ?? assessment.isBetter
    if isBetter, !dryRun {
      // Parameters of a model's own are left to it.
      let weights = assessment.isBetter ? best.parameters : learner.ownWeights[best.name]
      try ScheduleJournal(paths).append(
        .parameters(ModelParameters(model: best.name, weights: weights)))
    }
    return FitReport(
      assessment: assessment, held: best, inUse: inUse,
      fate: isBetter ? dryRun ? .onlyTried : .stored : .notBetter, log: file)
  }

  private func printTooFew(_ items: Int, of reviews: Int, current: any MemoryModel) throws {
    switch format {
    case .json:
      let json = FitReport.json(tooFew: items, of: reviews, current: current)
      try StandardStream.output.write(json.bytes + [UInt8(ascii: "\n")])
    case .text:
      try PlainPrinter().print(
        FitWording.wrapped(
          [FitWording.tooFew(items, of: reviews)], columns: TerminalReport().size?.columns))
    }
  }
}

/// Writes single events that concern the schedule.
struct ScheduleJournal {
  private let paths: ProgressPaths
  private let clock: Clock

  /// Makes a writer for a data folder.
  ///
  /// - Throws: Where `SWOT_CLOCK` says no time.
  init(_ paths: ProgressPaths) throws {
    self.paths = paths
    clock = try Clock.named(Environment.process["SWOT_CLOCK"])
  }

  /// Puts an event on the disk.
  ///
  /// - Throws: A ``CommandFailure`` where it isn't there afterwards.
  func append(_ content: EventContent) throws {
    var random = SystemRandomNumberGenerator()
    let opened = try ProgressFolder.open(paths, random: &random)
    let folder = opened.folder
    let outcome = folder.append(
      [content], at: opened.state.time(toRecord: content, at: clock.now))
    let failure = folder.close() ?? outcome.failure.flatMap { folder.pending.isEmpty ? nil : $0 }
    guard let failure else { return }
    throw ScheduleFailure(
      status: .inputOutputError,
      description: "the parameters could not be saved, and nothing was changed: \(failure.cause)")
  }
}
