package import FSRS

/// What the learner's answers say beside the state that they leave: day by day, predicted and real,
/// with the confidence that was stated and the wrong items that were taken.
///
/// A pure function of the set of events and the banks at hand, as ``LearnerState`` is of the events
/// alone, and folded beside it only when somebody asks: starts and snapshots stay as fast as they
/// are.
package struct ReviewHistory: Sendable {
  /// Says what to expect of a form of an exam at a moment.
  package typealias Forecasting = (
    _ exam: String, _ form: MockForm, _ time: LocalTime, _ knowledge: Knowledge
  ) -> MockForecast?

  /// What was done on one study day.
  package struct Day: Equatable, Sendable {
    /// Answers, right ones, and the time spent.
    package var activity = DayActivity()
    /// Reviews of questions met on an earlier day, each question's first of the day.
    package var predictions = PredictionTally()

    /// Makes a day without activity.
    package init() {}
  }

  /// What was done on each study day.
  package private(set) var days: [CalendarDate: Day] = [:]
  /// What was done at each hour of the day on the wall, 0 to 23.
  package private(set) var hours = [QuestionHistory.Count](
    repeating: QuestionHistory.Count(), count: 24)
  /// Predicted and real recall of all reviews.
  package private(set) var fit = PredictionFit()
  /// The questions of the banks at hand that were ever answered.
  package private(set) var questions: [QuestionID: QuestionHistory] = [:]
  /// What is known now.
  package private(set) var knowledge: Knowledge
  /// The reviews that the memories follow from, in the order of time, as
  /// ``LearnerState/reviews(in:)`` has them; nil where they are more than ``mostReviews``.
  package private(set) var reviews: [TrainingReview]?
  /// What was known when each exam began, as `forecast` put it, in that order.
  package private(set) var exams: [ForecastExam] = []
  /// The days that were studied for, in order, each with what was forecast by then.
  package private(set) var goals: [ForecastGoal] = []

  /// With more reviews than these no other memory model is tried on them, which would take its time.
  static let mostReviews = 200_000

  /// A day that was studied for.
  package struct ForecastGoal: Equatable, Sendable {
    /// The exam, the day, and how it went.
    package var goal: ExamGoal
    /// What was forecast of a mock of that exam for the day; nil where that isn't known.
    package var forecast: MockForecast?
  }

  /// An exam with what was forecast of it when it began.
  package struct ForecastExam: Equatable, Sendable {
    /// The attempt.
    package var start: ExamStart
    /// When it began.
    package var startedAt: LocalTime
    /// What was forecast.
    package var forecast: MockForecast?
    /// For each question that was shown the probability of a right answer that was forecast,
    /// whether it was right, and how often answers were right of late: see ``MovingAverage``.
    package var answers: [Answer] = []
    /// What came of it; nil while it is open.
    package var outcome: ExamOutcome?

    /// One question of it.
    package struct Answer: Equatable, Sendable {
      /// The probability of a right answer, as forecast from the memory of the question.
      package var forecast: Double
      /// The share of right answers among the last ones before the exam.
      package var average: Double
      /// Whether it was right.
      package var isRight: Bool
    }
  }

  /// Folds a set of events: in any order, with any event given more than once.
  ///
  /// - Parameters:
  ///   - events: the events.
  ///   - index: the banks at hand.
  ///   - forecast: what to say of an exam that begins, given what is known then; nil where that is
  ///     not asked for.
  package init(
    replaying events: consuming [Event], in index: CatalogIndex,
    forecast: Forecasting? = nil
  ) {
    var events = events
    if !events.isSorted { events.sort { $0.position < $1.position } }
    let undone = UndoneEvents(in: events).ids
    var corrections: [EventID: Rating] = [:]
    var parameters = ModelParameters()
    for event in events where undone.isEmpty || !undone.contains(event.id) {
      switch event.content {
      case .rate(let target, let rating): corrections[target] = rating
      case .parameters(let content): parameters = content
      default: break
      }
    }
    var fold = ReviewHistoryFold(
      index: index, scheduler: LearnerState.scheduler(parameters: parameters), forecast: forecast)
    var last: EventPosition?
    for event in events {
      if !undone.isEmpty, undone.contains(event.id) { continue }
      switch event.content {
      case .answer(let answer):
        let position = event.position
        if position == last { continue }
        last = position
        fold.take(
          answer,
          rating: corrections.isEmpty ? answer.rating : corrections[event.id] ?? answer.rating,
          at: event.time)
      case .mark(.reset, let question): fold.reset(question)
      case .goal(let goal): fold.take(goal, at: event.time)
      case .exam(.start(let start)): fold.begin(start, at: event.time)
      case .exam(.finish(let finish)): fold.end(finish, at: event.time)
      default: break
      }
    }
    days = fold.days
    hours = fold.hours
    fit = fold.fit
    reviews = fold.reviews.count > Self.mostReviews ? nil : fold.reviews
    exams = fold.exams
    fold.closeGoal()
    goals = fold.goals
    questions.reserveCapacity(index.count)
    for (id, number) in index.numbers {
      if let history = fold.histories[number] { questions[id] = history }
    }
    knowledge = fold.knowledge
  }
}

extension ReviewHistory: Equatable {
  package static func == (left: ReviewHistory, right: ReviewHistory) -> Bool {
    left.days == right.days && left.hours == right.hours && left.fit == right.fit
      && left.questions == right.questions && left.exams == right.exams
      && left.goals == right.goals
  }
}
