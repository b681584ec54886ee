import ArgumentParser
import PracticeCore
import PracticeUI
import QuestionBankFormat

/// `swot quiz`: untimed practice.
struct QuizCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "quiz",
    abstract: "Practise questions of your choice, without a clock.",
    discussion: """
      Draws questions at random. Your first answer of the day to a question counts for its \
      schedule, as in study; with --no-schedule none does.

      Example:

        swot quiz aws-iam --objective IAM-ROOT --count 10
      """)

  @OptionGroup var options: CommonOptions

  @Argument(help: ArgumentHelp("Banks, by id or path. (default: all)", valueName: "bank"))
  var banks: [String] = []

  @Option(help: ArgumentHelp("Questions at most.", valueName: "number"))
  var count: Int?

  @Option(
    name: .customLong("objective"),
    help: ArgumentHelp(
      "Only questions on this objective or domain; may be repeated.", valueName: "id"))
  var objectives: [String] = []

  @Option(help: "Only questions of this difficulty.")
  var difficulty: Difficulty?

  @Option(help: "Only questions with this tag.")
  var tag: String?

  @Flag(help: "Only questions answered wrong the last time, or left open in an exam since.")
  var mistakes = false

  @Option(
    help: ArgumentHelp(
      "Draw the same questions in the same order as everybody with this number.",
      valueName: "number"))
  var seed: UInt64?

  @Flag(help: "Let no answer count for the schedule.")
  var noSchedule = false

  @Flag(help: "Ask in plain lines instead of on a screen.")
  var plain = false

  /// Refuses numbers below 0.
  func validate() throws {
    if let count, count < 0 { throw ValidationError("--count must not be below 0.") }
  }

  /// Opens a practice session.
  func run() throws {
    try reportingFailures {
      let setup = try PracticeSetup(options, banks: banks, opening: .always)
      let selection = QuizSelection(
        banks: setup.named, count: count, objectives: objectives, difficulty: difficulty, tag: tag,
        mistakesOnly: mistakes)
      try selection.checkNames(in: setup.catalog)
      let start = StartScreen.quiz(selection, seed: seed, schedules: !noSchedule)
      try Practice(setup: setup, plain: plain).run(start) { learner in
        let seed = seed ?? Practice.seed()
        // A seed means the same for everyone, unless one's own mistakes are asked for.
        let questions = selection.questions(
          in: setup.catalog, learner: learner, on: setup.clock.now.studyDay, seed: seed,
          isForAll: self.seed != nil && !mistakes)
        return StudySession(
          mode: .quiz, questions: questions,
          catalog: setup.catalog, schedules: !noSchedule, seed: seed)
      }
    }
  }
}

extension Difficulty: ExpressibleByArgument {}

/// A name that no bank knows.
struct UnknownName: CommandFailure, Equatable {
  /// What it should have named.
  let what: String
  /// The name.
  let name: String
  /// The names that there are.
  let known: [String]

  var status: ExitStatus { .inputNotFound }
  var description: String {
    if let nearest = NearestName.find(name, among: known) {
      return "there is no \(what) '\(name)'; did you mean '\(nearest)'?"
    }
    return known.isEmpty
      ? "there is no \(what) '\(name)', nor any other"
      : "there is no \(what) '\(name)'; there are: \(known.joined(separator: ", "))"
  }
}
