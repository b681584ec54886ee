import PracticeCore
import PracticeUI
import TerminalUI

/// Carries out what the preview of a bank wants: nothing of a learner's is touched, and the bank comes
/// anew whenever it is saved.
struct WatchEffects: EffectRunning {
  private let worker = Worker()
  private let themes: ThemeLibrary

  /// Starts to watch; `first` is what is on the screen.
  init(_ watch: BankWatch, first: WatchedBank, themes: ThemeLibrary) {
    self.themes = themes
    worker.start("watch") { post in
      let folders = FolderWatch(watch.folders)
      var bank = first.bank
      // What was saved since the first look, before anybody watched.
      let again = watch.look(since: bank)
      if again.bank != bank || again.findings != first.findings {
        bank = again.bank ?? bank
        post.send(.watched(again))
      }
      while !post.isCancelled {
        guard folders.wait() else { continue }
        let news = watch.look(since: bank)
        if news.bank != nil { bank = news.bank }
        post.send(.watched(news))
      }
    }
  }

  mutating func append(_ content: EventContent, at time: LocalTime) -> [Message] { [] }
  mutating func run(_ effect: ExamEffect, at clock: Clock) -> [Message] { [] }
  mutating func run(_ effect: FitEffect) -> [Message] { [] }
  func noteKey(at time: Timestamp) {}
  mutating func lookAround() -> [Message] { [] }
  mutating func replay() -> [Message] { [] }
  mutating func lookAhead(
    for learner: LearnerState, in catalog: QuestionCatalog, blueprints: [Blueprint],
    at time: LocalTime
  ) -> [Message] { [] }
  mutating func save(_ appearance: AppearanceSettings) -> [Message] { [] }
  func theme(named name: String) throws(ThemeProblem) -> Theme { try themes.theme(named: name) }
  mutating func run(_ request: StatisticsRequest) -> [Message] { [] }
  var watched: Int32? { worker.descriptor }
  mutating func awoken() -> [Message] { worker.messages() }
  var hasUnsaved: Bool { false }
  mutating func retry() -> [Message] { [] }
}
