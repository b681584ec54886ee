import FSRS
import PracticeCore

/// Replays logged reviews through a scheduler with learning steps, card by card.
struct ScheduleReplay {
  /// What a review led to.
  struct Outcome: Equatable {
    /// The card after the review.
    var card: SteppedCard
    /// When it is due next.
    var due: Timestamp
    /// The probability of recall just before the review, 0 to 1; nil for the first.
    var retrievability: Double?
  }

  private let scheduler: StepScheduler
  private let elapsed: ElapsedCounting
  private let timeZone: TimeZoneRules
  private var cards: [String: (card: SteppedCard, reviewed: Timestamp)] = [:]

  /// Makes a replay without any card.
  init(scheduler: StepScheduler, elapsed: ElapsedCounting, timeZone: TimeZoneRules) {
    self.scheduler = scheduler
    self.elapsed = elapsed
    self.timeZone = timeZone
  }

  /// Takes the next review of the log.
  mutating func replay(_ review: LoggedReview) -> Outcome {
    let known = cards[review.card]
    let before = known?.card ?? SteppedCard()
    let days = known.map { elapsedDays(from: $0.reviewed, to: review.time) } ?? 0
    let retrievability = before.memory.map {
      scheduler.model.retrievability(of: $0, elapsedDays: days)
    }
    let next = scheduler.review(before, rating: review.rating, elapsedDays: days)
    cards[review.card] = (next.card, review.time)
    return Outcome(
      card: next.card, due: due(after: review.time, next.delay), retrievability: retrievability)
  }

  private static let day: Int64 = 86_400_000

  private func elapsedDays(from start: Timestamp, to end: Timestamp) -> Double {
    let milliseconds = max(0, end.milliseconds(since: start))
    switch (scheduler.model.elapsedTime, elapsed) {
    case (.exact, _): return Double(milliseconds) / Double(Self.day)
    case (.wholeDays, .periods): return Double(milliseconds / Self.day)
    case (.wholeDays, .studyDays):
      let days =
        timeZone.studyDay(at: end).daysSince1970 - timeZone.studyDay(at: start).daysSince1970
      return Double(max(0, days))
    }
  }

  private func due(after review: Timestamp, _ delay: ReviewDelay) -> Timestamp {
    switch (delay, elapsed) {
    case (.step(let milliseconds), _): review.advanced(byMilliseconds: milliseconds)
    case (.days(let days), .periods): review.advanced(byMilliseconds: Int64(days) * Self.day)
    case (.days(let days), .studyDays):
      timeZone.start(ofStudyDay: timeZone.studyDay(at: review).advanced(byDays: days))
    }
  }
}

/// How a replay counts the days between two reviews.
enum ElapsedCounting: String, CaseIterable {
  /// Study days: local calendar days that turn over at 04:00.
  case studyDays = "study-days"
  /// Whole periods of 24 hours.
  case periods = "24h"
}
