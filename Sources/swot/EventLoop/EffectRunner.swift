import PracticeCore
import PracticeUI
import ProgressStore
import TerminalUI

/// Carries out effects in the learner's data folder and settings.
struct EffectRunner: EffectRunning {
  private let recorder: EventRecorder
  private let appearance: AppearanceFile?
  private let themes: ThemeLibrary
  private var desk: ExamDesk
  private var editing: QuestionEditing?
  private let worker = Worker()

  /// Makes a runner.
  ///
  /// - Parameters:
  ///   - folder: Where events go.
  ///   - appearance: Where settings go; nil without a home folder.
  ///   - themes: The themes at hand.
  ///   - takesOver: Whether the first attempt that is taken up again is taken over from another
  ///     copy without asking.
  ///   - editing: What opens questions in the author's editor; nil where nothing can be edited.
  init(
    folder: ProgressFolder, appearance: AppearanceFile?, themes: ThemeLibrary,
    takesOver: Bool = false, editing: QuestionEditing? = nil
  ) {
    self.editing = editing
    recorder = EventRecorder(folder: folder)
    self.appearance = appearance
    self.themes = themes
    desk = ExamDesk(recorder, takesOver: takesOver)
  }

  mutating func append(_ content: EventContent, at time: LocalTime) -> [Message] {
    recorder.append([content], at: time)
  }

  mutating func run(_ effect: ExamEffect, at clock: Clock) -> [Message] {
    desk.run(effect, at: clock)
  }

  mutating func run(_ effect: FitEffect) -> [Message] {
    switch effect {
    case .cancel: worker.cancel("fit")
    case .start(let parameters):
      let fit = LearnerFit(
        paths: recorder.folder.paths, pending: recorder.folder.pending, parameters: parameters)
      worker.start("fit") { fit.work($0) }
    }
    return []
  }

  var watched: Int32? { worker.descriptor }

  mutating func awoken() -> [Message] { worker.messages() }

  func noteKey(at time: Timestamp) { desk.noteKey(at: time) }

  mutating func lookAround() -> [Message] { desk.lookAround() }

  mutating func replay() -> [Message] {
    do {
      return [.learnerReplaced(try recorder.folder.reload())]
    } catch {
      return [.notice("Your answers could not be read again: \(error)")]
    }
  }

  mutating func lookAhead(
    for learner: LearnerState, in catalog: QuestionCatalog, blueprints: [Blueprint],
    at time: LocalTime
  ) -> [Message] {
    worker.start("outlook") { post in
      let plan = ExamPlan(of: learner, in: catalog, blueprints: blueprints, at: time)
      post.send(.outlook(plan.map { ExamOutlook(of: $0) }))
    }
    return []
  }

  mutating func run(_ request: StatisticsRequest) -> [Message] {
    let (paths, pending) = (recorder.folder.paths, recorder.folder.pending)
    worker.start("statistics") { post in
      do {
        let events = try ProgressFolder.events(in: paths, with: pending)
        guard !post.isCancelled else { return }
        post.send(.statistics(request.statistics(of: events), request.key))
      } catch {
        post.send(.notice("The statistics can't be read: \(error)"))
      }
    }
    return []
  }

  mutating func edit(_ question: QuestionID, lending: (() -> Void) -> Void) -> [Message] {
    editing?.edit(question, lending: lending) ?? []
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

  var hasUnsaved: Bool { recorder.hasUnsaved }

  mutating func retry() -> [Message] { recorder.retry() }
}
