extension ExamPolicy {
  /// What a study day asks.
  package struct Day: Sendable {
    /// The reviews, by their places among the questions given, those that matter most first, each
    /// with the part of it that has room.
    package var reviews: [(place: Int, share: Double)] = []
    /// How many new questions.
    package var new = 0.0
    /// Answers that are expected, repeats included.
    package var answers = 0.0
    /// Reviews that would be asked today if there were room.
    package var waiting = 0.0
    /// Whether it is a day of the last pass.
    package var isLastPass = false
    /// Whether the day takes no more than it asks.
    package var isFull = false

    /// Makes a day that asks nothing.
    package init() {}
  }

  /// What was done today before the day is planned again.
  package struct Done: Equatable, Sendable {
    /// Questions that were met.
    package var new: Double
    /// Answers to reviews, repeats included.
    package var reviewAnswers: Double

    /// Makes it; nothing unless given.
    package init(new: Double = 0, reviewAnswers: Double = 0) {
      self.new = new
      self.reviewAnswers = reviewAnswers
    }
  }
}
