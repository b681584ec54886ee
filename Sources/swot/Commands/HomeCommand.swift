import ArgumentParser
import PracticeCore
import PracticeUI
import QuestionBankFormat

/// `swot home`, which is also what `swot` alone does.
struct HomeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "home",
    abstract: "Open the home screen; what 'swot' alone does.",
    discussion: """
      Shows what today asks, where you stand with each subject, and the exams. Without a terminal \
      it prints the same as text.

      Example:

        swot
      """)

  @OptionGroup var options: CommonOptions

  @Flag(help: "Print plain lines instead of opening a screen.")
  var plain = false

  // What doesn't fit any command ends up here.
  @Argument(help: .hidden)
  var words: [String] = []

  /// What `swot` alone is parsed to.
  static var withoutArguments: HomeCommand {
    var options = CommonOptions()
    (options.data, options.banks, options.noBuiltinBanks) = (nil, [], false)
    var command = HomeCommand()
    (command.options, command.plain, command.words) = (options, false, [])
    return command
  }

  /// Refuses what is no command, with the one that was probably meant.
  func validate() throws {
    guard let word = words.first else { return }
    let commands = Swot.configuration.subcommands.map { $0.configuration }
      .filter { $0.shouldDisplay }.compactMap { $0.commandName }
    let hint =
      NearestName.find(word, among: commands).map { " Did you mean 'swot \($0)'?" }
      ?? " All commands: \(commands.joined(separator: ", "))."
    throw ValidationError("There is no command \(word.debugDescription).\(hint)")
  }

  /// Opens the home screen.
  func run() throws {
    try reportingFailures {
      let setup = try PracticeSetup(options, opening: plain ? .notYet : .forScreens)
      try Practice(setup: setup, plain: plain).run(.home) { learner in
        Standing(
          learner, in: setup.catalog, blueprints: setup.blueprints, at: setup.clock.now
        ).homeText
      }
    }
  }
}
