import FSRS

extension LearnerState {
  /// Folds a set of events: in any order, with any event given more than once.
  ///
  /// Where two different events have one identity, both count here; finding such a pair is the
  /// journals' business.
  package init(replaying events: consuming [Event]) {
    self.init()
    // Taken, not shared, so that a million events are not copied; one machine's are in order.
    var events = events
    if !events.isSorted { events.sort { $0.position < $1.position } }
    let undone = Self.undone(in: events)
    var corrections: [EventID: (rating: Rating, position: EventPosition)] = [:]
    var targets = undone
    for event in events where !undone.contains(event.id) {
      switch event.content {
      case .rate(let target, let rating):
        corrections[target] = (rating, event.position)
        targets.insert(target)
      case .parameters(let parameters):
        self.parameters = parameters
        latest.parameters = event.position
      case .settings, .goal: _ = apply(event)
      default: break
      }
    }
    updateScheduler()
    var corrected: [(question: QuestionID, position: EventPosition)] = []
    for event in events {
      if !targets.isEmpty, targets.remove(event.id) != nil, undone.contains(event.id) { continue }
      switch event.content {
      case .answer(var answer):
        if let correction = corrections[event.id] {
          answer.rating = correction.rating
          corrected.append((answer.question, correction.position))
        }
        _ = fold(answer, of: event)
      case .mark, .note, .report: _ = apply(event)
      case .journal, .rate, .undo, .parameters, .settings, .goal, .unknown: break
      }
    }
    // Only now: a correction is newer than answers that were still to be folded in.
    for (question, position) in corrected { raise(question, to: position) }
    awaited = targets
  }

  /// The events that drop out: those that an `undo` names which doesn't drop out itself.
  private static func undone(in sorted: [Event]) -> Set<EventID> {
    var undone: Set<EventID> = []
    for event in sorted.reversed() {
      if case .undo(let target) = event.content, !undone.contains(event.id) {
        undone.insert(target)
      }
    }
    return undone
  }
}

extension [Event] {
  /// Whether the events stand in the order of their positions.
  fileprivate var isSorted: Bool {
    guard var last = first?.position else { return true }
    for event in dropFirst() {
      let position = event.position
      if position < last { return false }
      last = position
    }
    return true
  }
}
