package import PracticeCore
import TerminalUI

extension AppState {
  /// Takes a message in; total, and without any effect of its own.
  ///
  /// - Parameters:
  ///   - message: what happened.
  ///   - time: now.
  ///   - clock: the same moment on the machine's clocks; nil for a machine with a single one.
  /// - Returns: what to do, in this order.
  package mutating func update(
    _ message: Message, at time: LocalTime, clock: ClockReading? = nil
  ) -> [Effect] {
    context.time = time
    context.clock = clock ?? ClockReading(wallOnly: time.at)
    drawSeed()
    // What time has ended must not be changed by a key that came late.
    var effects = passTime()
    effects += take(message)
    if context.remark == nil { context.remark = waitingRemark }
    if context.remark == waitingRemark { waitingRemark = nil }
    effects += lookAhead()
    refresh()
    return effects
  }

  /// Wants to know what will come of the plan, where that is shown and something has changed since.
  mutating func lookAhead() -> [Effect] {
    guard top is HomeScreen || top is SettingsScreen else { return [] }
    let key = OutlookKey(
      goal: context.learner.goal, learnerVersion: context.learnerVersion, day: context.day)
    guard key != outlookKey else { return [] }
    // What was expected for another goal is no answer to this one.
    if key.goal != outlookKey?.goal { context.outlook = nil }
    let isPlanned = StudyCalendar(key.goal, from: key.day) != nil
    if !isPlanned { context.outlook = nil }
    outlookKey = key
    return isPlanned ? [.lookAhead] : []
  }

  /// What the expectation depends on.
  struct OutlookKey: Equatable, Sendable {
    var goal: ExamGoal
    var learnerVersion: Int
    var day: CalendarDate
  }

  /// Lets time pass for every screen.
  ///
  /// What is said then takes no key away: not the one that is just being taken in, and none that
  /// answers a question.
  private mutating func passTime() -> [Effect] {
    let shown = context.remark
    let effects = eachScreen { $0.timePassed(in: $1) }
    if let said = context.remark, said != shown {
      waitingRemark = said
      if case .question = shown { context.remark = shown }
    }
    return effects
  }

  private mutating func take(_ message: Message) -> [Effect] {
    switch message {
    case .input(let event): return take(event)
    case .tick: return []
    case .recorded(let event): return take(event)
    case .saving(let problem): context.savingProblem = problem
    case .learnerReplaced(let learner):
      context.learner = learner
      context.learnerVersion += 1
    case .outlook(let outlook):
      // It may have been under way when its goal went.
      if StudyCalendar(context.learner.goal, from: context.day) != nil { context.outlook = outlook }
    case .exam(let news): return take(news)
    case .fit(let news): return eachScreen { $0.heard(news, in: $1) }
    case .watched(let bank): return take(bank)
    case .edited(let bank, let was): context.replaceBank(was, by: bank)
    case .statistics(let statistics, let key):
      context.statistics = statistics
      context.statisticsKey = key
    case .notice(let text): context.remark = .notice(text)
    }
    return []
  }

  private mutating func take(_ bank: WatchedBank) -> [Effect] {
    eachScreen { screen, _ in
      guard var watch = screen as? WatchScreen else { return [] }
      let commands = watch.show(bank)
      screen = watch
      return commands
    }
  }

  /// Lets every screen do something, the topmost first.
  mutating func eachScreen(
    _ act: (inout any Screen, ScreenContext) -> [Command]
  ) -> [Effect] {
    var effects: [Effect] = []
    for index in screens.indices.reversed() where index < screens.count {
      let commands = act(&screens[index].screen, context)
      effects += run(commands)
    }
    return effects
  }

  private mutating func take(_ event: Event) -> [Effect] {
    var effects: [Effect] = []
    if !context.learner.apply(event) { effects.append(.replay) }
    context.learnerVersion += 1
    return effects + eachScreen { $0.recorded(event, in: $1) }
  }

  private mutating func take(_ event: InputEvent) -> [Effect] {
    switch event {
    case .key(let key): return take(key)
    case .paste(let text):
      if context.isTooSmall || isAsking { return [] }
      if top.takesText { return run(screens[screens.count - 1].screen.paste(text, in: context)) }
    case .mouse(let mouse): return take(mouse)
    case .resize(let size): context.size = size
    case .signal, .closed: return eachScreen { $0.interrupted(in: $1) } + [.quit]
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
      return confirmation.isAnswered(by: key) ? run(confirmation.commands) : []
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

  /// Does what a screen wants done.
  mutating func run(_ commands: [Command]) -> [Effect] {
    var effects: [Effect] = []
    for command in commands {
      switch command {
      case .effect(let effect):
        if case .statistics(let request) = effect { context.askedStatistics = request.key }
        effects.append(effect)
      case .open(let screen): screens.append(screen)
      case .replace(let screen): screens[screens.count - 1] = screen
      case .close:
        if screens.count > 1 { screens.removeLast() } else { effects += leaveProgram() }
      case .goHome:
        screens = [AnyScreen(HomeScreen())]
        // What a screen asked that is gone can't be answered any more.
        if isAsking { context.remark = nil }
      case .say(let text): context.remark = .notice(text)
      case .ask(let confirmation): context.remark = .question(confirmation)
      case .confirmed: effects += run(screens[screens.count - 1].screen.confirmed(in: context))
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
