package import FSRS
package import PracticeCore

/// What the settings want done with the memory model; answered by ``FitNews``.
package enum FitEffect: Equatable, Sendable {
  /// Fit this model to the learner's reviews, on a worker: answered by ``FitNews/progress(percent:)``
  /// now and then, and by one of the others in the end.
  ///
  /// The parameters are those that hold now, which the fit is compared with.
  case start(ModelParameters)
  /// Stop fitting; nothing comes any more.
  case cancel
}

/// What came of a ``FitEffect``.
package enum FitNews: Equatable, Sendable {
  /// How far it is, 0 to 100.
  case progress(percent: Int)
  /// It is done.
  case found(FoundFit)
  /// There are too few reviews to fit anything to: how many there are, and how many it takes.
  case tooFew(items: Int, least: Int)
  /// The reviews can't be read: why, in words for the learner.
  case failed(String)
}

/// Parameters that were fitted, and how they do.
package struct FoundFit: Equatable, Sendable {
  /// The model with the parameters that were fitted to all reviews.
  package var parameters: ModelParameters
  /// How what holds now predicts the last fifth of the reviews.
  package var before: ModelEvaluation
  /// How parameters that were fitted to the first four fifths predict it.
  package var after: ModelEvaluation
  /// Another model that predicts clearly better; nil where none does.
  package var other: OtherModel?

  /// Another model, fitted too.
  package struct OtherModel: Equatable, Sendable {
    /// The model with the parameters that were fitted to all reviews.
    package var parameters: ModelParameters
    /// How parameters that were fitted to the first four fifths predict the last.
    package var evaluation: ModelEvaluation

    /// Makes a description of it.
    package init(parameters: ModelParameters, evaluation: ModelEvaluation) {
      self.parameters = parameters
      self.evaluation = evaluation
    }
  }

  /// Makes a description of what was found.
  package init(
    parameters: ModelParameters, before: ModelEvaluation, after: ModelEvaluation,
    other: OtherModel? = nil
  ) {
    self.parameters = parameters
    self.before = before
    self.after = after
    self.other = other
  }

  /// Whether the fitted parameters predict better than what holds now.
  package var isBetter: Bool { after.logLoss < before.logLoss }
}
