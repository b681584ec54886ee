import ArgumentParser
import PracticeCore
import PracticeUI

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

  @Flag(help: "Ask in plain lines instead of on a screen.")
  var plain = false

  /// Refuses numbers below 0.
  func validate() throws {
    for (name, number) in [("new", new), ("limit", limit)] {
      if let number, number < 0 { throw ValidationError("--\(name) must not be below 0.") }
    }
  }

  /// Opens a study session.
  func run() throws {
    try reportingFailures {
      let setup = try PracticeSetup(options, banks: banks, opening: .always)
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
}
