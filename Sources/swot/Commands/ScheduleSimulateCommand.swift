import ArgumentParser
import FSRS
import PracticeCore

/// `swot schedule simulate`: learners who study towards an exam by several policies.
struct ScheduleSimulateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "simulate",
    abstract: "Compare the plan with plain FSRS on simulated learners.",
    discussion: """
      Learners study towards an exam by plain FSRS at 0.90 and at 0.95, by both held to the daily \
      limit, by FSRS at 0.90 with one last pass through all questions, and by the plan that an exam \
      date and a daily limit make. They remember by models and parameters that the scheduler \
      doesn't know. Printed are the answers of one learner, the most on one day, the mean recall on \
      the day of the exam, the share of questions with a recall above 0.9, and questions never met. \
      The limit holds for the plan and where "limited" is said; the others know none. The same seed \
      gives the same learners.

      Example:

        swot schedule simulate --days 60 --questions 400 --limit 60 --truth fsrs7
      """)

  /// Which learners there are.
  enum Truth: String, CaseIterable, ExpressibleByArgument {
    case fsrs6, fsrs7, all
  }

  @Option(help: ArgumentHelp("How the learners remember: fsrs6, fsrs7 or all.", valueName: "model"))
  var truth = Truth.all

  @Option(
    help: ArgumentHelp(
      "What the scheduler believes: \(MemoryModels.names.joined(separator: ", ")).",
      valueName: "model"))
  var model = FSRS6.name

  @Option(help: ArgumentHelp("Where chance starts.", valueName: "number"))
  var seed: UInt64 = 1

  @Option(help: ArgumentHelp("Learners of each kind.", valueName: "number"))
  var learners = 10

  @Option(help: ArgumentHelp("Days to the exam; may be repeated.", valueName: "number"))
  var days: [Int] = [60]

  @Option(help: ArgumentHelp("Questions of the exam.", valueName: "number"))
  var questions = 400

  @Option(
    help: ArgumentHelp(
      "Answers a day at most, by the plan and what is \"limited\".", valueName: "number"))
  var limit = 60

  @Option(help: "How to print it.")
  var format = OutputFormat.text

  /// Refuses what can't be simulated.
  func validate() throws {
    let ranges = [
      ("learners", learners, 1...1000), ("questions", questions, 1...10_000),
      ("limit", limit, 1...9999),
    ]
    for (name, value, range) in ranges + days.map({ ("days", $0, 1...1000) })
    where !range.contains(value) {
      throw ValidationError(
        "--\(name) must be \(range.lowerBound) to \(range.upperBound).")
    }
    guard MemoryModels.names.contains(model) else {
      throw ValidationError("\(MemoryModelError.unknownModel(model)).")
    }
  }

  /// One row of the result.
  struct Row {
    let memory: String
    let days: Int
    let policy: StudyPolicy
    let outcome: StudySimulation.Outcome
  }

  /// Simulates and prints.
  func run() throws {
    try reportingFailures {
      let rows = self.rows()
      switch format {
      case .json:
        try StandardStream.output.write(json(rows).bytes + [UInt8(ascii: "\n")])
      case .text: try PlainPrinter().print(text(rows))
      }
    }
  }

  /// The rows, computed on all cores.
  private func rows() -> [Row] {
    let parameters = ModelParameters(model: model)
    let family = truth == .all ? nil : truth.rawValue
    let memories = SimulatedMemory.learners(of: family, otherThan: parameters)
    let cases = days.flatMap { days in
      memories.flatMap { memory in
        StudyPolicy.allCases.map { (days: days, memory: memory, policy: $0) }
      }
    }
    let (questions, limit, learners, seed) = (questions, limit, learners, seed)
    return ConcurrentMap(cases, weight: { $0.days }) { entry in
      let simulation = StudySimulation(
        questions: questions, days: entry.days, limit: limit, memory: entry.memory,
        parameters: parameters)
      return Row(
        memory: entry.memory.name, days: entry.days, policy: entry.policy,
        outcome: simulation.outcome(of: entry.policy, learners: learners, seed: seed))
    }.results()
  }

  private func json(_ rows: [Row]) -> JSONValue {
    [
      "model": .string(model), "questions": .int(questions), "limit": .int(limit),
      "learners": .int(learners), "seed": .unsigned(seed),
      "results": .array(
        rows.map { row in
          [
            "truth": .string(row.memory), "days": .int(row.days),
            "policy": .string(row.policy.rawValue), "answers": .double(row.outcome.answers),
            "peak": .double(row.outcome.peak), "recall": .double(row.outcome.recall),
            "above_90": .double(row.outcome.above90), "unmet": .double(row.outcome.unmet),
          ]
        }),
    ]
  }

  private func text(_ rows: [Row]) -> [String] {
    guard !rows.isEmpty else { return ["These learners remember just as the scheduler believes."] }
    let head = [
      "Days", "Learners", "Policy", "Answers", "Peak a day", "Recall", "Above 0.9", "Not met",
    ]
    let table = rows.map { row in
      [
        "\(row.days)", row.memory, row.policy.title, "\(Int(row.outcome.answers.rounded()))",
        "\(Int(row.outcome.peak))", Self.digits(row.outcome.recall, 4),
        Self.digits(row.outcome.above90, 3), Self.digits(row.outcome.unmet, 1),
      ]
    }
    return [
      "\(questions) questions, at most \(limit) answers a day by the plan and where \"limited\" is "
        + "said; the scheduler believes in \(model).", "",
    ] + TextTable.lines([head] + table, rightAligned: [0, 3, 4, 5, 6, 7])
  }

  /// A number that is not negative, with so many digits behind the point.
  private static func digits(_ value: Double, _ count: Int) -> String {
    let scale = (0..<count).reduce(1) { scale, _ in scale * 10 }
    let whole = Int((value * Double(scale)).rounded())
    let rest = String(whole % scale)
    return "\(whole / scale)." + String(repeating: "0", count: count - rest.count) + rest
  }
}
