/// What study days to come will ask.
package enum StudyForecast {
  /// Reviews of `banks`' questions that will be due by the study day `day`, if none is done before.
  package static func reviews(
    of banks: [QuestionBank], learner: LearnerState, dueBy day: CalendarDate
  ) -> Int {
    banks.reduce(0) { sum, bank in
      sum
        + bank.questions.count { question in
          let progress = learner[question.id]
          return !progress.isSuspended && progress.isDue(on: day)
        }
    }
  }

  /// Questions that a later study day will ask: reviews due by then and new ones, within the limits
  /// of a day.
  ///
  /// - Parameters:
  ///   - banks: the banks that are studied.
  ///   - learner: what is known of the learner.
  ///   - day: a study day after today.
  ///   - unseen: new questions that will be left then.
  /// - Returns: how many.
  package static func questions(
    of banks: [QuestionBank], learner: LearnerState, on day: CalendarDate, unseen: Int
  ) -> Int {
    let due = reviews(of: banks, learner: learner, dueBy: day)
    let limits = DailyLimits(learner: learner, unseen: unseen, day: day)
    return min(due, limits.reviews ?? due) + min(limits.new, unseen)
  }

  /// The time that one answer takes this learner, in milliseconds.
  ///
  /// The mean of the last two weeks; a minute where these hold fewer than ten answers.
  package static func millisecondsPerAnswer(of learner: LearnerState, on day: CalendarDate) -> Int {
    var answers = 0
    var milliseconds = 0
    for (date, activity) in learner.days
    where date <= day && date >= day.advanced(byDays: -14) {
      answers += activity.answers
      milliseconds += activity.milliseconds
    }
    return answers < 10 ? 60_000 : milliseconds / answers
  }
}
