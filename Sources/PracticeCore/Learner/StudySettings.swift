/// The learner's choices for study: everything but appearance.
package struct StudySettings: Equatable, Sendable {
  /// The share of recall that intervals aim at, in ``retentionRange``.
  package var desiredRetention: Double
  /// New questions a day; nil leaves it to the exam date (``DailyLimits``).
  package var newPerDay: Int?
  /// Reviews a day at most; nil for no limit.
  package var reviewsPerDay: Int?
  /// Ids of the banks that are studied; nil for all.
  package var subjects: [String]?
  /// The longest interval, in days.
  package var maximumInterval: Int

  /// Makes settings; the defaults are those of a new learner.
  package init(
    desiredRetention: Double = 0.9, newPerDay: Int? = nil, reviewsPerDay: Int? = nil,
    subjects: [String]? = nil, maximumInterval: Int = 36_500
  ) {
    self.desiredRetention = desiredRetention
    self.newPerDay = newPerDay
    self.reviewsPerDay = reviewsPerDay
    self.subjects = subjects
    self.maximumInterval = maximumInterval
  }

  /// The desired retentions that make sense.
  ///
  /// Below, most answers fail; above, the work grows without bound.
  package static let retentionRange = 0.7...0.99

  /// Whether the bank is studied.
  package func includes(bank: some StringProtocol) -> Bool {
    subjects?.contains { $0 == bank } ?? true
  }
}

/// What the learner studies for.
package struct ExamGoal: Equatable, Sendable {
  /// The id of the blueprint; nil where only the date is known.
  package var exam: String?
  /// The day of the exam; nil where it is not fixed yet.
  package var date: CalendarDate?
  /// Days without study.
  package var daysOff: [CalendarDate]
  /// Weekdays without study, 1 Monday to 7 Sunday.
  package var weekdaysOff: [Int]
  /// Answers a study day may ask at most, reviews, new questions and repeats together; nil for no
  /// limit.
  package var dailyLimit: Int?
  /// Study days at the end that are kept for one last pass; nil leaves it to the plan.
  package var lastPassDays: Int?
  /// How it went; nil as long as nobody was asked.
  package var result: GoalResult?
  /// Questions that are kept unseen for one last mock; nil where none are.
  package var heldBack: HeldBackForm?

  /// Makes a goal; without exam and date there is none.
  package init(
    exam: String? = nil, date: CalendarDate? = nil, daysOff: [CalendarDate] = [],
    weekdaysOff: [Int] = [], dailyLimit: Int? = nil, lastPassDays: Int? = nil
  ) {
    self.exam = exam
    self.date = date
    self.daysOff = daysOff
    self.weekdaysOff = weekdaysOff
    self.dailyLimit = dailyLimit
    self.lastPassDays = lastPassDays
  }

  /// Whether the day is one without study.
  package func isOff(_ day: CalendarDate) -> Bool {
    weekdaysOff.contains(day.weekday) || daysOff.contains(day)
  }
}

/// A memory model with its weights, as an event names it.
package struct ModelParameters: Equatable, Sendable {
  /// The name of the model (`fsrs6`).
  package var model: String
  /// Its weights, in the order of the model's definition; nil for the model's defaults.
  package var weights: [Double]?

  /// Makes parameters; the default is FSRS-6 with its default weights.
  package init(model: String = "fsrs6", weights: [Double]? = nil) {
    self.model = model
    self.weights = weights
  }
}
