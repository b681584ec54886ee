import PracticeCore
import PracticeUI
import TerminalUI

/// What `swot goal` shows.
struct GoalReport {
  /// What is studied for.
  let goal: ExamGoal
  /// The title of the exam; nil where it is not at hand.
  let title: String?
  /// The plan; nil without a date to come.
  let plan: ExamPlan?
  /// What today asks.
  let queue: ReviewQueue
  /// The form that is held back; nil for none.
  let heldBack: HeldBackForm?
  /// The study day.
  let day: CalendarDate
  /// The day on the wall.
  let date: CalendarDate

  private var outlook: ExamOutlook? { plan.map { ExamOutlook(of: $0) } }

  /// For people.
  var text: [String] {
    guard goal != ExamGoal() else {
      return [
        "There is no goal. To set one: swot goal --exam EXAM --date YYYY-MM-DD --limit NUMBER"
      ]
    }
    var lines: [String] = []
    if let exam = goal.exam {
      lines.append("Exam: \(DisplayText.sanitized(title.map { "\($0) (\(exam))" } ?? exam))")
    }
    if let day = goal.date {
      let days = day.daysSince1970 - date.daysSince1970
      lines.append("Date: \(Phrases.date(day, withYear: true)), \(Phrases.distance(days: days))")
    }
    if let result = goal.result, result != .unsaid {
      lines.append("How it went: \(GoalResultWording.result(result))")
    }
    lines.append("Answers a day: \(goal.dailyLimit.map { "at most \($0)" } ?? "no limit")")
    let off =
      Phrases.weekdays(goal.weekdaysOff) + goal.daysOff.map { Phrases.date($0, withYear: true) }
    lines.append("Days off: \(off.isEmpty ? "none" : off.joined(separator: ", "))")
    if let heldBack {
      lines.append(
        "Held back: \(ExamWording.counted(heldBack.questions.count, "question")) for a last mock. "
          + "To sit it: swot exam --last-mock; to release them: swot goal --no-hold-back")
    }
    guard let plan, let outlook, let exam = goal.date else { return lines + ["", withoutPlan] }
    lines.append(
      "Questions: \(plan.questions), \(plan.unseen) of them new"
        + (plan.heldBack > 0 ? ", and \(plan.heldBack) held back" : "") + "; study days left: "
        + "\(plan.calendar.studyDays.count)")
    lines.append("Today: " + today(plan))
    if let ahead = outlook.forecast.lastPassAhead {
      lines.append("Last pass: from \(Phrases.date(day.advanced(byDays: ahead))) on")
    }
    return lines + ["", PlanWording.outlook(outlook, on: exam)]
  }

  /// Why there is no plan.
  private var withoutPlan: String {
    guard let exam = goal.date else {
      return "Without a date nothing is planned and no limit holds. To set one: "
        + "swot goal --date YYYY-MM-DD"
    }
    switch exam.daysSince1970 - day.daysSince1970 {
    case ..<0:
      let said =
        goal.result == nil ? " To say how it went: swot goal --result passed (failed, moved)." : ""
      return "The date has gone by: study is as without one.\(said) To set the next: "
        + "swot goal --date YYYY-MM-DD; to end it: swot goal --clear"
    case 0:
      return
        "On the day of the exam nothing is planned: no new questions, and what is due is there "
        + "for those who want it."
    default:
      return "That is more than three years away: study is as without a date until it is nearer."
    }
  }

  private func today(_ plan: ExamPlan) -> String {
    if queue.questions.isEmpty { return plan.calendar.isStudyDay ? "all done" : "a day off" }
    return "\(queue.due.count) to review, \(queue.new.count) new"
  }

  /// For programs.
  var json: JSONValue {
    [
      "exam": goal.exam.map(JSONValue.string) ?? .null,
      "date": (goal.date?.description).map(JSONValue.string) ?? .null,
      "daily_limit": goal.dailyLimit.map(JSONValue.int) ?? .null,
      "days_off": .array(goal.daysOff.map { .string($0.description) }),
      "weekdays_off": .array(goal.weekdaysOff.map(JSONValue.int)),
      "last_pass_days": goal.lastPassDays.map(JSONValue.int) ?? .null,
      "result": goal.result.map { .string($0.rawValue) } ?? .null,
      "held_back": heldBack.map { form in
        [
          "exam": .string(form.exam), "seed": .string(String(form.seed)),
          "questions": .array(form.questions.sorted().map { .string($0.description) }),
        ]
      } ?? .null,
      "plan": planJSON,
    ]
  }

  private var planJSON: JSONValue {
    guard let plan, let outlook else { return .null }
    let forecast = outlook.forecast
    let lastPass = forecast.lastPassAhead.map { day.advanced(byDays: $0).description }
    return [
      "days_left": .int(plan.calendar.daysLeft),
      "study_days": .int(plan.calendar.studyDays.count), "questions": .int(plan.questions),
      "unseen": .int(plan.unseen), "held_back": .int(plan.heldBack),
      "today": ["reviews": .int(queue.due.count), "new": .int(queue.new.count)],
      "aim": .double(outlook.aim), "on_track": .bool(outlook.isOnTrack),
      "recent": [
        "days": .int(RecentRecall.days), "reviews": .int(outlook.recentRecall.reviews),
        "recalled": .int(outlook.recentRecall.recalled),
        "expected": .double(outlook.recentRecall.expected),
      ],
      "recall": .double(forecast.recall), "unmet": .double(forecast.unmet),
      "answers": .double(forecast.answers),
      "last_pass": lastPass.map(JSONValue.string) ?? .null,
      "advice": Self.adviceJSON(outlook.advice),
      "forecast": .array(forecast.days.map { dayJSON($0) }),
    ]
  }

  private static func adviceJSON(_ advice: ExamOutlook.Advice?) -> JSONValue {
    guard let advice else { return .null }
    return [
      "daily_limit": advice.dailyLimit.map(JSONValue.int) ?? .null,
      "recall": .double(advice.recall), "reaches_aim": .bool(advice.reachesAim),
    ]
  }

  private func dayJSON(_ entry: ExamForecast.Day) -> JSONValue {
    [
      "day": .string(day.advanced(byDays: entry.ahead).description),
      "reviews": .double(entry.reviews), "new": .double(entry.new),
      "answers": .double(entry.answers), "last_pass": .bool(entry.isLastPass),
    ]
  }
}
