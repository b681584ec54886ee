internal import CTerminal

/// Why a terminal can't be used for screens.
package enum TerminalOpeningError: Error, Equatable, CustomStringConvertible {
  /// Standard input comes from a file or a pipe, or is closed.
  case inputIsNoTerminal
  /// Standard output goes to a file or a pipe, or is closed.
  case outputIsNoTerminal
  /// `TERM` is not in the environment.
  case typeIsUnset
  /// There is no terminfo entry of that name.
  case typeIsUnknown(String)
  /// There are no terminfo entries at all.
  case databaseIsMissing
  /// The terminal has no way to move its cursor, such as `dumb`.
  case cannotMoveCursor(String)
  /// A system call failed; the number is of `errno`.
  case systemCallFailed(Int32)

  init?(_ result: terminal_result, type: String, systemError: Int32) {
    switch result {
    case TERMINAL_OPENED: return nil
    case TERMINAL_INPUT_IS_NONE: self = .inputIsNoTerminal
    case TERMINAL_OUTPUT_IS_NONE: self = .outputIsNoTerminal
    case TERMINAL_TYPE_IS_UNSET: self = .typeIsUnset
    case TERMINAL_TYPE_IS_UNKNOWN: self = .typeIsUnknown(type)
    case TERMINAL_HAS_NO_DATABASE: self = .databaseIsMissing
    case TERMINAL_CANNOT_MOVE_CURSOR: self = .cannotMoveCursor(type)
    default: self = .systemCallFailed(systemError)
    }
  }

  /// What is wrong and what to do about it, in one or two sentences.
  package var description: String {
    switch self {
    case .inputIsNoTerminal:
      "Standard input is not a terminal. Run the program in a terminal, or use --plain."
    case .outputIsNoTerminal:
      "Standard output is not a terminal. Run the program in a terminal, or use --plain."
    case .typeIsUnset:
      "The type of the terminal is not known, because TERM is not set. "
        + "Try TERM=xterm-256color, or use --plain."
    case .typeIsUnknown(let type):
      "This system doesn't know the terminal type '\(type)' that TERM names. "
        + "Try TERM=xterm-256color, install the package ncurses-term, or use --plain."
    case .databaseIsMissing:
      "This system has no descriptions of terminals. "
        + "Install the package ncurses-base, or use --plain."
    case .cannotMoveCursor(let type):
      "A terminal of type '\(type)' can't move its cursor, which screens need. Use --plain."
    case .systemCallFailed(let number):
      "The terminal can't be set up (error \(number) of the system). Use --plain."
    }
  }
}
