/// When questions come back that are answered today: what the plan says of it, found once for a
/// session.
package struct PlannedReturn: Equatable, Sendable {
  private let plan: ExamPlan
  private let lastPassDays: Int

  /// Takes what the plan says now; nil where there is none.
  package init?(
    of learner: LearnerState, in catalog: QuestionCatalog, blueprints: [Blueprint],
    at time: LocalTime
  ) {
    let plan = ExamPlan(of: learner, in: catalog, blueprints: blueprints, at: time)
    guard let plan else { return nil }
    (self.plan, lastPassDays) = plan.withoutDetail
  }

  /// When the question comes back; nil where the plan isn't about it, or the exam comes first.
  package func next(of question: Question, _ progress: QuestionProgress) -> ExamPolicy.NextReview? {
    guard let memory = progress.memory, plan.scope.contains(question) else { return nil }
    return plan.next(after: memory, lastPassDays: lastPassDays)
  }

  package static func == (left: PlannedReturn, right: PlannedReturn) -> Bool {
    left.plan.calendar == right.plan.calendar && left.plan.scope == right.plan.scope
      && left.lastPassDays == right.lastPassDays
  }
}
