import ArgumentParser
import PracticeCore
import PracticeUI
import TerminalUI

/// `swot goal`: the exam that is studied for, its day and what a day may ask.
struct GoalCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "goal",
    abstract: "Set the exam you study for, its date and a daily limit.",
    discussion: """
      With a date, each day asks what helps most on that day: every question of the exam in time, a \
      last pass in the final days, never more answers than the limit and nothing on days off. It says \
      at once what you can expect, and what would do better. Without options it shows what holds.

      'none' takes an exam, a date or a limit away; --clear takes all of it away.

      Examples:

        swot goal --exam cloud-best-practices --date 2026-12-12 --limit 30
        swot goal --weekday-off sun --day-off 2026-12-06
      """)

  @OptionGroup var options: CommonOptions

  @Option(help: ArgumentHelp("The exam, by id or path; or none.", valueName: "exam"))
  var exam: String?

  @Option(help: ArgumentHelp("The day of the exam, such as 2026-12-12; or none.", valueName: "day"))
  var date: String?

  @Option(
    help: ArgumentHelp(
      "Answers a day at most, reviews, new questions and repeats together; or none.",
      valueName: "number"))
  var limit: String?

  @Option(help: ArgumentHelp("A day without study; may be repeated.", valueName: "day"))
  var dayOff: [String] = []

  @Option(
    help: ArgumentHelp(
      "A weekday without study, such as sun; may be repeated.", valueName: "weekday"))
  var weekdayOff: [String] = []

  @Flag(help: "Take all days off away, before those that this command names.")
  var noDaysOff = false

  @Option(
    help: ArgumentHelp(
      "Study days at the end for the last pass; or none, which leaves it to the plan.",
      valueName: "number"))
  var lastPassDays: String?

  @Option(
    help: ArgumentHelp(
      "How the exam went, once its day is over: passed, failed, moved; or none.",
      valueName: "result"))
  var result: String?

  @Flag(help: "Take the goal away.")
  var clear = false

  @Option(help: "How to print it.")
  var format = OutputFormat.text

  /// Refuses what is no day, weekday or number.
  func validate() throws {
    for day in [date].compactMap(\.self) + dayOff where day != "none" {
      guard CalendarDate(day) != nil else {
        throw ValidationError("'\(day)' is no day; days are such as 2026-12-12.")
      }
    }
    for (name, text) in [("limit", limit), ("last-pass-days", lastPassDays)] {
      guard let text, text != "none" else { continue }
      guard let number = Int(text), (1...9999).contains(number) else {
        throw ValidationError("--\(name) must be a whole number from 1 on, or none.")
      }
    }
    for weekday in weekdayOff where (Weekdays.read(weekday) ?? []).isEmpty {
      throw ValidationError("'\(weekday)' is no weekday; weekdays are such as mon or sunday.")
    }
    if let result, result != "none", Self.results[result] == nil {
      throw ValidationError("--result must be passed, failed, moved or none.")
    }
    if clear, changesSomething {
      throw ValidationError("--clear takes the whole goal away and goes with no other option.")
    }
  }

  /// What can be said of a day that is over.
  private static let results: [String: GoalResult] = [
    "passed": .passed, "failed": .failed, "moved": .moved,
  ]

  private var changesSomething: Bool {
    exam != nil || date != nil || limit != nil || !dayOff.isEmpty || !weekdayOff.isEmpty
      || noDaysOff || lastPassDays != nil || result != nil
  }

  /// Changes the goal where something is asked for, and shows it.
  func run() throws {
    try reportingFailures {
      let named = exam == "none" ? nil : exam
      let setup = try PracticeSetup(options, exam: named)
      let today = setup.clock.now.calendarDay
      if let date, let day = CalendarDate(date), day < today {
        throw DayGone(day: day, today: today)
      }
      try setup.reportNotices()
      guard clear || changesSomething else {
        return try print(try setup.readLearner(), setup)
      }
      let learner = try Recording(setup).record { learner in
        let goal = clear ? ExamGoal() : try changed(learner.goal, exam: setup.exam?.id, on: today)
        return goal == learner.goal ? [] : [.goal(goal)]
      }
      try print(learner, setup)
    }
  }

  /// The goal with what is asked for.
  ///
  /// - Throws: ``GoalNotOver``.
  private func changed(
    _ old: ExamGoal, exam id: String?, on today: CalendarDate
  ) throws(GoalNotOver) -> ExamGoal {
    var goal = old
    if let result {
      guard result == "none" || old.date.map({ $0 < today }) ?? false else {
        throw GoalNotOver(day: old.date)
      }
      goal.result = Self.results[result]
    }
    if exam != nil { goal.exam = id }
    if let date { goal.date = CalendarDate(date) }
    if let limit { goal.dailyLimit = Int(limit) }
    if let lastPassDays { goal.lastPassDays = Int(lastPassDays) }
    if noDaysOff {
      goal.daysOff = []
      goal.weekdaysOff = []
    }
    goal.daysOff = Set(goal.daysOff).union(dayOff.compactMap { CalendarDate($0) }).sorted()
    goal.weekdaysOff =
      Set(goal.weekdaysOff).union(weekdayOff.flatMap { Weekdays.read($0) ?? [] }).sorted()
    return goal.replacing(old)
  }

  private func print(_ learner: LearnerState, _ setup: PracticeSetup) throws {
    let now = setup.clock.now
    let plan = ExamPlan(of: learner, in: setup.catalog, blueprints: setup.blueprints, at: now)
    let report = GoalReport(
      goal: learner.goal, title: setup.blueprints.first { $0.id == learner.goal.exam }?.title,
      plan: plan,
      queue: ReviewQueue(
        ofBanks: [], in: setup.catalog, plan: plan, learner: learner, at: now), day: now.studyDay,
      date: now.calendarDay)
    switch format {
    case .json: try StandardStream.output.write(report.json.bytes + [UInt8(ascii: "\n")])
    case .text: try PlainPrinter().print(report.text)
    }
  }
}

/// The date of an exam lies in the past.
struct DayGone: CommandFailure, Equatable {
  /// The day that was named.
  let day: CalendarDate
  /// Today.
  let today: CalendarDate

  var status: ExitStatus { .usage }
  var description: String { "\(day) has gone by; today is \(today): name a day to come" }
}

/// How an exam went is said before its day is over.
struct GoalNotOver: CommandFailure, Equatable {
  /// The day; nil where there is none.
  let day: CalendarDate?

  var status: ExitStatus { .usage }
  var description: String {
    day.map { "the day of the exam, \($0), is not over yet: --result can be said after it" }
      ?? "there is no exam with a date, so --result has nothing to be said of"
  }
}

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
      let distance =
        switch days {
        case ..<0: "it has gone by"
        case 0: "today"
        case 1: "tomorrow"
        default: "in \(days) days"
        }
      lines.append("Date: \(Phrases.date(day, withYear: true)), \(distance)")
    }
    if let result = goal.result, result != .unsaid {
      lines.append("How it went: \(GoalResultWording.result(result))")
    }
    lines.append("Answers a day: \(goal.dailyLimit.map { "at most \($0)" } ?? "no limit")")
    let off =
      [Weekdays.text(goal.weekdaysOff)].filter { !$0.isEmpty } + goal.daysOff.map(\.description)
    lines.append("Days off: \(off.isEmpty ? "none" : off.joined(separator: ", "))")
    guard let plan, let outlook, let exam = goal.date else { return lines + ["", withoutPlan] }
    lines.append(
      "Questions: \(plan.questions), \(plan.unseen) of them new; study days left: "
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
      "unseen": .int(plan.unseen),
      "today": ["reviews": .int(queue.due.count), "new": .int(queue.new.count)],
      "aim": .double(outlook.aim), "on_track": .bool(outlook.isOnTrack),
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
