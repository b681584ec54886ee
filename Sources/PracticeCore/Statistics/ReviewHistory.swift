package import FSRS

/// What the learner's answers say beside the state that they leave: day by day, predicted and real,
/// with the confidence that was stated and the wrong items that were taken.
///
/// A pure function of the set of events and the banks at hand, as ``LearnerState`` is of the events
/// alone, and folded beside it only when somebody asks: starts and snapshots stay as fast as they
/// are.
package struct ReviewHistory: Sendable {
  /// Says what to expect of an exam at a moment: of its last mock where a form was held back for it,
  /// else of any form.
  package typealias Forecasting = (
    _ exam: String, _ lastMock: HeldBackForm?, _ time: LocalTime, _ knowledge: Knowledge
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
    var fold = Fold(
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

/// A fold over the events that count, in their order.
private struct Fold {
  let index: CatalogIndex
  let scheduler: ReviewScheduler
  let forecast: ReviewHistory.Forecasting?
  var days: [CalendarDate: ReviewHistory.Day] = [:]
  var hours = [QuestionHistory.Count](repeating: QuestionHistory.Count(), count: 24)
  var fit = PredictionFit()
  var reviews: [TrainingReview] = []
  var exams: [ReviewHistory.ForecastExam] = []
  var histories: [QuestionHistory?]
  var knowledge: Knowledge
  private var places: [AttemptID: Int] = [:]
  private var ended: Set<AttemptID> = []
  private var average = MovingAverage()
  /// The day that is studied for.
  private var current: ReviewHistory.ForecastGoal?
  /// When the newest answer was given.
  private var latest: LocalTime?
  var goals: [ReviewHistory.ForecastGoal] = []
  /// The memories of questions that no bank at hand holds.
  private var strangers: [QuestionID: Knowledge.Memory] = [:]
  /// The numbers of their cards, which follow those of questions at hand.
  private var strangersCards: [QuestionID: Int] = [:]
  /// The form that the newest goal holds back.
  private var heldBack: HeldBackForm?
  /// What was known when exams began that are not over.
  private var before: [AttemptID: (knowledge: Knowledge, average: MovingAverage)] = [:]

  init(
    index: CatalogIndex, scheduler: ReviewScheduler,
    forecast: ReviewHistory.Forecasting?
  ) {
    self.index = index
    self.scheduler = scheduler
    self.forecast = forecast
    histories = Array(repeating: nil, count: index.count)
    knowledge = Knowledge(index, scheduler: scheduler)
  }

  mutating func take(_ answer: AnswerRecord, rating: Rating?, at time: LocalTime) {
    let day = time.studyDay
    if current != nil { forecastGoal(before: time) }
    latest = time
    let number = index.numbers[answer.question]
    let guess = number.map { index.guesses[$0] } ?? 0
    var memory = memory(of: answer.question, number)
    var change = ReviewHistory.Day()
    change.activity.answers = 1
    change.activity.right = answer.isRight ? 1 : 0
    change.activity.milliseconds = answer.milliseconds
    if let rating {
      note(rating, of: answer.question, number, startsAnew: memory.state == nil, at: time, day: day)
      review(
        &memory, rating: rating, isRight: answer.isRight, guess: guess, at: time, day: day,
        counting: &change)
    }
    count(change, on: day)
    average.add(answer.isRight)
    let hour = time.timeOfDay.hour
    if answer.isRight { hours[hour].right += 1 } else { hours[hour].wrong += 1 }
    guard let number else {
      strangers[answer.question] = memory
      return
    }
    knowledge.memories[number] = memory
    note(
      number, question: answer.question, response: answer.response, revision: answer.revision,
      isRight: answer.isRight, confidence: answer.confidence,
      milliseconds: answer.milliseconds, at: time)
  }

  /// Folds a review in: first what was predicted of it, then what it leaves.
  private mutating func review(
    _ memory: inout Knowledge.Memory, rating: Rating, isRight: Bool, guess: Double,
    at time: LocalTime, day: CalendarDate, repeats: Bool = true,
    counting change: inout ReviewHistory.Day
  ) {
    if let state = memory.state, let lastReview = memory.lastReview {
      if lastReview.studyDay < day {
        let review = PredictedReview(
          recall: scheduler.retrievability(of: state, since: lastReview, at: time), guess: guess,
          isRecalled: rating != .again, isRight: isRight)
        change.predictions.add(review)
        change.activity.reviewed = 1
        fit.add(review)
        knowledge.bias.add(review)
      } else if repeats {
        change.activity.repeated = 1
      }
    } else {
      change.activity.introduced = 1
    }
    memory.state = scheduler.memory(
      after: memory.state, rating: rating, since: memory.lastReview, at: time)
    memory.lastReview = time
  }

  /// Notes a review for memory models to be tried on.
  private mutating func note(
    _ rating: Rating, of question: QuestionID, _ number: Int?, startsAnew: Bool,
    at time: LocalTime, day: CalendarDate
  ) {
    guard reviews.count <= ReviewHistory.mostReviews else { return }
    let card =
      number ?? strangersCards[question, default: index.count + strangersCards.count]
    if number == nil { strangersCards[question] = card }
    reviews.append(
      TrainingReview(
        card: card, day: day.daysSince1970, time: time.at.milliseconds, rating: rating,
        startsAnew: startsAnew))
  }

  private func memory(of question: QuestionID, _ number: Int?) -> Knowledge.Memory {
    number.map { knowledge.memories[$0] } ?? strangers[question] ?? Knowledge.Memory()
  }

  /// Notes what an answer says of a question of the banks at hand.
  private mutating func note(
    _ number: Int, question: QuestionID, response: Response?, revision: Revision, isRight: Bool,
    confidence: Confidence?, milliseconds: Int, at time: LocalTime
  ) {
    var history = histories[number] ?? QuestionHistory()
    // Out of its place while it changes, so that it is not copied.
    histories[number] = nil
    if response != nil, history.firstWasRight == nil {
      history.firstWasRight = isRight
      knowledge.addFirstAnswer(number, isRight: isRight)
    }
    history.milliseconds += milliseconds
    if confidence != nil || history.certainlyWrongAt != nil {
      history.take(confidence, isRight: isRight, at: time)
    }
    if !isRight, let response, let content = index.catalog[question], content.revision == revision {
      history.countDistractors(of: response, to: content)
    }
    histories[number] = history
  }

  mutating func reset(_ question: QuestionID) {
    guard let number = index.numbers[question] else {
      strangers[question] = nil
      return
    }
    knowledge.memories[number] = Knowledge.Memory()
  }

  // MARK: - Goals

  /// Takes another goal, or another word on the same one.
  mutating func take(_ goal: ExamGoal, at time: LocalTime) {
    heldBack = goal.heldBack
    if var last = current, last.goal.exam == goal.exam, last.goal.date == goal.date {
      last.goal = goal
      current = last
      return
    }
    // A day that was changed before it came was none.
    if let date = current?.goal.date, date < time.studyDay { closeGoal() }
    current = goal.date == nil ? nil : ReviewHistory.ForecastGoal(goal: goal)
  }

  /// Forecasts the day that is studied for, once it is over.
  private mutating func forecastGoal(before time: LocalTime) {
    guard let date = current?.goal.date, current?.forecast == nil, date < time.studyDay else {
      return
    }
    forecastGoal(from: time)
  }

  private mutating func forecastGoal(from time: LocalTime) {
    guard let goal = current?.goal, let date = goal.date, let exam = goal.exam else { return }
    let days = date.daysSince1970 - time.studyDay.daysSince1970
    let then = LocalTime(
      at: time.at.advanced(byMilliseconds: Int64(days) * 86_400_000),
      offsetMinutes: time.offsetMinutes)
    let forecast = forecast?(exam, nil, then, knowledge)
    current?.forecast = forecast
  }

  mutating func closeGoal() {
    if let last = latest, current?.forecast == nil { forecastGoal(from: last) }
    if let current { goals.append(current) }
    current = nil
  }

  // MARK: - Exams

  mutating func begin(_ start: ExamStart, at time: LocalTime) {
    guard forecast != nil, places[start.attempt] == nil else { return }
    places[start.attempt] = exams.count
    before[start.attempt] = (knowledge, average)
    let lastMock = heldBack.flatMap {
      $0.exam == start.exam && $0.seed == start.seed ? $0 : nil
    }
    exams.append(
      .init(
        start: start, startedAt: time, forecast: forecast?(start.exam, lastMock, time, knowledge)))
  }

  mutating func end(_ finish: ExamFinish, at time: LocalTime) {
    let attempt = finish.outcome.attempt
    // The first end counts.
    guard ended.insert(attempt).inserted else { return }
    let day = time.studyDay
    if let place = places[attempt], let before = before.removeValue(forKey: attempt) {
      exams[place].outcome = finish.outcome
      let chances = before.knowledge.chances(at: exams[place].startedAt)
      for answer in finish.answers {
        guard let number = index.numbers[answer.question] else { continue }
        exams[place].answers.append(
          .init(
            forecast: chances.right(number), average: before.average.share,
            isRight: answer.isRight))
      }
    }
    for answer in finish.answers {
      let number = index.numbers[answer.question]
      var memory = memory(of: answer.question, number)
      var change = ReviewHistory.Day()
      if answer.response != nil {
        change.activity.answers = 1
        change.activity.right = answer.isRight ? 1 : 0
        let hour = time.timeOfDay.hour
        if answer.isRight { hours[hour].right += 1 } else { hours[hour].wrong += 1 }
      }
      change.activity.milliseconds = answer.milliseconds
      // What was first met in an exam stays new until it is learnt.
      if memory.state != nil {
        note(answer.rating, of: answer.question, number, startsAnew: false, at: time, day: day)
        review(
          &memory, rating: answer.rating, isRight: answer.isRight,
          guess: number.map { index.guesses[$0] } ?? 0, at: time, day: day, repeats: false,
          counting: &change)
      }
      count(change, on: day)
      if answer.response != nil { average.add(answer.isRight) }
      guard let number else {
        strangers[answer.question] = memory
        continue
      }
      knowledge.memories[number] = memory
      note(
        number, question: answer.question, response: answer.response, revision: answer.revision,
        isRight: answer.isRight, confidence: nil, milliseconds: answer.milliseconds, at: time)
    }
  }

  private mutating func count(_ change: ReviewHistory.Day, on day: CalendarDate) {
    days[day, default: ReviewHistory.Day()].add(change)
  }
}

extension ReviewHistory.Day {
  fileprivate mutating func add(_ other: ReviewHistory.Day) {
    activity.answers += other.activity.answers
    activity.right += other.activity.right
    activity.introduced += other.activity.introduced
    activity.reviewed += other.activity.reviewed
    activity.repeated += other.activity.repeated
    activity.milliseconds += other.activity.milliseconds
    predictions += other.predictions
  }
}
