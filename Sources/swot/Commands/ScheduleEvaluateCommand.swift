import ArgumentParser
import FSRS
import NcursesTerminal
import ProgressStore
import TerminalUI

/// `swot schedule evaluate`: how well a memory model predicts reviews.
struct ScheduleEvaluateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate",
    abstract: "Say how well the memory model predicts reviews.",
    discussion: """
      Every review on a later day than the one before of its question is predicted from what came \
      before it. Log loss and RMSE over bins are computed as fsrs-rs does; smaller is better. \
      Without a log your own answers are taken, under the model and parameters that you use; with \
      one, the model and parameters that are given, or the model's own. The log is JSON Lines as \
      'swot schedule replay' takes it. Where another model, with its defaults, predicts your own \
      answers clearly better, that is said.

      Examples:

        swot schedule evaluate
        swot schedule evaluate reviews.jsonl --model fsrs7 --format json
      """)

  @OptionGroup var options: CommonOptions

  @Argument(
    help: "The log to evaluate on. (default: your answers)",
    completion: .file(extensions: ["jsonl"]))
  var file: String?

  @Option(
    help: ArgumentHelp(
      """
      The memory model: \(MemoryModels.names.joined(separator: ", ")). (default: the one that you \
      use, for a log \(FSRS6.name))
      """))
  var model: String?

  @Option(
    help: ArgumentHelp(
      "The model's parameters, separated by commas. (default: yours, for a log the model's own)",
      valueName: "w0,w1,…"),
    transform: ScheduleReplayCommand.numbers)
  var parameters: [Double]?

  @Option(help: "How to print it.")
  var format = OutputFormat.text

  /// Refuses what is no model.
  func validate() throws {
    guard model != nil || parameters != nil else { return }
    do {
      if let model { _ = try MemoryModels.named(model, parameters: parameters) }
    } catch {
      throw ValidationError("\(error).")
    }
  }

  /// Evaluates and prints.
  func run() throws {
    try reportingFailures {
      let model: any MemoryModel
      let log: TrainingLog
      var better: String?
      if let file {
        model = try Self.model(self.model ?? FSRS6.name, parameters)
        log = try TrainingLog(file: file)
      } else {
        let paths = try options.progressPaths()
        let learner = try ProgressFolder.read(paths).state
        model = try learner.model(named: self.model, parameters: parameters)
        log = try TrainingLog(of: paths)
        if self.model == nil, parameters == nil {
          better = ModelComparison.betterModel(than: model, on: log.reviews)
        }
      }
      let set = TrainingSet(log.reviews, elapsedTime: model.elapsedTime)
      try print(
        ModelEvaluation(opening: model, on: set), of: model, reviews: log.reviews.count,
        better: better)
    }
  }

  private func print(
    _ evaluation: ModelEvaluation?, of model: any MemoryModel, reviews: Int, better: String?
  ) throws {
    switch format {
    case .json:
      let json: JSONValue = [
        "model": .string(model.name),
        "parameters": .array(model.parameters.map(JSONValue.double)),
        "log_loss": evaluation.map { .double($0.logLoss) } ?? .null,
        "rmse_bins": evaluation.map { .double($0.rmseBins) } ?? .null,
        "reviews": .int(reviews), "items": .int(evaluation?.items ?? 0),
        "better_model": better.map { .string($0) } ?? .null,
      ]
      try StandardStream.output.write(json.bytes + [UInt8(ascii: "\n")])
    case .text:
      let columns = TerminalReport().size?.columns
      guard let evaluation else {
        return try PlainPrinter().print(
          FitWording.wrapped([FitWording.nothingToPredict(reviews)], columns: columns))
      }
      let name = FitWording.model(model.name)
      let title = FitWording.title(name, reviews: reviews, items: evaluation.items)
      try PlainPrinter().print(
        FitWording.wrapped([title, ""], columns: columns)
          + TextTable.lines(
            [["log loss", "RMSE (bins)"], Array(FitWording.row("", evaluation).dropFirst())],
            rightAligned: [0, 1])
          + FitWording.wrapped(
            better.map { ["", FitWording.offer($0)] } ?? [], columns: columns))
    }
  }

  /// The model of that name.
  ///
  /// - Throws: A usage error where its parameters are none of it.
  static func model(_ name: String, _ parameters: [Double]?) throws -> any MemoryModel {
    do {
      return try MemoryModels.named(name, parameters: parameters)
    } catch {
      throw ScheduleFailure(status: .usage, description: "\(error)")
    }
  }
}

/// Why a command could not compute with a memory model.
struct ScheduleFailure: CommandFailure {
  let status: ExitStatus
  let description: String
}

extension ReviewLogProblems: CommandFailure {
  var status: ExitStatus { .badData }
  var description: String { all.map(\.description).joined(separator: "\n") }

  func report() throws(WriteFailure) {
    for problem in all { try StandardStream.error.writeLine("\(problem)") }
  }
}
