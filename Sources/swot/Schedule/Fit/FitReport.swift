import FSRS

/// What came of a fit, in words and for programs.
struct FitReport {
  /// What became of the fitted parameters.
  enum Fate: Equatable {
    /// They hold from now on.
    case stored
    /// They don't predict better than what holds now.
    case notBetter
    /// They would hold, had they been wanted.
    case onlyTried
  }

  /// What the fit gave.
  let assessment: FitAssessment
  /// The model with the parameters that predict best: the fitted ones, or those it had before.
  let held: any MemoryModel
  /// How the model in use predicts the last fifth, where it is another one; with its name.
  let inUse: (model: String, evaluation: ModelEvaluation)?
  /// What became of it.
  let fate: Fate
  /// The path of the log that it is about; nil for the learner's own answers.
  let log: String?

  /// The report as one document.
  var json: JSONValue {
    [
      "model": .string(assessment.fitted.name),
      "parameters": .array(parameters.map(JSONValue.double)),
      "before": Self.json(assessment.before), "after": Self.json(assessment.after),
      "reviews": .int(assessment.reviews), "items": .int(assessment.items),
      "stored": .bool(fate == .stored),
      "better_model": assessment.alternative.map { .string($0.model) } ?? .null,
    ]
  }

  /// What was stored, or the fitted parameters where nothing was.
  private var parameters: [Double] {
    fate == .stored ? held.parameters : assessment.fitted.parameters
  }

  /// What is printed where nothing could be fitted.
  static func json(
    tooFew items: Int, of reviews: Int, current: any MemoryModel
  ) -> JSONValue {
    [
      "model": .string(current.name),
      "parameters": .array(current.parameters.map(JSONValue.double)), "before": .null,
      "after": .null, "reviews": .int(reviews), "items": .int(items), "stored": false,
      "better_model": .null,
    ]
  }

  /// The two figures.
  static func json(_ evaluation: ModelEvaluation) -> JSONValue {
    ["log_loss": .double(evaluation.logLoss), "rmse_bins": .double(evaluation.rmseBins)]
  }

  /// The report in lines, safe to be shown.
  ///
  /// - Parameter columns: How wide lines may be, but for the parameters, which are there to be copied;
  ///   as wide as they come where nil.
  /// - Returns: The lines.
  func text(columns: Int?) -> [String] {
    let name = FitWording.model(assessment.fitted.name)
    var rows = [["", "log loss", "RMSE (bins)"]]
    if let inUse {
      rows.append(FitWording.row("\(FitWording.model(inUse.model)), in use", inUse.evaluation))
      rows.append(FitWording.row("\(name), before", assessment.before))
      rows.append(FitWording.row("\(name), fitted", assessment.after))
    } else {
      rows.append(FitWording.row("before", assessment.before))
      rows.append(FitWording.row("fitted", assessment.after))
    }
    if let other = assessment.alternative {
      rows.append(FitWording.row("\(FitWording.model(other.model)), fitted", other.evaluation))
    }
    let title = FitWording.title(name, reviews: assessment.reviews, items: assessment.items)
    return FitWording.wrapped([title, ""], columns: columns)
      + TextTable.lines(rows, rightAligned: [1, 2], width: columns)
      + FitWording.wrapped(["", FitWording.howFitted(assessment), ""] + fateText, columns: columns)
      + (fate == .notBetter ? [] : [FitWording.parameters(held.parameters)])
      + FitWording.wrapped(offer, columns: columns)
  }

  private var fateText: [String] {
    switch fate {
    case .stored:
      [assessment.isBetter ? FitWording.stored : FitWording.storedUnfitted(held.name)]
    case .notBetter: [FitWording.notBetter]
    case .onlyTried:
      [assessment.isBetter ? FitWording.onlyTried : FitWording.onlyTriedUnfitted(held.name)]
    }
  }

  private var offer: [String] {
    assessment.alternative.map { ["", FitWording.offer($0.model, log: log)] } ?? []
  }
}
