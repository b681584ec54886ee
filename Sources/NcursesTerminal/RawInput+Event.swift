internal import CTerminal
import TerminalUI

extension RawInput {
  /// What an event of the C side is; nil for the end of the waiting time.
  init?(_ event: terminal_event, size: Size) {
    switch event.kind {
    case TERMINAL_CHARACTER:
      guard let scalar = Unicode.Scalar(event.code) else { return nil }
      self = .scalar(scalar)
    case TERMINAL_KEY:
      self = .key(RawInput.key(event.code))
    case TERMINAL_RESIZED:
      self = .event(.resize(size))
    case TERMINAL_WAKE:
      self = .event(.wake)
    case TERMINAL_SIGNAL:
      self = .event(.signal(RawInput.signal(event.code)))
    case TERMINAL_CLOSED:
      self = .event(.closed)
    default:
      return nil
    }
  }

  private static func key(_ code: UInt32) -> Key? {
    switch Int(code) {
    case TERMINAL_KEY_UP: .up
    case TERMINAL_KEY_DOWN: .down
    case TERMINAL_KEY_LEFT: .left
    case TERMINAL_KEY_RIGHT: .right
    case TERMINAL_KEY_HOME: .home
    case TERMINAL_KEY_END: .end
    case TERMINAL_KEY_PAGE_UP: .pageUp
    case TERMINAL_KEY_PAGE_DOWN: .pageDown
    case TERMINAL_KEY_INSERT: .insert
    case TERMINAL_KEY_DELETE: .delete
    case TERMINAL_KEY_BACKSPACE: .backspace
    case TERMINAL_KEY_ENTER: .enter
    case TERMINAL_KEY_BACK_TAB: .backTab
    case TERMINAL_KEY_SHIFT_UP: .shiftUp
    case TERMINAL_KEY_SHIFT_DOWN: .shiftDown
    case TERMINAL_KEY_SHIFT_LEFT: .shiftLeft
    case TERMINAL_KEY_SHIFT_RIGHT: .shiftRight
    case TERMINAL_KEY_FUNCTION + 1...TERMINAL_KEY_FUNCTION + 63:
      .function(Int(code) - TERMINAL_KEY_FUNCTION)
    default: nil
    }
  }

  private static func signal(_ number: UInt32) -> TerminationSignal {
    switch Int(number) {
    case TERMINAL_SIGNAL_HANG_UP: .hangUp
    case TERMINAL_SIGNAL_INTERRUPT: .interrupt
    default: .terminate
    }
  }
}
