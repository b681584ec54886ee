import FSRS
import TestSupport
import Testing

/// What holds for any parameters and any history, tried with random ones.
@Suite struct FSRS6PropertyTests {
  @Test func `stability and difficulty stay in their ranges and recall is a probability`() throws {
    var random = SplitMix64(seed: 6)
    for _ in 0..<400 {
      let model = try Self.model(using: &random)
      var state: MemoryState?
      for _ in 0..<60 {
        let days = Self.days(using: &random)
        if let state {
          let recall = model.retrievability(of: state, elapsedDays: days)
          #expect((0...1).contains(recall))
        }
        let next = model.state(
          after: state, rating: Self.rating(using: &random), elapsedDays: days)
        #expect((0.001...36_500).contains(next.stability))
        #expect((1...10).contains(next.difficulty))
        #expect(next.fastStability == nil)
        state = next
      }
    }
  }

  @Test func `after as many days as the stability, recall is 90 percent`() throws {
    var random = SplitMix64(seed: 90)
    for _ in 0..<2000 {
      let model = try Self.model(using: &random)
      let state = Self.state(using: &random)
      let recall = model.retrievability(of: state, elapsedDays: state.stability)
      #expect(isClose(recall, 0.9, tolerance: 1e-12))
      let interval = model.interval(for: state, desiredRetention: 0.9)
      #expect(isClose(interval, state.stability, tolerance: 1e-12))
    }
  }

  @Test func `recall after an interval is the retention it was made for`() throws {
    var random = SplitMix64(seed: 70)
    for _ in 0..<2000 {
      let model = try Self.model(using: &random)
      let state = Self.state(using: &random)
      let retention = Double.random(in: 0.5..<0.999, using: &random)
      let interval = model.interval(for: state, desiredRetention: retention)
      let recall = model.retrievability(of: state, elapsedDays: interval)
      #expect(isClose(recall, retention, tolerance: 1e-9))
    }
  }

  @Test func `recall falls with time and never rises`() throws {
    var random = SplitMix64(seed: 365)
    for _ in 0..<500 {
      let model = try Self.model(using: &random)
      let state = Self.state(using: &random)
      var last = model.retrievability(of: state, elapsedDays: 0)
      #expect(last == 1)
      for day in 1...200 {
        let recall = model.retrievability(of: state, elapsedDays: Double(day))
        #expect(recall < last)
        last = recall
      }
    }
  }

  @Test func `a better rating never shortens the interval nor raises the difficulty`() throws {
    var random = SplitMix64(seed: 1234)
    for _ in 0..<3000 {
      let model = try Self.model(using: &random)
      let state = Self.state(using: &random)
      let days = Self.days(using: &random)
      let next = Rating.allCases.map {
        model.state(after: state, rating: $0, elapsedDays: days)
      }
      for (worse, better) in zip(next, next.dropFirst()) {
        #expect(worse.difficulty >= better.difficulty)
        // Hard on a later day may fall below Again: w15 and w11 to w14 are fitted apart.
        #expect(
          worse == next[0] && days >= 1 || worse.stability <= better.stability,
          "\(model.parameters) \(state) \(days)")
      }
    }
  }

  @Test func `forgetting never makes a memory more stable and recalling never less`() throws {
    var random = SplitMix64(seed: 4321)
    for _ in 0..<3000 {
      let model = try Self.model(using: &random)
      let state = Self.state(using: &random)
      let days = Double(Int.random(in: 1...4000, using: &random))
      let lapse = model.state(after: state, rating: .again, elapsedDays: days)
      #expect(lapse.stability <= state.stability)
      for rating in [Rating.hard, .good, .easy] {
        let recall = model.state(after: state, rating: rating, elapsedDays: days)
        #expect(recall.stability >= state.stability)
      }
    }
  }

  @Test func `the same reviews give the same state`() throws {
    for seed in UInt64(1)...50 {
      #expect(try Self.replay(seed: seed) == Self.replay(seed: seed))
    }
  }

  private static func replay(seed: UInt64) throws -> [MemoryState] {
    var random = SplitMix64(seed: seed)
    let model = try model(using: &random)
    var states: [MemoryState] = []
    for _ in 0..<20 {
      let rating = rating(using: &random)
      let days = days(using: &random)
      states.append(model.state(after: states.last, rating: rating, elapsedDays: days))
    }
    return states
  }

  /// A model whose every parameter is anywhere in its bounds, often at one of them.
  private static func model(using random: inout SplitMix64) throws -> FSRS6 {
    var values: [Double] = []
    for bounds in FSRS6Parameters.bounds {
      switch Int.random(in: 0..<10, using: &random) {
      case 0: values.append(bounds.lowerBound)
      case 1: values.append(bounds.upperBound)
      default: values.append(.random(in: bounds, using: &random))
      }
    }
    return FSRS6(parameters: try FSRS6Parameters(values))
  }

  private static func state(using random: inout SplitMix64) -> MemoryState {
    // Stabilities of all magnitudes: 0.01 to 10,000 days.
    let scales: [Double] = [0.01, 0.1, 1, 10, 100, 1000]
    let scale = scales.randomElement(using: &random) ?? 1
    return MemoryState(
      stability: scale * .random(in: 1..<10, using: &random),
      difficulty: .random(in: 1...10, using: &random))
  }

  /// Days between two reviews: the same day, some weeks, or years.
  private static func days(using random: inout SplitMix64) -> Double {
    let ranges = [0...0, 1...30, 1...5000]
    let range = ranges.randomElement(using: &random) ?? 0...0
    return Double(Int.random(in: range, using: &random))
  }

  private static func rating(using random: inout SplitMix64) -> Rating {
    Rating.allCases.randomElement(using: &random) ?? .good
  }
}
