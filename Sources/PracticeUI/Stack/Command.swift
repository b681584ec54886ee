import PracticeCore
import TerminalUI

/// What a screen wants done: outside, or with the other screens.
enum Command: Equatable, Sendable {
  /// To be done outside.
  case effect(Effect)
  /// Open a screen on top of this one.
  case open(AnyScreen)
  /// Close this screen; leave the program where it is the last.
  case close
  /// Put a screen in the place of this one.
  case replace(AnyScreen)
  /// Close all screens and show home.
  case goHome
  /// Say something in a line until the next key.
  case say(String)
  /// Ask before doing something.
  case ask(Confirmation)
  /// Tell the topmost screen that what it asked was answered with yes.
  case confirmed
  /// Show everything in other symbols, or with the mouse, or in another theme.
  case change(AppearanceSettings)

  /// Writes an event into the journal.
  static func append(_ content: EventContent) -> Command { .effect(.append(content)) }

  /// Opens a screen on top of this one.
  static func open(_ screen: some Screen) -> Command { .open(AnyScreen(screen)) }

  /// Puts a screen in the place of this one.
  static func replace(_ screen: some Screen) -> Command { .replace(AnyScreen(screen)) }
}

/// A question that is answered with one key, mostly `y`, or with any other.
struct Confirmation: Equatable, Sendable {
  /// The question.
  var text: String
  /// The key that says yes, in lower case.
  var key: Character = "y"
  /// What that key does, in a word or two.
  var label: String
  /// What is done then; what depends on the moment is left to the screen by ``Command/confirmed``.
  var commands: [Command]

  /// Whether a key says yes.
  func isAnswered(by key: Key) -> Bool {
    guard case .character(let character) = key else { return false }
    return character.lowercased() == String(self.key)
  }
}
