/// A sitting that is going on: an attempt together with what the journal is told of it.
///
/// ```swift
/// var sitting = ExamSitting(start, paper: paper, at: now)
/// record(sitting.respond(.numbers([2]), at: now))
/// if sitting.isTimeUp(at: now) { let (finish, at) = sitting.finish(.time, at: now) … }
/// ```
///
/// Each change gives the event that says it; whoever carries the event out does so before the next
/// key is read.
package struct ExamSitting: Equatable, Sendable {
  /// What was laid down when the attempt began.
  package let start: ExamStart
  /// When it began.
  package let startedAt: LocalTime
  /// The number of the sitting, from 1.
  package let number: Int
  /// The questions and what was done with them.
  package private(set) var attempt: ExamAttempt
  /// The milliseconds that were left when notices were asked for last.
  private var told: Int64

  /// Begins an attempt.
  ///
  /// - Parameters:
  ///   - start: what is laid down; its time begins to run at `now`.
  ///   - paper: its form, of a question at least.
  ///   - startedAt: now, as the learner's wall shows it.
  ///   - now: the moment.
  package init(
    _ start: ExamStart, paper: ExamPaper, startedAt: LocalTime, at now: ClockReading
  ) {
    self.start = start
    self.startedAt = startedAt
    number = 1
    attempt = ExamAttempt(paper, timer: .running(until: start.end), at: now)
    told = attempt.timer.left(at: now)
  }

  /// Takes an attempt up again, as a sitting of the next number; nil where it isn't open.
  ///
  /// - Parameters:
  ///   - progress: what is known of it.
  ///   - paper: its form.
  ///   - now: the moment.
  package init?(resuming progress: ExamProgress, paper: ExamPaper, at now: ClockReading) {
    guard progress.isOpen, let start = progress.start, let startedAt = progress.startedAt,
      let timer = progress.timerToResume?.continued(at: now)
    else { return nil }
    self.start = start
    self.startedAt = startedAt
    number = progress.sitting + 1
    attempt = ExamAttempt(
      paper, timer: timer.limited(to: progress.left ?? start.allowed, at: now),
      sheets: progress.sheets, shown: progress.place, at: now)
    // Whoever comes back sees the clock; what passed meanwhile is no news.
    told = attempt.timer.left(at: now)
  }

  /// The event that says that the attempt was taken up again.
  package var resumed: ExamEvent {
    guard case .running(let end) = attempt.timer else {
      preconditionFailure("a sitting's clock runs from its beginning")
    }
    return .resume(start.attempt, sitting: number, end: end)
  }

  // MARK: - Time

  /// The milliseconds left.
  package func left(at now: ClockReading) -> Int64 { attempt.timer.left(at: now) }

  /// Whether the time is up.
  package func isTimeUp(at now: ClockReading) -> Bool { attempt.timer.isUp(at: now) }

  /// Whether the clock must be shown: in the last minutes nobody can hide it.
  package func showsClockForGood(at now: ClockReading) -> Bool {
    left(at: now) <= Int64(ExamNotice.clockReturns) * 60_000
  }

  /// The notice that became due since this was asked last; of several the last.
  package mutating func notice(at now: ClockReading) -> ExamNotice? {
    let left = left(at: now)
    defer { told = left }
    return ExamNotice.due(from: told, to: left, allowed: start.allowed)
  }

  // MARK: - Acting

  /// Answers the question that is shown; see ``ExamAttempt/respond(_:at:)``.
  package mutating func respond(_ response: Response?, at now: ClockReading) -> ExamEvent {
    event(attempt.respond(response, at: now), at: now)
  }

  /// Strikes a choice out, or takes the stroke away; nil where there is no such choice.
  package mutating func strike(_ number: Int, at now: ClockReading) -> ExamEvent? {
    attempt.strike(number, at: now).map { event($0, at: now) }
  }

  /// Flags the question that is shown, or takes the flag away.
  package mutating func flag(at now: ClockReading) -> ExamEvent {
    event(attempt.flag(at: now), at: now)
  }

  /// Goes to another question; nil where the rules don't allow it.
  package mutating func go(to place: Int, at now: ClockReading) -> ExamEvent? {
    attempt.go(to: place, at: now).map { event($0, at: now) }
  }

  /// Leaves the question for the review screen.
  package mutating func leaveQuestion(at now: ClockReading) -> ExamEvent {
    event(attempt.leave(at: now), at: now)
  }

  /// Comes back to the question that is shown from the review screen.
  package mutating func comeBack(at now: ClockReading) { attempt.comeBack(at: now) }

  /// Leaves the exam for a while.
  ///
  /// - Returns: the events that say so: a clock that may stop does.
  package mutating func leave(at now: ClockReading) -> [ExamEvent] {
    guard start.isPausable else { return [leaveQuestion(at: now)] }
    let record = attempt.pause(at: now)
    let left = left(at: now)
    return [
      .response(start.attempt, sitting: number, record, left: left),
      .pause(start.attempt, sitting: number, left: left),
    ]
  }

  /// Ends the attempt.
  ///
  /// - Parameters:
  ///   - reason: why.
  ///   - now: the moment, as the clocks show it.
  ///   - time: the moment, as the learner's wall shows it.
  /// - Returns: the record of the question that was shown; the end; and when that was: where the
  ///   time is up, the moment when it was, however late that is noticed.
  package mutating func finish(
    _ reason: ExamOutcome.Reason, at now: ClockReading, time: LocalTime
  ) -> (last: ExamEvent, finish: ExamFinish, at: LocalTime) {
    var end = time
    if reason == .time {
      end.at = time.at.advanced(byMilliseconds: -attempt.timer.overdue(at: now))
    }
    // Whatever the wall was set to, nothing ends before it began.
    end.at = max(end.at, startedAt.at)
    let last = leaveQuestion(at: now)
    let result = ExamResult(attempt.paper, sheets: attempt.sheets)
    let outcome = ExamOutcome(
      attempt: start.attempt, reason: reason,
      spent: max(0, start.allowed - (reason == .time ? 0 : left(at: now))), score: result.score,
      scale: attempt.paper.blueprint.scale, new: result.new, seenBefore: result.seenBefore)
    let answers = zip(attempt.paper.items, attempt.sheets).compactMap { item, sheet in
      ExamEvidence(item.question, sheet: sheet)
    }
    return (last, ExamFinish(outcome: outcome, answers: answers), end)
  }

  private func event(_ record: ExamAttempt.Record, at now: ClockReading) -> ExamEvent {
    .response(start.attempt, sitting: number, record, left: left(at: now))
  }
}

extension ExamStart {
  /// Lays down what holds for an attempt that begins at `now`.
  ///
  /// - Parameters:
  ///   - attempt: its name.
  ///   - paper: its form and rules.
  ///   - terms: what was agreed beside the rules.
  ///   - hash: the hash of the file that keeps the form.
  ///   - candidate: what the candidate gives as a name; nil where nobody asked.
  ///   - now: the moment.
  package init(
    _ attempt: AttemptID, paper: ExamPaper, terms: ExamTerms, hash: String, candidate: String?,
    at now: ClockReading
  ) {
    let blueprint = paper.blueprint
    let allowed = Int64(blueprint.minutes) * 60_000 + terms.extra
    self.init(
      attempt: attempt, exam: blueprint.id, title: blueprint.title, seed: paper.seed,
      questions: paper.items.count, allowed: allowed, terms: terms,
      isPausable: blueprint.clock == .pausable || terms.withPauses,
      end: now.advanced(byMilliseconds: allowed), paper: hash, candidate: candidate)
  }
}
