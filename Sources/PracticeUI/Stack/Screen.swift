import PracticeCore
import TerminalUI

/// One of the screens that lie on each other, of which the topmost is seen and gets the keys.
///
/// A screen changes only here: nothing in it does input or output.
protocol Screen: Equatable, Sendable {
  /// What its keys can mean.
  associatedtype Action: Equatable & Sendable

  /// The name, for help and the terminal's title.
  var title: String { get }
  /// Whether printable keys are text at the moment, so that `q` and `?` mean themselves.
  var takesText: Bool { get }
  /// The field at the bottom that is being typed into; nil for none.
  var entry: TextEntry? { get }
  /// After how many milliseconds something that it shows changes by itself; nil for never.
  func tickInterval(in context: ScreenContext) -> Int?
  /// After how many milliseconds it has to be told that time has passed, even while it is covered;
  /// nil for never.
  func wakeInterval(in context: ScreenContext) -> Int?
  /// The first row: where one is, and how far.
  func header(in context: ScreenContext) -> HeaderRow
  /// What the keys do now.
  func keyMap(in context: ScreenContext) -> KeyMap<Action>
  /// Takes a key: as text where text is typed, else by the key map.
  mutating func handle(_ key: Key, in context: ScreenContext) -> [Command]
  /// Takes a key as text; nil where it is none, and the key map has it.
  mutating func type(_ key: Key, in context: ScreenContext) -> [Command]?
  /// Takes pasted text in.
  mutating func paste(_ text: String, in context: ScreenContext) -> [Command]
  /// Does what a key means.
  mutating func perform(_ action: Action, in context: ScreenContext) -> [Command]
  /// Takes a click on the item of that number.
  mutating func pick(_ item: Int, in context: ScreenContext) -> [Command]
  /// Moves what is seen by some rows, down where positive.
  mutating func scroll(by rows: Int, in context: ScreenContext)
  /// Takes `q`: what leaving this screen does.
  mutating func leave(in context: ScreenContext) -> [Command]
  /// Takes in that what it asked was answered with yes.
  mutating func confirmed(in context: ScreenContext) -> [Command]
  /// Takes in that something was written into the journal.
  mutating func recorded(_ event: Event, in context: ScreenContext) -> [Command]
  /// Takes in what came of an effect in an exam.
  mutating func heard(_ news: ExamNews, in context: ScreenContext) -> [Command]
  /// Takes in what came of an effect with the memory model.
  mutating func heard(_ news: FitNews, in context: ScreenContext) -> [Command]
  /// Takes in that time has passed; called before every message, on screens that are covered too.
  mutating func timePassed(in context: ScreenContext) -> [Command]
  /// Takes in that the program is about to be ended from outside.
  mutating func interrupted(in context: ScreenContext) -> [Command]
  /// Lays itself out for what the context is now; called after every message while it is topmost.
  mutating func refresh(in context: ScreenContext)
  /// How far it is scrolled, for the counts in the rules; nil where nothing can be hidden.
  func viewport(in context: ScreenContext) -> Viewport?
  /// Draws what stands between header and footer.
  func draw(in body: Rect, on frame: inout Frame, context: ScreenContext)
}

extension Screen {
  var takesText: Bool { entry != nil }
  var entry: TextEntry? { nil }
  func tickInterval(in context: ScreenContext) -> Int? { nil }
  func wakeInterval(in context: ScreenContext) -> Int? { nil }
  mutating func type(_ key: Key, in context: ScreenContext) -> [Command]? { nil }
  mutating func paste(_ text: String, in context: ScreenContext) -> [Command] { [] }
  mutating func pick(_ item: Int, in context: ScreenContext) -> [Command] { [] }
  mutating func scroll(by rows: Int, in context: ScreenContext) {}
  mutating func leave(in context: ScreenContext) -> [Command] { [.close] }
  mutating func confirmed(in context: ScreenContext) -> [Command] { [] }
  mutating func recorded(_ event: Event, in context: ScreenContext) -> [Command] { [] }
  mutating func heard(_ news: ExamNews, in context: ScreenContext) -> [Command] { [] }
  mutating func heard(_ news: FitNews, in context: ScreenContext) -> [Command] { [] }
  mutating func timePassed(in context: ScreenContext) -> [Command] { [] }
  mutating func interrupted(in context: ScreenContext) -> [Command] { [] }
  mutating func refresh(in context: ScreenContext) {}
  func viewport(in context: ScreenContext) -> Viewport? { nil }

  mutating func handle(_ key: Key, in context: ScreenContext) -> [Command] {
    if takesText, let commands = type(key, in: context) { return commands }
    guard let action = keyMap(in: context).action(for: key) else { return [] }
    return perform(action, in: context)
  }

  /// The footer.
  func hints(in context: ScreenContext) -> [KeyHint] {
    keyMap(in: context).hints(context.symbols)
  }

  /// What help says.
  func help(in context: ScreenContext) -> HelpTopic {
    HelpTopic(title: title, rows: keyMap(in: context).topics(context.symbols))
  }
}

/// Some screen.
struct AnyScreen: Equatable, Sendable {
  /// The screen itself.
  var screen: any Screen

  /// Holds a screen.
  init(_ screen: some Screen) { self.screen = screen }

  static func == (left: AnyScreen, right: AnyScreen) -> Bool {
    equal(left.screen, right.screen)
  }

  private static func equal<First: Screen>(_ first: First, _ second: any Screen) -> Bool {
    (second as? First) == first
  }
}
