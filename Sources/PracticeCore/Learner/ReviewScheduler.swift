package import FSRS

/// The memory model at work: what a review does to a question's progress, and when it is due.
///
/// It holds nothing of a learner; the same value serves all questions.
package struct ReviewScheduler: Sendable {
  /// The memory model.
  package var model: any MemoryModel
  /// The share of recall that intervals aim at, above 0 and below 1.
  package var desiredRetention: Double
  /// The longest interval, in days.
  package var maximumInterval: Int

  /// Makes a scheduler; the defaults are FSRS-6 with its default weights and a retention of 0.9.
  package init(
    model: any MemoryModel = FSRS6(), desiredRetention: Double = 0.9, maximumInterval: Int = 36_500
  ) {
    self.model = model
    self.desiredRetention = desiredRetention
    self.maximumInterval = maximumInterval
  }

  /// Folds a review that counts into `progress`: memory, day, repetitions and lapses, then due.
  package func review(
    _ question: QuestionID, rating: Rating, time: LocalTime, in progress: inout QuestionProgress
  ) {
    if rating == .again, let last = progress.lastReview, time.studyDay > last.studyDay {
      progress.lapses += 1
    }
    progress.memory = memory(
      after: progress.memory, rating: rating, since: progress.lastReview, at: time)
    progress.lastReview = time
    progress.repetitions += 1
    schedule(question, in: &progress)
  }

  /// Sets the due day from the memory: last review + interval, fuzzed by question and repetition.
  package func schedule(_ question: QuestionID, in progress: inout QuestionProgress) {
    guard let memory = progress.memory, let last = progress.lastReview else {
      progress.due = nil
      return
    }
    let exact = model.interval(for: memory, desiredRetention: desiredRetention)
    let interval = IntervalFuzz.fuzzed(
      exact, uniform: fuzz(question, repetition: progress.repetitions),
      maximumInterval: maximumInterval)
    progress.due = last.studyDay.advanced(byDays: interval)
  }

  /// The probability of recall at `time`, 0 to 1; nil for a new question.
  package func retrievability(of progress: QuestionProgress, at time: LocalTime) -> Double? {
    guard let memory = progress.memory else { return nil }
    return model.retrievability(
      of: memory, elapsedDays: elapsedDays(from: progress.lastReview, to: time))
  }

  /// The memory after a review.
  ///
  /// - Parameters:
  ///   - memory: the memory before it; nil for the first review.
  ///   - rating: how the review went.
  ///   - last: when the review before was; nil for the first.
  ///   - time: when the review is.
  /// - Returns: the memory after it.
  func memory(
    after memory: MemoryState?, rating: Rating, since last: LocalTime?, at time: LocalTime
  ) -> MemoryState {
    model.state(after: memory, rating: rating, elapsedDays: elapsedDays(from: last, to: time))
  }

  /// The probability of recall at `time` of a memory that was reviewed at `last`, 0 to 1.
  func retrievability(
    of memory: MemoryState, since last: LocalTime?, at time: LocalTime
  ) -> Double {
    model.retrievability(of: memory, elapsedDays: elapsedDays(from: last, to: time))
  }

  /// Days from `last` to `time` as the model counts them; time that runs backwards counts as none.
  package func elapsedDays(from last: LocalTime?, to time: LocalTime) -> Double {
    guard let last else { return 0 }
    switch model.elapsedTime {
    case .wholeDays:
      return Double(max(0, time.studyDay.daysSince1970 - last.studyDay.daysSince1970))
    case .exact:
      return Double(max(0, time.at.milliseconds(since: last.at))) / 86_400_000
    }
  }

  /// A number in 0..<1 that depends on question and repetition only.
  ///
  /// So a replay on any machine draws the same.
  private func fuzz(_ question: QuestionID, repetition: Int) -> Double {
    var hash = FNV1a()
    hash.combine(question.description)
    var random = SplitMix64(seed: hash.value &+ UInt64(truncatingIfNeeded: repetition))
    return Double(random.next() >> 11) * 0x1p-53
  }
}
