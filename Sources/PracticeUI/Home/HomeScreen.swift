import PracticeCore
import TerminalUI

/// The home screen: today's work, the subjects, and where else to go.
struct HomeScreen: Screen {
  /// What the keys can mean.
  enum Action: Equatable, Sendable {
    case move(Move)
    case open, practise, exams, notes, statistics, browse, settings
  }

  /// What can be marked.
  enum Item: Equatable, Sendable {
    /// Today's work.
    case today
    /// When that is done: five more new questions.
    case moreNew
    /// When that is done: the questions whose newest answer was wrong.
    case mistakes
    /// When that is done: practice.
    case practise
    /// A subject, by its place among those that are studied.
    case subject(Int)
    /// An exam under way, by its place among those.
    case attempt(Int)
    /// An exam that can be sat, by its place among those.
    case exam(Int)
    /// The last mock, for which a form is held back.
    case lastMock
    /// All attempts at exams.
    case attempts
  }

  /// What is shown of the learner.
  var overview: HomeOverview?
  /// What can be marked, from top to bottom.
  var items: [Item] = []
  /// The rows.
  var column = MarkedColumn()
  private var layoutKey: LayoutKey?
  /// The wish to know how ready the learner is for the exam.
  private var wish = StatisticsWish()

  private struct LayoutKey: Equatable, Sendable {
    var overview: HomeOverview.Key
    /// The date, from which the days to the exam are counted.
    var date: CalendarDate
    var columns: Int
    var symbols: Symbols
    /// What the statistics belong to that were computed last.
    var statistics: StatisticsRequest.Key?
    /// What is left of the exams under way, as it is shown.
    var countdowns: [Countdown]
    /// What is expected of the plan.
    var outlook: ExamOutlook?
  }

  var title: String { HomeWording.title }
  /// The date changes, at 04:00 the study day, and the time that is left of exams under way.
  func tickInterval(in context: ScreenContext) -> Int? {
    if wantsReadiness(in: context), wish.isOpen(in: context) { return StatisticsWish.patience }
    let exams = overview?.exams.attempts.filter(\.isRunning) ?? []
    let changes = exams.map { Countdown($0.timer.left(at: context.clock)).millisecondsToNext }
    return (changes.filter { $0 > 0 } + [5000]).min()
  }

  /// Whether how ready the learner is has a place here: there is an exam to be ready for.
  private func wantsReadiness(in context: ScreenContext) -> Bool {
    guard let exam = context.learner.goal.exam, !context.learner.days.isEmpty else { return false }
    return context.blueprints.contains { $0.id == exam }
  }

  mutating func timePassed(in context: ScreenContext) -> [Command] {
    wantsReadiness(in: context) ? wish.commands(in: context) : []
  }

  /// The marked item.
  var markedItem: Item? { column.marked.flatMap { items.indices.contains($0) ? items[$0] : nil } }

  mutating func refresh(in context: ScreenContext) {
    wish.see(in: context)
    let key = HomeOverview.Key(context)
    if overview?.key != key { overview = HomeOverview(in: context) }
    guard let overview else { return }
    let stage = context.stage
    let layout = LayoutKey(
      overview: key, date: context.time.calendarDay, columns: stage.body.columns,
      symbols: context.symbols,
      statistics: context.statisticsKey,
      countdowns: overview.exams.attempts.map { Countdown($0.timer.left(at: context.clock)) },
      outlook: context.outlook)
    if layoutKey != layout {
      let content = HomeRows(overview, columns: stage.body.columns, in: context)
      items = content.items.map(\.item)
      column.set(rows: content.rows, items: content.items.map(\.rows))
      layoutKey = layout
    }
    column.fit(height: stage.body.rows, countsInside: stage.countsInside)
  }

  func keyMap(in context: ScreenContext) -> KeyMap<Action> {
    var bindings: [KeyMap<Action>.Binding] = []
    if let markedItem {
      bindings.append(
        .init(
          .enter, name: "enter", markedItem.verb, help: HomeWording.openHelp, .open, .always))
      if !context.subjects.isEmpty {
        bindings.append(
          .init("p", name: "p", "practise", help: HomeWording.practiseHelp, .practise))
      }
    }
    if items.contains(where: \.isExam) {
      bindings.append(.init("e", name: "e", "exams", help: HomeWording.examsHelp, .exams))
    }
    if context.catalog.banks.contains(where: { !$0.notes.isEmpty }) {
      bindings.append(.init("n", name: "n", "notes", help: "Read the study notes", .notes))
    }
    if !context.learner.days.isEmpty {
      bindings.append(
        .init(
          "s", name: "s", "statistics", help: HomeWording.statisticsHelp, .statistics))
    }
    if !context.catalog.banks.isEmpty {
      bindings.append(
        .init("b", name: "b", "browse", help: "Look through all questions", .browse))
    }
    bindings += [
      .init(",", name: ",", "settings", help: "Change the settings", .settings),
      .init(naming: "q", "q", "quit", .footer),
    ]
    return KeyMap(bindings + KeyMap.moving("row") { .move($0) })
  }

  mutating func perform(_ action: Action, in context: ScreenContext) -> [Command] {
    switch action {
    case .move(let move): column.move(move)
    case .open: return open(in: context)
    case .practise: return practise(in: context)
    case .exams: markExams()
    case .notes:
      return [.open(NotesScreen(startingAt: markedSubject(in: context)?.id, in: context))]
    case .statistics: return [.open(StatisticsScreen())]
    case .browse: return [.open(BrowseScreen(in: context))]
    case .settings: return [.open(SettingsScreen())]
    }
    return []
  }

  mutating func pick(_ item: Int, in context: ScreenContext) -> [Command] {
    if column.marked == item { return open(in: context) }
    column.mark(item)
    return []
  }

  mutating func scroll(by rows: Int, in context: ScreenContext) { column.scroll(by: rows) }

  private func markedSubject(in context: ScreenContext) -> QuestionBank? {
    guard case .subject(let place) = markedItem else { return nil }
    let subjects = context.subjects
    return subjects.indices.contains(place) ? subjects[place] : nil
  }

  /// Marks the next exam, after the last one the first.
  private mutating func markExams() {
    let places = items.indices.filter { items[$0].isExam }
    let marked = column.marked ?? -1
    if let next = places.first(where: { $0 > marked }) ?? places.first { column.mark(next) }
  }

  private func open(in context: ScreenContext) -> [Command] {
    switch markedItem {
    case nil: []
    case .today: study([], new: nil, in: context)
    case .moreNew: study([], new: HomeWording.moreNew, in: context)
    case .mistakes:
      practise(
        QuizSelection(
          banks: context.subjects.map(\.id), count: HomeWording.practiceLength,
          mistakesOnly: true), in: context)
    case .practise: practise(in: context)
    case .attempt(let place): resume(place)
    case .exam(let place): startExam(place, in: context)
    case .lastMock: context.lastMock.map { [.open(ExamStartScreen($0, in: context))] } ?? []
    case .attempts: [.open(ExamHistoryScreen())]
    case .subject:
      if let subject = markedSubject(in: context) {
        study([subject.id], new: nil, in: context)
      } else {
        []
      }
    }
  }

  private func resume(_ place: Int) -> [Command] {
    guard let attempts = overview?.exams.attempts, attempts.indices.contains(place) else {
      return []
    }
    return [.effect(.exam(.resume(attempts[place].id, takesOver: false)))]
  }

  private func startExam(_ place: Int, in context: ScreenContext) -> [Command] {
    guard let exams = overview?.exams.exams, exams.indices.contains(place) else { return [] }
    return [.open(ExamStartScreen(ExamRequest(exams[place].blueprint), in: context))]
  }

  private func practise(in context: ScreenContext) -> [Command] {
    let banks = markedSubject(in: context).map { [$0] } ?? context.subjects
    return practise(
      QuizSelection(banks: banks.map(\.id), count: HomeWording.practiceLength), in: context)
  }

  private func study(
    _ banks: [String], new: Int?, in context: ScreenContext
  ) -> [Command] {
    if let session = SessionScreen(studying: banks, new: new, limit: nil, in: context) {
      return [.open(session)]
    }
    return [.say(banks.count == 1 ? HomeWording.nothingDueHere : HomeWording.nothingDue)]
  }

  private func practise(_ selection: QuizSelection, in context: ScreenContext) -> [Command] {
    if !selection.banks.isEmpty,
      let session = SessionScreen(
        practising: selection, seed: nil, schedules: true, in: context)
    {
      return [.open(session)]
    }
    return [.say(HomeWording.nothingFits)]
  }
}

extension HomeScreen.Item {
  /// What Enter does with it, for the footer.
  var verb: String {
    switch self {
    case .today, .moreNew, .subject: "study"
    case .mistakes, .practise: "practise"
    case .attempt: "go on"
    case .exam, .lastMock, .attempts: "open"
    }
  }

  /// Whether it is an exam.
  var isExam: Bool {
    switch self {
    case .attempt, .exam, .lastMock, .attempts: true
    case .today, .moreNew, .mistakes, .practise, .subject: false
    }
  }
}
