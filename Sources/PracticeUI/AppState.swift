import FSRS
package import PracticeCore
package import TerminalUI

/// All that the program shows and knows: changed by messages, drawn as frames.
///
/// ```swift
/// var state = AppState(catalog: catalog, …, start: .home)
/// let effects = state.update(.input(.key(.enter)), at: now)
/// session.draw(state.view())
/// ```
///
/// It does nothing outside of itself: what is to be done comes back as effects.
package struct AppState: Equatable, Sendable {
  /// What every screen can look at.
  var context: ScreenContext
  /// The screens that lie on each other; never empty, the last is on top.
  var screens: [AnyScreen]
  /// What was said because time has passed, as long as something else is shown or asked.
  var waitingRemark: ScreenContext.Remark?
  /// For what it was last asked what will come of the plan.
  var outlookKey: OutlookKey?
  private var random: SplitMix64

  /// Makes the state of a program that starts.
  ///
  /// - Parameters:
  ///   - catalog: the banks at hand.
  ///   - blueprints: the exams at hand.
  ///   - learner: what is known of the learner.
  ///   - appearance: the settings of appearance.
  ///   - symbols: the signs that the terminal can show: what `auto` stands for.
  ///   - themes: the names of the themes at hand.
  ///   - size: the size of the screen.
  ///   - time: now.
  ///   - clock: the same moment on the machine's clocks; nil for a machine with a single one.
  ///   - seed: where the drawing and shuffling of questions starts.
  ///   - start: what is on the screen first.
  package init(
    catalog: QuestionCatalog, blueprints: [Blueprint], learner: LearnerState,
    appearance: AppearanceSettings, symbols: Symbols, themes: [String], size: Size,
    time: LocalTime, clock: ClockReading? = nil, seed: UInt64, start: StartScreen
  ) {
    random = SplitMix64(seed: seed)
    context = ScreenContext(
      catalog: catalog, blueprints: blueprints, learner: learner, appearance: appearance,
      terminalSymbols: symbols, themes: themes, size: size, time: time,
      clock: clock ?? ClockReading(wallOnly: time.at), seed: random.next())
    opening = start.opening
    let (screen, notice) = start.screen(in: context)
    screens = [screen]
    context.remark = notice.map { .notice($0) }
    opening += lookAhead()
    refresh()
  }

  /// What is to be done before anything else.
  package private(set) var opening: [Effect]

  /// After how many milliseconds something on the screen changes by itself, so that a tick is
  /// wanted; nil where nothing does.
  package var tickInterval: Int? {
    let covered = screens.dropLast().compactMap { $0.screen.wakeInterval(in: context) }
    return (covered + [top.tickInterval(in: context)].compactMap { $0 }).min()
  }

  /// The screen that is seen and gets the keys.
  var top: any Screen {
    get { screens[screens.count - 1].screen }
    set { screens[screens.count - 1].screen = newValue }
  }

  /// Lets the topmost screen lay itself out for what the context is now.
  mutating func refresh() {
    // Below the smallest size nothing is shown, and everything stays as it was.
    if context.isTooSmall { return }
    context.entry = top.entry
    screens[screens.count - 1].screen.refresh(in: context)
  }

  /// Draws the number at which the next screen starts what it shuffles.
  mutating func drawSeed() { context.seed = random.next() }
}

extension StartScreen {
  /// What is to be done before anything else.
  var opening: [Effect] {
    if case .resume(let attempt) = self { return [.exam(.resume(attempt, takesOver: false))] }
    return []
  }

  /// What is said of reviews that have piled up; nil where there are none.
  private static func backlog(in context: ScreenContext) -> String? {
    let plan = ExamPlan(
      of: context.learner, in: context.catalog, blueprints: context.blueprints, at: context.time)
    return Backlog(
      of: context.learner, plan: plan, banks: context.subjects, at: context.time
    ).map(PlanWording.backlog)
  }

  /// The first screen, and what is to be said with it.
  func screen(in context: ScreenContext) -> (screen: AnyScreen, notice: String?) {
    switch self {
    case .home:
      FirstStartScreen.isNeeded(in: context)
        ? (AnyScreen(FirstStartScreen(in: context)), nil)
        : GoalResultScreen.isNeeded(in: context)
          ? (AnyScreen(GoalResultScreen(context.learner.goal)), nil)
          : (AnyScreen(HomeScreen()), nil)
    case .study(let banks, let new, let limit):
      if let session = SessionScreen(
        studying: banks, new: new, limit: limit, in: context)
      {
        (AnyScreen(session), Self.backlog(in: context))
      } else {
        (AnyScreen(HomeScreen()), HomeWording.nothingDue)
      }
    case .studyOnly(let questions):
      if let session = SessionScreen(studyingOnly: questions, in: context) {
        (AnyScreen(session), nil)
      } else {
        (AnyScreen(HomeScreen()), StatisticsWording.noneConfidentlyWrong)
      }
    case .quiz(let selection, let seed, let schedules):
      if let session = SessionScreen(
        practising: selection, seed: seed, schedules: schedules, in: context)
      {
        (AnyScreen(session), nil)
      } else {
        (AnyScreen(HomeScreen()), HomeWording.nothingFits)
      }
    case .exam(let request): (AnyScreen(ExamStartScreen(request, in: context)), nil)
    case .resume: (AnyScreen(HomeScreen()), nil)
    case .examHistory: (AnyScreen(ExamHistoryScreen()), nil)
    case .watch(let watched): (AnyScreen(WatchScreen(watched)), nil)
    case .notes(let bank, let objective):
      (NotesScreen.opening(bank: bank, objective: objective, in: context), nil)
    }
  }
}
