import Foundation
import Synchronization
import TestSupport
import Testing

@testable import FSRS

@Suite struct ParameterFitTests {
  @Test func `fitted to the reference log, test loss is not above that of fsrs-rs by a thousandth`()
    throws
  {
    let reviews = try ReferenceReviews.load()
    let reference = try ReferenceReviews.reference()
    let split = try #require(reviews.splitTime)
    let fitted = try #require(
      ParameterFit.fitted(model: "fsrs6", to: reviews.filter { $0.time < split }))
    func loss(_ model: any MemoryModel, _ part: TrainingSet) throws -> Double {
      try #require(evaluation(of: model, on: part)).logLoss
    }
    let trained = FSRS6(
      parameters: try FSRS6Parameters(
        try #require(reference.parameters["fsrs_rs_trained_on_train"])))
    let test = TrainingSet(reviews, elapsedTime: .wholeDays, itemsFrom: split)
    let train = TrainingSet(reviews.filter { $0.time < split }, elapsedTime: .wholeDays)
    #expect(try loss(fitted, test) <= loss(trained, test) + 0.001)
    #expect(try loss(fitted, train) <= loss(trained, train) + 0.001)
    #expect(try loss(fitted, train) < loss(FSRS6(), train) - 0.005)
  }

  @Test(arguments: MemoryModels.names)
  func `the same seed gives the same parameters, however the work is done`(model: String) throws {
    let reviews = try ReferenceReviews.load(1200)
    let one = try #require(ParameterFit.fitted(model: model, to: reviews))
    // Runs from the last to the first, as other threads might do them.
    let backwards = FitWork(map: { runs, body in
      Array(runs.reversed().map { ($0, body($0)) }.sorted { $0.0 < $1.0 }.map(\.1))
    })
    let other = try #require(ParameterFit.fitted(model: model, to: reviews, work: backwards))
    #expect(one.parameters == other.parameters)
    let seeded = try #require(ParameterFit.fitted(model: model, to: reviews, seed: 1))
    #expect(seeded.parameters != one.parameters)
    let defaults = try MemoryModels.named(model).parameters
    #expect(one.parameters != defaults)
  }

  @Test func `FSRS-7 learns too`() throws {
    let reviews = try ReferenceReviews.load(1500)
    let set = TrainingSet(reviews, elapsedTime: .exact)
    let fitted = try #require(ParameterFit.fitted(model: "fsrs7", to: reviews))
    let before = try #require(ModelEvaluation(of: FSRS7(), on: set))
    let after = try #require(evaluation(of: fitted, on: set))
    #expect(after.logLoss < before.logLoss - 0.003)
  }

  @Test func `work that isn't wanted ends, and what is done adds up to one`() throws {
    let reviews = try ReferenceReviews.load(1000)
    let done = Counter()
    let work = FitWork(isWanted: { further in done.add(further) })
    #expect(ParameterFit.fitted(model: "fsrs6", to: reviews, work: work) != nil)
    #expect(isClose(done.sum, 1, tolerance: 1e-9))
    let stopped = FitWork(isWanted: { _ in false })
    #expect(ParameterFit.fitted(model: "fsrs6", to: reviews, work: stopped) == nil)
    #expect(ParameterFit.fitted(model: "sm2", to: reviews) == nil)
  }

  @Test func `with hardly any reviews the defaults stay, with few only first stabilities change`()
    throws
  {
    let few = try ReferenceReviews.load(60)
    #expect(
      ParameterFit.fitted(model: "fsrs6", to: few)?.parameters == FSRS6Parameters.default.values)
    // 30 cards, each rated good and reviewed once after four days: 24 times of 30 recalled.
    var reviews: [TrainingReview] = []
    for card in 0..<30 {
      reviews.append(TrainingReview(card: card, day: 0, time: Int64(card), rating: .good))
      reviews.append(
        TrainingReview(
          card: card, day: 4, time: Int64(4 * 86_400_000 + card),
          rating: card % 5 == 0 ? .again : .good))
    }
    let fitted = try #require(
      ParameterFit.fitted(model: "fsrs6", to: reviews.sortedByTime)
    ).parameters
    #expect(Array(fitted[4...]) == Array(FSRS6Parameters.default.values[4...]))
    // R(4, S) = 0.8 would be at S = 1.24; the default of 2.3 draws a little.
    #expect(fitted[2] > 1.2 && fitted[2] < 1.6)
    #expect(fitted[0] < fitted[1] && fitted[1] < fitted[2] && fitted[2] < fitted[3])
  }

  @Test func `small groups and late ones are outliers, and their cards teach nothing`() {
    var reviews: [TrainingReview] = []
    func add(_ count: Int, _ rating: Rating, gap: Int) {
      for _ in 0..<count {
        let card = reviews.count / 2
        reviews.append(TrainingReview(card: card, day: 0, time: 0, rating: rating))
        reviews.append(
          TrainingReview(card: card, day: gap, time: Int64(gap) * 86_400_000, rating: .good))
      }
    }
    // 19 cards in small groups go, as long as they are less than 20; then only those with fewer than 6.
    add(10, .good, gap: 1)
    add(9, .good, gap: 2)
    add(5, .good, gap: 3)
    add(6, .good, gap: 4)
    add(40, .good, gap: 5)
    add(50, .good, gap: 101)
    add(50, .easy, gap: 101)
    let set = TrainingSet(reviews.sortedByTime, elapsedTime: .wholeDays)
    let first = FirstReviews(in: set)
    // 5, 6 and 9 stay below 20 and are 20 with 9: of 5 + 6 = 11, 9 more make 20, which is not below.
    #expect(first.count == 9 + 10 + 40 + 50)
    #expect(first.withoutOutliers(set).count == 109)
  }

  @Test func `missing first stabilities are filled in by the logarithms of the others`() throws {
    let defaults = Array(FSRS6Parameters.default.values[0..<4])
    let counts = [9, 8, 7, 6]
    let one = try #require(
      FirstReviews.rising([nil, nil, 4.613, nil], counts: counts, defaults: defaults))
    for (found, expected) in zip(one, defaults) { #expect(isClose(found, 2 * expected)) }
    let ends = try #require(
      FirstReviews.rising([1, nil, nil, 16], counts: counts, defaults: defaults))
    // hard = 0.41 again + 0.59 good, good = 0.46 hard + 0.54 easy, in logarithms.
    #expect(isClose(log(ends[1]), 0.59 * log(ends[2]), tolerance: 1e-9))
    #expect(isClose(log(ends[2]), 0.46 * log(ends[1]) + 0.54 * log(16), tolerance: 1e-9))
    let middle = try #require(
      FirstReviews.rising([nil, 2, 4, nil], counts: counts, defaults: defaults))
    #expect(isClose(log(2), 0.41 * log(middle[0]) + 0.59 * log(4), tolerance: 1e-9))
    #expect(isClose(log(4), 0.46 * log(2) + 0.54 * log(middle[3]), tolerance: 1e-9))
    // Again has more cards than hard, which yields.
    let falling = try #require(
      FirstReviews.rising([3, 2, 4, 9], counts: counts, defaults: defaults))
    #expect(falling == [3, 3, 4, 9])
    #expect(FirstReviews.rising([nil, nil, nil, nil], counts: counts, defaults: defaults) == nil)
  }

  @Test func `after training, first stabilities of ratings without cards follow from the others`()
    throws
  {
    var reviews = try ReferenceReviews.load(3000)
    let first = Dictionary(grouping: reviews, by: \.card).mapValues { $0[0].rating }
    reviews.removeAll { first[$0.card] == .hard || first[$0.card] == .easy }
    let fitted = try #require(ParameterFit.fitted(model: "fsrs6", to: reviews)).parameters
    let defaults = FSRS6Parameters.default.values
    #expect(fitted[8] != defaults[8], "more than first stabilities was trained")
    let logarithms = fitted[..<4].map { log($0) }
    let hard = 0.41 * logarithms[0] + 0.59 * logarithms[2]
    #expect(isClose(logarithms[1], hard, tolerance: 1e-9))
    let easy = (logarithms[2] - 0.46 * logarithms[1]) / 0.54
    #expect(isClose(logarithms[3], easy, tolerance: 1e-9))
  }

  @Test func `an assessment says what holds for the last fifth, and needs reviews enough`() throws {
    let reviews = try ReferenceReviews.load(3000)
    let assessment = try FitAssessment(of: FSRS6(), on: reviews)
    let split = try #require(reviews.splitTime)
    let test = TrainingSet(reviews, elapsedTime: .wholeDays, itemsFrom: split)
    let part = try #require(
      ParameterFit.fitted(model: "fsrs6", to: reviews.filter { $0.time < split }))
    #expect(assessment.before == ModelEvaluation(of: FSRS6(), on: test))
    #expect(assessment.after == evaluation(of: part, on: test))
    #expect(
      assessment.fitted.parameters
        == ParameterFit.fitted(model: "fsrs6", to: reviews)?.parameters)
    #expect(assessment.reviews == 3000)
    #expect(assessment.items == TrainingSet(reviews, elapsedTime: .wholeDays).count)
    #expect(throws: FitAssessment.Failure.tooFew(items: 0)) {
      try FitAssessment(of: FSRS6(), on: Array(reviews.prefix(20)))
    }
    #expect(throws: FitAssessment.Failure.cancelled) {
      try FitAssessment(of: FSRS6(), on: reviews, work: FitWork(isWanted: { _ in false }))
    }
  }
}

/// Opens the box in which the model is, which macros can't.
private func evaluation(of model: any MemoryModel, on set: TrainingSet) -> ModelEvaluation? {
  ModelEvaluation(of: model, on: set)
}

/// Adds up on one thread, which is all that these tests have.
private final class Counter: Sendable {
  private let steps = Mutex(0.0)

  var sum: Double { steps.withLock { $0 } }

  func add(_ further: Double) -> Bool {
    steps.withLock { $0 += further }
    return true
  }
}
