import FSRS

/// A fold over the events that count, in their order.
struct ReviewHistoryFold {
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
  /// When the newest answer was given, or the newest exam ended.
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
        change.activity.countReview(recall: review.recall, isRecalled: review.isRecalled)
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
    let forecast = forecast?(exam, .any(butLast: nil), then, knowledge)
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
    var form = MockForm.any(butLast: heldBack)
    if let heldBack, heldBack.exam == start.exam, heldBack.seed == start.seed {
      form = .lastMock(heldBack)
    }
    exams.append(
      .init(start: start, startedAt: time, forecast: forecast?(start.exam, form, time, knowledge)))
  }

  mutating func end(_ finish: ExamFinish, at time: LocalTime) {
    let attempt = finish.outcome.attempt
    // The first end counts.
    guard ended.insert(attempt).inserted else { return }
    if current != nil { forecastGoal(before: time) }
    latest = time
    let day = time.studyDay
    if let place = places[attempt], let form = heldBack, exams[place].start.exam == form.exam,
      exams[place].start.seed == form.seed
    {
      // Its questions are released.
      heldBack = nil
    }
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
    activity += other.activity
    predictions += other.predictions
  }
}
