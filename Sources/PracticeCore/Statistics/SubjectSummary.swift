/// Where the learner stands with one bank.
package struct SubjectSummary: Equatable, Sendable {
  /// The bank's id.
  package var bank: String
  /// Questions in the bank.
  package var questions = 0
  /// Questions that were ever answered.
  package var seen = 0
  /// Questions that are new to the scheduler and may be asked.
  package var new = 0
  /// Reviews that are due, or that the plan asks today: ``follow(_:asking:)``.
  package var due = 0
  /// The mean probability of recall over the questions with a memory, 0 to 1; nil without any.
  ///
  /// Now, but at least a day after each question's last review.
  package var recall: Double?

  /// Sums up `bank` at `time`.
  package init(of bank: QuestionBank, learner: LearnerState, at time: LocalTime) {
    self.bank = bank.id
    questions = bank.questions.count
    let day = time.studyDay
    var sum = 0.0
    var remembered = 0
    for question in bank.questions {
      guard let progress = learner.questions[question.id] else {
        if !learner.isHeldBack(question.id, on: day) { new += 1 }
        continue
      }
      if progress.isSeen { seen += 1 }
      if let recall = Self.recall(of: progress, learner: learner, at: time) {
        sum += recall
        remembered += 1
      }
      guard learner.isAskable(question.id, on: day) else { continue }
      if progress.isNew { new += 1 } else if progress.isDue(on: day) { due += 1 }
    }
    recall = remembered == 0 ? nil : sum / Double(remembered)
  }

  /// Counts as due what the plan towards the exam asks of the bank today, in place of what has come
  /// to its date.
  ///
  /// - Parameters:
  ///   - plan: The plan of the moment.
  ///   - queue: What today asks of all banks by it.
  package mutating func follow(_ plan: ExamPlan, asking queue: ReviewQueue) {
    if plan.scope.touches(bank: bank) {
      due = queue.due.count { $0.bank == bank }
    } else if let left = queue.answersLeft {
      // Opened by name it asks all that is due, but no more than the day can take.
      due = min(due, left)
    }
  }

  /// The probability of recall of one question, as ``recall`` counts it; nil for a new one.
  static func recall(
    of progress: QuestionProgress, learner: LearnerState, at time: LocalTime
  ) -> Double? {
    learner.scheduler.retrievability(of: progress, at: fairTime(for: progress, at: time))
  }

  /// When to ask for the probability of recall: now, or a day after the last review where that is
  /// later.
  ///
  /// On the day of a review every model says nearly 1, whatever the answer was; a subject answered
  /// all wrong today would count as remembered.
  private static func fairTime(for progress: QuestionProgress, at time: LocalTime) -> LocalTime {
    guard let last = progress.lastReview else { return time }
    return LocalTime(
      at: max(time.at, last.at.advanced(byMilliseconds: 86_400_000)),
      offsetMinutes: time.offsetMinutes)
  }
}
