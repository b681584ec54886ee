import PracticeCore

/// What the home screen shows of the learner, computed once for each visit.
struct HomeOverview: Equatable, Sendable {
  /// What it depends on.
  struct Key: Equatable, Sendable {
    private var learnerVersion: Int
    private var day: CalendarDate

    /// Takes the key of a moment.
    init(_ context: ScreenContext) {
      learnerVersion = context.learnerVersion
      day = context.day
    }
  }

  /// The moment that it belongs to.
  let key: Key
  /// Where the learner stands with each subject, in the order of the banks.
  let subjects: [SubjectSummary]
  /// Reviews to do today.
  let toReview: Int
  /// New questions to meet today.
  let new: Int
  /// New questions that could still be met.
  let unseen: Int
  /// The time that today's work will take, in milliseconds.
  let milliseconds: Int
  /// Questions that tomorrow will ask, if today's work is done.
  let tomorrow: Int
  /// Questions whose newest answer was wrong, or that were left open in an exam since.
  let mistakes: Int

  /// Reviews that have piled up; nil where today asks all that is due.
  let backlog: Backlog?
  /// Whether the plan knows no study today, and the study day after it, where there is one.
  let dayOff: DayOff?

  /// The exams.
  let exams: HomeExams
  /// Answers on each of the last ``activityDays`` days, today last.
  let activity: [Int]
  /// Study days in a row.
  let streak: StudyStreak

  /// How many days ``activity`` covers.
  static let activityDays = 35

  /// Whether there is enough of ``activity`` to be shown: on two days at least.
  var showsActivity: Bool { activity.count { $0 > 0 } >= 2 }

  /// A day without study.
  struct DayOff: Equatable, Sendable {
    /// The next day with study; nil where the exam comes first.
    var next: CalendarDate?
  }

  /// Whether there is nothing to do today.
  var isDone: Bool { toReview == 0 && new == 0 }

  /// Computes what is so at the moment.
  init(in context: ScreenContext) {
    key = Key(context)
    exams = HomeExams(in: context)
    let learner = context.learner
    let days = learner.days.filter { $0.value.answers > 0 }
    activity = (0..<Self.activityDays).reversed().map { ago in
      days[context.day.advanced(byDays: -ago)]?.answers ?? 0
    }
    streak = StudyStreak(days: Set(days.keys), goal: learner.goal, on: context.day)
    let banks = context.subjects
    var subjects = banks.map { SubjectSummary(of: $0, learner: learner, at: context.time) }
    unseen = subjects.reduce(0) { $0 + $1.new }
    let plan = ExamPlan(
      of: learner, in: context.catalog, blueprints: context.blueprints, at: context.time)
    if let plan {
      let queue = ReviewQueue(
        ofBanks: [], in: context.catalog, plan: plan, learner: learner, at: context.time)
      toReview = queue.due.count
      new = queue.new.count
      tomorrow = plan.questionsTomorrow
      for place in subjects.indices { subjects[place].follow(plan, asking: queue) }
    } else {
      let limits = DailyLimits(learner: learner, unseen: unseen, day: context.day)
      let due = subjects.reduce(0) { $0 + $1.due }
      toReview = min(due, limits.reviews ?? due)
      new = min(limits.new, unseen)
      tomorrow = StudyForecast.questions(
        of: banks, learner: learner, on: context.day.advanced(byDays: 1), unseen: unseen - new)
    }
    self.subjects = subjects
    backlog = Backlog(of: learner, plan: plan, banks: banks, at: context.time)
    dayOff = plan.flatMap { plan in
      plan.calendar.isStudyDay
        ? nil : DayOff(next: plan.calendar.studyDays.first.map { context.day.advanced(byDays: $0) })
    }
    milliseconds =
      (toReview + new) * StudyForecast.millisecondsPerAnswer(of: learner, on: context.day)
    mistakes = banks.reduce(0) { sum, bank in
      sum
        + bank.questions.count { question in
          let progress = learner[question.id]
          return !progress.isSuspended && progress.wasMissedLast
        }
    }
  }
}
