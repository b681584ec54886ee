/// Whether the plan leads to what is aimed at, and what would do it otherwise.
package struct ExamOutlook: Equatable, Sendable {
  /// The mean recall on the day that is aimed at, 0 to 1.
  package let aim: Double
  /// The learner's limit; nil where there is none.
  package let dailyLimit: Int?
  /// What is expected under it.
  package let forecast: ExamForecast
  /// What another limit would bring; nil where the plan leads there.
  package let advice: Advice?

  /// How the last reviews went, beside what the memory model had expected of them.
  package let recentRecall: RecentRecall

  /// A limit that would do better.
  package struct Advice: Equatable, Sendable {
    /// Answers a day at most; nil for no limit.
    package var dailyLimit: Int?
    /// The mean recall on the day that it gives.
    package var recall: Double
    /// Questions that would still not have been met.
    package var unmet: Double
    /// Whether that is what is aimed at.
    package var reachesAim: Bool
  }

  /// Looks ahead.
  ///
  /// It takes about ten forecasts where the limit is too low, each some milliseconds for a thousand
  /// questions: work for beside the screens.
  package init(of plan: ExamPlan) {
    aim = plan.policy.aim
    recentRecall = plan.recentRecall
    let limit = plan.policy.dailyLimit.map { Int($0) }
    let forecast = plan.forecast()
    dailyLimit = limit
    self.forecast = forecast
    advice = limit.flatMap { limit in
      Self.isReached(forecast, aim: plan.policy.aim)
        ? nil : Self.advice(for: plan, above: limit, forecast)
    }
  }

  /// Whether all is expected to be met, and remembered as well as aimed at, by a model that doesn't
  /// expect clearly more of the learner than their last reviews show.
  package var isOnTrack: Bool {
    reachesAim && !recentRecall.isBelowExpectation
  }

  /// Whether the forecast alone reaches what is aimed at.
  package var reachesAim: Bool { Self.isReached(forecast, aim: aim) }

  /// Forecasts are rounded to whole percents when they are shown, and so is the aim.
  private static func isReached(_ forecast: ExamForecast, aim: Double) -> Bool {
    forecast.recall >= aim - 0.005 && forecast.unmet < 0.5
  }

  /// The lowest limit, in steps of five, that reaches the aim; where none does, the lowest that comes
  /// within half a percent of the best.
  private static func advice(
    for plan: ExamPlan, above limit: Int, _ forecast: ExamForecast
  ) -> Advice? {
    // More than that on one day is no learning any more.
    let most = max(limit, mostUseful)
    let best = plan.forecast(dailyLimit: most)
    let reaches = isReached(best, aim: plan.policy.aim)
    let enough = { (forecast: ExamForecast) in
      reaches
        ? isReached(forecast, aim: plan.policy.aim)
        : forecast.recall >= best.recall - 0.005 && forecast.unmet <= best.unmet + 0.5
    }
    if enough(forecast) { return nil }
    var (low, high, found) = (limit / step, most / step, best)
    while high - low > 1 {
      let middle = (low + high) / 2
      let forecast = plan.forecast(dailyLimit: middle * step)
      if enough(forecast) {
        high = middle
        found = forecast
      } else {
        low = middle
      }
    }
    return Advice(
      dailyLimit: high * step, recall: found.recall, unmet: found.unmet, reachesAim: reaches)
  }

  private static let step = 5
  private static let mostUseful = 300
}
