package import PracticeCore
package import TerminalUI

/// What can happen to the screens: the only way in which their state changes.
package enum Message: Equatable, Sendable {
  /// The terminal has another size.
  case resized(Size)
  /// Time has passed.
  case tick(LocalTime)
}
