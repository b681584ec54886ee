import FSRS
import PracticeCore
import PracticeUI
import ProgressStore

/// Fits the memory model to the learner's answers while the screens go on: a piece of work for
/// ``Worker``.
struct LearnerFit: Sendable {
  /// Where the answers are.
  let paths: ProgressPaths
  /// Events that are not in the journals yet.
  let pending: [Event]
  /// What holds now.
  let parameters: ModelParameters

  /// The share of the work that comes before another model, where it is better, is fitted to all
  /// reviews.
  private static let shareOfAssessment = 0.6

  /// Fits, telling how far that is, and says what came of it.
  func work(_ post: Worker.Post) {
    let progress = FitProgress(
      isWanted: { !post.isCancelled }, tell: { post.send(.fit(.progress(percent: $0))) })
    post.send(.fit(news(.onAllCores(telling: progress))))
  }

  private func news(_ work: FitWork) -> FitNews {
    do {
      let reviews = try ProgressFolder.reviews(in: paths, with: pending).forTraining.sortedByTime
      let model = try MemoryModels.named(parameters.model, parameters: parameters.weights)
      let assessment = try FitAssessment(
        of: model, on: reviews,
        comparingWith: MemoryModels.names.filter { $0 != model.name },
        work: work.part(Self.shareOfAssessment))
      return .found(
        FoundFit(
          parameters: ModelParameters(
            model: model.name, weights: assessment.fitted.parameters),
          before: assessment.before, after: assessment.after,
          other: assessment.alternative.flatMap {
            other($0, fittedTo: reviews, work.part(1 - Self.shareOfAssessment))
          }))
    } catch FitAssessment.Failure.tooFew(let items) {
      return .tooFew(items: items, least: FitAssessment.leastItems)
    } catch {
      return .failed("Your answers could not be read: \(error)")
    }
  }

  private func other(
    _ alternative: FitAssessment.Alternative, fittedTo reviews: [TrainingReview], _ work: FitWork
  ) -> FoundFit.OtherModel? {
    ParameterFit.fitted(model: alternative.model, to: reviews, work: work).map {
      FoundFit.OtherModel(
        parameters: ModelParameters(model: $0.name, weights: $0.parameters),
        evaluation: alternative.evaluation)
    }
  }
}
