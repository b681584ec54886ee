import FSRS
import PracticeCore
import PracticeUI

/// Study and practice in plain lines: for pipes, screen readers and terminals that can do no more.
///
/// It waits for nothing but the next line. An answer is in the journal before its feedback is
/// printed; the end of input ends the session like `:q`.
struct PlainSession<Effects: EffectRunning> {
  /// What reaches the disk.
  private(set) var effects: Effects
  /// What is known of the learner, with all that was recorded folded in.
  private(set) var learner: LearnerState
  private var session: StudySession
  /// What was set aside without an answer, with the session before it, the newest last.
  private var setAside: [(event: EventID, question: QuestionID, before: StudySession)] = []
  private var openedNotes = false
  private var shownAt: Timestamp
  private let catalog: QuestionCatalog
  private let planned: PlannedReturn?
  private let backlog: Backlog?
  private let clock: Clock
  private let text: PlainText
  private let printer: PlainPrinter

  /// Makes a session.
  ///
  /// - Parameters:
  ///   - session: What to ask.
  ///   - catalog: Where the questions stand.
  ///   - blueprints: The exams at hand, one of which may be studied for.
  ///   - learner: What is known of the learner.
  ///   - effects: Where answers go.
  ///   - clock: What time it is.
  ///   - text: How texts are made fit to be shown.
  ///   - printer: Where lines go.
  init(
    _ session: StudySession, catalog: QuestionCatalog, blueprints: [Blueprint] = [],
    learner: LearnerState, effects: Effects, clock: Clock, text: PlainText, printer: PlainPrinter
  ) {
    self.session = session
    self.catalog = catalog
    self.learner = learner
    self.effects = effects
    self.clock = clock
    self.text = text
    self.printer = printer
    let now = clock.now
    shownAt = now.at
    planned = PlannedReturn(of: learner, in: catalog, blueprints: blueprints, at: now)
    let banks = catalog.banks.filter { learner.settings.includes(bank: $0.id) }
    backlog =
      session.mode == .study
      ? Backlog(
        of: learner,
        plan: ExamPlan(of: learner, in: catalog, blueprints: blueprints, at: now), banks: banks,
        at: now) : nil
  }

  /// Asks until all is answered, the learner ends it, or `readLine` has no more.
  ///
  /// - Parameter readLine: Gives the next line without its end; nil at the end of input.
  /// - Throws: ``WriteFailure`` where nobody can read what is printed.
  mutating func run(readLine: () -> String?) throws(WriteFailure) {
    if session.current != nil, let backlog { try printer.print([PlanWording.backlog(backlog)]) }
    try printer.print(
      [session.current == nil ? PlainWording.nothingToDo(session.mode) : PlainWording.welcome])
    while let showing = session.current, let question = catalog[showing.question] {
      try show(question, as: showing)
      guard try ask(question, as: showing, readLine: readLine) else { break }
    }
    if effects.hasUnsaved { try take(effects.retry()) }
    try printer.print(
      [PlainWording.ending(answers: session.answers.count, right: session.rightAnswers)])
  }

  private mutating func show(_ question: Question, as showing: Showing) throws(WriteFailure) {
    var lines = [""]
    let last = learner[question.id].lastAnswer
    lines += text.question(
      question, of: catalog.bank(of: question.id), shownAs: showing, number: session.number,
      total: session.total)
    if let last, last.revision.key != question.revision.key {
      lines.append("The right answer of this question has changed since you last answered it.")
    }
    try printer.print(lines)
    openedNotes = false
    shownAt = clock.now.at
  }

  /// Reads lines until one of them settles the question; false where the session ends.
  private mutating func ask(
    _ question: Question, as showing: Showing, readLine: () -> String?
  ) throws(WriteFailure) -> Bool {
    while let line = readLine() {
      switch PlainInput(line, to: question, shownAs: showing) {
      case .answer(let response, let confidence):
        try submit(response, confidence, to: question)
        return true
      case .skip:
        session.skip(in: catalog)
        return true
      case .bury:
        try putAside(question, .bury)
        return true
      case .suspend:
        try putAside(question, .suspend)
        return true
      case .quit: return false
      case .undo:
        if try undo() { return true }
      case .notes: try showNotes(on: question)
      case .flag: try flag(question)
      case .report(let words):
        try take(effects.append(.report(question: question.id, text: words), at: clock.now))
        try printer.print(["Noted: \(question.id) is reported. swot progress reports lists all."])
      case .help: try printer.print(PlainWording.help)
      case .problem(let problem): try printer.print([text.line(problem)])
      }
    }
    return false
  }

  private mutating func submit(
    _ response: Response, _ confidence: Confidence?, to question: Question
  ) throws(WriteFailure) {
    let now = clock.now
    let milliseconds = now.at.milliseconds(since: shownAt)
    let record = session.submit(
      SubmittedAnswer(
        response: response, confidence: confidence, openedNotes: openedNotes,
        milliseconds: Int(clamping: milliseconds)),
      of: question, learner: learner, at: now)
    guard let event = try take(effects.append(.answer(record), at: now)) else { return }
    session.record(record, as: event.id, in: catalog)
    let due = learner[question.id].due
    let next =
      record.rating == nil ? nil : planned?.next(of: question, learner[question.id])
    let verdict = PlainWording.verdict(
      record,
      comesBackSoon: session.mode == .study && record.rating == .again
        && session.comesBack(question.id),
      days: due.map { $0.daysSince1970 - now.studyDay.daysSince1970 },
      planned: next.map { PlanWording.comesBack($0, today: now.studyDay) })
    try printer.print(
      [verdict]
        + text.feedback(on: record, to: question, of: catalog.bank(of: question.id)))
  }

  /// Goes on without a question that was not answered.
  private mutating func putAside(
    _ question: Question, _ mark: QuestionMark
  ) throws(WriteFailure) {
    let event = try record(mark, on: question)
    if let event { setAside.append((event.id, question.id, session)) }
    session.drop(question.id, in: catalog)
    try printer.print([PlainWording.setAside(question.id, mark)])
  }

  /// Takes back what was done last: an answer, or setting a question aside.
  private mutating func undo() throws(WriteFailure) -> Bool {
    if let last = setAside.last, last.before.answers == session.answers {
      setAside.removeLast()
      session = last.before
      try take(effects.append(.undo(of: last.event), at: clock.now))
      try printer.print(["\(last.question) is asked after all."])
      return true
    }
    guard let answer = session.undo() else {
      try printer.print(["There is nothing in this session to take back."])
      return false
    }
    try take(effects.append(.undo(of: answer.id), at: clock.now))
    try printer.print(["Your answer to \(answer.record.question) is taken back."])
    return true
  }

  private mutating func showNotes(on question: Question) throws(WriteFailure) {
    let section = question.objective.flatMap { objective in
      catalog.bank(of: question.id)?.notes(forObjective: objective)
    }
    guard let section else {
      try printer.print(["There are no notes on this question."])
      return
    }
    openedNotes = true
    try printer.print(text.notes(section))
  }

  private mutating func flag(_ question: Question) throws(WriteFailure) {
    let isFlagged = learner[question.id].isFlagged
    try record(isFlagged ? .unflag : .flag, on: question)
    try printer.print([isFlagged ? "The flag is taken away." : "Flagged."])
  }

  /// Records a mark; gives its event, if there is one.
  @discardableResult
  private mutating func record(
    _ mark: QuestionMark, on question: Question
  ) throws(WriteFailure) -> Event? {
    let content = EventContent.mark(mark, question: question.id)
    return try take(
      effects.append(content, at: learner.time(toRecord: content, at: clock.now)))
  }

  /// Takes in what came of an effect; gives the event that was recorded, if any.
  @discardableResult
  private mutating func take(_ messages: [Message]) throws(WriteFailure) -> Event? {
    var recorded: Event?
    for message in messages {
      switch message {
      case .recorded(let event):
        recorded = event
        if !learner.apply(event) { try take(effects.replay()) }
      case .learnerReplaced(let replaced): learner = replaced
      case .saving(let problem?): try printer.warn("not saved yet: \(problem)")
      case .saving(nil): try printer.warn("all answers are saved now")
      case .notice(let notice): try printer.warn(notice)
      case .input, .tick, .exam, .fit, .outlook, .watched, .edited, .statistics: break
      }
    }
    return recorded
  }
}

/// Where plain mode prints.
struct PlainPrinter {
  private let write: (StandardStream, String) throws(WriteFailure) -> Void

  /// Prints to the standard streams.
  init() {
    write = { (stream, text) throws(WriteFailure) in try stream.write(Array(text.utf8)) }
  }

  /// Prints to anything that takes text.
  init(writing write: @escaping (StandardStream, String) throws(WriteFailure) -> Void) {
    self.write = write
  }

  /// Prints lines, which must be safe, in one go.
  func print(_ lines: [String]) throws(WriteFailure) {
    try write(.output, lines.map { $0 + "\n" }.joined())
  }

  /// Says something beside the session.
  func warn(_ text: String) throws(WriteFailure) { try write(.error, "swot: \(text)\n") }
}
