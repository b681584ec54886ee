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
  /// If it were sat today.
  package var today: MockForecast
  /// The day of the exam; nil where there is none ahead, or it is another exam's.
  package var day: CalendarDate?
  /// On that day, if nothing more is studied.
  package var withoutStudy: MockForecast?
  /// On that day, if every review is done when it is due and new questions are met as planned.
  package var withStudy: MockForecast?
}

/// The exams at hand, with their forms drawn.
package struct MockForecasters: Sendable {
  private let forecasters: [MockForecaster]

  /// Draws the forms of exams; those that the banks at hand can't fill are left out.
  package init(_ blueprints: [Blueprint], _ index: CatalogIndex) {
    forecasters = blueprints.compactMap { MockForecaster($0, index) }
  }

  /// What is forecast of an exam when it begins; nil where its rules aren't at hand.
  package func forecast(
    _ exam: String, _ time: LocalTime, _ knowledge: Knowledge
  ) -> MockForecast? {
    forecasters.first { $0.blueprint.id == exam }?.forecast(knowledge, at: time)
  }

  /// How likely each exam is to be passed; first the one that the learner studies for.
  func readiness(
    _ knowledge: Knowledge, learner: LearnerState, at time: LocalTime
  ) -> [ExamReadiness] {
    let today = time.studyDay
    let goal = learner.goal
    return forecasters.map { forecaster in
      let blueprint = forecaster.blueprint
      let isGoal = goal.exam == blueprint.id
      var readiness = ExamReadiness(
        exam: blueprint.id, title: blueprint.title, scale: blueprint.scale, isGoal: isGoal,
        today: forecaster.forecast(knowledge, at: time))
      if let date = goal.date, date > today, isGoal || goal.exam == nil {
        let days = date.daysSince1970 - today.daysSince1970
        let then = LocalTime(
          at: time.at.advanced(byMilliseconds: Int64(days) * 86_400_000),
          offsetMinutes: time.offsetMinutes)
        let unmet = forecaster.unmet(in: knowledge)
        readiness.day = date
        readiness.withoutStudy = forecaster.forecast(knowledge, at: then)
        readiness.withStudy = forecaster.forecast(
          knowledge.studied(
            until: date, from: time, retention: learner.settings.desiredRetention, new: unmet,
            newPerDay: learner.settings.newPerDay
              ?? DailyLimits.newPerDay(unseen: unmet.count, daysLeft: days)),
          at: then)
      }
      return readiness
    }.sorted { $0.isGoal && !$1.isGoal }
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
