import FSRS

extension LearnerState {
  /// Folds an event of an exam in; false where it comes too late, and a replay is needed.
  mutating func apply(_ content: ExamEvent, of event: Event) -> Bool {
    let attempt = content.attempt
    var progress = attempts[attempt] ?? ExamProgress()
    switch content {
    case .finish(let finish):
      if let end = progress.finishedAt {
        // The first end counts; the evidence of a later one was never folded in.
        return end <= event.position
      }
      guard take(finish.answers, of: event) else { return false }
    case .start, .response, .pause, .resume:
      if let order = ExamProgress.order(of: event, content), let latest = progress.latest,
        order < latest
      {
        return false
      }
    }
    progress.fold(content, of: event)
    attempts[attempt] = progress
    return true
  }

  /// Folds what an exam says of the memory of its questions in; false where one of them was the
  /// subject of a newer event, and nothing changed.
  ///
  /// A question that was first met in the exam stays new until it is learnt: answering it once,
  /// without being told what is right, teaches nothing.
  private mutating func take(_ answers: [ExamEvidence], of event: Event) -> Bool {
    guard answers.allSatisfy({ self[$0.question].precedes(event.position) }) else { return false }
    let day = event.time.studyDay
    var activity = days[day] ?? DayActivity()
    for answer in answers {
      var progress = self[answer.question]
      progress.lastExam = event.time.at
      progress.latest = event.position
      if answer.response != nil {
        progress.answers += 1
        if answer.isRight { progress.rightAnswers += 1 }
        activity.answers += 1
        if answer.isRight { activity.right += 1 }
        progress.lastAnswer = LastAnswer(
          time: event.time, revision: answer.revision, isRight: answer.isRight)
      }
      activity.milliseconds += answer.milliseconds
      if !progress.isNew {
        if case .earlier(let recall) = PriorReview(
          of: progress, at: event.time, scheduler: scheduler)
        {
          activity.countReview(recall: recall, isRecalled: answer.rating != .again)
        }
        scheduler.review(answer.question, rating: answer.rating, time: event.time, in: &progress)
        reviews?.append(
          QuestionReview(
            question: answer.question, rating: answer.rating, time: event.time, startsAnew: false))
      }
      questions[answer.question] = progress
    }
    days[day] = activity.isEmpty ? nil : activity
    return true
  }

  /// The attempts that have begun and aren't over, the newest first.
  package var openAttempts: [ExamProgress] {
    attempts.values.filter(\.isOpen).sorted { left, right in
      guard let first = left.start?.attempt, let second = right.start?.attempt,
        let firstAt = left.startedAt?.at, let secondAt = right.startedAt?.at
      else { return false }
      return firstAt == secondAt ? first < second : firstAt > secondAt
    }
  }

  /// The attempts that are over, the newest first.
  package var finishedAttempts: [ExamProgress] {
    attempts.values.filter { $0.start != nil && $0.outcome != nil }.sorted { left, right in
      guard let first = left.finishedAt, let second = right.finishedAt else { return false }
      return first > second
    }
  }

  /// Whether a question was never answered, nor shown in an exam: one that was left open there has
  /// been read, and perhaps its answer afterwards.
  package func hasNeverSeen(_ question: QuestionID) -> Bool {
    !self[question].isSeen && self[question].lastExam == nil
  }

  /// For each question that was shown in an exam a number that rises from exam to exam, for
  /// ``ExamDraw/form(seed:lastSeen:)``.
  package var lastExams: [QuestionID: Int] {
    var last: [QuestionID: Int] = [:]
    for (question, progress) in questions {
      if let exam = progress.lastExam { last[question] = Int(exam.milliseconds) }
    }
    for attempt in attempts.values where attempt.isOpen {
      guard let began = attempt.startedAt?.at else { continue }
      for (question, sheet) in attempt.sheets where sheet.isSeen {
        last[question] = max(last[question] ?? .min, Int(began.milliseconds))
      }
    }
    return last
  }
}
