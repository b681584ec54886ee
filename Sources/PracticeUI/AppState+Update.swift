package import PracticeCore
import TerminalUI

extension AppState {
  /// Takes a message in; total, and without any effect of its own.
  ///
  /// - Parameters:
  ///   - message: what happened.
  ///   - time: now.
  /// - Returns: what to do, in this order.
  package mutating func update(_ message: Message, at time: LocalTime) -> [Effect] {
    context.time = time
    switch message {
    case .input(let event): return handle(event)
    case .tick: return []
    case .recorded(let event): return context.learner.apply(event) ? [] : [.replay]
    case .saving(let problem): savingProblem = problem
    case .learnerReplaced(let learner): context.learner = learner
    case .notice(let text): notice = text
    }
    return []
  }

  private mutating func handle(_ event: InputEvent) -> [Effect] {
    switch event {
    case .key(let key):
      notice = nil
      switch key {
      case .control("l"): return [.redraw]
      case .control("z"): return [.suspend]
      case .control("c"), "q": return [.quit]
      default: return []
      }
    case .resize(let size): context.size = size
    case .signal, .closed: return [.quit]
    case .paste, .mouse, .wake: break
    }
    return []
  }
}
