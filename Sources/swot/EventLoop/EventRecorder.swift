import PracticeCore
import PracticeUI
import ProgressStore

/// Writes events into the learner's data folder, and says how saving stands.
///
/// Shared by all that writes, so that a change of how saving stands is said once.
final class EventRecorder {
  /// Where events go.
  let folder: ProgressFolder
  /// What was last said of the state of saving.
  private var problem: String?

  /// Makes a recorder for a folder.
  init(folder: ProgressFolder) { self.folder = folder }

  /// Writes events in one go.
  ///
  /// - Parameters:
  ///   - contents: What happened.
  ///   - time: When.
  /// - Returns: The events, and how saving stands where that has changed.
  func append(_ contents: [EventContent], at time: LocalTime) -> [Message] {
    let outcome = folder.append(contents, at: time)
    return outcome.events.map(Message.recorded) + saving(outcome.failure)
  }

  /// Whether something is not on disk yet.
  var hasUnsaved: Bool { !folder.pending.isEmpty }

  /// Tries again what could not be written.
  func retry() -> [Message] { saving(folder.retryPending()) }

  /// Says how saving stands, where that has changed.
  func saving(_ failure: SaveFailure?) -> [Message] {
    let now = failure.map { "\($0.cause.reason) (\(folder.paths.data))." }
    guard now != problem else { return [] }
    problem = now
    return [.saving(problem: now)]
  }
}
