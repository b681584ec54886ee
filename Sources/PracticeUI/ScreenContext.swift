import PracticeCore
import TerminalUI

/// What every screen can look at, and none changes by itself.
struct ScreenContext: Equatable, Sendable {
  /// The banks at hand.
  let catalog: QuestionCatalog
  /// The exams at hand.
  let blueprints: [Blueprint]
  /// What is known of the learner.
  var learner: LearnerState
  /// The settings of appearance.
  var appearance: AppearanceSettings
  /// The signs that the terminal can show.
  let terminalSymbols: Symbols
  /// The names of the themes at hand.
  let themes: [String]
  /// The size of the screen.
  var size: Size
  /// The time of the last message.
  var time: LocalTime

  /// The signs to draw with.
  var symbols: Symbols {
    switch appearance.symbols {
    case .auto: terminalSymbols
    case .unicode: .unicode
    case .ascii: .ascii
    }
  }
}
