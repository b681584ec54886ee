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
    drawSeed()
    let effects: [Effect]
    switch message {
    case .input(let event): effects = take(event)
    case .tick: effects = []
    case .recorded(let event): effects = take(event)
    case .saving(let problem):
      context.savingProblem = problem
      effects = []
    case .learnerReplaced(let learner):
      context.learner = learner
      context.learnerVersion += 1
      effects = []
    case .notice(let text):
      context.remark = .notice(text)
      effects = []
    }
    refresh()
    return effects
  }

  private mutating func take(_ event: Event) -> [Effect] {
    var effects: [Effect] = []
    if !context.learner.apply(event) { effects.append(.replay) }
    context.learnerVersion += 1
    for index in screens.indices.reversed() where index < screens.count {
      effects += run(screens[index].screen.recorded(event, in: context))
    }
    return effects
  }

  private mutating func take(_ event: InputEvent) -> [Effect] {
    switch event {
    case .key(let key): return take(key)
    case .paste(let text):
      if context.isTooSmall || isAsking { return [] }
      if top.takesText { screens[screens.count - 1].screen.paste(text, in: context) }
    case .mouse(let mouse): return take(mouse)
    case .resize(let size): context.size = size
    case .signal, .closed: return [.quit]
    case .wake: break
    }
    return []
  }

  private var isAsking: Bool {
    if case .question = context.remark { return true }
    return false
  }

  private mutating func take(_ key: Key) -> [Effect] {
    switch key {
    case .control("l"): return [.redraw]
    case .control("z"): return [.suspend]
    default: break
    }
    if context.isTooSmall {
      // What can't be seen can't be meant, except to leave.
      return (key == "q" || key == .control("c")) && context.savingProblem == nil ? [.quit] : []
    }
    let remark = context.remark
    context.remark = nil
    if case .question(let confirmation) = remark {
      return key == "y" || key == "Y" ? run(confirmation.commands) : []
    }
    switch key {
    case .control("c"): return leave()
    case "q" where !top.takesText: return leave()
    case "?" where !top.takesText:
      if top is HelpScreen { return leave() }
      return run([.open(HelpScreen(top.help(in: context)))])
    default: return run(screens[screens.count - 1].screen.handle(key, in: context))
    }
  }

  private mutating func leave() -> [Effect] {
    run(screens[screens.count - 1].screen.leave(in: context))
  }

  private mutating func take(_ mouse: MouseEvent) -> [Effect] {
    if context.isTooSmall { return [] }
    switch mouse.kind {
    case .press(.left):
      switch view().target(at: mouse.position) {
      case .key(let key): return take(key)
      case .item(let item):
        if isAsking { return [] }
        context.remark = nil
        return run(screens[screens.count - 1].screen.pick(item, in: context))
      case nil: return []
      }
    case .wheelUp: screens[screens.count - 1].screen.scroll(by: -3, in: context)
    case .wheelDown: screens[screens.count - 1].screen.scroll(by: 3, in: context)
    case .press, .release: break
    }
    return []
  }

  private mutating func run(_ commands: [Command]) -> [Effect] {
    var effects: [Effect] = []
    for command in commands {
      switch command {
      case .effect(let effect): effects.append(effect)
      case .open(let screen): screens.append(screen)
      case .replace(let screen): screens[screens.count - 1] = screen
      case .close:
        if screens.count > 1 { screens.removeLast() } else { effects += leaveProgram() }
      case .goHome: screens = [AnyScreen(HomeScreen())]
      case .say(let text): context.remark = .notice(text)
      case .ask(let confirmation): context.remark = .question(confirmation)
      case .change(let appearance): effects += change(to: appearance)
      }
    }
    return effects
  }

  private mutating func leaveProgram() -> [Effect] {
    guard context.savingProblem != nil else { return [.quit] }
    context.remark = .question(
      Confirmation(
        text: "Your newest answers are not saved yet. Leave? Swot says where it puts them.",
        label: "leave", commands: [.effect(.quit)]))
    return []
  }

  private mutating func change(to appearance: AppearanceSettings) -> [Effect] {
    let old = context.appearance
    if old == appearance { return [] }
    context.appearance = appearance
    var effects: [Effect] = []
    if appearance.mouse != old.mouse { effects.append(.setMouse(appearance.mouse)) }
    if appearance.theme != old.theme { effects.append(.setTheme(appearance.theme)) }
    effects.append(.saveAppearance(appearance))
    return effects
  }
}
