import PracticeCore
import TerminalUI

/// The rows of the screen before an exam: what it is, what holds in it, what it draws from.
struct ExamStartRows {
  /// All rows.
  private(set) var rows: [Line] = []

  private let columns: Int
  private let symbols: Symbols
  private var isWide: Bool { QuestionTexts.isWide(columns) }
  private var margin: Int { isWide ? 1 : 0 }

  /// Lays the screen out in `columns`.
  init(_ screen: ExamStartScreen, columns: Int, in context: ScreenContext) {
    self.columns = columns
    symbols = context.symbols
    let blueprint = screen.blueprint
    for attempt in context.learner.openAttempts {
      guard let start = attempt.start else { continue }
      addText(
        ExamStartWording.underWay(symbols.display(start.title), stops: start.isPausable), .warning)
    }
    switch screen.paper {
    case .failure(let failure):
      for (index, text) in ExamStartWording.failure(failure).enumerated() {
        addText(symbols.display(text), index == 0 ? .warning : .body, isLast: false)
      }
    case .success(let paper): add(paper, of: screen, in: context)
    }
    if let description = blueprint.description { addDescription(description) }
  }

  /// Adds what the author says of the exam; last, since the rules above are what has to be known.
  private mutating func addDescription(_ text: String) {
    rows.append(Line())
    rows.append(indent + Line(ExamStartWording.about, .heading))
    let text = TextLayout.rows(text, columns: columns - 2 * margin, symbols: symbols)
    rows += text.map { indent + $0 }
  }

  private var indent: Line { Line(String(repeating: " ", count: margin)) }

  /// How many questions of another form are held back for the last mock.
  private func heldBack(
    _ paper: ExamPaper, of screen: ExamStartScreen, _ context: ScreenContext
  ) -> Int {
    screen.request.heldBack != nil
      ? 0
      : paper.items.count { context.learner.isHeldBack($0.question.id, on: context.day) }
  }

  /// How likely it is to be passed, by the newest statistics; nil while there are none, or where
  /// nothing is known of such exams.
  private func readiness(of screen: ExamStartScreen, in context: ScreenContext) -> String? {
    let exam = screen.blueprint
    guard let statistics = context.statistics,
      let readiness = statistics.readiness.first(where: { $0.exam == exam.id })
    else { return nil }
    return ExamStartWording.readiness(readiness, of: screen.request)
  }

  private mutating func add(
    _ paper: ExamPaper, of screen: ExamStartScreen, in context: ScreenContext
  ) {
    let blueprint = screen.blueprint
    let terms = screen.terms
    if screen.request.asksName {
      add("Name", screen.name.isEmpty ? ExamStartWording.noName : symbols.display(screen.name))
    }
    add("Questions", ExamStartWording.questions(paper, minutes: blueprint.minutes))
    add("Counted", ExamStartWording.counted(paper))
    add("Scoring", ExamStartWording.scoring(blueprint.scoring))
    add("Passing", ExamStartWording.passing(blueprint.scale))
    add("Moving", ExamStartWording.moving(blueprint.navigation))
    add("Clock", ExamStartWording.clock(blueprint.clock, withPauses: terms.withPauses))
    add("Extra time", ExamStartWording.extra(terms.extra, minutes: blueprint.minutes))
    add("Form", ExamStartWording.form(screen.request))
    add("New to you", ExamStartWording.new(paper, heldBack: heldBack(paper, of: screen, context)))
    if let lastMock = screen.lastMock(in: context) {
      add("Last mock", ExamStartWording.lastMock(lastMock.blueprint.questions))
    }
    if let readiness = readiness(of: screen, in: context) { add("Readiness", readiness) }
    rows.append(Line())
    addSections(paper)
  }

  private mutating func addText(_ text: String, _ style: Style, isLast: Bool = true) {
    rows += TextWrapping.wrap(
      Line(text, style), columns: columns - margin, first: indent, rest: indent)
    if isLast { rows.append(Line()) }
  }

  /// Adds a text beside its heading, or below it on narrow screens.
  private mutating func add(_ label: String, _ text: String) {
    let heading = indent + Line(label, .heading)
    let first = isWide ? heading.padded(to: 13) : Line("  ")
    if !isWide { rows.append(heading) }
    rows += TextWrapping.wrap(
      Line(text), columns: columns - margin, first: first,
      rest: Line(String(repeating: " ", count: first.width)))
  }

  private mutating func addSections(_ paper: ExamPaper) {
    let number = 11
    let titleColumns = max(1, columns - 2 * margin - number)
    rows.append(
      indent + Line("Section", .heading).padded(to: titleColumns)
        + Line("questions", .heading).padded(to: number, .right))
    for (place, section) in paper.blueprint.sections.enumerated() {
      let count = paper.items.count { $0.section == place }
      let title = TextWrapping.wrap(
        Line(symbols.display(section.title)), columns: titleColumns, hanging: 2)
      for (index, line) in title.enumerated() {
        let isLast = index == title.count - 1
        rows.append(
          indent + line.padded(to: titleColumns)
            + (isLast ? Line("\(count)").padded(to: number, .right) : Line()))
      }
    }
  }
}
