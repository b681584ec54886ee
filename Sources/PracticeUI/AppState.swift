package import PracticeCore
package import TerminalUI

/// All that the program shows and knows: changed by messages, drawn as frames.
///
/// ```swift
/// var state = AppState(catalog: catalog, …, start: .home)
/// let effects = state.update(.input(.key(.enter)), at: now)
/// session.draw(state.view())
/// ```
///
/// It does nothing outside of itself: what is to be done comes back as effects.
package struct AppState: Equatable, Sendable {
  /// What every screen can look at.
  var context: ScreenContext
  /// The line that the last key brought; nil for none.
  var notice: String?
  /// Why the newest events are not on disk yet; nil where they are.
  var savingProblem: String?

  /// Makes the state of a program that starts.
  ///
  /// - Parameters:
  ///   - catalog: the banks at hand.
  ///   - blueprints: the exams at hand.
  ///   - learner: what is known of the learner.
  ///   - appearance: the settings of appearance.
  ///   - symbols: the signs that the terminal can show: what `auto` stands for.
  ///   - themes: the names of the themes at hand.
  ///   - size: the size of the screen.
  ///   - time: now.
  ///   - seed: where the drawing and shuffling of questions starts.
  ///   - start: what is on the screen first.
  package init(
    catalog: QuestionCatalog, blueprints: [Blueprint], learner: LearnerState,
    appearance: AppearanceSettings, symbols: Symbols, themes: [String], size: Size,
    time: LocalTime, seed: UInt64, start: StartScreen
  ) {
    context = ScreenContext(
      catalog: catalog, blueprints: blueprints, learner: learner, appearance: appearance,
      terminalSymbols: symbols, themes: themes, size: size, time: time)
    _ = (seed, start)
  }

  /// Whether something on the screen changes as time passes, so that ticks are wanted.
  ///
  /// One every few seconds is enough.
  package var wantsTick: Bool { true }
}
