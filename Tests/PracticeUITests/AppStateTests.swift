import PracticeCore
import PracticeUI
import TerminalUI
import Testing

@Suite struct AppStateTests {
  @Test func `a resize changes the frame`() {
    let time = LocalTime(at: Timestamp(milliseconds: 0), offsetMinutes: 0)
    var state = AppState(
      catalog: QuestionCatalog(banks: []), blueprints: [], learner: LearnerState(),
      appearance: AppearanceSettings(), symbols: .unicode, themes: [],
      size: Size(columns: 80, rows: 24), time: time, seed: 1, start: .home)
    #expect(state.update(.input(.resize(Size(columns: 40, rows: 12))), at: time) == [])
    #expect(state.view().size == Size(columns: 40, rows: 12))
  }
}
