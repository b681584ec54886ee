import PracticeCore

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
  /// Show everything in other symbols, or with the mouse, or in another theme.
  case change(AppearanceSettings)

  /// Writes an event into the journal.
  static func append(_ content: EventContent) -> Command { .effect(.append(content)) }

  /// Opens a screen on top of this one.
  static func open(_ screen: some Screen) -> Command { .open(AnyScreen(screen)) }

  /// Puts a screen in the place of this one.
  static func replace(_ screen: some Screen) -> Command { .replace(AnyScreen(screen)) }
}

/// A question that is answered with `y` or with any other key.
struct Confirmation: Equatable, Sendable {
  /// The question.
  var text: String
  /// What `y` does, in a word or two.
  var label: String
  /// What is done then.
  var commands: [Command]
}
