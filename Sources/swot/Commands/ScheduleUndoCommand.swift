import ArgumentParser
import FSRS
import PracticeCore
import ProgressStore

/// `swot schedule undo`: takes the newest change of the memory model back.
struct ScheduleUndoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo",
    abstract: "Take back the newest change of the memory model.",
    discussion: """
      The parameters before it hold again, for all your questions, whether the change came from \
      'swot schedule optimize' or from the settings. Called again, it takes back the change before \
      that. Nothing is lost: changes stay in the journal.

      Example:

        swot schedule undo
      """)

  @OptionGroup var options: CommonOptions

  /// Takes the change back and says what holds now.
  func run() throws {
    try reportingFailures {
      let paths = try options.progressPaths()
      guard let latest = try ProgressFolder.read(paths).state.latest.parameters else {
        return try PlainPrinter().print([Self.nothing])
      }
      try ScheduleJournal(paths).append(.undo(of: latest.id))
      let learner = try ProgressFolder.read(paths).state
      try PlainPrinter().print([Self.taken(learner)])
    }
  }

  private static let nothing = "The memory model was never changed: there is nothing to take back."

  private static func taken(_ learner: LearnerState) -> String {
    let name = FitWording.model(learner.scheduler.model.name)
    guard let time = learner.latest.parameters?.at else {
      return "Taken back. \(name) with its default parameters holds again."
    }
    return "Taken back. \(name) with the parameters of \(time.iso8601) holds again."
  }
}
