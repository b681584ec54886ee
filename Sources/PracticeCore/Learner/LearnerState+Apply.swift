import FSRS

extension LearnerState {
  /// Folds one more event in, where that gives the same as a replay of all events.
  ///
  /// - Returns: false where it doesn't: the event is older than one on the same question that is
  ///   folded in already, or takes back something other than a question's newest, recent answer,
  ///   or changes the parameters. The state is then as it was, and a replay is needed.
  package mutating func apply(_ event: Event) -> Bool {
    guard awaited.isEmpty || !awaited.contains(event.id) else { return false }
    switch event.content {
    case .journal, .unknown: return true
    case .answer(let answer): return apply(answer, of: event)
    case .rate(let target, let rating): return correct(target, to: rating, at: event.position)
    case .undo(let target): return undo(target)
    case .mark(let mark, let question):
      return change(question, by: event) { $0.apply(mark, at: event.time) }
    case .note(let question, let text):
      return change(question, by: event) { $0.note = text.isEmpty ? nil : text }
    case .report(let question, _): return change(question, by: event) { $0.reports += 1 }
    case .parameters: return false
    case .settings(let settings): return apply(settings, at: event.position)
    case .goal(let goal): return apply(goal, at: event.position)
    case .exam(let content): return apply(content, of: event)
    }
  }

  /// How many answers can be taken back without a replay.
  private static let recentLimit = 64

  private mutating func change(
    _ question: QuestionID, by event: Event, _ change: (inout QuestionProgress) -> Void
  ) -> Bool {
    var progress = self[question]
    guard progress.precedes(event.position) else { return false }
    change(&progress)
    progress.latest = event.position
    scheduler.schedule(question, in: &progress)
    questions[question] = progress
    return true
  }

  private mutating func apply(_ answer: AnswerRecord, of event: Event) -> Bool {
    guard let before = foldRemembering(answer, of: event) else { return false }
    if recent.count == Self.recentLimit { recent.removeFirst() }
    recent.append(
      RecentAnswer(event: event, answer: answer, before: before, latest: event.position))
    return true
  }

  /// Folds an answer in and gives the progress before it; nil where it comes too late.
  private mutating func foldRemembering(
    _ answer: AnswerRecord, of event: Event
  ) -> QuestionProgress? {
    let before = self[answer.question]
    return fold(answer, of: event) ? before : nil
  }

  /// Folds an answer in; false where it comes too late.
  mutating func fold(_ answer: AnswerRecord, of event: Event) -> Bool {
    let wasNew = reviews != nil && self[answer.question].isNew
    let prior = questions[answer.question, default: QuestionProgress()].take(
      answer, at: event.time, position: event.position, scheduler: scheduler)
    guard let prior else { return false }
    if let rating = answer.rating {
      reviews?.append(
        QuestionReview(
          question: answer.question, rating: rating, time: event.time, startsAnew: wasNew))
    }
    count(answer, at: event.time, after: prior, times: 1)
    return true
  }

  /// Corrects a recent answer: it is taken back and folded in again with the new rating.
  private mutating func correct(
    _ target: EventID, to rating: Rating, at position: EventPosition
  ) -> Bool {
    guard let index = indexOfNewest(target), recent[index].latest < position else { return false }
    takeBack(recent[index])
    recent[index].answer.rating = rating
    recent[index].latest = position
    let corrected = recent[index]
    _ = fold(corrected.answer, of: corrected.event)
    raise(corrected.answer.question, to: position)
    return true
  }

  private mutating func undo(_ target: EventID) -> Bool {
    guard let index = indexOfNewest(target) else { return false }
    takeBack(recent[index])
    recent.remove(at: index)
    return true
  }

  /// The place among the recent answers of `target`, where it is the newest event of its question.
  private func indexOfNewest(_ target: EventID) -> Int? {
    guard let index = recent.lastIndex(where: { $0.event.id == target }),
      questions[recent[index].answer.question]?.latest == recent[index].latest
    else { return nil }
    return index
  }

  private mutating func takeBack(_ answer: RecentAnswer) {
    count(
      answer.answer, at: answer.event.time,
      after: PriorReview(of: answer.before, at: answer.event.time, scheduler: scheduler), times: -1)
    var before = answer.before
    // Settings may have changed since.
    scheduler.schedule(answer.answer.question, in: &before)
    questions[answer.answer.question] = before == QuestionProgress() ? nil : before
  }

  /// Says that an event at `position` on the question is folded in.
  mutating func raise(_ question: QuestionID, to position: EventPosition) {
    guard let latest = questions[question]?.latest, latest < position else { return }
    questions[question]?.latest = position
  }

  private mutating func apply(_ settings: StudySettings, at position: EventPosition) -> Bool {
    if let latest = latest.settings, latest > position { return true }
    latest.settings = position
    let old = self.settings
    self.settings = settings
    updateScheduler()
    if old.desiredRetention != settings.desiredRetention
      || old.maximumInterval != settings.maximumInterval
    {
      for index in questions.values.indices {
        scheduler.schedule(questions.keys[index], in: &questions.values[index])
      }
    }
    return true
  }

  private mutating func apply(_ goal: ExamGoal, at position: EventPosition) -> Bool {
    if let latest = latest.goal, latest > position { return true }
    latest.goal = position
    self.goal = goal
    return true
  }

  /// Adds an answer to its day, or takes it away (`times` −1).
  private mutating func count(
    _ answer: AnswerRecord, at time: LocalTime, after prior: PriorReview, times: Int
  ) {
    let day = time.studyDay
    var activity = days[day] ?? DayActivity()
    activity.answers += times
    if answer.isRight { activity.right += times }
    activity.milliseconds += answer.milliseconds * times
    if let rating = answer.rating {
      switch prior {
      case .none: activity.introduced += times
      case .sameDay: activity.repeated += times
      case .earlier(let recall):
        activity.countReview(recall: recall, isRecalled: rating != .again, times: times)
      }
    }
    days[day] = activity.isEmpty ? nil : activity
  }
}

/// What there was of a question before an answer to it.
enum PriorReview: Equatable {
  /// No review.
  case none
  /// The last review was on the answer's study day, or later where the clock went back.
  case sameDay
  /// The last review was on an earlier day: the probability of recall when the answer was given.
  case earlier(recall: Double)

  /// Finds it for an answer at `time`.
  init(of progress: QuestionProgress, at time: LocalTime, scheduler: ReviewScheduler) {
    guard let last = progress.lastReview else {
      self = .none
      return
    }
    guard last.studyDay < time.studyDay else {
      self = .sameDay
      return
    }
    self = .earlier(recall: scheduler.retrievability(of: progress, at: time) ?? 0)
  }
}

extension QuestionProgress {
  /// Takes an answer in.
  ///
  /// - Returns: What there was of the question before; nil where the answer comes too late, and
  ///   nothing changed.
  fileprivate mutating func take(
    _ answer: AnswerRecord, at time: LocalTime, position: EventPosition,
    scheduler: ReviewScheduler
  ) -> PriorReview? {
    guard precedes(position) else { return nil }
    let prior = PriorReview(of: self, at: time, scheduler: scheduler)
    answers += 1
    if answer.isRight { rightAnswers += 1 }
    lastAnswer = LastAnswer(time: time, revision: answer.revision, isRight: answer.isRight)
    latest = position
    if let rating = answer.rating {
      scheduler.review(answer.question, rating: rating, time: time, in: &self)
    }
    return prior
  }

  /// Whether an event at `position` comes after all that is folded in.
  func precedes(_ position: EventPosition) -> Bool {
    latest.map { $0 < position } ?? true
  }

  fileprivate mutating func apply(_ mark: QuestionMark, at time: LocalTime) {
    switch mark {
    case .suspend: isSuspended = true
    case .unsuspend:
      isSuspended = false
      buriedOn = nil
    case .bury: buriedOn = time.studyDay
    case .reset:
      memory = nil
      lastReview = nil
      repetitions = 0
      lapses = 0
    case .flag: isFlagged = true
    case .unflag: isFlagged = false
    }
  }
}
