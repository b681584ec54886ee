import PracticeCore
import PracticeUI

/// An exam in plain lines: for pipes, screen readers and terminals that can do no more.
///
/// It waits for a line no longer than the time allows. An answer is in the journal before the next
/// question is printed; the end of input leaves the exam like `:q`.
struct PlainExam<Effects: EffectRunning> {
  /// How it begins.
  enum Opening {
    /// A form that has been drawn.
    case start(ExamPaper, ExamRequest)
    /// An attempt that is open; taken over from another copy only where that is wanted.
    case resume(AttemptID, takesOver: Bool)
  }

  /// What reaches the disk.
  private(set) var effects: Effects
  private(set) var learner: LearnerState
  private let opening: Opening
  private let canAsk: Bool
  let clock: Clock
  let text: PlainText
  let printer: PlainPrinter
  let standing: (LearnerState) -> LearnerStatistics?

  private(set) var sitting: ExamSitting?
  /// Why it can't go on.
  private var failure: PlainExamFailure?
  /// The end, once it is recorded.
  private var outcome: ExamOutcome?
  /// Whether the end was asked for, so that the same once more means it.
  private var isEnding = false

  /// How long nothing may happen before the clock is looked at, in milliseconds: it may have leapt
  /// while the machine slept.
  private static var patience: Int64 { 500 }

  /// Makes an exam.
  ///
  /// - Parameters:
  ///   - opening: How it begins.
  ///   - canAsk: Whether somebody is there who can be asked.
  ///   - learner: What is known of the learner.
  ///   - effects: Where events go.
  ///   - clock: What time it is.
  ///   - text: How texts are made fit to be shown.
  ///   - printer: Where lines go.
  ///   - standing: What is known of how ready the learner is; nil where that can't be told.
  init(
    _ opening: Opening, canAsk: Bool, learner: LearnerState, effects: Effects, clock: Clock,
    text: PlainText, printer: PlainPrinter,
    standing: @escaping (LearnerState) -> LearnerStatistics? = { _ in nil }
  ) {
    self.standing = standing
    self.opening = opening
    self.canAsk = canAsk
    self.learner = learner
    self.effects = effects
    self.clock = clock
    self.text = text
    self.printer = printer
  }

  /// Asks until the exam is over, the candidate leaves it, or the lines end.
  ///
  /// - Parameter read: Waits so many milliseconds for a line, or as long as it takes.
  /// - Throws: ``PlainExamFailure``; ``WriteFailure`` where nobody can read what is printed.
  mutating func run(_ read: (Int?) -> LineReader.Reading) throws {
    do {
      guard try open(read) else { return }
      try sit(read)
    } catch let failure as WriteFailure {
      // Nobody reads any more; the exam is left all the same, and its clock stopped where it may.
      try? leave()
      throw failure
    }
    if effects.hasUnsaved { try take(effects.retry()) }
    if let failure { throw failure }
  }

  // MARK: - Beginning

  private mutating func open(_ read: (Int?) -> LineReader.Reading) throws -> Bool {
    switch opening {
    case .start(let paper, let request):
      let terms = request.terms
      try printer.print(
        (ExamWording.rules(paper, terms) + outlook(paper, request)).map(text.line) + [""])
      var name: String?
      if request.asksName {
        try printer.print(["Type your name, as whoever collects the results knows it."])
        guard case .line(let line) = read(nil) else { return false }
        name = String(PlainInput.trimmed(line[...]).prefix(100))
      }
      try printer.print([PlainExamWording.ready])
      guard case .line(let line) = read(nil), PlainInput.trimmed(line[...]) != ":q" else {
        return false
      }
      try take(
        effects.run(
          .begin(paper, terms, candidate: name?.isEmpty == false ? name : nil), at: clock))
    case .resume(let attempt, let takesOver):
      try take(effects.run(.resume(attempt, takesOver: takesOver), at: clock))
      if case .elsewhere(let holder)? = failure, canAsk {
        try printer.print([
          text.line(PlainExamFailure.elsewhere(holder).place), PlainExamWording.takeOver,
        ])
        guard case .line(let line) = read(nil), ["y", "Y"].contains(PlainInput.trimmed(line[...]))
        else { return false }
        failure = nil
        try take(effects.run(.resume(attempt, takesOver: true), at: clock))
      }
    }
    if let failure { throw failure }
    return sitting != nil
  }

  // MARK: - Sitting

  private mutating func sit(_ read: (Int?) -> LineReader.Reading) throws {
    if let sitting { try printer.print([left(sitting)]) }
    try showQuestion()
    while sitting != nil {
      let reading = read(try wait())
      // What time has ended must not be changed by a line that came late.
      if try endsByTime() { return }
      switch reading {
      case .line(let line): try take(line)
      case .nothing: try take(effects.lookAround() + (effects.hasUnsaved ? effects.retry() : []))
      case .end:
        try leave()
        return
      }
    }
  }

  /// How long to wait for a line, after what is due to be told of the time.
  private mutating func wait() throws(WriteFailure) -> Int {
    let now = clock.reading
    if let notice = sitting?.notice(at: now) {
      try printer.print([PlainExamWording.notice(notice)])
    }
    return Int(min(Self.patience, max(1, sitting?.left(at: now) ?? 0)))
  }

  private mutating func take(_ line: String) throws {
    guard let attempt = sitting?.attempt else { return }
    let (item, rules) = (attempt.item, attempt.paper.blueprint)
    let input = PlainExamInput(
      line, to: item.question, order: item.order, scoring: rules.scoring)
    let wasEnding = isEnding
    isEnding = false
    effects.noteKey(at: clock.now.at)
    switch input {
    case .answer(let response): try answer(response)
    case .clear:
      try change { $0.respond(nil, at: $1) }
      try say("No answer now.")
    case .next: try go(by: 1)
    case .back: try go(by: -1)
    case .go(let number): try go(to: number - 1)
    case .flag:
      try change { $0.flag(at: $1) }
      try say(sitting?.attempt.sheet.isFlagged == true ? "Flagged." : "The flag is taken away.")
    case .strike(let number): try strike(number, of: item)
    case .review: try review()
    case .time: if let sitting { try printer.print([left(sitting)]) }
    case .end:
      guard let sitting else { return }
      if wasEnding { return try finish(.ended) }
      isEnding = true
      try printer.print([PlainExamWording.confirmation(open: numbers(sitting.attempt.openPlaces))])
    case .quit: try leave()
    case .help: try printer.print(PlainExamWording.help(rules.navigation))
    case .problem(let problem): try printer.print([text.line(problem)])
    }
  }

  private mutating func answer(_ response: Response) throws {
    guard var sitting else { return }
    let now = clock.reading
    let place = sitting.attempt.place
    let isLast = place + 1 == sitting.attempt.paper.items.count
    // The record of leaving says what was answered.
    var event = sitting.respond(response, at: now)
    if isLast {
      event = sitting.leaveQuestion(at: now)
      sitting.comeBack(at: now)
    } else if let left = sitting.go(to: place + 1, at: now) {
      event = left
    }
    try record([event], of: sitting)
    guard self.sitting != nil else { return }
    if isLast {
      try review()
      try printer.print([PlainExamWording.last(sitting.attempt.paper.blueprint.navigation)])
    } else {
      try showQuestion()
    }
  }

  private mutating func go(by step: Int) throws {
    guard let place = sitting?.attempt.place else { return }
    try go(to: place + step)
  }

  private mutating func go(to place: Int) throws {
    guard var sitting else { return }
    let count = sitting.attempt.paper.items.count
    guard (0..<count).contains(place) else {
      try printer.print([
        place == count
          ? PlainExamWording.last(sitting.attempt.paper.blueprint.navigation)
          : place == -1
            ? "This is the first question." : "The questions have the numbers 1 to \(count)."
      ])
      return
    }
    guard let event = sitting.go(to: place, at: clock.reading) else {
      try printer.print([PlainExamWording.forwardOnly])
      return
    }
    try record([event], of: sitting)
    if self.sitting != nil { try showQuestion() }
  }

  private mutating func strike(_ number: Int, of item: ExamPaper.Item) throws {
    guard case .choices = item.question.format else {
      try printer.print(["Only choices can be struck out."])
      return
    }
    guard item.order.indices.contains(number - 1) else {
      try printer.print(["The choices have the numbers 1 to \(item.order.count)."])
      return
    }
    let choice = item.order[number - 1]
    try change { $0.strike(choice, at: $1) }
    let isStruck = sitting?.attempt.sheet.struck.contains(choice) == true
    try say(isStruck ? "\(number) is struck out." : "\(number) is no longer struck out.")
  }

  /// Changes the question that is shown, and records that.
  private mutating func change(
    _ change: (inout ExamSitting, ClockReading) -> ExamEvent?
  ) throws {
    guard var sitting, let event = change(&sitting, clock.reading) else { return }
    try record([event], of: sitting)
  }

  /// Records what `sitting`, which the exam is from then on, has become by these events.
  private mutating func record(_ events: [ExamEvent], of sitting: ExamSitting) throws {
    self.sitting = sitting
    try take(effects.run(.record(events), at: clock))
  }

  // MARK: - Ending

  private mutating func endsByTime() throws -> Bool {
    guard let sitting, sitting.isTimeUp(at: clock.reading) else { return false }
    try finish(.time)
    return true
  }

  private mutating func finish(_ reason: ExamOutcome.Reason) throws {
    guard var sitting else { return }
    let (time, now) = clock.moment
    let (last, finish, end) = sitting.finish(reason, at: now, time: time)
    try take(effects.run(.finish(last: last, finish, at: end), at: clock))
    self.sitting = nil
    if failure != nil { return }
    if reason == .time { try printer.print([PlainExamWording.timeIsUp(clock.local(end.at))]) }
    try printResult(sitting.start, finish.outcome)
  }

  private mutating func leave() throws {
    guard var sitting else { return }
    let now = clock.reading
    let events = sitting.leave(at: now)
    let attempt = sitting.start.attempt
    self.sitting = nil
    let messages =
      effects.run(.record(events), at: clock) + effects.run(.leave(attempt), at: clock)
    try take(messages)
    if failure != nil { return }
    let left = sitting.left(at: now)
    let end = clock.local(clock.now.at.advanced(byMilliseconds: left))
    try printer.print([PlainExamWording.left(sitting.start, left: left, end: end)])
  }

  // MARK: - What came of effects

  private mutating func take(_ messages: [Message]) throws(WriteFailure) {
    for message in messages {
      switch message {
      case .recorded(let event):
        if !learner.apply(event) { try take(effects.replay()) }
      case .learnerReplaced(let replaced): learner = replaced
      case .saving(let problem?): try printer.warn("not saved yet: \(problem)")
      case .saving(nil): try printer.warn("all answers are saved now")
      case .notice(let notice):
        // An exam that isn't open by then won't be.
        if sitting == nil, outcome == nil {
          failure = .notOpened(notice)
        } else {
          try printer.warn(notice)
        }
      case .exam(let news): try take(news)
      case .input, .tick, .fit, .outlook, .watched, .edited, .statistics: break
      }
    }
  }

  private mutating func take(_ news: ExamNews) throws(WriteFailure) {
    switch news {
    case .opened(let sitting): self.sitting = sitting
    case .elsewhere(_, let holder): failure = .elsewhere(holder)
    case .replaced:
      sitting = nil
      failure = .replaced
    case .read(let exam):
      outcome = exam.outcome
      if exam.outcome.reason == .time {
        try printer.print([PlainExamWording.timeIsUp(exam.finishedAt)])
      }
      try printResult(exam.start, exam.outcome)
    }
  }
}
