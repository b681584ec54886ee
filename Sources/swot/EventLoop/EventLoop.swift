import PracticeCore
import PracticeUI
import TerminalUI

/// Joins the screens with the terminal and the disk: draw, wait, update, carry out, again.
///
/// It is synchronous and runs on one thread (Decisions/0001). An event that the screens show as
/// recorded has been given to the journal before the frame is drawn.
struct EventLoop<Effects: EffectRunning> {
  /// All that the screens show and know.
  private(set) var state: AppState
  /// What reaches beyond the terminal.
  private(set) var effects: Effects
  private let clock: Clock
  private var ending: LoopEnding?

  /// How long nothing may happen while something waits to be written again, in milliseconds.
  static var retryInterval: Int { 1000 }

  /// Makes a loop.
  init(state: AppState, effects: Effects, clock: Clock) {
    self.state = state
    self.effects = effects
    self.clock = clock
  }

  /// Runs until the learner leaves or the system asks for it.
  ///
  /// - Parameters:
  ///   - session: The terminal.
  ///   - appearance: How everything looks at first.
  ///   - notices: What is to be said first.
  /// - Returns: Why it ended.
  mutating func run<Session: TerminalSession & ~Copyable>(
    on session: inout Session, appearance: AppearanceSettings, notices: [String] = []
  ) -> LoopEnding {
    ending = nil
    if appearance.mouse { session.setMouse(true) }
    session.watch(effects.watched)
    take(setTheme(appearance.theme, on: &session) + notices.map(Message.notice), on: &session)
    carryOut(state.opening, on: &session)
    while ending == nil {
      session.draw(state.view())
      guard let event = session.nextEvent(timeoutMilliseconds: timeout) else {
        // Who was stopped for a while may have been replaced.
        take(
          effects.lookAround() + (effects.hasUnsaved ? effects.retry() : []) + [.tick],
          on: &session)
        continue
      }
      if case .key = event { effects.noteKey(at: clock.now.at) }
      take([.input(event)], on: &session)
      switch event {
      case .signal(let signal): ending = .signal(signal)
      case .closed: ending = .closed
      case .wake:
        take(effects.awoken(), on: &session)
        session.watch(effects.watched)
      default: break
      }
    }
    return ending ?? .left
  }

  /// How long to wait for an event; nil where nothing changes by itself.
  private var timeout: Int? {
    let tick = state.tickInterval
    return effects.hasUnsaved ? min(tick ?? Self.retryInterval, Self.retryInterval) : tick
  }

  /// Updates the screens and carries out what they want, in order, until nothing is left.
  private mutating func take<Session: TerminalSession & ~Copyable>(
    _ messages: [Message], on session: inout Session
  ) {
    var wanted: [Effect] = []
    for message in messages { wanted += update(message) }
    carryOut(wanted, on: &session)
  }

  private mutating func update(_ message: Message) -> [Effect] {
    let (time, reading) = clock.moment
    return state.update(message, at: time, clock: reading)
  }

  /// Carries out what the screens want, and what they want after that.
  private mutating func carryOut<Session: TerminalSession & ~Copyable>(
    _ effects: [Effect], on session: inout Session
  ) {
    var wanted = effects
    var next = 0
    while next < wanted.count {
      let results = run(wanted[next], on: &session)
      next += 1
      for message in results { wanted += update(message) }
    }
  }

  private mutating func run<Session: TerminalSession & ~Copyable>(
    _ effect: Effect, on session: inout Session
  ) -> [Message] {
    switch effect {
    case .append(let content):
      return effects.append(
        content, at: state.learner.time(toRecord: content, at: clock.now))
    case .exam(let effect): return effects.run(effect, at: clock)
    case .fit(let effect):
      let messages = effects.run(effect)
      session.watch(effects.watched)
      return messages
    case .replay: return effects.replay()
    case .lookAhead:
      return effects.lookAhead(
        for: state.learner, in: state.catalog, blueprints: state.blueprints, at: clock.now)
    case .statistics(let request): return effects.run(request)
    case .edit(let question):
      return effects.edit(question) { work in
        session.lend()
        work()
        session.takeBack()
      }
    case .saveAppearance(let appearance): return effects.save(appearance)
    case .setTheme(let name): return setTheme(name, on: &session)
    case .setMouse(let isOn): session.setMouse(isOn)
    case .redraw: session.redrawAll()
    case .suspend: session.suspend()
    case .quit: ending = .left
    }
    return []
  }

  private func setTheme<Session: TerminalSession & ~Copyable>(
    _ name: String, on session: inout Session
  ) -> [Message] {
    do {
      session.setTheme(try effects.theme(named: name))
      return []
    } catch {
      return [.notice("\(error)")]
    }
  }
}
