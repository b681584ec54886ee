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

      --hold-back keeps one form of questions that you have never seen for a last, honest mock exam: \
      nothing asks them before swot exam --last-mock has, the day of the exam is over, or \
      --no-hold-back releases them.

      Examples:

        swot goal --exam cloud-best-practices --date 2026-12-12 --limit 30
        swot goal --weekday-off sun --day-off 2026-12-06
        swot goal --hold-back
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

  @Flag(
    inversion: .prefixedNo,
    help: "Hold back a form of unseen questions for a last mock exam, or release it.")
  var holdBack: Bool?

  @Option(
    help: ArgumentHelp(
      "With --hold-back: questions of the last mock, in place of the exam's.",
      valueName: "number"))
  var count: Int?

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
    if let count {
      guard holdBack == true else { throw ValidationError("--count needs --hold-back.") }
      guard (1...10_000).contains(count) else {
        throw ValidationError("--count is \(count) and must be 1 to 10000.")
      }
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
      || holdBack != nil
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
        let old = learner.goal
        let said = try withResult(old, on: today)
        let goal = clear ? ExamGoal() : try changed(learner, said, in: setup)
        if goal == old { return [] }
        // How it went is said of the exam that was; the next one has an event of its own.
        let isNext = said != old && goal.result != said.result
        return (isNext ? [.goal(said)] : []) + [.goal(goal)]
      }
      try print(learner, setup)
    }
  }

  /// The goal with how it went, where that is said.
  ///
  /// - Throws: ``GoalNotOver``.
  private func withResult(_ old: ExamGoal, on today: CalendarDate) throws(GoalNotOver) -> ExamGoal {
    guard let result else { return old }
    guard result == "none" || old.isPast(on: today) else { throw GoalNotOver(day: old.date) }
    var goal = old
    goal.result = Self.results[result]
    return goal
  }

  /// The goal `old` with all else that is asked for.
  ///
  /// - Throws: ``HoldBackFailure``.
  private func changed(
    _ learner: LearnerState, _ old: ExamGoal, in setup: PracticeSetup
  ) throws(HoldBackFailure) -> ExamGoal {
    var goal = old
    if exam != nil { goal.exam = setup.exam?.id }
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
    goal = goal.replacing(old)
    if let holdBack { goal.heldBack = holdBack ? try form(for: goal, learner, in: setup) : nil }
    return goal
  }

  /// The form that is held back: the one that is already, unless another is asked for.
  ///
  /// - Throws: ``HoldBackFailure``.
  private func form(
    for goal: ExamGoal, _ learner: LearnerState, in setup: PracticeSetup
  ) throws(HoldBackFailure) -> HeldBackForm {
    if let form = goal.heldBack, learner.heldBack(on: setup.clock.now.studyDay) == form,
      count == nil || count == form.questions.count
    {
      return form
    }
    guard let exam = setup.blueprints.first(where: { $0.id == goal.exam }) else { throw .noExam }
    let wanted = count.map(exam.scaled(toQuestions:)) ?? exam
    do {
      return try HeldBackForm.draw(wanted, from: setup.catalog, learner: learner)
    } catch {
      throw .noForm(
        ExamFormFailure(exam: exam.id, cause: error, banks: setup.catalog.banks.map(\.id)),
        questions: wanted.questions,
        most: HeldBackForm.mostQuestions(wanted, from: setup.catalog, learner: learner))
    }
  }

  private func print(_ learner: LearnerState, _ setup: PracticeSetup) throws {
    let now = setup.clock.now
    let plan = ExamPlan(of: learner, in: setup.catalog, blueprints: setup.blueprints, at: now)
    let report = GoalReport(
      goal: learner.goal, title: setup.blueprints.first { $0.id == learner.goal.exam }?.title,
      plan: plan,
      queue: ReviewQueue(
        ofBanks: [], in: setup.catalog, plan: plan, learner: learner, at: now),
      heldBack: learner.heldBack(on: now.studyDay), day: now.studyDay, date: now.calendarDay)
    switch format {
    case .json: try StandardStream.output.write(report.json.bytes + [UInt8(ascii: "\n")])
    case .text: try PlainPrinter().print(report.text)
    }
  }
}
