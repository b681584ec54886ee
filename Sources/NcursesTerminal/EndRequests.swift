internal import CTerminal
package import TerminalUI

/// Signals that ask the program to end while it shows lines and no screen.
package enum EndRequests {
  /// Lets them ask from now on, instead of ending the program; a second one still ends it.
  ///
  /// - Returns: a descriptor that can be read once the program is asked to end; nil where there is
  ///   none, and all stays as it is.
  package static func watch() -> Int32? {
    let descriptor = terminal_catch_requests()
    return descriptor < 0 ? nil : descriptor
  }

  /// The signal that asked; nil where none did.
  package static var received: TerminationSignal? {
    switch Int(terminal_request()) {
    case TERMINAL_SIGNAL_TERMINATE: .terminate
    case TERMINAL_SIGNAL_HANG_UP: .hangUp
    case TERMINAL_SIGNAL_INTERRUPT: .interrupt
    default: nil
    }
  }
}
