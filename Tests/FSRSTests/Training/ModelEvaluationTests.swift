import TestSupport
import Testing

@testable import FSRS

@Suite struct ModelEvaluationTests {
  @Test func `log loss and RMSE of three parameter sets are those of fsrs-rs`() throws {
    let reviews = try ReferenceReviews.load()
    let reference = try ReferenceReviews.reference()
    let split = try #require(reviews.splitTime)
    let parts = [
      "all": TrainingSet(reviews, elapsedTime: .wholeDays),
      "train": TrainingSet(reviews.filter { $0.time < split }, elapsedTime: .wholeDays),
      "test": TrainingSet(reviews, elapsedTime: .wholeDays, itemsFrom: split),
    ]
    #expect(parts["all"]?.count == reference.items)
    #expect(parts["train"]?.count == reference.trainItems)
    #expect(parts["test"]?.count == reference.testItems)
    for (name, values) in reference.parameters {
      let model = FSRS6(parameters: try FSRS6Parameters(values))
      for (part, set) in parts {
        for isWeighted in [false, true] {
          let found = try #require(
            ModelEvaluation(of: model, on: set, isRecencyWeighted: isWeighted))
          let expected = try #require(
            reference.metrics[part]?[name]?[isWeighted ? "recency_weighted" : "unweighted"])
          let place = Comment("\(name), \(part)")
          #expect(abs(found.logLoss - expected.logLoss) < 1e-9, place)
          #expect(abs(found.rmseBins - expected.rmseBins) < 1e-9, place)
          #expect(found.bins == expected.bins, place)
          #expect(found.items == set.count, place)
        }
      }
    }
  }

  /// Two reviews with R = 0.9 each, one recalled and one not: −(ln 0.9 + ln 0.1) ÷ 2, and the mean
  /// prediction is 0.4 above the truth in their one group.
  @Test func `two cards with a recall of 90 percent, worked by hand`() throws {
    let stability = FSRS6Parameters.default.values[2]
    var values = FSRS6Parameters.default.values
    values[2] = 3
    #expect(stability < 3)
    let reviews = [
      review(0, day: 0, .good), review(1, day: 0, .good), review(0, day: 3, .good),
      review(1, day: 3, .again),
    ]
    let found = try #require(
      ModelEvaluation(
        of: FSRS6(parameters: FSRS6Parameters(values)),
        on: TrainingSet(reviews, elapsedTime: .wholeDays)))
    #expect(isClose(found.logLoss, 1.203_972_804_325_936))
    #expect(isClose(found.rmseBins, 0.4))
    #expect(found.items == 2 && found.bins == 1)
  }

  @Test func `both models are evaluated on the same reviews`() throws {
    let reviews = [
      review(0, day: 0, .good), review(0, day: 0, .good), review(0, day: 2, .good),
      review(0, day: 2, .again), review(0, day: 5, .good),
    ]
    let whole = TrainingSet(reviews, elapsedTime: .wholeDays)
    let exact = TrainingSet(reviews, elapsedTime: .exact)
    #expect(whole.count == 2 && exact.count == 4)
    #expect(exact.laterDayCount == 2)
    #expect(ModelEvaluation(of: FSRS6(), on: whole)?.items == 2)
    #expect(ModelEvaluation(of: FSRS7(), on: exact)?.items == 2)
  }

  @Test func `where nothing can be predicted there are no figures`() {
    #expect(ModelEvaluation(of: FSRS6(), on: TrainingSet([], elapsedTime: .wholeDays)) == nil)
    let first = [review(0, day: 0, .good), review(1, day: 9, .again)]
    #expect(ModelEvaluation(of: FSRS6(), on: TrainingSet(first, elapsedTime: .wholeDays)) == nil)
  }

  @Test func `a memory that begins anew is another history`() throws {
    let reviews = [
      review(0, day: 0, .good), review(0, day: 3, .good),
      TrainingReview(card: 0, day: 9, time: 9 * 86_400_000, rating: .good, startsAnew: true),
      review(0, day: 11, .good),
    ]
    let set = TrainingSet(reviews, elapsedTime: .wholeDays)
    #expect(set.cardCount == 2)
    #expect(set.count == 2)
    #expect(set.gaps == [0, 3, 0, 2])
  }

  @Test func `a model that tells right from wrong is clearly better, by chance it isn't`() throws {
    var random = SplitMix64(seed: 3)
    // Cards are recalled after a day and forgotten after thirty: S0 = 3 says so, S0 = 30 doesn't.
    var reviews: [TrainingReview] = []
    for card in 0..<400 {
      reviews.append(review(card, day: 0, .good))
      let isLate = random.number(below: 2) == 0
      reviews.append(review(card, day: isLate ? 30 : 1, isLate ? .again : .good))
    }
    reviews = reviews.sortedByTime
    func model(_ stability: Double) throws -> FSRS6 {
      var values = FSRS6Parameters.default.values
      values[2] = stability
      return FSRS6(parameters: try FSRS6Parameters(values))
    }
    let clear = try #require(
      ModelComparison(of: try model(3), with: try model(30), on: reviews, from: 0))
    #expect(clear.isClear && clear.items == 400)
    let same = try #require(
      ModelComparison(of: try model(3), with: try model(3), on: reviews, from: 0))
    #expect(same.advantage == 0 && !same.isClear)
    let few = Array(reviews.prefix(500))
    let (soon, late) = (try model(3), try model(30))
    #expect(ModelComparison(of: soon, with: late, on: few, from: 0)?.isClear != true)
  }

  @Test func `a model that is clearly better with its defaults is named`() throws {
    var random = SplitMix64(seed: 7)
    let truth = FSRS7()
    var reviews: [TrainingReview] = []
    for card in 0..<150 {
      var (day, gap) = (card / 5, 0)
      var state: MemoryState?
      for _ in 0..<10 {
        let recall = state.map { truth.retrievability(of: $0, elapsedDays: Double(gap)) } ?? 1
        let isRecalled = Double(random.number(below: 1 << 30)) / Double(1 << 30) < recall
        reviews.append(review(card, day: day, isRecalled ? .good : .again))
        state = truth.state(
          after: state, rating: isRecalled ? .good : .again, elapsedDays: Double(gap))
        gap = 1 + random.number(below: 20)
        day += gap
      }
    }
    reviews = reviews.sortedByTime
    var values = FSRS6Parameters.default.values
    for index in 0..<4 { values[index] = 0.1 }
    values[8] = 0
    let doubtful = FSRS6(parameters: try FSRS6Parameters(values))
    #expect(ModelComparison.betterModel(than: doubtful, on: reviews) == "fsrs7")
    #expect(ModelComparison.betterModel(than: FSRS7(), on: reviews) == nil)
    #expect(ModelComparison.betterModel(than: doubtful, on: Array(reviews.prefix(300))) == nil)
    #expect(ModelComparison.betterModel(than: doubtful, on: []) == nil)
  }

  private func review(_ card: Int, day: Int, _ rating: Rating) -> TrainingReview {
    TrainingReview(card: card, day: day, time: Int64(day) * 86_400_000, rating: rating)
  }
}
