import Foundation
import TestSupport
import Testing

@testable import FSRS

/// The derivatives that training uses, against differences of losses.
@Suite struct AdjointTests {
  @Test func `the gradient of FSRS-6 is that of its loss`() throws {
    var random = SplitMix64(seed: 60)
    for _ in 0..<60 {
      let weights = Self.weights(FSRS6Parameters.bounds, using: &random)
      let set = Self.history(elapsedTime: .wholeDays, using: &random)
      try Self.compare(FSRS6Adjoint.self, FSRS6.self, at: weights, on: set)
    }
  }

  @Test func `the gradient of FSRS-7 is that of its loss`() throws {
    var random = SplitMix64(seed: 70)
    for _ in 0..<60 {
      let weights = Self.weights(FSRS7Parameters.bounds, using: &random)
      let set = Self.history(elapsedTime: .exact, using: &random)
      try Self.compare(FSRS7Adjoint.self, FSRS7.self, at: weights, on: set)
    }
  }

  @Test func `the loss is that of the predictions of the model`() throws {
    var random = SplitMix64(seed: 67)
    for elapsedTime in [ElapsedTime.wholeDays, .exact] {
      let set = Self.history(elapsedTime: elapsedTime, using: &random)
      let name = elapsedTime == .exact ? "fsrs7" : "fsrs6"
      let model = try MemoryModels.named(name)
      var state: MemoryState?
      var expected = 0.0
      for place in set.ratings.indices {
        let rating = try #require(Rating(rawValue: Int(set.ratings[place])))
        if let state, set.items.contains(Int32(place)) {
          let recall = model.retrievability(of: state, elapsedDays: set.elapsed[place])
          expected -= log(rating == .again ? 1 - recall : recall)
        }
        state = model.state(after: state, rating: rating, elapsedDays: set.elapsed[place])
      }
      let found =
        elapsedTime == .exact
        ? Self.loss(FSRS7Adjoint.self, model.parameters, set).loss
        : Self.loss(FSRS6Adjoint.self, model.parameters, set).loss
      #expect(isClose(found, expected, tolerance: 1e-10))
    }
  }

  private static func loss<Model: DifferentiableModel>(
    _ model: Model.Type, _ weights: [Double], _ set: TrainingSet
  ) -> (loss: Double, gradient: [Double]) {
    var gradient = [Double](repeating: 0, count: weights.count)
    var steps: [Model.Step] = []
    var itemWeights = [Double](repeating: 0, count: set.ratings.count)
    for item in set.items { itemWeights[Int(item)] = 1 }
    let loss = Model(weights: weights).addGradient(
      of: 0..<set.ratings.count, in: set, weights: itemWeights, to: &gradient, steps: &steps)
    return (loss, gradient)
  }

  /// Compares every derivative with the difference quotient of a step so small that hardly any bound
  /// is crossed by it; where one is, a smaller step on the other side tells.
  private static func compare<Model: DifferentiableModel>(
    _ model: Model.Type, _ memory: any MemoryModel.Type, at weights: [Double], on set: TrainingSet
  ) throws {
    let exact = loss(model, weights, set).gradient
    for index in weights.indices {
      let isRight = [1e-5, 1e-6, 3e-5, 1e-7].contains { size in
        let step = size * max(0.1, abs(weights[index]))
        var (low, high) = (weights, weights)
        low[index] -= step
        high[index] += step
        let slope = (loss(model, high, set).loss - loss(model, low, set).loss) / (2 * step)
        return abs(slope - exact[index]) <= 2e-4 * max(1, abs(slope))
      }
      #expect(isRight, "\(memory) w\(index): \(exact[index]) at \(weights)")
    }
  }

  /// Weights well within their bounds, so that a step stays within.
  private static func weights(
    _ bounds: [ClosedRange<Double>], using random: inout SplitMix64
  ) -> [Double] {
    bounds.map { bounds in
      let width = bounds.upperBound - bounds.lowerBound
      return bounds.lowerBound + width * (0.05 + 0.9 * number(using: &random))
    }
  }

  /// One card with 12 reviews, on the same day and later ones.
  private static func history(
    elapsedTime: ElapsedTime, using random: inout SplitMix64
  ) -> TrainingSet {
    var time: Int64 = 0
    let reviews = (0..<12).map { _ in
      switch random.number(below: 4) {
      case 0: time += Int64(random.number(below: 3_600_000))
      case 1: time += Int64(random.number(below: 60)) * 86_400_000
      default: time += Int64(random.number(below: 10 * 86_400_000))
      }
      return TrainingReview(
        card: 0, day: Int(time / 86_400_000), time: time,
        rating: Rating.allCases[random.number(below: 4)])
    }
    return TrainingSet(reviews, elapsedTime: elapsedTime)
  }

  private static func number(using random: inout SplitMix64) -> Double {
    Double(random.number(below: 1 << 30)) / Double(1 << 30)
  }

}
