import ArgumentParser
import TerminalUI

/// Why the full-screen program ended.
enum LoopEnding: Equatable {
  /// The learner left.
  case left
  /// The system asked for it.
  case signal(TerminationSignal)
  /// The terminal is gone.
  case closed

  /// How the process ends: by the numbers that shells show for signals.
  var exitCode: ExitCode {
    switch self {
    case .left: .success
    case .signal(.hangUp), .closed: ExitCode(128 + 1)
    case .signal(.interrupt): ExitCode(128 + 2)
    case .signal(.terminate): ExitCode(128 + 15)
    }
  }
}
