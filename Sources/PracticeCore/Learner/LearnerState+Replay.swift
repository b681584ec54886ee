import FSRS

extension LearnerState {
  /// Folds a set of events: in any order, with any event given more than once.
  ///
  /// Where two different events have one identity, both count here unless they are of one instant;
  /// finding such a pair is the journals' business.
  ///
  /// - Parameters:
  ///   - events: The events.
  ///   - questionCount: About how many questions they speak of, so that room for them is made once.
  package init(replaying events: consuming [Event], questionCount: Int = 0) {
    self.init(replaying: events, questionCount: questionCount, recording: false)
  }

  /// The reviews that the memory of questions follows from, in the order of time.
  ///
  /// What was undone is left out, corrected ratings are those that hold, answers that don't count for
  /// scheduling are missing, and those of exams are there as far as they are evidence: exactly what
  /// a replay of the events gives to the memory model.
  ///
  /// - Parameter events: In any order, with any event given more than once.
  /// - Returns: The reviews.
  package static func reviews(in events: consuming [Event]) -> [QuestionReview] {
    LearnerState(replaying: events, questionCount: 0, recording: true).reviews ?? []
  }

  private init(replaying events: consuming [Event], questionCount: Int, recording: Bool) {
    self.init()
    if recording { reviews = [] }
    questions.reserveCapacity(questionCount)
    // Taken, not shared, so that a million events are not copied; one machine's are in order.
    var events = events
    if !events.isSorted { events.sort { $0.position < $1.position } }
    let undone = UndoneEvents(in: events).ids
    var corrections: [EventID: (rating: Rating, position: EventPosition)] = [:]
    // Events that others name, until they are met.
    var named = undone
    for event in events where undone.isEmpty || !undone.contains(event.id) {
      switch event.content {
      case .rate(let target, let rating):
        corrections[target] = (rating, event.position)
        named.insert(target)
      case .parameters(let parameters):
        self.parameters = parameters
        if let weights = parameters.weights { ownWeights[parameters.model] = weights }
        latest.parameters = event.position
      case .settings, .goal: _ = apply(event)
      default: break
      }
    }
    updateScheduler()
    // Their own order is known when all are there.
    var sittings: [AttemptID: [(order: ExamProgress.Order, event: Event)]] = [:]
    var corrected: [(question: QuestionID, position: EventPosition)] = []
    for event in events {
      if !named.isEmpty { named.remove(event.id) }
      if !undone.isEmpty, undone.contains(event.id) { continue }
      switch event.content {
      case .answer(var answer):
        if !corrections.isEmpty, let correction = corrections[event.id] {
          answer.rating = correction.rating
          corrected.append((answer.question, correction.position))
        }
        _ = fold(answer, of: event)
      case .mark, .note, .report: _ = apply(event)
      case .exam(let content):
        if let order = ExamProgress.order(of: event, content) {
          sittings[content.attempt, default: []].append((order, event))
        } else {
          _ = apply(content, of: event)
        }
      case .journal, .rate, .undo, .parameters, .settings, .goal, .unknown: break
      }
    }
    for (attempt, events) in sittings {
      for (_, event) in events.sorted(by: { $0.order < $1.order }) {
        if case .exam(let content) = event.content {
          attempts[attempt, default: ExamProgress()].fold(content, of: event)
        }
      }
    }
    // Only now: a correction is newer than answers that were still to be folded in.
    for (question, position) in corrected { raise(question, to: position) }
    awaited = named
  }
}

extension [Event] {
  /// Whether the events stand in the order of their positions.
  var isSorted: Bool {
    indices.dropFirst().allSatisfy { index in
      // The times alone tell nearly always, and copy nothing.
      self[index - 1].time.at < self[index].time.at
        || self[index - 1].position <= self[index].position
    }
  }
}
