import PracticeCore
import PracticeUI
import ProgressStore

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Carries out what exams want done: keeps forms, guards the right to write into an attempt, and
/// writes its events.
///
/// Nothing is confirmed before it is on disk, and nothing is written into an attempt that another
/// copy of the program has taken over.
struct ExamDesk {
  private let recorder: EventRecorder
  /// The attempt that is open here.
  private var hold: AttemptHold?
  /// Whether the next attempt that is taken up is taken over without asking.
  private var takesOver: Bool

  private var folder: ProgressFolder { recorder.folder }

  /// Makes a desk.
  ///
  /// - Parameters:
  ///   - recorder: Where events go.
  ///   - takesOver: Whether the first attempt that is taken up again is taken over from another
  ///     copy without asking.
  init(_ recorder: EventRecorder, takesOver: Bool = false) {
    self.recorder = recorder
    self.takesOver = takesOver
  }

  /// Does what an exam wants done.
  ///
  /// - Parameters:
  ///   - effect: What.
  ///   - clock: What time it is.
  /// - Returns: What came of it.
  mutating func run(_ effect: ExamEffect, at clock: Clock) -> [Message] {
    switch effect {
    case .begin(let paper, let terms, let candidate):
      return begin(paper, terms, candidate, clock)
    case .resume(let attempt, let takesOver):
      defer { self.takesOver = false }
      return resume(attempt, takesOver: takesOver || self.takesOver, clock)
    case .record(let events):
      guard let attempt = events.first?.attempt else { return [] }
      return write(events.map(EventContent.exam), into: attempt, at: clock.now)
    case .finish(let last, let finish, let time):
      let attempt = finish.outcome.attempt
      let messages = write([.exam(last), .exam(.finish(finish))], into: attempt, at: time)
      leave(attempt)
      return messages
    case .leave(let attempt):
      leave(attempt)
      return []
    case .read(let attempt): return read(attempt)
    case .writeResult(let exam): return [.notice(ExamDocuments.writeResult(of: exam))]
    case .writeReport(let exam):
      // Read beside the open folder, whose snapshot must not cover what the screens haven't seen.
      let attempts = (try? ProgressFolder.read(folder.paths))?.state.attempts.values
      return [.notice(ExamDocuments.writePage(on: exam, among: attempts.map(Array.init) ?? []))]
    }
  }

  // MARK: - Beginning

  private mutating func begin(
    _ paper: ExamPaper, _ terms: ExamTerms, _ candidate: String?, _ clock: Clock
  ) -> [Message] {
    // What can't be saved now must not wait for a disk that may never come back.
    if recorder.hasUnsaved {
      let messages = recorder.retry()
      if recorder.hasUnsaved { return messages + [Self.cannotBegin("nothing can be saved")] }
      return messages + begin(paper, terms, candidate, clock)
    }
    leaveAll()
    var random = SystemRandomNumberGenerator()
    let attempt = AttemptID(on: clock.now.calendarDay, using: &random)
    let hash: String
    do {
      hash = try folder.keep(paper, of: attempt)
    } catch {
      return [Self.cannotBegin("\(error)")]
    }
    guard case .held(let hold) = take(attempt, takesOver: false, at: clock.now.at) else {
      return [Self.cannotBegin("another copy of Swot has an exam of that name open")]
    }
    // The time runs from the moment at which all is ready.
    let (time, now) = clock.moment
    let start = ExamStart(
      attempt, paper: paper, terms: terms, hash: hash, candidate: candidate, at: now)
    let outcome = folder.append([.exam(.start(start))], at: time)
    if let failure = outcome.failure {
      // Should the disk come back, both are written, and there was no exam.
      let undone = folder.append(outcome.events.map { .undo(of: $0.id) }, at: time)
      hold.release()
      return recorder.saving(undone.failure) + [Self.cannotBegin("\(failure.cause.reason)")]
    }
    self.hold = hold
    let sitting = ExamSitting(start, paper: paper, startedAt: time, at: now)
    return outcome.events.map(Message.recorded) + [.exam(.opened(sitting))]
  }

  private static func cannotBegin(_ reason: String) -> Message {
    .notice("The exam can't begin: \(reason).")
  }

  // MARK: - Coming back

  private mutating func resume(
    _ attempt: AttemptID, takesOver: Bool, _ clock: Clock
  ) -> [Message] {
    if hold?.attempt != attempt || hold?.isOurs != true {
      leaveAll()
      switch take(attempt, takesOver: takesOver, at: clock.now.at) {
      case .held(let hold): self.hold = hold
      case .elsewhere(let holder):
        return [.exam(.elsewhere(attempt, Self.holder(holder, clock)))]
      }
    }
    // Only now: whoever had it until a moment ago may have written until then.
    let learner: LearnerState
    do {
      learner = try folder.reload()
    } catch {
      leave(attempt)
      return [.notice("The exam can't be taken up again: \(error)")]
    }
    var messages = [Message.learnerReplaced(learner)]
    guard let progress = learner.attempts[attempt], progress.isOpen else {
      leave(attempt)
      return messages + read(attempt)
    }
    do throws(ExamPaperError) {
      messages += take(up: progress, try paper(of: progress), clock)
    } catch {
      leave(attempt)
      messages.append(.notice("The exam can't be taken up again: \(error)"))
    }
    return messages
  }

  private mutating func take(
    up progress: ExamProgress, _ paper: ExamPaper, _ clock: Clock
  ) -> [Message] {
    let (time, now) = clock.moment
    guard var sitting = ExamSitting(resuming: progress, paper: paper, at: now) else { return [] }
    if sitting.isTimeUp(at: now) {
      let (last, finish, end) = sitting.finish(.time, at: now, time: time)
      let exam = FinishedExam(
        start: sitting.start, startedAt: sitting.startedAt, outcome: finish.outcome,
        finishedAt: end, paper: paper, sheets: sitting.attempt.sheets)
      return run(.finish(last: last, finish, at: end), at: clock) + [.exam(.read(exam))]
    }
    return recorder.append([.exam(sitting.resumed)], at: time) + [.exam(.opened(sitting))]
  }

  /// Finishes the attempts whose time is up, as of their deadline, unless somebody has them open.
  ///
  /// - Parameters:
  ///   - learner: What is known of the learner; what is written is folded in.
  ///   - clock: What time it is.
  /// - Returns: What to tell the learner, a line each.
  mutating func settle(_ learner: inout LearnerState, _ clock: Clock) -> [String] {
    let now = clock.reading
    var notices: [String] = []
    for progress in learner.openAttempts where progress.isOverdue(at: now) {
      guard let start = progress.start,
        case .held(let hold) = take(start.attempt, takesOver: false, at: clock.now.at)
      else { continue }
      self.hold = hold
      defer { leave(start.attempt) }
      let overdue = progress.timerToResume?.overdue(at: now) ?? 0
      let end = clock.local(clock.now.at.advanced(byMilliseconds: -overdue))
      let day = end.calendarDay == clock.now.calendarDay ? "" : "\(end.calendarDay) at "
      let remark =
        "The time of '\(start.title)' ran out \(day.isEmpty ? "at " : "on " + day)"
        + ExamWording.timeOfDay(end)
      do throws(ExamPaperError) {
        for message in take(up: progress, try paper(of: progress), clock) {
          guard case .recorded(let event) = message, !learner.apply(event) else { continue }
          if let replayed = try? folder.reload() { learner = replayed }
        }
        notices.append("\(remark): swot exam --history")
      } catch {
        notices.append("\(remark), but there is no result: \(error)")
      }
    }
    return notices
  }

  // MARK: - Writing

  private mutating func write(
    _ contents: [EventContent], into attempt: AttemptID, at time: LocalTime
  ) -> [Message] {
    guard let hold, hold.attempt == attempt, hold.isOurs else {
      leave(attempt)
      return [.exam(.replaced(attempt))]
    }
    return recorder.append(contents, at: time)
  }

  private mutating func leave(_ attempt: AttemptID) {
    if hold?.attempt == attempt { leaveAll() }
  }

  private mutating func leaveAll() {
    hold?.release()
    hold = nil
  }

  // MARK: - Other copies

  /// Remembers, for other copies to show, that a key was pressed.
  func noteKey(at time: Timestamp) { hold?.noteKey(at: time) }

  /// Looks whether another copy has taken over the attempt that is open here.
  mutating func lookAround() -> [Message] {
    guard let hold, !hold.isOurs else { return [] }
    leaveAll()
    return [.exam(.replaced(hold.attempt))]
  }

  private func take(
    _ attempt: AttemptID, takesOver: Bool, at time: Timestamp
  ) -> AttemptHold.Taken {
    let me = AttemptHolder(
      process: POSIXProcessTable().current, terminal: Self.terminal, since: time)
    return takesOver
      ? AttemptHold.takeOver(attempt, in: folder.paths, as: me)
      : AttemptHold.take(attempt, in: folder.paths, as: me)
  }

  /// The name of the terminal, such as `/dev/pts/3`; nil where there is none.
  private static var terminal: String? {
    [STDIN_FILENO, STDERR_FILENO].lazy.compactMap { ttyname($0) }.first
      .map { String(cString: $0) }
  }

  private static func holder(_ holder: AttemptHolder?, _ clock: Clock) -> ExamHolder {
    ExamHolder(
      terminal: holder?.terminal, process: holder?.process.map { Int($0.id) } ?? 0,
      since: (holder?.since).map(clock.local), lastKey: (holder?.lastKey).map(clock.local))
  }

  // MARK: - Reading

  private func paper(of progress: ExamProgress) throws(ExamPaperError) -> ExamPaper {
    guard let start = progress.start else { preconditionFailure("an attempt without a start") }
    return try folder.papers.paper(of: start.attempt, hash: start.paper)
  }

  /// An attempt that is over, or why it can't be shown.
  private func read(_ attempt: AttemptID) -> [Message] {
    do throws(ProgressError) {
      let records = try folder.records(of: attempt)
      do throws(FinishedExamFailure) {
        return [.exam(.read(try FinishedExamReader.exam(attempt, from: records, folder.papers)))]
      } catch {
        return [.notice("The exam can't be shown: \(error)")]
      }
    } catch {
      return [.notice("The exam can't be shown: \(error)")]
    }
  }
}
