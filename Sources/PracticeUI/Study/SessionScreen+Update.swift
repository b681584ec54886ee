import FSRS
import PracticeCore
import TerminalUI

extension SessionScreen {
  var title: String { session.mode == .study ? SessionWording.study : SessionWording.practice }
  var takesText: Bool { report != nil || (feedback == nil && pane?.isTyping == true) }
  var entry: TextEntry? { report }

  mutating func handle(_ key: Key, in context: ScreenContext) -> [Command] {
    if takesText, let commands = type(key, in: context) { return commands }
    if let feedback, feedback.isDeaf(to: key, at: context.time) { return [] }
    guard let action = keyMap(in: context).action(for: key) else { return [] }
    return perform(action, in: context)
  }

  mutating func type(_ key: Key, in context: ScreenContext) -> [Command]? {
    if report != nil { return typeReport(key) }
    switch key {
    case .enter, .escape, .tab:
      pane?.isTyping = false
      return []
    case .pageUp, .pageDown, .up, .down: return nil
    default:
      if pane?.type(key) == true { pane?.column.mark(0) }
      return []
    }
  }

  private mutating func typeReport(_ key: Key) -> [Command] {
    switch key {
    case .escape: report = nil
    case .enter:
      let text = report?.field.text ?? ""
      report = nil
      if let question, !text.allSatisfy(\.isWhitespace) {
        return [.append(.report(question: question.id, text: text))]
      }
    default: _ = report?.field.handle(key)
    }
    return []
  }

  mutating func paste(_ text: String, in context: ScreenContext) -> [Command] {
    if report != nil { report?.field.insert(text) } else { pane?.paste(text) }
    return []
  }

  mutating func scroll(by rows: Int, in context: ScreenContext) {
    withColumn { $0.scroll(by: rows) }
  }

  mutating func pick(_ item: Int, in context: ScreenContext) -> [Command] {
    guard feedback == nil, awaited == nil, report == nil, let kind = pane?.kind else { return [] }
    switch kind {
    case .choices: return perform(.choose(item + 1), in: context)
    case .match, .order: pane?.column.mark(item)
    case .answer: pane?.isTyping = true
    }
    return []
  }

  mutating func perform(_ action: SessionAction, in context: ScreenContext) -> [Command] {
    switch action {
    case .move(let move): withColumn { $0.move(move) }
    case .flag: return flag(in: context)
    case .notes: return openNotes(in: context)
    default:
      return feedback == nil
        ? answer(action, in: context) : performOnFeedback(action, in: context)
    }
    return []
  }

  private mutating func withColumn(_ change: (inout MarkedColumn) -> Void) {
    if feedback != nil {
      if var column = feedback?.column {
        change(&column)
        feedback?.column = column
      }
    } else if var column = pane?.column {
      change(&column)
      pane?.column = column
    }
  }

  // MARK: The question

  private mutating func answer(
    _ action: SessionAction, in context: ScreenContext
  ) -> [Command] {
    guard pane != nil, awaited == nil else { return [] }
    switch action {
    case .choose(let digit):
      if let remark = pane?.choose(digit) { return [.say(remark)] }
    case .space:
      if pane?.column.viewport.hasMore == true {
        pane?.column.pageDown()
      } else if let remark = pane?.toggleMarked() {
        return [.say(remark)]
      }
    case .carryUp: pane?.carry(by: -1)
    case .carryDown: pane?.carry(by: 1)
    case .nextAnswer: pane?.turnAnswer(by: 1)
    case .previousAnswer: pane?.turnAnswer(by: -1)
    case .strike: pane?.strikeMarked()
    case .edit: pane?.isTyping = true
    case .submit(let confidence): return submit(confidence, in: context)
    case .skip:
      session.skip(in: context.catalog)
      let isOver = session.isFinished && session.answers.isEmpty
      return (isOver ? [.goHome] : goOn(in: context)) + [.say(SessionWording.skipped)]
    case .reopen: return reopen(in: context)
    case .suspend, .bury:
      guard let question else { return [] }
      return [.append(.mark(action == .bury ? .bury : .suspend, question: question.id))]
    case .undo: return newestSetAside.map { [.append(.undo(of: $0.event))] } ?? []
    default: break
    }
    return []
  }

  private mutating func submit(
    _ confidence: Confidence?, in context: ScreenContext
  ) -> [Command] {
    switch pane?.submission() {
    case nil: return []
    case .not(let remark): return [.say(remark)]
    case .whole(let response):
      guard let pane else { return [] }
      let answer = SubmittedAnswer(
        response: response, confidence: confidence, openedNotes: pane.openedNotes,
        milliseconds: Self.time(from: pane.shownAt, to: context.time))
      let record = session.submit(
        answer, of: pane.question, learner: context.learner, at: context.time)
      awaited = record
      return [.append(.answer(record))]
    }
  }

  /// The longest time that counts as spent on one answer: who takes more has left the screen.
  private static let longestAnswer: Int64 = 10 * 60_000

  private static func time(from start: LocalTime, to end: LocalTime) -> Int {
    Int(min(longestAnswer, max(0, end.at.milliseconds(since: start.at))))
  }

  private mutating func reopen(in context: ScreenContext) -> [Command] {
    guard let last = session.answers.last, let question = context.catalog[last.record.question]
    else { return [.say(SessionWording.noFeedbackYet)] }
    feedback = FeedbackPane(last, question: question, at: context.time)
    return []
  }

  // MARK: Feedback

  private mutating func performOnFeedback(
    _ action: SessionAction, in context: ScreenContext
  ) -> [Command] {
    guard let feedback else { return [] }
    switch action {
    case .next: return goOn(in: context)
    case .space:
      if !feedback.column.viewport.hasMore { return goOn(in: context) }
      self.feedback?.column.pageDown()
    case .openAll: self.feedback?.opensAll.toggle()
    case .undo: return [.append(.undo(of: feedback.answer.id))]
    case .report: report = TextEntry(SessionWording.reportLabel)
    case .suspend:
      let isSuspended = context.learner[feedback.question.id].isSuspended
      return [.append(.mark(isSuspended ? .unsuspend : .suspend, question: feedback.question.id))]
    case .bury:
      let progress = context.learner[feedback.question.id]
      // Taking `bury` back would ask it again altogether.
      if progress.isSuspended { return [.say(BrowseWording.isSuspended)] }
      let isBuried = progress.buriedOn == context.day
      return [.append(.mark(isBuried ? .unsuspend : .bury, question: feedback.question.id))]
    case .rate(let rating): return correct(feedback.answer, to: rating)
    default: break
    }
    return []
  }

  private func correct(_ answer: SessionAnswer, to rating: Rating) -> [Command] {
    guard let old = answer.record.rating else { return [.say(SessionWording.notCounted)] }
    if old == rating { return [] }
    let append = Command.append(.rate(of: answer.id, rating: rating))
    if answer.record.isRight || rating == .again { return [append] }
    return [
      .ask(
        Confirmation(
          text: SessionWording.confirmCorrection(to: rating),
          label: "count as \(SessionWording.name(of: rating))", commands: [append]))
    ]
  }

  /// Shows the next question, or the summary after the last.
  private mutating func goOn(in context: ScreenContext) -> [Command] {
    feedback = nil
    report = nil
    showCurrent(in: context)
    return pane == nil ? finish(in: context) : []
  }

  private func finish(in context: ScreenContext) -> [Command] {
    session.answers.isEmpty
      ? [.close] : [.replace(SummaryScreen(of: session, since: startedAt, in: context))]
  }

  mutating func leave(in context: ScreenContext) -> [Command] { finish(in: context) }

  // MARK: Always

  private func flag(in context: ScreenContext) -> [Command] {
    guard let question else { return [] }
    let isFlagged = context.learner[question.id].isFlagged
    return [.append(.mark(isFlagged ? .unflag : .flag, question: question.id))]
  }

  /// The notes that teach what the question tests; nil where there are none.
  func section(in context: ScreenContext) -> NotesSection? {
    guard let question, let objective = question.objective else { return nil }
    return context.catalog.bank(of: question.id)?.notes(forObjective: objective)
  }

  private mutating func openNotes(in context: ScreenContext) -> [Command] {
    guard let question, let notes = NotesReader(on: question, in: context) else {
      return [.say(NotesWording.none)]
    }
    if feedback == nil { pane?.openedNotes = true }
    return [.open(notes)]
  }

  // MARK: What was recorded

  mutating func recorded(_ event: Event, in context: ScreenContext) -> [Command] {
    switch event.content {
    case .answer(let record):
      guard record == awaited, let question = context.catalog[record.question] else { return [] }
      awaited = nil
      session.record(record, as: event.id, in: context.catalog)
      if let answer = session.answers.last {
        feedback = FeedbackPane(answer, question: question, at: context.time)
        pane = nil
      }
    case .rate(let target, let rating):
      guard session.answers.last?.id == target else { return [] }
      session.correct(to: rating, in: context.catalog)
      if feedback?.answer.id == target, let answer = session.answers.last {
        feedback?.answer = answer
      }
      if pane?.showing != session.current { pane = nil }
    case .undo(let target):
      if let last = newestSetAside, last.event == target {
        setAside.removeLast()
        session = last.before
        pane = nil
        showCurrent(in: context)
        return [.say(SessionWording.askedAfterAll)]
      }
      guard session.answers.last?.id == target, session.undo() != nil else { return [] }
      feedback = nil
      pane = nil
      showCurrent(in: context)
      return [.say(SessionWording.undone)]
    case .mark(let mark, let question):
      guard question == self.question?.id else { return [] }
      return marked(mark, question, by: event.id, in: context)
    case .report(let question, _):
      return question == self.question?.id ? [.say(SessionWording.reported)] : []
    default: break
    }
    return []
  }

  private mutating func marked(
    _ mark: QuestionMark, _ question: QuestionID, by event: EventID, in context: ScreenContext
  ) -> [Command] {
    switch mark {
    case .suspend, .bury:
      if feedback == nil { return putAside(question, mark, by: event, in: context) }
      session.drop(question, in: context.catalog)
      if pane?.showing != session.current { pane = nil }
      return [.say(mark == .bury ? SessionWording.notAskedToday : SessionWording.notAskedAgain)]
    case .unsuspend: return [.say(SessionWording.askedAgain)]
    case .flag: return [.say(SessionWording.flagged)]
    case .unflag: return [.say(SessionWording.unflagged)]
    case .reset: return []
    }
  }

  /// Goes on without the question on the screen, which was not answered.
  private mutating func putAside(
    _ question: QuestionID, _ mark: QuestionMark, by event: EventID, in context: ScreenContext
  ) -> [Command] {
    setAside.append(SetAside(event: event, before: session))
    session.drop(question, in: context.catalog)
    let isOver = session.isFinished && session.answers.isEmpty
    let remark = SessionWording.setAside(mark, isOver: session.isFinished)
    return (isOver ? [.goHome] : goOn(in: context)) + [.say(remark)]
  }
}
