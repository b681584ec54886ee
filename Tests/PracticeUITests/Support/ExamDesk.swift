import PracticeCore
import PracticeUI

/// Carries out the effects of exams as the program does, with attempts and journal in memory.
struct ExamDesk {
  /// The forms of the attempts that were begun.
  private(set) var papers: [AttemptID: ExamPaper] = [:]
  /// The attempt that is open here; nil for none.
  private(set) var held: AttemptID?
  /// Who else has every attempt open; nil for nobody.
  var holder: ExamHolder?
  /// Whether another program has taken over what is open here.
  var isReplaced = false
  /// Why no attempt can be begun or read; nil where it can.
  var refusal: String?
  /// The attempts of which a result was written.
  private(set) var writtenResults: [AttemptID] = []
  /// The attempts of which a report was written.
  private(set) var writtenReports: [AttemptID] = []

  /// Carries an effect out.
  ///
  /// - Parameters:
  ///   - effect: what a screen wants.
  ///   - journal: all events, to which new ones are added.
  ///   - time: now.
  ///   - clock: the same moment on the machine's clocks.
  /// - Returns: what the screens are told.
  mutating func run(
    _ effect: ExamEffect, journal: inout [Event], at time: LocalTime, clock: ClockReading
  ) -> [Message] {
    switch effect {
    case .begin(let paper, let terms, let candidate):
      if let refusal { return [.notice(refusal)] }
      guard let attempt = AttemptID("attempt-\(papers.count + 1)") else { return [] }
      let start = ExamStart(
        attempt, paper: paper, terms: terms, hash: "0123456789abcdef", candidate: candidate,
        at: clock)
      papers[attempt] = paper
      held = attempt
      return record([.start(start)], in: &journal, at: time)
        + [.exam(.opened(ExamSitting(start, paper: paper, startedAt: time, at: clock)))]
    case .resume(let attempt, let takesOver):
      return resume(attempt, takesOver: takesOver, journal: &journal, at: time, clock: clock)
    case .record(let events):
      guard !isReplaced else { return replaced() }
      return record(events, in: &journal, at: time)
    case .finish(let last, let finish, let end):
      guard !isReplaced else { return replaced() }
      held = nil
      return record([last], in: &journal, at: time)
        + record([.finish(finish)], in: &journal, at: end)
    case .leave:
      held = nil
      return []
    case .read(let attempt):
      guard refusal == nil, let exam = finished(attempt, in: journal) else {
        return [.notice(refusal ?? "There is no attempt \(attempt).")]
      }
      return [.exam(.read(exam))]
    case .writeResult(let exam):
      writtenResults.append(exam.start.attempt)
      return [.notice("The result is in exam-result.json.")]
    case .writeReport(let exam):
      writtenReports.append(exam.start.attempt)
      return [.notice("The report is in exam-report.html.")]
    }
  }

  /// An attempt that is over, by the journal; nil where there is none of that name.
  func finished(_ attempt: AttemptID, in journal: [Event]) -> FinishedExam? {
    let progress = LearnerState(replaying: journal).attempts[attempt]
    let sheets = LearnerState(replaying: journal.filter { !$0.isEndOfExam }).attempts[attempt]?
      .sheets
    guard let progress, let sheets, let paper = papers[attempt], let start = progress.start,
      let startedAt = progress.startedAt, let outcome = progress.outcome,
      let finishedAt = progress.finished
    else { return nil }
    return FinishedExam(
      start: start, startedAt: startedAt, outcome: outcome, finishedAt: finishedAt, paper: paper,
      sheets: paper.items.map { sheets[$0.question.id] ?? ExamSheet() })
  }

  private mutating func resume(
    _ attempt: AttemptID, takesOver: Bool, journal: inout [Event], at time: LocalTime,
    clock: ClockReading
  ) -> [Message] {
    if let holder, !takesOver { return [.exam(.elsewhere(attempt, holder))] }
    holder = nil
    let progress = LearnerState(replaying: journal).attempts[attempt]
    guard let progress, let paper = papers[attempt],
      var sitting = ExamSitting(resuming: progress, paper: paper, at: clock)
    else { return [.notice("There is no open attempt \(attempt).")] }
    if sitting.isTimeUp(at: clock) {
      let (last, finish, end) = sitting.finish(.time, at: clock, time: time)
      let messages =
        record([last], in: &journal, at: time) + record([.finish(finish)], in: &journal, at: end)
      return messages + (finished(attempt, in: journal).map { [.exam(.read($0))] } ?? [])
    }
    held = attempt
    return record([sitting.resumed], in: &journal, at: time) + [.exam(.opened(sitting))]
  }

  private mutating func replaced() -> [Message] {
    guard let attempt = held else { return [] }
    held = nil
    return [.exam(.replaced(attempt))]
  }

  private func record(
    _ contents: [ExamEvent], in journal: inout [Event], at time: LocalTime
  ) -> [Message] {
    contents.map { content in
      let id = EventID(writer: "test", sequence: journal.count)
      let event = Event(id: id, time: time, content: .exam(content))
      journal.append(event)
      return .recorded(event)
    }
  }
}

extension Event {
  /// Whether it says that an exam is over.
  fileprivate var isEndOfExam: Bool {
    if case .exam(.finish) = content { true } else { false }
  }
}
