import FSRS
import Foundation
import TestSupport
import Testing

/// Every review of every history, against py-fsrs 6.3.2.
@Suite struct FSRS6VectorTests {
  private let vectors: FSRS6Vectors

  init() throws { vectors = try FSRS6Vectors.load() }

  @Test func `every review gives the state, the step and the due time of the reference`() throws {
    var count = 0
    for history in vectors.histories {
      let scheduler = try scheduler(for: history)
      var card = SteppedCard()
      var last: Int64?
      for review in history.reviews {
        let time = try milliseconds(review.t)
        let rating = try #require(Rating(rawValue: review.rating))
        let next = scheduler.review(
          card, rating: rating, elapsedDays: wholeDays(from: last ?? time, to: time))
        let where_ = Comment("\(history), review at \(review.t)")
        let memory = try #require(next.card.memory, where_)
        #expect(isClose(memory.stability, review.s), where_)
        #expect(isClose(memory.difficulty, review.d), where_)
        #expect(next.card.phase.name == review.state, where_)
        #expect(next.card.phase.step == review.step, where_)
        #expect(try time + milliseconds(next.delay) == milliseconds(review.due), where_)
        card = next.card
        last = time
        count += 1
      }
    }
    #expect(count == 2528)
  }

  @Test func `retrievability is that of the reference, before, at the due time and after`() throws {
    for history in vectors.histories {
      let model = try scheduler(for: history).model
      var last: (time: Int64, memory: MemoryState)?
      for review in history.reviews {
        let time = try milliseconds(review.t)
        let where_ = Comment("\(history), review at \(review.t)")
        let before = last.map {
          model.retrievability(of: $0.memory, elapsedDays: wholeDays(from: $0.time, to: time))
        }
        #expect((before == nil) == (review.rBefore == nil), where_)
        #expect(isClose(before ?? 0, review.rBefore ?? 0), where_)

        let memory = MemoryState(stability: review.s, difficulty: review.d)
        let due = try milliseconds(review.due)
        #expect(
          isClose(
            model.retrievability(of: memory, elapsedDays: wholeDays(from: time, to: due)),
            review.rDue), where_)
        for (offset, expected) in zip(vectors.retrievabilityOffsetsS, review.r) {
          #expect(
            isClose(
              model.retrievability(of: memory, elapsedDays: Double(offset / 86_400)), expected),
            where_)
        }
        last = (time, memory)
      }
    }
  }

  private func scheduler(for history: FSRS6Vectors.History) throws -> StepScheduler {
    let parameters = try #require(vectors.parameterSets[history.params])
    return StepScheduler(
      model: FSRS6(parameters: try FSRS6Parameters(parameters)),
      desiredRetention: history.desiredRetention,
      learningSteps: history.learningStepsS.map { $0 * 1000 },
      relearningSteps: history.relearningStepsS.map { $0 * 1000 },
      maximumInterval: history.maximumInterval)
  }

  private func milliseconds(_ delay: ReviewDelay) -> Int64 {
    switch delay {
    case .step(let milliseconds): milliseconds
    case .days(let days): Int64(days) * 86_400_000
    }
  }

  /// Milliseconds since 1970 of a time in UTC that may have a fraction of a second.
  private func milliseconds(_ text: String) throws -> Int64 {
    let parts = text.dropLast().split(separator: ".")
    let whole = try Date("\(parts[0])Z", strategy: .iso8601)
    let fraction = parts.count > 1 ? (Double("0.\(parts[1])") ?? .nan) : 0
    return Int64(whole.timeIntervalSince1970) * 1000 + Int64(fraction * 1000)
  }

  private func wholeDays(from start: Int64, to end: Int64) -> Double {
    Double((end - start) / 86_400_000)
  }
}
