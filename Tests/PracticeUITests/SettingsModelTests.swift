import FSRS
import PracticeCore
import TerminalUI
import Testing

@testable import PracticeUI

/// The rows of the settings that choose the memory model and fit it.
@Suite struct SettingsModelTests {
  static let scenes: [Scene] = [
    Scene(
      name: "fitting", history: Library.history, banks: Library.banks, keys: ",<end>kkkk<enter>",
      fits: [.progress(percent: 42)]),
    Scene(
      name: "fitted", history: Library.history, banks: Library.banks, keys: ",<end>kkkk<enter>",
      fits: [.found(better)]),
    Scene(
      name: "fit no better", history: Library.history, banks: Library.banks,
      keys: ",<end>kkkk<enter>", fits: [.found(worse)]),
    Scene(
      name: "other model better", history: Library.history, banks: Library.banks,
      keys: ",<end>kkkk<enter>", fits: [.found(betterByOther)]),
    Scene(
      name: "other model offered", history: Library.history, banks: Library.banks,
      keys: ",<end>kkkk<enter>", fits: [.found(betterByOther)], later: "<esc>k"),
  ]

  private static func evaluation(_ loss: Double) -> ModelEvaluation {
    ModelEvaluation(logLoss: loss, rmseBins: 0.04, items: 412, bins: 20)
  }

  private static let fittedWeights: [Double] = {
    var weights = FSRS6Parameters.default.values
    weights[2] = 5
    return weights
  }()

  /// Fitted parameters that predict better.
  private static let better = FoundFit(
    parameters: ModelParameters(weights: fittedWeights), before: evaluation(0.4212),
    after: evaluation(0.40309))

  /// Fitted parameters that don't.
  private static let worse = FoundFit(
    parameters: ModelParameters(weights: fittedWeights), before: evaluation(0.4212),
    after: evaluation(0.4212))

  private static let otherParameters = ModelParameters(
    model: "fsrs7", weights: FSRS7Parameters.default.values)

  /// Fitted parameters that predict better, while another model does so even more.
  private static let betterByOther = FoundFit(
    parameters: ModelParameters(weights: fittedWeights), before: evaluation(0.4212),
    after: evaluation(0.40309),
    other: FoundFit.OtherModel(parameters: otherParameters, evaluation: evaluation(0.3871)))

  @Test(arguments: scenes) func `every screen looks as it was approved`(scene: Scene) {
    scene.expectSnapshots()
  }

  private static func settings(_ keys: String) -> ScreenRunner {
    Scene(name: "", history: Library.history, banks: Library.banks, keys: "," + keys)
      .run(Size(columns: 80, rows: 24))
  }

  /// What was written since the screen was opened.
  private static func written(_ runner: ScreenRunner) -> [EventContent] {
    runner.journal.dropFirst(Library.history.count).map(\.content)
  }

  private static let held = LearnerState(replaying: Library.history)

  private static let toFit = "<end>kkkk"

  @Test func `another model is an event when its row is left, with the weights it had`() {
    #expect(
      Self.written(Self.settings("<end>kkkkk<right>k"))
        == [.parameters(ModelParameters(model: "fsrs7"))])
    #expect(Self.written(Self.settings("<end>kkkkk<right><right>q")) == [])
    var runner = Self.settings(Self.toFit + "<enter>")
    runner.send(.fit(.found(Self.better)))
    runner.press("yk<right>k")
    #expect(runner.learner.scheduler.model.name == "fsrs7")
    runner.press("j<right>q")
    #expect(
      Self.written(runner).last == .parameters(ModelParameters(weights: Self.fittedWeights)))
    #expect(runner.learner.scheduler.model.parameters == Self.fittedWeights)
  }

  @Test func `a better fit is asked about and holds when it is wanted`() {
    var runner = Self.settings(Self.toFit + "<enter>")
    let start = FitEffect.start(
      ModelParameters(model: "fsrs6", weights: FSRS6Parameters.default.values))
    #expect(runner.effects.last == .fit(start))
    #expect(runner.shows("fitting, 0 %"))
    runner.send(.fit(.progress(percent: 42)))
    #expect(runner.shows("fitting, 42 %"))
    runner.send(.fit(.found(Self.better)))
    #expect(runner.shows("0.4031"))
    #expect(Self.written(runner) == [])
    var refused = runner
    refused.press("n")
    #expect(Self.written(refused) == [] && refused.shows("not yet"))
    runner.press("y")
    #expect(
      Self.written(runner) == [.parameters(ModelParameters(weights: Self.fittedWeights))])
    #expect(runner.state.learner.scheduler.model.parameters == Self.fittedWeights)
    #expect(runner.shows("done"))
  }

  @Test func `a fit that is no better changes nothing`() {
    var runner = Self.settings(Self.toFit + "<enter>")
    runner.send(.fit(.found(Self.worse)))
    #expect(runner.shows("predicts no better"))
    runner.press("k")
    #expect(!runner.shows("FSRS-7 clearly predicts"))
    runner.press("q")
    #expect(Self.written(runner) == [])
  }

  @Test func `another model that is better is asked about and holds when it is wanted`() {
    var runner = Self.settings(Self.toFit + "<enter>")
    runner.send(.fit(.found(Self.betterByOther)))
    #expect(runner.shows("FSRS-7 predicts your last 412 reviews clearly better"))
    #expect(Self.written(runner) == [])
    runner.press("y")
    #expect(Self.written(runner) == [.parameters(Self.otherParameters)])
    #expect(runner.state.learner.scheduler.model.name == "fsrs7")
    // What holds is not offered.
    runner.press("k")
    #expect(!runner.shows("clearly predicts"))
    runner.press("q")
    #expect(Self.written(runner).count == 1)
  }

  @Test func `another model that is not wanted stays offered, and the next fit is of what is used`()
  {
    var runner = Self.settings(Self.toFit + "<enter>")
    runner.send(.fit(.found(Self.betterByOther)))
    runner.press("<esc>k")
    #expect(runner.shows("FSRS-7 clearly predicts"))
    runner.press("j<enter>")
    runner.send(.fit(.found(Self.betterByOther)))
    #expect(runner.shows("log loss 0.4031"))
    runner.press("y")
    #expect(
      Self.written(runner) == [.parameters(ModelParameters(weights: Self.fittedWeights))])
    #expect(runner.state.learner.scheduler.model.name == "fsrs6")
  }

  @Test func `what the statistics found better is offered beside the model`() {
    let index = CatalogIndex(QuestionCatalog(banks: Library.banks))
    let statistics = LearnerStatistics(
      ReviewHistory(replaying: Library.history, in: index), learner: Self.held, in: index,
      exams: MockForecasters([], index), betterModel: "fsrs7", at: ScreenRunner.morning)
    var runner = Self.settings("<end>kkkkk")
    #expect(!runner.shows("clearly predicts"))
    runner.send(.statistics(statistics, StatisticsRequest.Key(runner.state.context)))
    #expect(runner.shows("FSRS-7 clearly predicts your answers better. Choose it here"))
    runner.press("<right>")
    #expect(!runner.shows("clearly predicts"))
    runner.press("q")
    #expect(Self.written(runner) == [.parameters(ModelParameters(model: "fsrs7"))])
  }

  @Test func `a fit is stopped by enter and by leaving, and what comes late is not heard`() {
    for key in ["<enter>", "q", "<esc>", "<c-c>"] {
      var runner = Self.settings(Self.toFit + "<enter>" + key)
      #expect(runner.effects.last == .fit(.cancel))
      runner.send(.fit(.found(Self.better)))
      #expect(!runner.shows("0.4031"))
      #expect(Self.written(runner) == [])
    }
    #expect(!Self.settings("q").effects.contains(.fit(.cancel)))
  }

  @Test func `while a fit goes on, the model stays`() {
    var runner = Self.settings(Self.toFit + "<enter>k<right>")
    #expect(runner.shows("Enter on the next row stops"))
    runner.press("q")
    #expect(Self.written(runner) == [])
  }

  @Test func `too few reviews, and reviews that can't be read, are said`() {
    var runner = Self.settings(Self.toFit + "<enter>")
    runner.send(.fit(.tooFew(items: 7, least: 100)))
    #expect(runner.shows("7 of the 100"))
    runner.press("<enter>")
    runner.send(.fit(.failed("Your answers could not be read: no rights.")))
    #expect(runner.shows("no rights"))
    #expect(runner.shows("not yet"))
  }
}
