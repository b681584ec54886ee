/// What is known of one attempt, folded from its events.
package struct ExamProgress: Equatable, Sendable {
  /// How it began; nil while that event is missing, as when a journal has not arrived yet.
  package internal(set) var start: ExamStart?
  /// When it began; nil while that event is missing.
  package internal(set) var startedAt: LocalTime?
  /// The number of the newest sitting, from 1.
  package internal(set) var sitting = 1
  /// The time, by the newest sitting; nil while its beginning is missing.
  package internal(set) var timer: ExamTimer?
  /// The milliseconds that were left at the newest event; nil where none says it.
  package internal(set) var left: Int64?
  /// What was done with each question that was shown; empty once the attempt is over.
  package internal(set) var sheets: [QuestionID: ExamSheet] = [:]
  /// The question that was shown last; nil once the attempt is over.
  package internal(set) var place: QuestionID?
  /// The place of the newest event in the attempt's own order.
  package internal(set) var latest: Order?
  /// What came of it; nil while it is open.
  package internal(set) var outcome: ExamOutcome?
  /// The end's place among all events; nil while it is open.
  package internal(set) var finishedAt: EventPosition?
  /// When it ended; nil while it is open.
  package internal(set) var finished: LocalTime?

  /// The order in which the events of an attempt are folded.
  package struct Order: Hashable, Comparable, Sendable {
    /// The number of the sitting.
    package var sitting: Int
    /// The event.
    package var id: EventID

    /// Makes a place in the order.
    package init(sitting: Int, id: EventID) {
      self.sitting = sitting
      self.id = id
    }

    package static func < (left: Order, right: Order) -> Bool {
      left.sitting == right.sitting ? left.id < right.id : left.sitting < right.sitting
    }
  }

  /// Makes what is known of an attempt without events.
  package init() {}

  /// Makes what is known of an attempt from its parts, as a snapshot kept them.
  package init(
    start: ExamStart?, startedAt: LocalTime?, sitting: Int, timer: ExamTimer?, left: Int64?,
    sheets: [QuestionID: ExamSheet], place: QuestionID?, latest: Order?, outcome: ExamOutcome?,
    finishedAt: EventPosition?, finished: LocalTime?
  ) {
    self.start = start
    self.startedAt = startedAt
    self.sitting = sitting
    self.timer = timer
    self.left = left
    self.sheets = sheets
    self.place = place
    self.latest = latest
    self.outcome = outcome
    self.finishedAt = finishedAt
    self.finished = finished
  }

  /// Whether it has begun and isn't over.
  package var isOpen: Bool { start != nil && outcome == nil }

  /// The time with which a next sitting begins; nil while the attempt's beginning is missing.
  ///
  /// It may show more than was left at the newest event, where the wall rules and was set back:
  /// ``ExamTimer/limited(to:at:)`` with ``left`` takes that away.
  ///
  /// A clock that stops when the exam is left has stopped at the last thing that was recorded where
  /// nobody was there any more to stop it.
  package var timerToResume: ExamTimer? {
    guard let start, let timer else { return nil }
    if start.isPausable, case .running = timer { return .paused(left: left ?? start.allowed) }
    return timer
  }

  /// Whether the time is up at the moment `now`, though nobody has recorded the end.
  package func isOverdue(at now: ClockReading) -> Bool {
    isOpen && (timerToResume?.isUp(at: now) ?? false)
  }

  // MARK: - Folding

  /// The place in the attempt's own order; nil for the end, which has none.
  static func order(of event: Event, _ content: ExamEvent) -> Order? {
    content.sitting.map { Order(sitting: $0, id: event.id) }
  }

  /// Folds one event in; those but the end come in the attempt's own order.
  mutating func fold(_ content: ExamEvent, of event: Event) {
    if let order = Self.order(of: event, content) { latest = max(latest ?? order, order) }
    switch content {
    case .start(let start):
      guard self.start == nil else { return }
      self.start = start
      startedAt = event.time
      timer = .running(until: start.end)
      left = start.allowed
    case .response(_, let sitting, let record, let left):
      self.sitting = max(self.sitting, sitting)
      self.left = left
      guard outcome == nil else { return }
      sheets[record.question, default: ExamSheet()].take(record)
      if let next = record.next { sheets[next, default: ExamSheet()].isSeen = true }
      place = record.next ?? record.question
    case .pause(_, let sitting, let left):
      self.sitting = max(self.sitting, sitting)
      self.left = left
      timer = .paused(left: left)
    case .resume(_, let sitting, let end):
      self.sitting = max(self.sitting, sitting)
      timer = .running(until: end)
    case .finish(let finish):
      if let finishedAt, finishedAt <= event.position { return }
      finishedAt = event.position
      finished = event.time
      outcome = finish.outcome
      sheets = [:]
      place = nil
    }
  }
}
