package import FSRS

/// A review of a question that counted for scheduling.
package struct QuestionReview: Equatable, Sendable {
  /// The question.
  package var question: QuestionID
  /// What the memory model was told.
  package var rating: Rating
  /// When it was, with the learner's distance from UTC.
  package var time: LocalTime
  /// Whether the question was new to the scheduler: met for the first time, or since it was reset.
  package var startsAnew: Bool

  /// Makes a review.
  package init(question: QuestionID, rating: Rating, time: LocalTime, startsAnew: Bool) {
    self.question = question
    self.rating = rating
    self.time = time
    self.startsAnew = startsAnew
  }
}

extension [QuestionReview] {
  /// The reviews as training sees them, in the same order: which should be that of time.
  package var forTraining: [TrainingReview] {
    var cards: [QuestionID: Int] = [:]
    return map { review in
      let card = cards[review.question, default: cards.count]
      cards[review.question] = card
      return TrainingReview(
        card: card, day: review.time.studyDay.daysSince1970, time: review.time.at.milliseconds,
        rating: review.rating, startsAnew: review.startsAnew)
    }
  }
}
