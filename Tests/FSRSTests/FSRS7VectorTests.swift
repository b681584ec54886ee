import Foundation
import TestSupport
import Testing

@testable import FSRS

/// Every review of every history, against srs-benchmark's `fsrs_v7.py` run in double precision.
@Suite struct FSRS7VectorTests {
  private let vectors: Vectors

  init() throws {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    vectors = try decoder.decode(
      Vectors.self, from: FSRS6Vectors.data(ofFixture: "fsrs7-vectors.json"))
  }

  @Test func `every review gives the state of the reference`() throws {
    var count = 0
    for history in vectors.histories {
      let model = try model(history.params)
      var state: MemoryState?
      for (review, expected) in zip(history.reviews, history.states) {
        let next = model.state(
          after: state, rating: try #require(Rating(rawValue: Int(review[1]))),
          elapsedDays: review[0])
        let place = Comment("\(history.id), \(history.params), state after \(review)")
        #expect(isClose(next.stability, expected[0]), place)
        #expect(isClose(try #require(next.fastStability), expected[1]), place)
        #expect(isClose(next.difficulty, expected[2]), place)
        state = next
        count += 1
      }
    }
    #expect(count == 1600)
  }

  @Test func `retrievability is that of the reference, just before a review and after it`() throws {
    for history in vectors.histories {
      let model = try model(history.params)
      for (index, values) in history.states.enumerated() {
        let state = memory(values)
        let place = Comment("\(history.id), \(history.params), review \(index)")
        for (days, expected) in zip(vectors.retrievabilityAt, history.r[index]) {
          let recall = model.retrievability(of: state, elapsedDays: days)
          #expect(abs(recall - expected) <= 1e-9, place)
        }
        if index + 1 < history.reviews.count {
          let before = try #require(history.before[index + 1], place)
          let recall = model.retrievability(
            of: state, elapsedDays: history.reviews[index + 1][0])
          #expect(abs(recall - before[0]) <= 1e-9, place)
        }
      }
    }
  }

  @Test func `intervals are those of the reference, at extreme states too`() throws {
    for history in vectors.histories {
      let model = try model(history.params)
      for (index, values) in history.states.enumerated() {
        for (retention, days) in zip(vectors.desiredRetention, history.i[index]) {
          check(
            model.interval(for: memory(values), desiredRetention: retention), days,
            "\(history.id), \(history.params), review \(index), \(retention)")
        }
      }
    }
    for item in vectors.intervalCases {
      let model = try model(item.params)
      for (retention, days) in zip(item.r, item.i) {
        check(
          model.interval(for: memory(item.state), desiredRetention: retention), days,
          "\(item.params), \(item.state), \(retention)")
      }
    }
  }

  @Test func `parameters out of bounds are clipped as in the reference`() throws {
    #expect(!vectors.clipCases.isEmpty)
    for item in vectors.clipCases {
      let clipped = FSRS7Parameters.clipping(item.in)
      #expect(clipped.values == item.out)
      #expect(try FSRS7Parameters(item.out) == clipped)
    }
    let bounds = FSRS7Parameters.bounds
    #expect(bounds.map(\.lowerBound) == vectors.parameterBounds.low)
    #expect(bounds.map(\.upperBound) == vectors.parameterBounds.high)
    #expect(FSRS7Parameters.default.values == vectors.parameterSets["default"])
  }

  @Test func `a memory with a known interval is recalled then as the reference says`() throws {
    // States that fsrs-rs makes of an interval and a retention of SM-2; those at the end of what a
    // stability can be are not to be compared.
    #expect(vectors.sm2Cases.count == 12)
    for item in vectors.sm2Cases {
      let model = try model(item.params)
      let state = memory(item.state)
      let recall = model.retrievability(of: state, elapsedDays: item.interval)
      #expect(abs(recall - item.retention) <= 2e-6, "\(item.params), \(item.interval) days")
      let days = model.interval(for: state, desiredRetention: item.retention)
      #expect(abs(days / item.interval - 1) < 1e-3, "\(item.params), \(item.interval) days")
    }
  }

  @Test func `fitted weights are drawn to the defaults as strongly as in the reference`() throws {
    #expect(vectors.penaltyCases.count == 4)
    let defaults = FSRS7Parameters.default.values
    for item in vectors.penaltyCases {
      let weights = try #require(vectors.parameterSets[item.params])
      let pull = zip(zip(weights, defaults), FSRS7Fit.training.deviations).reduce(0) {
        let distance = ($1.0.0 - $1.0.1) / $1.1
        return $0 + distance * distance
      }
      #expect(abs(pull - item.l2) <= 1e-5 * item.l2, "\(item.params)")
    }
  }

  @Test func `ten times good in a row gives intervals that grow as in the reference`() throws {
    for item in vectors.penaltyCases {
      let model = try model(item.params)
      let usual = tenIntervals(of: model, desiredRetention: 0.9)
      let growth = zip(usual.dropFirst(), usual).filter { $1 >= 1 }.map { $0 / $1 }.max() ?? 0
      #expect(
        abs(growth * growth - item.growth) <= 1e-5 * item.growth, "\(item.params), \(usual)")
      let short = tenIntervals(of: model, desiredRetention: 0.99).filter { $0 < 1 }
      let mean = short.reduce(0, +) / Double(max(1, short.count))
      // How many reviews a day that makes beyond one in ten minutes.
      let excess = short.isEmpty ? 0 : max(0, 1 / max(mean, 1 / 86_400) - 144)
      #expect(abs(excess - item.short) <= 1e-5 * item.short, "\(item.params), \(short)")
    }
  }

  /// The intervals of a memory that was good at first and good each time that it was due, in days.
  ///
  /// The reference takes recall here without what keeps it from 0 and 1.
  private func tenIntervals(of model: FSRS7, desiredRetention: Double) -> [Double] {
    let kept = 1e-5 + (1 - 2e-5) * desiredRetention
    var state = model.state(after: nil, rating: .good, elapsedDays: 0)
    return (0..<10).map { _ in
      let days = max(1 / 86_400, model.interval(for: state, desiredRetention: kept))
      state = model.state(after: state, rating: .good, elapsedDays: days)
      return days
    }
  }

  private func check(_ found: Double, _ expected: Double, _ place: String) {
    #expect(abs(found - expected) <= max(1e-9, 1e-6 * expected), "\(place)")
  }

  private func model(_ name: String) throws -> FSRS7 {
    FSRS7(parameters: try FSRS7Parameters(try #require(vectors.parameterSets[name])))
  }

  private func memory(_ values: [Double]) -> MemoryState {
    MemoryState(stability: values[0], fastStability: values[1], difficulty: values[2])
  }

  /// The file.
  private struct Vectors: Decodable {
    let parameterBounds: Bounds
    let parameterSets: [String: [Double]]
    let retrievabilityAt: [Double]
    let desiredRetention: [Double]
    let histories: [History]
    let intervalCases: [IntervalCase]
    let clipCases: [ClipCase]
    let sm2Cases: [KnownInterval]
    let penaltyCases: [Penalty]

    struct Bounds: Decodable {
      let low, high: [Double]
    }

    struct History: Decodable {
      let id: String
      let params: String
      let reviews: [[Double]]
      let states: [[Double]]
      let before: [[Double]?]
      let r: [[Double]]
      let i: [[Double]]
    }

    struct IntervalCase: Decodable {
      let params: String
      let state: [Double]
      let r: [Double]
      let i: [Double]
    }

    struct KnownInterval: Decodable {
      let params: String
      let interval, retention: Double
      let state: [Double]
    }

    struct Penalty: Decodable {
      let params: String
      let growth, short, l2: Double
    }

    struct ClipCase: Decodable {
      let `in`: [Double]
      let out: [Double]
    }
  }
}
