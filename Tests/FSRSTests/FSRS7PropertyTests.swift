import FSRS
import TestSupport
import Testing

/// What holds for any parameters and any history, tried with random ones.
@Suite struct FSRS7PropertyTests {
  @Test func `all parts of a state stay in their ranges and recall is a probability`() throws {
    var random = SplitMix64(seed: 7)
    for _ in 0..<300 {
      let model = try Self.model(using: &random)
      var state: MemoryState?
      for _ in 0..<40 {
        let days = Self.days(using: &random)
        if let state {
          #expect((0.00001...0.99999).contains(model.retrievability(of: state, elapsedDays: days)))
        }
        let rating = Rating.allCases.randomElement(using: &random) ?? .good
        let next = model.state(after: state, rating: rating, elapsedDays: days)
        #expect((0.0001...36_500).contains(next.stability))
        #expect((0.0001...36_500).contains(next.fastStability ?? 0))
        #expect((1...10).contains(next.difficulty))
        state = next
      }
    }
  }

  @Test func `recall after an interval is the retention it was made for`() throws {
    var random = SplitMix64(seed: 77)
    for _ in 0..<1000 {
      let model = try Self.model(using: &random)
      let state = Self.state(using: &random)
      let retention = Double.random(in: 0.5..<0.999, using: &random)
      let interval = model.interval(for: state, desiredRetention: retention)
      let recall = model.retrievability(of: state, elapsedDays: interval)
      if interval < 36_500 {
        #expect(isClose(recall, retention, tolerance: 1e-9), "\(model.parameters) \(state)")
      } else {
        #expect(recall >= retention)
      }
    }
  }

  @Test func `recall never rises with time, and a higher retention never lengthens intervals`()
    throws
  {
    var random = SplitMix64(seed: 777)
    for _ in 0..<300 {
      let model = try Self.model(using: &random)
      let state = Self.state(using: &random)
      var last = 1.0
      for step in 0..<60 {
        let days = 0.0001 * Double(1 << (step / 2)) * (step.isMultiple(of: 2) ? 1 : 1.4)
        let recall = model.retrievability(of: state, elapsedDays: days)
        #expect(recall <= last)
        last = recall
      }
      var interval = Double.infinity
      for percent in stride(from: 50, through: 99, by: 7) {
        let next = model.interval(for: state, desiredRetention: Double(percent) / 100)
        #expect(next <= interval)
        interval = next
      }
    }
  }

  @Test func `forgetting never makes either trace more stable and recalling never less`() throws {
    var random = SplitMix64(seed: 7777)
    for _ in 0..<2000 {
      let model = try Self.model(using: &random)
      let state = Self.state(using: &random)
      let days = Self.days(using: &random)
      let lapse = model.state(after: state, rating: .again, elapsedDays: days)
      #expect(lapse.stability <= state.stability)
      #expect(lapse.fastStability ?? 0 <= max(state.fastStability ?? 0, 0.0001))
      // Hard may have a factor of 0, and then gains nothing.
      for rating in [Rating.hard, .good, .easy] {
        let recall = model.state(after: state, rating: rating, elapsedDays: days)
        #expect(recall.stability >= state.stability * (1 - 1e-12))
        #expect(recall.fastStability ?? 0 >= (state.fastStability ?? 0) * (1 - 1e-12))
      }
    }
  }

  /// A model whose every parameter is anywhere in its bounds, often at one of them.
  private static func model(using random: inout SplitMix64) throws -> FSRS7 {
    let values = FSRS7Parameters.bounds.map { bounds in
      switch Int.random(in: 0..<10, using: &random) {
      case 0: bounds.lowerBound
      case 1: bounds.upperBound
      default: Double.random(in: bounds, using: &random)
      }
    }
    return FSRS7(parameters: try FSRS7Parameters(values))
  }

  private static func state(using random: inout SplitMix64) -> MemoryState {
    let scales: [Double] = [0.001, 0.1, 1, 10, 100, 1000]
    func stability() -> Double {
      (scales.randomElement(using: &random) ?? 1) * .random(in: 1..<10, using: &random)
    }
    return MemoryState(
      stability: stability(), fastStability: stability(),
      difficulty: .random(in: 1...10, using: &random))
  }

  /// Days between two reviews: none, seconds, hours, weeks, or years.
  private static func days(using random: inout SplitMix64) -> Double {
    let ranges: [Range<Double>] = [0..<0.000_01, 0..<0.01, 0..<1, 1..<30, 1..<100_000]
    return .random(in: ranges.randomElement(using: &random) ?? 0..<1, using: &random)
  }
}
