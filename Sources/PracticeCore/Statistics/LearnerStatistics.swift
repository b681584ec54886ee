import FSRS

/// All that the statistics tell: computed in one go from the state, the history and the banks.
package struct LearnerStatistics: Equatable, Sendable {
  /// The moment that they belong to.
  package let time: LocalTime
  /// Answers of all days.
  package let answers: Int
  /// Right ones.
  package let right: Int
  /// The time spent, in milliseconds.
  package let milliseconds: Int
  /// What was done on each study day.
  package let days: [CalendarDate: ReviewHistory.Day]
  /// Study days in a row.
  package let streak: StudyStreak
  /// What the coming days will ask.
  package let forecast: DueForecast
  /// Where the learner stands with each bank that is studied, by domain and objective.
  package let subjects: [SubjectMastery]
  /// Predicted and real recall.
  package let fit: PredictionFit
  /// What was done at each hour of the day.
  package let hours: [QuestionHistory.Count]
  /// Confidence against truth.
  package let calibration: Calibration
  /// The questions that keep slipping, those forgotten most often first.
  package let slipping: [SlippingQuestion]
  /// The memories of all questions that were learnt.
  package let memories: MemoryFigures
  /// The time that what is left will take.
  package let timeLeft: TimeLeft
  /// The memory model, by name, and whether its weights are the learner's own.
  package let model: String
  /// Whether the weights of the model are not its defaults.
  package let hasOwnParameters: Bool
  /// Another model that predicts the learner's answers clearly better; nil where none does, or there
  /// are too many answers to try.
  package let betterModel: String?
  /// How likely each exam is to be passed.
  package let readiness: [ExamReadiness]
  /// How forecasts of exams that were sat have come out.
  package let record: ForecastRecord
  /// The days that were studied for and are over, in order.
  package let pastGoals: [ReviewHistory.ForecastGoal]

  /// A question that was forgotten again and again.
  package struct SlippingQuestion: Equatable, Sendable {
    /// The question.
    package var question: QuestionID
    /// How often it was forgotten.
    package var lapses: Int
    /// The wrong item that was taken most often; nil where none was taken more than once.
    package var takenFor: Calibration.Trap?
    /// Whether it is set aside.
    package var isSuspended: Bool
  }

  /// Computes them.
  ///
  /// - Parameters:
  ///   - history: what the events say day by day, folded with the forecasts of
  ///     ``MockForecasters/forecast(_:_:_:)``.
  ///   - learner: the state that the same events make.
  ///   - index: the banks at hand.
  ///   - forecasters: the exams at hand.
  ///   - betterModel: another model that predicts clearly better.
  ///   - time: now.
  package init(
    _ history: ReviewHistory, learner: LearnerState, in index: CatalogIndex,
    exams forecasters: MockForecasters, betterModel: String? = nil, at time: LocalTime
  ) {
    let banks = index.catalog.banks.filter { learner.settings.includes(bank: $0.id) }
    let day = time.studyDay
    self.time = time
    days = history.days
    answers = days.values.reduce(0) { $0 + $1.activity.answers }
    right = days.values.reduce(0) { $0 + $1.activity.right }
    milliseconds = days.values.reduce(0) { $0 + $1.activity.milliseconds }
    streak = StudyStreak(
      days: Set(days.filter { $0.value.activity.answers > 0 }.keys), goal: learner.goal, on: day)
    forecast = DueForecast(of: banks, learner: learner, on: day)
    subjects = banks.map { SubjectMastery(of: $0, learner: learner, at: time) }
    fit = history.fit
    hours = history.hours
    calibration = Calibration(history, in: index.catalog)
    slipping = banks.flatMap(\.questions).compactMap { question in
      let progress = learner[question.id]
      guard progress.keepsSlipping else { return nil }
      return SlippingQuestion(
        question: question.id, lapses: progress.lapses,
        takenFor: history.questions[question.id].flatMap {
          Calibration.Trap(worstOf: $0, for: question)
        }, isSuspended: progress.isSuspended)
    }.sorted { ($1.lapses, $0.question) < ($0.lapses, $1.question) }
    memories = MemoryFigures(of: banks, learner: learner)
    timeLeft = TimeLeft(learner: learner, forecast: forecast, on: day)
    model = learner.scheduler.model.name
    hasOwnParameters = learner.parameters.weights != nil
    self.betterModel = betterModel
    readiness = forecasters.readiness(history.knowledge, learner: learner, at: time)
    record = ForecastRecord(history.exams)
    pastGoals = history.goals.filter { goal in
      goal.goal.date.map { $0 < day } ?? false
    }
  }
}

/// Study days in a row.
package struct StudyStreak: Equatable, Sendable {
  /// The days of the present one, up to today or yesterday.
  package let current: Int
  /// The days of the longest one.
  package let longest: Int
  /// Whether something was answered today.
  package let includesToday: Bool

  /// Counts days; those that are off neither count nor part.
  ///
  /// - Parameters:
  ///   - days: the study days with an answer.
  ///   - goal: says which days are off.
  ///   - today: the study day.
  package init(days: Set<CalendarDate>, goal: ExamGoal, on today: CalendarDate) {
    let isOff = { (day: CalendarDate) in
      goal.weekdaysOff.contains(day.weekday) || goal.daysOff.contains(day)
    }
    includesToday = days.contains(today)
    var longest = 0
    var running = 0
    if let first = days.min() {
      var day = first
      while day <= today {
        if days.contains(day) {
          running += 1
          longest = max(longest, running)
        } else if !isOff(day), day < today {
          running = 0
        }
        day = day.advanced(byDays: 1)
      }
    }
    current = running
    self.longest = longest
  }
}

/// The time that what is left will take, from what answers have taken of late.
package struct TimeLeft: Equatable, Sendable {
  /// What one answer takes, in milliseconds.
  package let perAnswer: Int
  /// Reviews due in the next 30 days and new questions, each once, in milliseconds.
  package let milliseconds: Int
  /// The answers that this is for.
  package let answers: Int

  /// Multiplies what is to come by what an answer takes.
  package init(learner: LearnerState, forecast: DueForecast, on day: CalendarDate) {
    perAnswer = StudyForecast.millisecondsPerAnswer(of: learner, on: day)
    answers = forecast.days.prefix(30).reduce(0, +) + forecast.new
    milliseconds = answers * perAnswer
  }
}

/// Stabilities and difficulties of all questions that were learnt.
package struct MemoryFigures: Equatable, Sendable {
  /// Questions by stability: below 1, 3, 7, 14, 30, 90, 180, 365 days, and above.
  package let stabilities: [Int]
  /// Questions by difficulty: from 1 up to 2, from 2 up to 3, … from 9 to 10.
  package let difficulties: [Int]

  /// Where the classes of stability end, in days.
  package static let stabilityBounds = [1.0, 3, 7, 14, 30, 90, 180, 365]

  /// How many questions were learnt.
  package var count: Int { difficulties.reduce(0, +) }

  /// Counts the questions of banks.
  package init(of banks: [QuestionBank], learner: LearnerState) {
    var stabilities = [Int](repeating: 0, count: Self.stabilityBounds.count + 1)
    var difficulties = [Int](repeating: 0, count: 9)
    for question in banks.lazy.flatMap(\.questions) {
      guard let memory = learner.questions[question.id]?.memory else { continue }
      let place = Self.stabilityBounds.firstIndex { memory.stability < $0 }
      stabilities[place ?? Self.stabilityBounds.count] += 1
      difficulties[min(8, max(0, Int(memory.difficulty) - 1))] += 1
    }
    self.stabilities = stabilities
    self.difficulties = difficulties
  }
}

extension LearnerStatistics {
  /// Computes them from all events.
  ///
  /// - Parameters:
  ///   - events: all events, in any order, with any event given more than once.
  ///   - learner: the state that they make.
  ///   - catalog: the banks at hand.
  ///   - blueprints: the exams at hand.
  ///   - time: now.
  package init(
    of events: consuming [Event], learner: LearnerState, catalog: QuestionCatalog,
    blueprints: [Blueprint], at time: LocalTime
  ) {
    let index = CatalogIndex(catalog)
    let forecasters = MockForecasters(blueprints, index)
    let history = ReviewHistory(
      replaying: events, in: index, forecast: forecasters.forecast)
    let betterModel = history.reviews.flatMap {
      ModelComparison.betterModel(than: learner.scheduler.model, on: $0.sortedByTime)
    }
    self.init(
      history, learner: learner, in: index, exams: forecasters, betterModel: betterModel, at: time)
  }
}
