import FSRS
import PracticeCore
import ProgressStore

/// Opening the statistics: reading all journals, folding them, and forecasting an exam.
///
/// Beside it, in turns, the same journals are folded without a snapshot, as a start would: the ratio
/// tells what statistics take on top, whatever the machine.
struct StandingRows {
  /// An empty folder.
  let folder: String

  /// Times that folding the same answers takes.
  ///
  /// Of the fewer answers it is more: the forecast of the exam takes as long for them.
  private static let bounds = [(kind: Material.Kind.mediumJournal, times: 3.0), (.journal, 1.5)]

  /// Measures with 100,000 and with 1,000,000 answers.
  func measure() throws(BenchmarkFailure) -> [Row] {
    var rows: [Row] = []
    for (kind, bound) in Self.bounds {
      let data = "\(folder)/\(kind.rawValue)"
      try Material.make(kind, at: data)
      var (time, folding) = (Sample(), Sample())
      var answers = 0.0
      for _ in 0..<3 {
        folding.add(try Command.role(.fold, [data, folder + "/none"]).figures().values["ms"] ?? 0)
        let (values, _) = try Command.role(.statistics, [data, folder + "/state"]).figures()
        time.add(values["ms"] ?? 0)
        answers = values["answers"] ?? 0
      }
      guard answers >= 100_000 else { throw BenchmarkFailure("answers are missing: \(answers)") }
      let ratio = time.median / folding.median
      rows.append(
        Row(
          what: "statistics of \(answers < 1e6 ? "100,000" : "1,000,000") answers",
          figure: "\(decimal(time.median / 1000)) s",
          reference: "folding them \(decimal(folding.median / 1000)) s", ratio: ratio,
          bound: "≤ \(bound) × folding", verdict: ratio <= bound ? .met : .missed))
    }
    return rows
  }

  // MARK: - In processes of their own

  /// Computes the statistics as the program does when they are opened, its state being there.
  static func compute(_ arguments: [String]) throws {
    let paths = try JournalRows.paths(arguments)
    let learner = try ProgressFolder.read(paths).state
    let now = LocalTime(at: MadeJournal.now, offsetMinutes: 60)
    let stopwatch = Stopwatch()
    let statistics = LearnerStatistics(
      of: try ProgressFolder.events(in: paths), learner: learner,
      catalog: QuestionCatalog(banks: [bank]), blueprints: [blueprint], at: now)
    print("ms", stopwatch.milliseconds)
    print("answers", statistics.answers)
  }

  /// The bank whose questions were answered: 10,000 on 24 objectives.
  private static let bank = QuestionBank(
    id: "large", title: "Large",
    domains: (0..<6).map { domain in
      Domain(
        id: "D\(domain)", title: "Domain \(domain)", weight: 1,
        objectives: (0..<4).map { Objective(id: "D\(domain)-O\($0)", title: "Objective \($0)") })
    },
    questions: (0..<10_000).map { number in
      Question(
        id: MadeBank.question(number, of: "large"), objective: "D\(number % 6)-O\(number / 6 % 4)",
        stem: "Question \(number)",
        format: .choices((0..<4).map { Choice(text: "Choice \($0)", isRight: $0 == 0) }))
    })

  private static let blueprint = Blueprint(
    id: "mock", title: "Mock", questions: 65, unscored: 15, minutes: 130,
    scale: .scaled(from: 100, to: 1000, pass: 720, cut: 0.72),
    sections: [BlueprintSection(title: "All", weight: 1, from: ["large"])])
}
