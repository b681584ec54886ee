import PracticeCore
import PracticeUI
import ProgressStore
import TerminalUI

/// Carries out effects in the learner's data folder and settings.
struct EffectRunner: EffectRunning {
  private let folder: ProgressFolder
  private let appearance: AppearanceFile?
  private let themes: ThemeLibrary
  /// What was last said of the state of saving.
  private var problem: String?

  /// Makes a runner.
  ///
  /// - Parameters:
  ///   - folder: Where events go.
  ///   - appearance: Where settings go; nil without a home folder.
  ///   - themes: The themes at hand.
  init(folder: ProgressFolder, appearance: AppearanceFile?, themes: ThemeLibrary) {
    self.folder = folder
    self.appearance = appearance
    self.themes = themes
  }

  mutating func append(_ content: EventContent, at time: LocalTime) -> [Message] {
    let outcome = folder.append([content], at: time)
    return outcome.events.map(Message.recorded) + saving(outcome.failure)
  }

  mutating func run(_ effect: ExamEffect, at clock: Clock) -> [Message] {
    [.notice("Exams can't be sat here.")]
  }

  mutating func replay() -> [Message] {
    do {
      return [.learnerReplaced(try folder.reload())]
    } catch {
      return [.notice("Your answers could not be read again: \(error)")]
    }
  }

  mutating func save(_ appearance: AppearanceSettings) -> [Message] {
    guard let file = self.appearance else {
      return [.notice("The settings hold until you leave: there is no home folder to save them.")]
    }
    do {
      try file.write(appearance)
      return []
    } catch {
      return [.notice("\(error)")]
    }
  }

  func theme(named name: String) throws(ThemeProblem) -> Theme { try themes.theme(named: name) }

  var hasUnsaved: Bool { !folder.pending.isEmpty }

  mutating func retry() -> [Message] { saving(folder.retryPending()) }

  /// Says how saving stands, where that has changed.
  private mutating func saving(_ failure: SaveFailure?) -> [Message] {
    let now = failure.map { "\($0.cause.reason) (\(folder.paths.data))." }
    guard now != problem else { return [] }
    problem = now
    return [.saving(problem: now)]
  }
}
