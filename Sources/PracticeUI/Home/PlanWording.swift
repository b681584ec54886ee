package import PracticeCore

/// What is said of the plan towards the exam, on screens and in lines.
package enum PlanWording {
  /// Whether the plan leads to what is aimed at, and what would do it otherwise.
  ///
  /// - Parameters:
  ///   - outlook: What is expected.
  ///   - date: The day of the exam.
  /// - Returns: A sentence or two.
  package static func outlook(_ outlook: ExamOutlook, on date: CalendarDate) -> String {
    let text = expectation(outlook, on: date)
    return doubt(outlook.recentRecall).map { "\(text) \($0)" } ?? text
  }

  /// Where the memory model expects clearly more of the learner than there is; nil where it doesn't.
  private static func doubt(_ recent: RecentRecall) -> String? {
    guard recent.isBelowExpectation, let share = recent.share,
      let expected = recent.expectedShare
    else { return nil }
    return
      "But of your last \(recent.reviews) reviews you recalled \(Phrases.percent(share)), where "
      + "the memory model expected \(Phrases.percent(expected)): expect less, until it is fitted to "
      + "you (in the settings, or by swot schedule optimize)."
  }

  private static func expectation(_ outlook: ExamOutlook, on date: CalendarDate) -> String {
    let day = Phrases.date(date)
    let recall = Phrases.percent(outlook.forecast.recall)
    if outlook.forecast.days.isEmpty {
      return "No study day is left before \(day), all are off: expect to remember \(recall) on it."
    }
    guard let limit = outlook.dailyLimit else {
      let most = Int((outlook.forecast.days.map(\.answers).max() ?? 0).rounded(.up))
      let track =
        !outlook.reachesAim ? "Late: expect" : outlook.isOnTrack ? "On track: expect" : "Expect"
      return "\(track) to remember \(recall) on \(day), with up to \(most) answers a day."
    }
    if outlook.reachesAim {
      let track = outlook.isOnTrack ? "On track: expect" : "Expect"
      return "\(track) to remember \(recall) on \(day), at \(limit) a day at most."
    }
    var text = "At \(limit) a day expect to remember \(recall) on \(day)"
    let unmet = Int(outlook.forecast.unmet.rounded())
    if unmet > 0 { text += ", and \(unmet) never met" }
    guard let advice = outlook.advice, let better = advice.dailyLimit else {
      return text + "; more a day gives no more."
    }
    let most = advice.reachesAim ? "" : ", the most there is"
    return text + "; \(better) a day gives \(Phrases.percent(advice.recall))\(most)."
  }

  /// Reviews that have piled up, and until when they are spread.
  package static func backlog(_ backlog: Backlog) -> String {
    var text = "\(backlog.waiting) reviews wait"
    if backlog.daysAway > 1 { text += " after \(backlog.daysAway) days away" }
    guard backlog.isLimited else {
      return text
        + ", the most nearly forgotten first; a limit of reviews a day (settings) spreads them."
    }
    text +=
      backlog.today > 0
      ? "; \(backlog.today) today, the most nearly forgotten first"
      : "; today has room for none of them"
    if let day = backlog.cleared { text += ": caught up by \(Phrases.date(day))" }
    return text + "."
  }

  /// A day without study.
  package static func dayOff(next: CalendarDate?) -> String {
    guard let next else { return "No study before the exam." }
    return "A day off. The next study day is \(Phrases.date(next))."
  }

  /// When a question comes back, as a clause.
  package static func comesBack(_ next: ExamPolicy.NextReview, today: CalendarDate) -> String {
    switch next {
    case .ahead(let days): "it comes back \(Phrases.ahead(days: days))"
    case .lastPass(let days):
      "it comes back in the last pass, from \(Phrases.date(today.advanced(byDays: days))) on"
    }
  }
}
