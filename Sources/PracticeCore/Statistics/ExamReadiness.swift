import FSRS

/// How likely one exam is to be passed: today, and on the day that the learner studies for.
package struct ExamReadiness: Equatable, Sendable {
  /// The exam.
  package var exam: String
  /// Its title.
  package var title: String
  /// Its scale.
  package var scale: ScoreScale
  /// Whether the learner studies for it.
  package var isGoal: Bool
  /// How many questions it asks.
  package var questions: Int
  /// If it were sat today.
  package var today: MockForecast
  /// If the form were sat today that is held back for a last mock; nil where none is.
  package var lastMock: MockForecast?
  /// The day of the exam; nil where there is none ahead, or it is another exam's.
  package var day: CalendarDate?
  /// On that day, if nothing more is studied.
  package var withoutStudy: MockForecast?
  /// On that day, if the plan is followed; where there is none, if every review is done when it is
  /// due and new questions are met evenly.
  package var withStudy: MockForecast?
}

/// The exams at hand, with their forms drawn.
package struct MockForecasters: Sendable {
  private let forecasters: [MockForecaster]
  private let index: CatalogIndex
  private let blueprints: [Blueprint]

  /// Draws the forms of exams; those that the banks at hand can't fill are left out.
  package init(_ blueprints: [Blueprint], _ index: CatalogIndex) {
    self.index = index
    self.blueprints = blueprints
    forecasters = blueprints.compactMap { MockForecaster($0, index) }
  }

  /// What is forecast of an exam when it begins; nil where its rules aren't at hand.
  ///
  /// - Parameters:
  ///   - exam: The id of the blueprint.
  ///   - form: Which of its forms.
  ///   - time: The moment.
  ///   - knowledge: What is known of the learner's knowledge by then.
  /// - Returns: The forecast.
  package func forecast(
    _ exam: String, _ form: MockForm, _ time: LocalTime, _ knowledge: Knowledge
  ) -> MockForecast? {
    guard let forecaster = forecasters.first(where: { $0.blueprint.id == exam }) else { return nil }
    return forecaster.limited(to: form).forecast(knowledge, at: time)
  }

  /// How likely each exam is to be passed; first the one that the learner studies for.
  func readiness(
    _ knowledge: Knowledge, learner: LearnerState, at time: LocalTime
  ) -> [ExamReadiness] {
    let today = time.studyDay
    let goal = learner.goal
    let heldBack = learner.heldBack(on: today)
    let plan = ExamPlan(of: learner, in: index.catalog, blueprints: blueprints, at: time)
    let planned = plan.map { PlannedRecall($0) }
    return forecasters.map { any in
      // What is held back comes last in any other mock.
      let forecaster = any.limited(to: .any(butLast: heldBack))
      let blueprint = forecaster.blueprint
      let isGoal = goal.exam == blueprint.id
      var readiness = ExamReadiness(
        exam: blueprint.id, title: blueprint.title, scale: blueprint.scale, isGoal: isGoal,
        questions: blueprint.questions, today: forecaster.forecast(knowledge, at: time))
      if let heldBack, heldBack.exam == blueprint.id {
        readiness.lastMock = any.limited(to: .lastMock(heldBack)).forecast(knowledge, at: time)
      }
      if let date = goal.date, date > today, isGoal || goal.exam == nil {
        let days = date.daysSince1970 - today.daysSince1970
        let then = LocalTime(
          at: time.at.advanced(byMilliseconds: Int64(days) * 86_400_000),
          offsetMinutes: time.offsetMinutes)
        readiness.day = date
        readiness.withoutStudy = forecaster.forecast(knowledge, at: then)
        readiness.withStudy =
          planned.map { forecaster.forecast(knowledge, at: then, following: $0) }
          ?? forecaster.forecast(
            studied(knowledge, by: forecaster, learner: learner, from: time, days: days), at: then)
      }
      return readiness
    }.sorted { $0.isGoal && !$1.isGoal }
  }

  /// What will be known on a day that is too far off for a plan.
  private func studied(
    _ knowledge: Knowledge, by forecaster: MockForecaster, learner: LearnerState,
    from time: LocalTime, days: Int
  ) -> Knowledge {
    let today = time.studyDay
    let unmet = forecaster.unmet(in: knowledge).filter {
      !learner.isHeldBack(index.ids[$0], on: today)
    }
    return knowledge.studied(
      until: today.advanced(byDays: days), from: time,
      retention: learner.settings.desiredRetention, new: unmet,
      newPerDay: learner.settings.newPerDay
        ?? DailyLimits.newPerDay(unseen: unmet.count, daysLeft: days))
  }
}

/// How forecasts of exams that were sat have come out.
package struct ForecastRecord: Equatable, Sendable {
  /// The exams that are over, the oldest first.
  package let exams: [ReviewHistory.ForecastExam]

  /// Takes the exams that are over.
  package init(_ exams: [ReviewHistory.ForecastExam]) {
    self.exams = exams.filter { $0.outcome != nil }
  }

  /// Exams of which enough was known beforehand for a forecast.
  package var forecast: [ReviewHistory.ForecastExam] {
    exams.filter { $0.forecast?.isReliable ?? false }
  }

  /// The mean squared distance between the probability of passing and what came of it.
  ///
  /// 0 is perfect, 0.25 what always saying one half gives; nil without a forecast. Source: Brier,
  /// "Verification of forecasts expressed in terms of probability", 1950.
  package var brierScore: Double? {
    let exams = forecast
    guard !exams.isEmpty else { return nil }
    return exams.reduce(0) { sum, exam in
      let passed = exam.outcome?.score.isPassed == true ? 1.0 : 0
      let distance = (exam.forecast?.probability ?? 0) - passed
      return sum + distance * distance
    } / Double(exams.count)
  }

  /// Fewer forecasts say nothing yet.
  private static let leastForecasts = 5
  /// How many standard deviations off forecasts are before they count as too sure.
  private static let leastDeviations = 3.0

  /// Whether exams came out clearly further from their forecasts than the forecasts themselves say.
  ///
  /// Z = Σ (o − p)(1 − 2p) ÷ √Σ (1 − 2p)² p(1 − p) over at least five forecasts p of what came of
  /// them, o, 0 or 1; too sure is 3 and more. Source: Spiegelhalter, "Probabilistic prediction in
  /// patient management and clinical trials", Statistics in Medicine 5, 1986.
  package var isTooSure: Bool {
    let exams = forecast
    guard exams.count >= Self.leastForecasts else { return false }
    var (distance, variance) = (0.0, 0.0)
    for exam in exams {
      let probability = min(0.99, max(0.01, exam.forecast?.probability ?? 0.5))
      let weight = 1 - 2 * probability
      let passed = exam.outcome?.score.isPassed == true ? 1.0 : 0
      distance += (passed - probability) * weight
      variance += weight * weight * probability * (1 - probability)
    }
    return variance > 0 && distance >= Self.leastDeviations * variance.squareRoot()
  }

  /// The mean log loss of the forecasts of single answers in all exams, in nats, beside that of
  /// always expecting the share of right answers of late; nil without answers.
  package var logLoss: (forecast: Double, average: Double, answers: Int)? {
    let answers = exams.flatMap(\.answers)
    guard !answers.isEmpty else { return nil }
    func loss(_ probability: (ReviewHistory.ForecastExam.Answer) -> Double) -> Double {
      answers.reduce(0) { sum, answer in
        let right = min(0.99, max(0.01, probability(answer)))
        return sum + Chances.loss(right, happened: answer.isRight)
      } / Double(answers.count)
    }
    return (loss(\.forecast), loss(\.average), answers.count)
  }
}
