package import PracticeCore

extension AppState {
  /// What is known of the learner, with all that was recorded folded in.
  package var learner: LearnerState { context.learner }

  /// The banks at hand.
  package var catalog: QuestionCatalog { context.catalog }

  /// The exams at hand.
  package var blueprints: [Blueprint] { context.blueprints }
}
