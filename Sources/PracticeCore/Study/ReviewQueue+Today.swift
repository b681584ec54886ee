extension ReviewQueue {
  /// The queue of a study day as the learner's choices make it: by the plan towards the exam where
  /// there is one, else what is due and the day's new questions.
  ///
  /// - Parameters:
  ///   - names: ids of the banks to draw from; where empty, the subjects that are studied, and what
  ///     the exam can draw.
  ///   - catalog: the banks at hand.
  ///   - blueprints: the exams at hand.
  ///   - learner: what is known of the learner.
  ///   - time: now.
  ///   - new: how many new questions, in place of what the day's limit leaves.
  ///   - limit: how many questions altogether at most; reviews come first.
  package init(
    ofBanks names: [String], in catalog: QuestionCatalog, blueprints: [Blueprint],
    learner: LearnerState, at time: LocalTime, new: Int? = nil, limit: Int? = nil
  ) {
    self.init(
      ofBanks: names, in: catalog,
      plan: ExamPlan(of: learner, in: catalog, blueprints: blueprints, at: time),
      learner: learner, at: time, new: new, limit: limit)
  }

  /// The same, where the plan of the moment is known already; nil for none.
  package init(
    ofBanks names: [String], in catalog: QuestionCatalog, plan: ExamPlan?, learner: LearnerState,
    at time: LocalTime, new: Int? = nil, limit: Int? = nil
  ) {
    if let plan {
      self.init(plan, ofBanks: names, in: catalog, learner: learner, at: time, new: new)
    } else {
      self.init(withoutPlan: names, in: catalog, learner: learner, at: time, new: new)
    }
    if let limit {
      due = Array(due.prefix(max(0, limit)))
      self.new = Array(self.new.prefix(max(0, limit - due.count)))
    }
  }

  private init(
    withoutPlan names: [String], in catalog: QuestionCatalog, learner: LearnerState,
    at time: LocalTime, new: Int?
  ) {
    let isStudied = { (bank: QuestionBank) in
      names.isEmpty ? learner.settings.includes(bank: bank.id) : names.contains(bank.id)
    }
    let day = time.studyDay
    // The limit of the day is one for all subjects, whichever are asked for now.
    let unseen = catalog.banks.filter { learner.settings.includes(bank: $0.id) }
      .reduce(0) { sum, bank in
        sum
          + bank.questions.count { question in
            learner[question.id].isNew && learner.isAskable(question.id, on: day)
          }
      }
    var limits = DailyLimits(learner: learner, unseen: unseen, day: day)
    if let new { limits.new = max(0, new) }
    self.init(banks: catalog.banks.filter(isStudied), learner: learner, at: time, limits: limits)
    if new == nil { answersLeft = DailyLimits.answersLeft(learner, on: day) }
  }

  /// The queue of a plan: what it asks today, then what is due of other subjects, as far as the day
  /// has room.
  private init(
    _ plan: ExamPlan, ofBanks names: [String], in catalog: QuestionCatalog, learner: LearnerState,
    at time: LocalTime, new: Int?
  ) {
    let day = time.studyDay
    let today = plan.today()
    let isNamed = { (bank: String) in names.isEmpty || names.contains(bank) }
    due = []
    self.new = []
    let reviewed = learner.activity(on: day).reviewed
    let mostReviews = learner.settings.reviewsPerDay.map { max(0, $0 - reviewed) } ?? .max
    let reviews = today.reviews.prefix(mostReviews).map { plan.met[$0.place].id }
      .filter { isNamed(String($0.bank)) }
    due = Interleaving.apart(reviews.compactMap { catalog[$0] }, by: \.objectiveName).map(\.id)
    // New questions, and reviews of subjects that the exam doesn't ask.
    let wanted = new ?? Int(today.new)
    var missed: [[Question]] = []
    var unmet: [[Question]] = []
    for bank in catalog.banks where isNamed(bank.id) && plan.scope.touches(bank: bank.id) {
      let open = plan.scope.questions(of: bank).filter { question in
        learner[question.id].isNew && learner.isAskable(question.id, on: day)
      }
      let isMissed = { (question: Question) in learner[question.id].isNewFromExam }
      missed.append(Interleaving.acrossObjectives(open.filter(isMissed), of: bank))
      unmet.append(Interleaving.acrossObjectives(open.filter { !isMissed($0) }, of: bank))
    }
    let introduced = (Interleaving.roundRobin(missed) + Interleaving.roundRobin(unmet))
      .prefix(max(0, wanted))
    let before = due.last.flatMap { catalog[$0]?.objectiveName }
    self.new = Interleaving.apart(Array(introduced), by: \.objectiveName, after: before).map(\.id)
    asksNewFirst = today.isFull
    answersLeft = new == nil ? plan.capacity.map(Int.init) : nil
    addOthers(plan, ofBanks: names, in: catalog, learner: learner, at: time)
  }

  /// Adds what is due of subjects that the exam doesn't ask.
  private mutating func addOthers(
    _ plan: ExamPlan, ofBanks names: [String], in catalog: QuestionCatalog, learner: LearnerState,
    at time: LocalTime
  ) {
    let others = catalog.banks.filter { bank in
      !plan.scope.touches(bank: bank.id)
        && (names.isEmpty
          ? learner.settings.includes(bank: bank.id) : names.contains(bank.id))
    }
    guard !others.isEmpty, plan.calendar.isStudyDay || !names.isEmpty else { return }
    let room = answersLeft.map { max(0, $0 - questions.count) }
    let queue = ReviewQueue(
      banks: others, learner: learner, at: time,
      limits: DailyLimits(
        new: names.isEmpty ? 0 : DailyLimits.newWithoutDate, reviews: names.isEmpty ? room : nil))
    due += queue.due
    new += queue.new
  }
}
