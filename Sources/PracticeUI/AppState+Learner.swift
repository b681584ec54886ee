package import PracticeCore

extension AppState {
  /// What is known of the learner, with all that was recorded folded in.
  package var learner: LearnerState { context.learner }
}
