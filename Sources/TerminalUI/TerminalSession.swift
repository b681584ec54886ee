/// A terminal that is shown frames and gives events.
///
/// The event loop is written against this, so that tests can run it without a terminal.
package protocol TerminalSession: ~Copyable {
  /// The present size of the screen.
  var size: Size { get }
  /// What the terminal can do.
  var capabilities: TerminalCapabilities { get }

  /// Shows a frame.
  ///
  /// Frames are whole; the session finds out what changed. One of another size than the screen is
  /// shown as far as it fits.
  mutating func draw(_ frame: Frame)

  /// Waits for the next event.
  ///
  /// - Parameter timeoutMilliseconds: How long to wait; for ever where nil, not at all for 0.
  /// - Returns: The event; nil when the time is up.
  mutating func nextEvent(timeoutMilliseconds: Int?) -> InputEvent?

  /// Gives `InputEvent.wake` whenever that descriptor can be read; nil stops watching.
  ///
  /// Whoever gets the event reads the descriptor empty, or it comes again.
  mutating func watch(_ descriptor: Int32?)

  /// Hands the terminal back to the shell and stops, as Ctrl-Z does; returns when continued.
  ///
  /// The next event is a resize.
  mutating func suspend()

  /// Gives the terminal, as it was before the session, to a program that is run next.
  ///
  /// Nothing is drawn until ``takeBack()``.
  mutating func lend()

  /// Takes the terminal back from that program.
  ///
  /// The next event is a resize.
  mutating func takeBack()

  /// Draws everything again with the next frame: another program may have written on the screen.
  mutating func redrawAll()

  /// Switches the mouse on or off; it is off at first.
  mutating func setMouse(_ isOn: Bool)

  /// Changes how roles look, from the next frame on.
  mutating func setTheme(_ theme: Theme)
}

/// What a terminal can do.
package struct TerminalCapabilities: Hashable, Sendable {
  /// The colours that can be shown; none with `NO_COLOR`.
  package var colours: ColourDepth
  /// The characters that can be shown.
  package var charset: Charset

  /// Makes a description of a terminal.
  package init(colours: ColourDepth, charset: Charset) {
    self.colours = colours
    self.charset = charset
  }
}
