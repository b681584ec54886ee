import FSRS
import Foundation
import TestSupport
import Testing

@Suite struct IntervalFuzzTests {
  private struct Bounds: Decodable {
    let interval: Int
    let min: Int
    let max: Int
  }

  private static func bounds() throws -> [Bounds] {
    try JSONDecoder().decode(
      [Bounds].self, from: FSRS6Vectors.data(ofFixture: "fuzz-bounds.json"))
  }

  @Test func `the range of every interval is that of Anki`() throws {
    let bounds = try Self.bounds()
    #expect(bounds.count == 73)
    for expected in bounds {
      #expect(IntervalFuzz.range(for: expected.interval) == expected.min...expected.max)
    }
  }

  @Test func `draws reach both ends of the range, and nothing outside it`() throws {
    var random = SplitMix64(seed: 25)
    for expected in try Self.bounds() {
      let range = expected.min...expected.max
      var drawn: [Int: Int] = [:]
      let draws = 40 * range.count
      for _ in 0..<draws {
        let uniform = Double.random(in: 0..<1, using: &random)
        drawn[IntervalFuzz.fuzzed(Double(expected.interval), uniform: uniform), default: 0] += 1
      }
      #expect(drawn.keys.allSatisfy(range.contains))
      // Every day is as likely: none far from its share of 40.
      if range.count < 60 {
        #expect(drawn.count == range.count)
        #expect(drawn.values.allSatisfy { (10...90).contains($0) }, "\(expected.interval)")
      }
      let highest = 1.0.nextDown
      #expect(IntervalFuzz.fuzzed(Double(expected.interval), uniform: 0) == range.lowerBound)
      #expect(IntervalFuzz.fuzzed(Double(expected.interval), uniform: highest) == range.upperBound)
    }
  }

  @Test(arguments: [
    (1.0, 36_500, 1...1), (2.4, 36_500, 2...2), (2.5, 36_500, 2...4), (100, 90, 90...90),
    (100, 95, 93...95), (3, 2, 2...2), (3, 1, 1...1), (0, 36_500, 1...1),
    (.infinity, 365, 365...365),
  ])
  func `a range stays within the longest interval`(
    interval: Double, maximum: Int, range: ClosedRange<Int>
  ) {
    #expect(IntervalFuzz.range(for: interval, maximumInterval: maximum) == range)
  }
}
