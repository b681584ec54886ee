import PracticeCore
import TerminalUI

/// What an exam came to: the score as it was reported, how it came about, and what to study next.
struct ExamResultScreen: Screen {
  /// What the keys can mean.
  enum Action: Equatable, Sendable {
    case move(Move)
    case walk, learn, writeResult, writeReport, notes
  }

  /// The attempt.
  let review: ExamReview
  private var column = MarkedColumn()
  private var layoutKey: LayoutKey?
  /// The wish to know what was forecast of it.
  private var wish = StatisticsWish()

  private struct LayoutKey: Equatable, Sendable {
    var texts: QuestionTexts.Key
    var remarks: ExamResultRemarks
  }

  /// Shows what came of an attempt.
  init(_ exam: FinishedExam, in context: ScreenContext) { review = ExamReview(exam) }

  var title: String { ExamResultWording.title }

  mutating func refresh(in context: ScreenContext) {
    wish.see(in: context)
    let stage = context.stage
    let key = LayoutKey(
      texts: QuestionTexts.Key(columns: stage.body.columns, charset: context.symbols.charset),
      remarks: ExamResultRemarks(on: review.exam, in: context))
    if layoutKey != key {
      let content = ExamResultRows(
        review, key.remarks, columns: key.texts.columns, symbols: context.symbols)
      column.set(rows: content.rows, items: content.items)
      layoutKey = key
    }
    column.fit(height: stage.body.rows, countsInside: stage.countsInside)
  }

  func tickInterval(in context: ScreenContext) -> Int? {
    wish.isOpen(in: context) ? StatisticsWish.patience : nil
  }

  mutating func timePassed(in context: ScreenContext) -> [Command] { wish.commands(in: context) }

  // MARK: - Keys

  func keyMap(in context: ScreenContext) -> KeyMap<Action> {
    var bindings: [KeyMap<Action>.Binding] = [
      .init(
        .enter, name: "enter", "review answers", help: "Walk through the questions", .walk, .always)
    ]
    if !review.missedPlaces.isEmpty {
      bindings.append(
        .init(
          "l", name: "l", "learn the wrong ones",
          help: "Study what was wrong or open, as a session that counts", .learn))
    }
    bindings += [
      .init(
        "w", name: "w", "result file", help: "Write a result file, to be handed in", .writeResult),
      .init("p", name: "p", "page", help: "Write a page to be read or printed", .writeReport),
      .init("n", name: "n", "notes", help: "Read the notes on the marked topic", .notes),
      .init(naming: "q", "q", "back", .footer),
    ]
    return KeyMap(bindings + KeyMap.moving("topic", space: true) { .move($0) })
  }

  mutating func perform(_ action: Action, in context: ScreenContext) -> [Command] {
    switch action {
    case .move(let move): column.move(move)
    case .walk: return [.open(ExamWalkScreen(review))]
    case .learn: return learn(in: context)
    case .writeResult: return [.effect(.exam(.writeResult(review.exam)))]
    case .writeReport: return [.effect(.exam(.writeReport(review.exam)))]
    case .notes: return notes(in: context)
    }
    return []
  }

  mutating func pick(_ item: Int, in context: ScreenContext) -> [Command] {
    if column.marked == item { return notes(in: context) }
    column.mark(item)
    return []
  }

  mutating func scroll(by rows: Int, in context: ScreenContext) { column.scroll(by: rows) }

  /// Studies what was not right, as the banks have it now.
  private func learn(in context: ScreenContext) -> [Command] {
    let missed = review.missedPlaces.map { review.exam.paper.items[$0].question.id }
    let known = missed.filter { context.catalog[$0] != nil }
    let asked = known.filter { !context.learner[$0].isSuspended }
    let leftOut = ExamResultWording.leftOut(
      gone: missed.count - known.count, suspended: known.count - asked.count)
    guard let session = SessionScreen(studyingOnly: asked, in: context) else {
      return [.say(leftOut ?? ExamResultWording.nothingToLearn)]
    }
    return [.open(session)] + (leftOut.map { [.say($0)] } ?? [])
  }

  private func notes(in context: ScreenContext) -> [Command] {
    let objectives = review.result.objectivesToStudy
    guard let marked = column.marked, objectives.indices.contains(marked) else {
      return [.say(ExamResultWording.markObjective)]
    }
    guard let notes = NotesReader(onObjective: objectives[marked].objective, in: context) else {
      return [.say(NotesWording.none)]
    }
    return [.open(notes)]
  }

  // MARK: - View

  func header(in context: ScreenContext) -> HeaderRow {
    let symbols = context.symbols
    let exam = review.exam
    return HeaderRow(
      leading: [.init(Line(symbols.display(exam.start.title), .heading), priority: 2)],
      trailing: [
        .init(Line(Phrases.date(exam.startedAt.calendarDay, withYear: true), .muted), priority: 1),
        .init(
          Line(ExamResultWording.spent(exam.outcome.spent, of: exam.start.allowed)), priority: 3),
      ], symbols: symbols)
  }

  func viewport(in context: ScreenContext) -> Viewport? { column.viewport }

  func draw(in body: Rect, on frame: inout Frame, context: ScreenContext) {
    column.draw(
      in: body, on: &frame, symbols: context.symbols,
      markColumn: QuestionTexts.isWide(body.columns) ? 3 : 0, selects: true)
  }
}
