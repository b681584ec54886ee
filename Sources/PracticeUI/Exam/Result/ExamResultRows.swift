import PracticeCore
import TerminalUI

/// The rows of an exam's result.
struct ExamResultRows {
  /// All rows.
  private(set) var rows: [Line] = []
  /// The rows of each objective to be studied next.
  private(set) var items: [Range<Int>] = []

  private let review: ExamReview
  private let remarks: ExamResultRemarks
  private let columns: Int
  private let symbols: Symbols
  private var isWide: Bool { QuestionTexts.isWide(columns) }
  private var outcome: ExamOutcome { review.exam.outcome }
  /// Whether marks can differ from right answers.
  private var isMarked: Bool { review.exam.paper.blueprint.scoring == .netCorrect }

  /// How many objectives to study next are listed at most: more would be no advice.
  static let mostObjectives = 10

  /// Puts the rows together.
  init(
    _ review: ExamReview, _ remarks: ExamResultRemarks = ExamResultRemarks(), columns: Int,
    symbols: Symbols
  ) {
    self.review = review
    self.remarks = remarks
    self.columns = columns
    self.symbols = symbols
    addScore()
    rows.append(Line())
    addSentences()
    rows.append(Line())
    addSections()
    rows.append(Line())
    addFacts()
    addObjectives()
  }

  private var margin: Line { Line(isWide ? " " : "") }
  private var indent: String { isWide ? "   " : "" }

  private mutating func addScore() {
    let (score, scale) = (outcome.score, outcome.scale)
    let style = Style(score.isPassed ? .right : .wrong, .bold)
    var line = Line(indent)
    line.append(ExamResultWording.score(score, on: scale), Style(.heading, .bold))
    line.append("   ")
    line.append(ExamResultWording.verdict(score), style)
    if isWide {
      line = line.padded(to: max(24, line.width + 3))
      let bar = ScoreBar(
        score, on: scale, columns: columns - line.width - indent.count, symbols: symbols)
      rows.append(line + bar.scale)
      rows.append(Line(String(repeating: " ", count: line.width)) + bar.label)
    } else {
      let bar = ScoreBar(score, on: scale, columns: columns, symbols: symbols)
      rows += [line, bar.scale, bar.label]
    }
  }

  private mutating func addSentences() {
    let exam = review.exam
    var sentences = ExamResultWording.counts(outcome, marks: isMarked)
    sentences += [
      ExamResultWording.caveat(outcome.scale, marks: isMarked),
      ExamResultWording.ending(exam, open: review.openPlaces.count),
    ]
    if let terms = ExamResultWording.terms(exam) { sentences.append(terms) }
    if remarks.isLastMock { sentences.append(ExamResultWording.lastMock) }
    if let candidate = exam.start.candidate { sentences.append("Candidate: \(candidate)") }
    for sentence in sentences {
      rows += TextWrapping.wrap(
        Line(symbols.display(sentence)), columns: columns - indent.count, first: Line(indent),
        rest: Line(indent + (isWide ? "" : "  ")))
    }
  }

  // MARK: Sections

  private var rightColumns: Int { 9 }
  private var marksColumns: Int { isMarked ? 8 : 0 }
  private var tailColumns: Int { 2 + 8 + 6 + 2 + ExamResultWording.needsWork.count }

  private mutating func addSections() {
    if isWide {
      let title = titleColumns
      var heading =
        Line(indent) + Line(ExamResultWording.section).padded(to: title)
        + Line(ExamResultWording.right).padded(to: rightColumns, .right)
      if isMarked {
        heading.append(
          contentsOf: Line(ExamResultWording.marks).padded(to: marksColumns, .right))
      }
      heading.append(contentsOf: Line(ExamResultWording.share).padded(to: 16, .right))
      rows.append(heading.inRole(.heading))
    } else {
      rows.append(Line(ExamResultWording.section, .heading))
    }
    for section in outcome.score.sections { add(section) }
  }

  private var titleColumns: Int {
    max(12, columns - indent.count - rightColumns - marksColumns - tailColumns)
  }

  private mutating func add(_ section: ExamScore.Section) {
    let right = Line("\(section.right) of \(section.questions)")
    let marks = isMarked ? ExamResultWording.marks(section.marks) : nil
    let bar = ProgressBar(share: section.share, columns: isWide ? 8 : 6).line(symbols)
    let share = Line(ExamResultWording.share(of: section, on: outcome.scale))
    let standing =
      section.meetsStandard
      ? Line(ExamResultWording.meets, .right) : Line(ExamResultWording.needsWork, .warning)
    let title = Line(symbols.display(section.title))
    guard isWide else {
      rows += TextWrapping.wrap(title, columns: columns, first: Line("  "), rest: Line("    "))
      var line = Line("  ") + right.padded(to: 8, .right)
      if let marks { line.append("  \(marks)") }
      line.append("  ")
      line.append(contentsOf: bar + share.padded(to: 6, .right))
      if line.width + 2 + standing.width <= columns {
        rows.append(line.appending("  ") + standing)
      } else {
        rows += [line, Line("  ") + standing.padded(to: columns - 2, .right)]
      }
      return
    }
    var figures = right.padded(to: rightColumns, .right)
    if let marks {
      figures.append(contentsOf: Line(marks).padded(to: marksColumns, .right))
    }
    figures.append("  ")
    figures.append(contentsOf: bar + share.padded(to: 6, .right))
    figures.append("  ")
    figures.append(contentsOf: standing)
    let titles = TextWrapping.wrap(title, columns: titleColumns)
    rows += titles.enumerated().map { index, line in
      index == 0
        ? Line(indent) + line.padded(to: titleColumns) + figures : Line(indent + "  ") + line
    }
  }

  // MARK: Facts

  private mutating func addFacts() {
    let result = review.result
    if let forecast = remarks.forecast { add(ExamResultWording.forecast, forecast) }
    if review.uncounted.total > 0 {
      add(ExamResultWording.uncounted, ExamResultWording.uncounted(review.uncounted))
    }
    add(ExamResultWording.time, ExamResultWording.time(review.exam, answers: result.answers))
    let slowest = result.slowest(3).map { answer in
      "\(ExamResultWording.number(answer.place))\u{A0}"
        + ExamResultWording.minutes(Int64(answer.milliseconds))
    }
    if !slowest.isEmpty { add(ExamResultWording.slowest, slowest.joined(separator: "   ")) }
    add(
      ExamResultWording.changed,
      ExamResultWording.changed(toRight: result.changedToRight, toWrong: result.changedToWrong))
    add(ExamResultWording.flagged, ExamResultWording.flagged(review.flagged))
    let open = review.openPlaces
    if !open.isEmpty {
      add(ExamResultWording.open, ExamResultWording.open(open))
    }
  }

  private var labelColumns: Int { isWide ? 13 : 11 }

  private mutating func add(_ label: String, _ text: String) {
    let first = Line(indent) + Line(label, .heading).padded(to: labelColumns)
    rows += TextWrapping.wrap(
      Line(symbols.display(text)), columns: columns - (isWide ? 1 : 0), first: first,
      rest: Line(String(repeating: " ", count: first.width)))
  }

  // MARK: What to study

  private mutating func addObjectives() {
    rows.append(Line())
    let heading = Line(indent) + Line(ExamResultWording.studyNext, .heading)
    let objectives = review.result.objectivesToStudy.prefix(Self.mostObjectives)
    if objectives.isEmpty {
      let text =
        review.missedPlaces.isEmpty ? ExamResultWording.nothingToStudy : ExamResultWording.noTopics
      add(ExamResultWording.studyNext, text)
      return
    }
    rows.append(heading)
    let lead = isWide ? "     " : "  "
    for objective in objectives {
      let start = rows.count
      let count = Line("  \(ExamResultWording.objective(objective.count))", .muted)
      let title = symbols.display(
        objective.title ?? objective.objective.split(separator: "/").last.map(String.init) ?? "")
      var titles = TextWrapping.wrap(
        Line(title), columns: columns - (isWide ? 1 : 0), first: Line(lead),
        rest: Line(lead + "  "))
      if let last = titles.last, last.width + count.width <= columns {
        titles[titles.count - 1] = last + count
      } else {
        titles.append(Line(lead) + count)
      }
      rows += titles
      items.append(start..<rows.count)
    }
  }
}
