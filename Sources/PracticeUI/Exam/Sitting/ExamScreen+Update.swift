import PracticeCore
import TerminalUI

extension ExamScreen {
  mutating func type(_ key: Key, in context: ScreenContext) -> [Command]? {
    warned = []
    switch key {
    case .enter, .escape, .tab:
      pane.isTyping = false
      return []
    case .pageUp, .pageDown, .up, .down: return nil
    default:
      if pane.type(key) { pane.column.mark(0) }
      return respond(in: context)
    }
  }

  mutating func paste(_ text: String, in context: ScreenContext) -> [Command] {
    guard takesText else { return [] }
    pane.paste(text)
    return respond(in: context)
  }

  mutating func scroll(by rows: Int, in context: ScreenContext) {
    if review != nil { review?.scroll(by: rows) } else { pane.column.scroll(by: rows) }
  }

  mutating func pick(_ item: Int, in context: ScreenContext) -> [Command] {
    guard ending == nil else { return [] }
    if let review {
      if review.markedPlace == item { return go(to: item, in: context) }
      self.review?.mark(place: item)
      return []
    }
    switch pane.kind {
    case .choices: return perform(.choose(item + 1), in: context)
    case .match, .order: pane.column.mark(item)
    case .answer: pane.isTyping = true
    }
    return []
  }

  mutating func perform(_ action: ExamAction, in context: ScreenContext) -> [Command] {
    guard ending == nil else { return [] }
    if review != nil { return performOnReview(action, in: context) }
    switch action {
    case .next: return next(asksForAnswer: true, in: context)
    case .advance: return next(asksForAnswer: false, in: context)
    case .back: return back(in: context)
    case .review:
      return stayReason(asksForAnswer: false).map { [.say($0)] } ?? openReview(in: context)
    default: break
    }
    warned = []
    switch action {
    case .move(let move):
      pane.column.move(move)
      hasMovedMark = true
    case .flag: return flag(in: context)
    case .toggleClock: return toggleClock(in: context)
    case .end: return askForEnd()
    case .strike: return strike(in: context)
    case .edit: pane.isTyping = true
    default: return answer(action, in: context)
    }
    return []
  }

  // MARK: - Answering

  private mutating func answer(_ action: ExamAction, in context: ScreenContext) -> [Command] {
    var remark: String?
    hasMovedMark = false
    switch action {
    case .choose(let digit): remark = pane.choose(digit)
    case .space:
      if pane.column.viewport.hasMore {
        pane.column.pageDown()
      } else {
        remark = pane.toggleMarked()
      }
    case .carryUp: pane.carry(by: -1)
    case .carryDown: pane.carry(by: 1)
    case .nextAnswer: pane.turnAnswer(by: 1)
    case .previousAnswer: pane.turnAnswer(by: -1)
    default: break
    }
    return respond(in: context) + (remark.map { [.say($0)] } ?? [])
  }

  /// Records what the pane holds now, where that is something else than what was recorded.
  private mutating func respond(in context: ScreenContext) -> [Command] {
    let response = pane.response
    if response == attempt.sheet.response { return [] }
    return record(sitting.respond(response, at: context.clock))
  }

  private mutating func strike(in context: ScreenContext) -> [Command] {
    guard let number = pane.markedNumber, pane.kind == .choices else { return [] }
    pane.strikeMarked()
    hasMovedMark = false
    return sitting.strike(number, at: context.clock).map(record) ?? []
  }

  private mutating func flag(in context: ScreenContext) -> [Command] {
    let event = sitting.flag(at: context.clock)
    let isFlagged = attempt.sheet.isFlagged
    return record(event) + [.say(isFlagged ? SessionWording.flagged : SessionWording.unflagged)]
  }

  private func record(_ event: ExamEvent) -> [Command] { [.effect(.exam(.record([event])))] }

  private mutating func toggleClock(in context: ScreenContext) -> [Command] {
    if sitting.showsClockForGood(at: context.clock) { return [.say(ExamWording.clockStays)] }
    hidesClock.toggle()
    return []
  }

  // MARK: - Going on

  private mutating func next(asksForAnswer: Bool, in context: ScreenContext) -> [Command] {
    if let reason = stayReason(asksForAnswer: asksForAnswer) { return [.say(reason)] }
    return isLast ? openReview(in: context) : go(to: attempt.place + 1, in: context)
  }

  private mutating func back(in context: ScreenContext) -> [Command] {
    if attempt.place == 0 { return [.say(ExamWording.isFirst)] }
    if let reason = stayReason(asksForAnswer: false) { return [.say(reason)] }
    return go(to: attempt.place - 1, in: context)
  }

  /// What to say before the question is left; nil where there is nothing, or where it was said by
  /// the key before.
  private mutating func stayReason(asksForAnswer: Bool) -> String? {
    var reasons: Set<Reason> = []
    if !readToEnd.contains(attempt.place) { reasons.insert(.more) }
    // In an exam that goes forward only, leaving it open is a question of its own.
    if asksForAnswer && (!isForwardOnly || isLast) {
      if !attempt.isAnswered(attempt.place) {
        reasons.insert(.open)
      } else if !pane.question.isWhole(attempt.sheet.response) {
        reasons.insert(.part)
      } else if case .choices(let chosen) = pane.draft, chosen.count == 1, hasMovedMark,
        let marked = pane.markedNumber, !chosen.contains(marked)
      {
        reasons.insert(.otherRow)
      }
    }
    guard !reasons.isSubset(of: warned) else { return nil }
    warned = reasons
    return ExamWording.stay(for: reasons, pane)
  }

  /// Goes to a question, from another one or from the review screen.
  mutating func go(to place: Int, in context: ScreenContext) -> [Command] {
    guard attempt.canGo(to: place) else { return [.say(ExamWording.forwardOnly)] }
    if isForwardOnly, place != attempt.place, !attempt.isAnswered(attempt.place) {
      asked = .goOn(to: place)
      return [ask(ExamWording.leavesOpen, label: "leave it")]
    }
    return show(place, in: context)
  }

  private mutating func show(_ place: Int, in context: ScreenContext) -> [Command] {
    if review != nil { sitting.comeBack(at: context.clock) }
    if place == attempt.place {
      review = nil
      return []
    }
    guard let event = sitting.go(to: place, at: context.clock) else { return [] }
    openQuestion(in: context)
    return record(event)
  }

  private mutating func openReview(in context: ScreenContext) -> [Command] {
    warned = []
    pane.isTyping = false
    review = ExamGrid(at: attempt.place, of: attempt)
    return record(sitting.leaveQuestion(at: context.clock))
  }

  // MARK: - The review screen

  private mutating func performOnReview(
    _ action: ExamAction, in context: ScreenContext
  ) -> [Command] {
    switch action {
    case .step(let step): review?.step(step)
    case .show(let filter):
      let attempt = attempt
      review?.show(filter, of: attempt)
    case .digit(let digit): review?.type(digit)
    case .eraseDigit: review?.erase()
    case .go:
      guard let place = review?.target else { return [.say(ExamWording.nothingMarked)] }
      review?.clear()
      guard attempt.sheets.indices.contains(place) else {
        return [.say(ExamWording.noSuchQuestion(of: attempt.sheets.count))]
      }
      return go(to: place, in: context)
    case .closeReview: return show(attempt.place, in: context)
    case .toggleClock: return toggleClock(in: context)
    case .end: return askForEnd()
    default: break
    }
    return []
  }

  // MARK: - Leaving and ending

  private func ask(_ text: String, label: String) -> Command {
    .ask(Confirmation(text: text, label: label, commands: [.confirmed]))
  }

  private mutating func askForEnd() -> [Command] {
    asked = .end
    return [ask(ExamWording.end(attempt), label: "end the exam")]
  }

  mutating func leave(in context: ScreenContext) -> [Command] {
    guard ending == nil else { return [] }
    if review != nil { return show(attempt.place, in: context) }
    warned = []
    asked = .leave
    return [ask(ExamWording.leave(sitting, in: context), label: "leave")]
  }

  mutating func confirmed(in context: ScreenContext) -> [Command] {
    guard ending == nil, let asked else { return [] }
    self.asked = nil
    switch asked {
    case .end: return end(.ended, in: context)
    case .leave: return leaveExam(in: context) + [.goHome]
    case .goOn(let place): return show(place, in: context)
    }
  }

  mutating func interrupted(in context: ScreenContext) -> [Command] {
    ending == nil ? leaveExam(in: context) : []
  }

  private mutating func leaveExam(in context: ScreenContext) -> [Command] {
    // Time on the review screen is no question's.
    if review != nil { sitting.comeBack(at: context.clock) }
    return [
      .effect(.exam(.record(sitting.leave(at: context.clock)))),
      .effect(.exam(.leave(sitting.start.attempt))),
    ]
  }

  /// Ends the attempt; what comes of it is shown when the end has been recorded.
  mutating func end(_ reason: ExamOutcome.Reason, in context: ScreenContext) -> [Command] {
    if review != nil { sitting.comeBack(at: context.clock) }
    let (last, finish, time) = sitting.finish(reason, at: context.clock, time: context.time)
    ending = finish
    return [.effect(.exam(.finish(last: last, finish, at: time)))]
  }

  mutating func recorded(_ event: Event, in context: ScreenContext) -> [Command] {
    guard case .exam(.finish(let finish)) = event.content,
      finish.outcome.attempt == sitting.start.attempt
    else { return [] }
    let exam = FinishedExam(
      start: sitting.start, startedAt: sitting.startedAt, outcome: finish.outcome,
      finishedAt: event.time, paper: attempt.paper, sheets: attempt.sheets)
    let result = Command.open(ExamResultScreen(exam, in: context))
    return [.goHome, result]
      + (finish.outcome.reason == .time ? [.say(ExamWording.timeIsUp)] : [])
  }

  mutating func heard(_ news: ExamNews, in context: ScreenContext) -> [Command] {
    guard case .replaced(sitting.start.attempt) = news else { return [] }
    return [.goHome, .say(ExamWording.replaced)]
  }
}
