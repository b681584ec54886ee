import PracticeCore
import PracticeUI
import TerminalUI

/// Where the learner stands, as `swot stats` and the home screen's text say it.
struct Standing {
  /// All answers.
  let answers: Int
  /// Right answers.
  let right: Int
  /// What was done today.
  let today: DayActivity
  /// Reviews that today still asks.
  let toReview: Int
  /// New questions that today still brings.
  let new: Int
  /// The time that these will take, in milliseconds.
  let milliseconds: Int
  /// Each bank with where the learner stands in it.
  let subjects: [(bank: QuestionBank, summary: SubjectSummary)]
  /// What the learner studies for.
  let goal: ExamGoal
  /// What is expected of the plan towards the exam; nil where there is none.
  let outlook: ExamOutlook?
  /// Reviews that have piled up; nil where there are none.
  let backlog: Backlog?
  /// The sentence for a day without study; nil where today is none.
  let dayOff: String?
  /// The titles of the exams that are open, the newest first.
  let openExams: [String]
  /// The day on the wall.
  let date: CalendarDate

  /// Sums up what is known of a learner.
  init(
    _ learner: LearnerState, in catalog: QuestionCatalog, blueprints: [Blueprint],
    at time: LocalTime
  ) {
    answers = learner.days.values.reduce(0) { $0 + $1.answers }
    right = learner.days.values.reduce(0) { $0 + $1.right }
    today = learner.activity(on: time.studyDay)
    let plan = ExamPlan(of: learner, in: catalog, blueprints: blueprints, at: time)
    let queue = ReviewQueue(
      ofBanks: [], in: catalog, plan: plan, learner: learner, at: time)
    toReview = queue.due.count
    new = queue.new.count
    milliseconds =
      (toReview + new) * StudyForecast.millisecondsPerAnswer(of: learner, on: time.studyDay)
    subjects = catalog.banks.map { bank in
      var summary = SubjectSummary(of: bank, learner: learner, at: time)
      if let plan { summary.follow(plan, asking: queue) }
      return (bank, summary)
    }
    goal = learner.goal
    outlook = plan.map { ExamOutlook(of: $0) }
    backlog = Backlog(
      of: learner, plan: plan,
      banks: catalog.banks.filter { learner.settings.includes(bank: $0.id) }, at: time)
    dayOff = plan.flatMap { plan in
      plan.calendar.isStudyDay
        ? nil
        : PlanWording.dayOff(
          next: plan.calendar.studyDays.first.map { time.studyDay.advanced(byDays: $0) })
    }
    openExams = learner.openAttempts.compactMap { $0.start?.title }
    date = time.calendarDay
  }

  /// The document for programs.
  var json: JSONValue {
    [
      "answers": .int(answers), "right": .int(right),
      "banks": .array(
        subjects.map { bank, summary in
          [
            "id": .string(bank.id), "due": .int(summary.due), "new": .int(summary.new),
            "seen": .int(summary.seen), "questions": .int(summary.questions),
            "recall": summary.recall.map(JSONValue.double) ?? .null,
          ]
        }),
    ]
  }

  /// The text of `swot stats`.
  ///
  /// - Parameter columns: How wide lines may be; as wide as they come where nil.
  /// - Returns: Its lines.
  func statisticsText(columns: Int?) -> [String] {
    var lines = [
      "Answers: \(StatisticsWording.grouped(answers))"
        + (answers > 0 ? ", \(Self.share(right, of: answers))" : "")
    ]
    if today.answers > 0 {
      lines.append("Today: \(today.answers), \(Self.share(today.right, of: today.answers))")
    }
    return lines + [""] + table(columns: columns)
  }

  /// The text of the home screen.
  var homeText: [String] {
    var lines = ["Swot, \(date)", ""]
    if toReview + new > 0 {
      let minutes = max(1, (milliseconds + 30_000) / 60_000)
      lines.append("Today: \(toReview) to review, \(new) new, about \(minutes) min.")
      if let backlog { lines.append(PlanWording.backlog(backlog)) }
    } else {
      lines.append(dayOff ?? "Done for today.")
    }
    if let day = goal.date, day >= date {
      let days = day.daysSince1970 - date.daysSince1970
      lines.append("Exam: \(day), \(Phrases.distance(days: days)).")
      if let outlook { lines.append(PlanWording.outlook(outlook, on: day)) }
    } else if let day = goal.date, goal.result == nil {
      lines.append(
        "Your exam was on \(Phrases.date(day, withYear: true)). To say how it went: "
          + "swot goal --result passed (failed, moved).")
    }
    lines += openExams.map {
      "'\(DisplayText.sanitized($0))' is open. To go on with it: swot exam --resume"
    }
    return lines + [""] + table() + [
      "",
      "To study, type: swot study. To practise: swot quiz. For an exam: swot exam. All commands: swot --help.",
    ]
  }

  /// What each bank has, in the first of these forms that is no wider than `columns`: with the names
  /// of banks, without, and with the figures below the titles.
  private func table(columns: Int? = nil) -> [String] {
    guard !subjects.isEmpty else { return ["There are no banks."] }
    let figures =
      [["Due", "New", "Seen", "Remembered"]]
      + subjects.map { _, summary in
        [
          "\(summary.due)", "\(summary.new)", "\(summary.seen)/\(summary.questions)",
          summary.recall.map { "\(Int(($0 * 100).rounded())) %" } ?? "",
        ]
      }
    let titles = ["Subject"] + subjects.map(\.bank.title)
    let names = ["Bank"] + subjects.map(\.bank.id)
    let full = TextTable.lines(
      zip(zip(titles, names), figures).map { [$0.0, $0.1] + $1 }, rightAligned: [2, 3, 4, 5])
    guard let columns, !Self.fits(full, columns) else { return full }
    let short = TextTable.lines(zip(titles, figures).map { [$0] + $1 }, rightAligned: [1, 2, 3, 4])
    if Self.fits(short, columns) { return short }
    return zip(titles, TextTable.lines(figures, rightAligned: [0, 1, 2, 3])).flatMap { title, row in
      TextWrapping.wrap(Line(DisplayText.sanitized(title)), columns: columns, hanging: 0)
        .map(\.text) + ["  " + row]
    }
  }

  private static func fits(_ lines: [String], _ columns: Int) -> Bool {
    lines.allSatisfy { ColumnWidth.of($0) <= columns }
  }

  private static func share(_ right: Int, of answers: Int) -> String {
    "\(StatisticsWording.grouped(right)) right (\(Int((Double(right) / Double(answers) * 100).rounded())) %)"
  }
}
