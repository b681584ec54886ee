import PracticeCore
import PracticeUI
import ProgressStore

/// Writes events for a command that shows no screens.
struct Recording {
  private let setup: PracticeSetup

  /// Records with that setup.
  init(_ setup: PracticeSetup) { self.setup = setup }

  /// Opens the learner's data, writes what is wanted, and gives them back.
  ///
  /// - Parameter wanted: Says by the learner's state what to write.
  /// - Returns: The state with all of it folded in.
  /// - Throws: ``UnsavedEntries`` where something could not be written; ``ProgressError``; what
  ///   `wanted` throws.
  func record(_ wanted: (LearnerState) throws -> [EventContent]) throws -> LearnerState {
    let open = try OpenPractice(setup)
    for notice in open.notices { try StandardStream.error.writeLine("swot: \(notice)") }
    var learner = open.learner
    var effects = open.effects()
    let result = Result {
      for content in try wanted(learner) {
        let time = learner.time(toRecord: content, at: setup.clock.now)
        for message in effects.append(content, at: time) {
          guard case .recorded(let event) = message, !learner.apply(event) else { continue }
          for message in effects.replay() {
            if case .learnerReplaced(let replaced) = message { learner = replaced }
          }
        }
      }
    }
    try open.close(learner)
    try result.get()
    return learner
  }
}
