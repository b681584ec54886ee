/// What can come from a terminal.
package enum InputEvent: Hashable, Sendable {
  /// A key was pressed.
  case key(Key)
  /// Text was pasted; line breaks in it are `\n`. It is not yet safe to show.
  case paste(String)
  /// The mouse was used.
  case mouse(MouseEvent)
  /// The terminal has another size, or the program comes back from having been suspended.
  case resize(Size)
  /// The watched descriptor can be read.
  case wake
  /// The system asks the program to end.
  case signal(TerminationSignal)
  /// The terminal is gone: nothing can come from it any more.
  case closed
}

/// Requests to end that come as signals.
package enum TerminationSignal: Hashable, Sendable {
  /// SIGTERM: somebody ended the program.
  case terminate
  /// SIGHUP: the terminal or the connection was closed.
  case hangUp
  /// SIGINT: sent by somebody; Ctrl-C itself is a key.
  case interrupt
}

/// Something done with the mouse.
package struct MouseEvent: Hashable, Sendable {
  /// What was done.
  package enum Kind: Hashable, Sendable {
    /// A button was pressed.
    case press(Button)
    /// A button was released.
    case release(Button)
    /// The wheel was turned away from the user.
    case wheelUp
    /// The wheel was turned towards the user.
    case wheelDown
  }

  /// A mouse button.
  package enum Button: Hashable, Sendable {
    /// The buttons that every mouse has.
    case left, middle, right
  }

  /// What was done.
  package let kind: Kind
  /// Where.
  package let position: Position

  /// Makes an event.
  package init(_ kind: Kind, at position: Position) {
    self.kind = kind
    self.position = position
  }
}
