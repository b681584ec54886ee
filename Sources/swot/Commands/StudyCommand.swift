import ArgumentParser
import PracticeCore
import PracticeUI
import ProgressStore

/// `swot study`: what is due, and new questions.
struct StudyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "study",
    abstract: "Study what is due and meet new questions.",
    discussion: """
      Asks the reviews that are due, the most nearly forgotten first, then new questions. Every \
      answer is kept at once: leave whenever you like.

      With --plain, or where there is no terminal, questions are printed as text and each answer is \
      a line: 2, or 1,3 for several choices, 3 1 for matching and ordering, or the text; with \
      :c, :u or :g behind it for certain, unsure or a guess. Alone on a line, :s skips the question, \
      :bury leaves it until tomorrow, :suspend doesn't ask it any more, and :undo takes the last of \
      these or your last answer back. :help lists all.

      Example:

        swot study aws-iam --new 5 --limit 20
        swot study --sure-wrong
      """)

  @OptionGroup var options: CommonOptions

  @Argument(
    help: ArgumentHelp(
      "Banks, by id or path. (default: the subjects you chose)", valueName: "bank"))
  var banks: [String] = []

  @Option(help: ArgumentHelp("New questions, in place of the day's limit.", valueName: "number"))
  var new: Int?

  @Option(help: ArgumentHelp("Questions at most.", valueName: "number"))
  var limit: Int?

  @Flag(
    help: ArgumentHelp(
      "Only what you answered wrong though you were certain, and not right on a later day since; the "
        + "newest first, due or not."))
  var sureWrong = false

  @Flag(help: "Ask in plain lines instead of on a screen.")
  var plain = false

  /// Refuses numbers below 0.
  func validate() throws {
    if sureWrong, new != nil { throw ValidationError("--new has no meaning with --sure-wrong.") }
    for (name, number) in [("new", new), ("limit", limit)] {
      if let number, number < 0 { throw ValidationError("--\(name) must not be below 0.") }
    }
  }

  /// Opens a study session.
  func run() throws {
    try reportingFailures {
      let setup = try PracticeSetup(options, banks: banks, opening: .always)
      if sureWrong { return try studySureWrong(setup) }
      let start = StartScreen.study(banks: setup.named, new: new, limit: limit)
      try Practice(setup: setup, plain: plain).run(start) { learner in
        let queue = ReviewQueue(
          ofBanks: setup.named, in: setup.catalog, blueprints: setup.blueprints, learner: learner,
          at: setup.clock.now, new: new, limit: limit)
        return StudySession(
          mode: .study, questions: queue.questions, catalog: setup.catalog,
          answersLeft: queue.answersLeft, seed: Practice.seed())
      }
    }
  }

  /// Studies the questions that were answered wrong though the learner was certain.
  private func studySureWrong(_ setup: PracticeSetup) throws {
    let history = ReviewHistory(
      replaying: try ProgressFolder.events(in: setup.paths), in: CatalogIndex(setup.catalog))
    let learner = try setup.readLearner()
    let wrong = Calibration(history, in: setup.catalog).confidentlyWrong.map(\.question)
      .filter { setup.named.isEmpty || setup.named.contains(String($0.bank)) }
      .filter { !learner[$0].isSuspended }
    let questions = Array(wrong.prefix(limit ?? wrong.count))
    guard !questions.isEmpty else {
      try setup.reportNotices()
      return try PlainPrinter().print([StatisticsWording.noneConfidentlyWrong])
    }
    try Practice(setup: setup, plain: plain).run(.studyOnly(questions)) { _ in
      StudySession(
        mode: .study, questions: questions, catalog: setup.catalog, seed: Practice.seed())
    }
  }
}
