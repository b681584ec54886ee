import FSRS
import PracticeCore

extension LearnerState {
  /// A memory model as the learner would use it.
  ///
  /// - Parameters:
  ///   - name: The model's name; the one in use where nil.
  ///   - parameters: Its parameters; where nil the learner's own, or else the model's.
  /// - Returns: The model.
  /// - Throws: A ``ScheduleFailure`` where there is no such model, or it can't have these parameters.
  func model(named name: String?, parameters: [Double]? = nil) throws -> any MemoryModel {
    let current = scheduler.model
    let name = name ?? current.name
    if let parameters { return try ScheduleEvaluateCommand.model(name, parameters) }
    if name == current.name { return current }
    if let own = ownWeights[name], let model = try? MemoryModels.named(name, parameters: own) {
      return model
    }
    return try ScheduleEvaluateCommand.model(name, nil)
  }
}

extension ModelEvaluation {
  /// Evaluates a model whose kind is not known before.
  init?(opening model: any MemoryModel, on set: TrainingSet) { self.init(of: model, on: set) }
}
