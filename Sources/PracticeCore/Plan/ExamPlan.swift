package import FSRS

/// The learner's plan towards the exam: which questions, which days, and what today asks.
///
/// It follows from the learner's state and the day alone: nothing of it is kept, so that days missed,
/// answers given elsewhere and a changed goal are taken in by themselves.
package struct ExamPlan: Sendable {
  /// The days that are left.
  package let calendar: StudyCalendar
  /// The rule of each day.
  package let policy: ExamPolicy
  /// The questions that the exam can draw.
  package let scope: BlueprintScope
  /// Answers that today can still take; nil for any number.
  package let capacity: Double?
  /// Answers of today that count against its limit.
  private let answeredToday: Double
  /// What was done today already.
  package let done: ExamPolicy.Done
  /// The questions that were met and may be asked, in the order of the banks.
  package private(set) var met: [(id: QuestionID, memory: PlannedMemory)] = []
  /// How many are still to be met.
  package var unseen: Int { unseenQuestions.count }
  /// The questions that are still to be met, in the order of the banks.
  package private(set) var unseenQuestions: [QuestionID] = []
  /// How the learner's last reviews went, beside what the memory model had expected.
  package let recentRecall: RecentRecall
  /// How many are kept for the last mock, and so are no part of the plan.
  package private(set) var heldBack = 0

  /// Makes the plan of a moment; nil where there is no date, or it has come.
  ///
  /// - Parameters:
  ///   - learner: What is known of the learner.
  ///   - catalog: The banks at hand.
  ///   - blueprints: The exams at hand; without the goal's among them, the subjects that are studied
  ///     are planned for.
  ///   - time: Now.
  package init?(
    of learner: LearnerState, in catalog: QuestionCatalog, blueprints: [Blueprint],
    at time: LocalTime
  ) {
    let day = time.studyDay
    let goal = learner.goal
    guard let calendar = StudyCalendar(goal, from: day) else { return nil }
    self.calendar = calendar
    recentRecall = RecentRecall(of: learner, on: day)
    scope = Self.scope(of: learner, in: catalog, blueprints: blueprints)
    policy = ExamPolicy(
      model: learner.scheduler.model, desiredRetention: learner.scheduler.desiredRetention,
      dailyLimit: goal.dailyLimit.map(Double.init), lastPassDays: goal.lastPassDays,
      newPerDay: learner.settings.newPerDay.map(Double.init))
    let activity = learner.activity(on: day)
    capacity = goal.dailyLimit.map { Double(max(0, $0 - activity.scheduledAnswers)) }
    answeredToday = Double(activity.scheduledAnswers)
    let newAnswers = Double(activity.introduced) * ExamPolicy.answersPerIntroduction
    done = ExamPolicy.Done(
      new: Double(activity.introduced),
      reviewAnswers: max(0, Double(activity.scheduledAnswers) - newAnswers))
    for bank in catalog.banks where scope.touches(bank: bank.id) {
      for question in scope.questions(of: bank) {
        let progress = learner[question.id]
        if learner.isHeldBack(question.id, on: day) {
          heldBack += 1
          continue
        }
        guard progress.isAskable(on: day) else { continue }
        guard let memory = progress.memory, let last = progress.lastReview else {
          unseenQuestions.append(question.id)
          continue
        }
        met.append(
          (
            question.id,
            PlannedMemory(
              memory: memory, elapsed: learner.scheduler.elapsedDays(from: last, to: time),
              isOfToday: last.studyDay >= day)
          ))
      }
    }
  }

  /// What the goal is about.
  private static func scope(
    of learner: LearnerState, in catalog: QuestionCatalog, blueprints: [Blueprint]
  ) -> BlueprintScope {
    if let blueprint = blueprints.first(where: { $0.id == learner.goal.exam }) {
      let scope = BlueprintScope(blueprint, in: catalog)
      if catalog.banks.contains(where: { scope.touches(bank: $0.id) }) { return scope }
    }
    return BlueprintScope(banks: catalog.banks.filter { learner.settings.includes(bank: $0.id) })
  }

  /// How many questions the plan is about.
  package var questions: Int { met.count + unseen }

  /// What today asks.
  package func today() -> ExamPolicy.Day {
    policy.today(
      met.map(\.memory), unseen: Double(unseen), in: calendar, capacity: capacity, done: done,
      isWhole: true)
  }

  /// Questions that tomorrow will ask, if today's work is done.
  package var questionsTomorrow: Int {
    let day = forecast(days: 2).days.first { $0.ahead == 1 }
    return day.map { Int(($0.reviews + $0.new).rounded()) } ?? 0
  }

  /// The study days that the last pass takes.
  package var lastPassDays: Int {
    policy.lengthOfPass(met.map(\.memory), unseen: Double(unseen), in: calendar)
  }

  /// The plan without its questions, and the length of the last pass that they give.
  var withoutDetail: (plan: ExamPlan, lastPassDays: Int) {
    var plan = self
    plan.met = []
    plan.unseenQuestions = []
    return (plan, lastPassDays)
  }

  /// When a question comes back that was reviewed today.
  ///
  /// - Parameters:
  ///   - memory: Its memory after the review.
  ///   - pass: ``lastPassDays``, which takes longer to find than the rest.
  /// - Returns: When; nil where the exam comes first.
  package func next(
    after memory: MemoryState, lastPassDays pass: Int
  ) -> ExamPolicy.NextReview? {
    policy.next(after: memory, passDays: pass, in: calendar)
  }

  /// What is expected on the day of the exam of each question, as ``forecast(dailyLimit:days:)``
  /// follows them.
  ///
  /// - Returns: The probability of recall of each of ``met``, in that order; the mean one of those that
  ///   are new now and will have been met, 0 where none will; and how many won't.
  func expectedRecall() -> (met: [Double], new: Double, unmet: Double) {
    var course = ForecastCourse(
      policy, questions: met.map(\.memory), unseen: unseen, calendar: calendar, tracksOrigins: true)
    for _ in 0..<calendar.daysLeft {
      let isToday = course.ahead == 0
      _ = course.advance(
        capacity: isToday ? capacity : policy.dailyLimit, done: isToday ? done : ExamPolicy.Done())
    }
    return (course.recallByOrigin(met.count), course.recallOfNew, course.unseen)
  }

  /// What will come of it.
  ///
  /// - Parameters:
  ///   - limit: Another limit than the learner's; nil for the learner's.
  ///   - days: How many days to follow it at most.
  /// - Returns: What is expected.
  package func forecast(dailyLimit limit: Int? = nil, days: Int = .max) -> ExamForecast {
    var policy = policy
    var capacity = capacity
    if let limit {
      policy = policy.limited(to: Double(limit))
      capacity = max(0, Double(limit) - answeredToday)
    }
    return ExamForecast(
      policy, questions: met.map(\.memory), unseen: unseen, calendar: calendar,
      capacity: capacity, done: done, days: days)
  }
}
