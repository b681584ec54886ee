import PracticeCore
import TerminalUI

/// The rows of the home screen.
struct HomeRows {
  /// All rows.
  private(set) var rows: [Line] = []
  /// What can be marked, with the rows that it takes.
  private(set) var items: [(item: HomeScreen.Item, rows: Range<Int>)] = []

  private let columns: Int
  private let symbols: Symbols
  private var isWide: Bool { columns >= 60 }

  /// Lays the screen out in `columns`.
  init(_ overview: HomeOverview, columns: Int, in context: ScreenContext) {
    self.columns = columns
    symbols = context.symbols
    addAttempts(overview.exams, in: context)
    if context.catalog.banks.isEmpty {
      rows += TextWrapping.wrap(Line(HomeWording.noBanks), columns: columns)
      return
    }
    addToday(overview)
    addExam(in: context)
    addActivity(overview)
    rows.append(Line())
    if overview.subjects.isEmpty {
      rows += TextWrapping.wrap(Line(HomeWording.noSubjects), columns: columns)
    } else {
      addSubjects(overview, in: context)
    }
    addExams(overview.exams)
  }

  /// Adds the exams that are under way, before all else: their time may be running.
  private mutating func addAttempts(_ exams: HomeExams, in context: ScreenContext) {
    for (place, attempt) in exams.attempts.enumerated() {
      let left = HomeWording.left(attempt, at: context.clock)
      let title = HomeWording.underWay(symbols.display(attempt.title))
      let answered = HomeWording.answered(attempt)
      var line = Line("\(title), \(answered), \(left)", .chosen)
      if isWide {
        let right = "  \(answered)  \(left)"
        line = Line(title, .chosen).fitted(
          to: columns - indent.count - right.utf8.count, ellipsis: symbols.ellipsis)
        line.append(right, .chosen)
      }
      add(.attempt(place), line)
    }
    if !exams.attempts.isEmpty { rows.append(Line()) }
  }

  private static func width(_ texts: [String]) -> Int {
    texts.map { ColumnWidth.of($0) }.max() ?? 0
  }

  /// Adds the exams that can be sat.
  private mutating func addExams(_ exams: HomeExams) {
    if exams.exams.isEmpty && exams.finished == 0 { return }
    rows.append(Line())
    rows.append(Line(indent) + Line(HomeWording.examsHeading, .heading))
    let lasts = exams.exams.map { Line(HomeWording.last($0, isShort: !isWide)) }
    let lastColumns = lasts.map(\.width).max() ?? 0
    let titles = exams.exams.map { Line(symbols.display($0.blueprint.title)) }
    let room = columns - indent.count - lastColumns - 2
    var sizes = exams.exams.map {
      HomeWording.size($0.blueprint, separator: symbols.separator)
    }
    // Numbers in short rather than titles that differ only where they are cut.
    if (titles.map(\.width).max() ?? 0) + 2 + Self.width(sizes) > room {
      sizes = exams.exams.map { isWide ? HomeWording.shortSize($0.blueprint) : "" }
    }
    let sizeColumns = Self.width(sizes)
    for (place, size) in sizes.enumerated() {
      let used = sizeColumns + (sizeColumns > 0 ? 2 : 0)
      var line = titles[place].fitted(to: max(1, room - used), ellipsis: symbols.ellipsis)
      line.append(contentsOf: Line(size).padded(to: used, .right))
      line.append("  ")
      line.append(contentsOf: lasts[place].padded(to: lastColumns, .right))
      add(.exam(place), line)
    }
    if let lastMock = exams.lastMock {
      let title = Line(HomeWording.lastMock(symbols.display(lastMock.blueprint.title)))
      let long = Line(HomeWording.heldBack(lastMock.blueprint, isShort: false))
      let isShort = indent.count + title.width + 2 + long.width > columns
      let size = isShort ? Line(HomeWording.heldBack(lastMock.blueprint, isShort: true)) : long
      let room = columns - indent.count - size.width - 2
      var line = title.fitted(to: max(1, room), ellipsis: symbols.ellipsis)
      line.append("  ")
      line.append(contentsOf: size)
      add(.lastMock, line)
    }
    if exams.finished > 0 { add(.attempts, Line(HomeWording.attempts(exams.finished))) }
  }

  private mutating func addToday(_ overview: HomeOverview) {
    if overview.subjects.isEmpty { return }
    if !overview.isDone {
      let text = HomeWording.today(overview, separator: symbols.separator, isShort: !isWide)
      let start = rows.count
      rows += labelled("Today", Line(text))
      items.append((.today, start..<rows.count))
      if let backlog = overview.backlog {
        rows += labelled("", Line(PlanWording.backlog(backlog), .muted))
      }
      return
    }
    if let off = overview.dayOff, overview.toReview + overview.new == 0 {
      rows += wrapped(Line(PlanWording.dayOff(next: off.next), .chosen))
    } else {
      rows += wrapped(Line(HomeWording.done(overview), .chosen))
    }
    if isWide { rows.append(Line()) }
    if overview.unseen > 0 { add(.moreNew, Line(HomeWording.moreNewItem)) }
    if overview.mistakes > 0 {
      add(.mistakes, Line(HomeWording.mistakesItem(overview.mistakes)))
    }
    add(.practise, Line(HomeWording.practiseItem))
  }

  private mutating func addExam(in context: ScreenContext) {
    let goal = context.learner.goal
    let exam = goal.exam.map { id in
      symbols.display(context.blueprints.first { $0.id == id }?.title ?? id)
    }
    let date = goal.date.map { date in
      let distance = Phrases.distance(
        days: date.daysSince1970 - context.time.calendarDay.daysSince1970)
      return "\(Phrases.date(date)), \(distance)"
    }
    let result = goal.result.flatMap { $0 == .unsaid ? nil : GoalResultWording.result($0) }
    let text = [exam, date, result].compactMap { $0 }.joined(separator: ", ")
    if text.isEmpty { return }
    rows += labelled("Exam", Line(text))
    if let outlook = context.outlook, let date = goal.date {
      rows += labelled("", Line(PlanWording.outlook(outlook, on: date)))
    }
    if let readiness = readiness(in: context) {
      rows += labelled(isWide ? "Readiness" : "Ready", readiness)
    }
  }

  /// How ready the learner is for the exam, by the newest statistics; nil where there are none.
  private func readiness(in context: ScreenContext) -> Line? {
    guard let statistics = context.statistics,
      let exam = statistics.readiness.first(where: { $0.exam == context.learner.goal.exam })
    else { return nil }
    guard isWide else { return Line(symbols.display(StatisticsWording.short(exam.today))) }
    return Line(
      symbols.display(
        StatisticsWording.likely(exam.today, scale: exam.scale, after: statistics.record)))
  }

  /// Adds how much was answered of late, day by day; on narrow screens the statistics alone have it.
  private mutating func addActivity(_ overview: HomeOverview) {
    guard isWide, overview.showsActivity else { return }
    let most = Double(overview.activity.max() ?? 0)
    var line = Line()
    for answers in overview.activity {
      line.append(symbols.shade(Double(answers) / most), answers > 0 ? .bar : .track)
    }
    if overview.streak.current > 1 {
      line.append("  " + HomeWording.streak(overview.streak))
    }
    rows += labelled(HomeWording.activityLabel, line)
  }

  private mutating func addSubjects(_ overview: HomeOverview, in context: ScreenContext) {
    rows.append(
      Line(indent)
        + fields(Line("Subject"), "due", "new", "seen", Line("remembered")).inRole(.heading)
    )
    for (place, subject) in overview.subjects.enumerated() {
      let title = context.catalog.bank(named: subject.bank)?.title ?? subject.bank
      add(
        .subject(place),
        fields(
          Line(symbols.display(title)), String(subject.due), String(subject.new),
          "\(subject.seen)/\(subject.questions)", recall(subject.recall)))
    }
  }

  private func recall(_ recall: Double?) -> Line {
    guard let recall else { return Line() }
    let percent = Line(Phrases.percent(recall))
    guard isWide else { return percent.padded(to: 5, .right) }
    return ProgressBar(share: recall, columns: 10).line(symbols) + percent.padded(to: 6, .right)
  }

  /// The fields of a row of the table.
  private func fields(
    _ title: Line, _ due: String, _ new: String, _ seen: String, _ recall: Line
  ) -> Line {
    let ends = isWide ? [(due, 5), (new, 5), (seen, 8)] : [(due, 4), (new, 5)]
    let recallColumns = isWide ? 19 : 6
    let used = indent.count + ends.reduce(0) { $0 + $1.1 } + recallColumns
    var line = title.fitted(to: max(1, columns - used), ellipsis: symbols.ellipsis)
    for (text, width) in ends { line.append(contentsOf: Line(text).padded(to: width, .right)) }
    if isWide {
      line.append("   ")
      line.append(contentsOf: recall)
    } else {
      let short = recall.width > 5 ? Line("know") : recall
      line.append(contentsOf: short.padded(to: recallColumns, .right))
    }
    return line
  }

  private var indent: String { isWide ? "   " : "  " }

  private func labelled(_ label: String, _ text: Line) -> [Line] {
    let first = Line(indent) + Line(label, .heading).padded(to: isWide ? 12 : 7)
    return TextWrapping.wrap(
      text, columns: columns, first: first,
      rest: Line(String(repeating: " ", count: first.width)))
  }

  private func wrapped(_ line: Line) -> [Line] {
    TextWrapping.wrap(line, columns: columns, first: Line(indent), rest: Line(indent))
  }

  private mutating func add(_ item: HomeScreen.Item, _ line: Line) {
    let start = rows.count
    rows += TextWrapping.wrap(
      line, columns: columns, first: Line(indent), rest: Line(indent + "  "))
    items.append((item, start..<rows.count))
  }
}
