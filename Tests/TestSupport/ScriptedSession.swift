package import TerminalUI

/// A terminal that isn't there: it plays events and keeps the frames.
package struct ScriptedSession: ~Copyable, TerminalSession {
  /// The present size; a resize among the events changes it.
  package private(set) var size: Size
  /// What the terminal can do.
  package let capabilities: TerminalCapabilities
  /// The frames shown, in order.
  package private(set) var frames: [Frame] = []
  /// How often `suspend` was called.
  package private(set) var suspensions = 0
  /// How often `redrawAll` was called.
  package private(set) var redraws = 0
  /// Whether the mouse is on.
  package private(set) var isMouseOn = false
  /// The theme set last.
  package private(set) var theme: Theme?
  /// The descriptor watched.
  package private(set) var watched: Int32?
  private var events: ArraySlice<InputEvent?>

  /// Makes a session of events; nil stands for a time-out, and at the end the terminal is closed.
  package init(
    size: Size = Size(columns: 80, rows: 24), charset: Charset = .unicode,
    events: [InputEvent?]
  ) {
    self.size = size
    self.capabilities = TerminalCapabilities(colours: .indexed, charset: charset)
    self.events = events[...]
  }

  /// Makes a session in which these keys are typed.
  package init(
    size: Size = Size(columns: 80, rows: 24), charset: Charset = .unicode, keys: [Key]
  ) {
    self.init(size: size, charset: charset, events: keys.map(InputEvent.key))
  }

  /// Keeps the frame.
  package mutating func draw(_ frame: Frame) { frames.append(frame) }

  /// Gives the next event.
  package mutating func nextEvent(timeoutMilliseconds: Int?) -> InputEvent? {
    guard let event = events.popFirst() else { return .closed }
    if case .resize(let newSize) = event { size = newSize }
    return event
  }

  /// Notes the descriptor; `wake` comes only as an event of the script.
  package mutating func watch(_ descriptor: Int32?) { watched = descriptor }
  /// Counts, and gives a resize next.
  package mutating func suspend() {
    suspensions += 1
    events = ArraySlice([.resize(size)] + events)
  }
  /// Whether another program has the terminal.
  package private(set) var isLent = false
  /// How often another program was given it.
  package private(set) var loans = 0
  /// Notes it.
  package mutating func lend() {
    isLent = true
    loans += 1
  }
  /// Notes it, and gives a resize next.
  package mutating func takeBack() {
    isLent = false
    events = ArraySlice([.resize(size)] + events)
  }
  /// Counts.
  package mutating func redrawAll() { redraws += 1 }
  /// Notes the state.
  package mutating func setMouse(_ isOn: Bool) { isMouseOn = isOn }
  /// Notes the theme.
  package mutating func setTheme(_ theme: Theme) { self.theme = theme }
}
