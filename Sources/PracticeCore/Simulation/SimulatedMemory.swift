package import FSRS

/// How the learners of a simulation really remember: a memory model that no scheduler knows.
package struct SimulatedMemory: Sendable {
  /// The name under which results show it.
  package let name: String
  /// The model by which they remember and forget.
  package let model: any MemoryModel
  /// How often a question is known when it is met.
  package var knownAtFirst = 0.6
  /// How often an answer that is recalled is unsure.
  package var unsure = 0.15

  /// Makes learners that remember by `model`.
  package init(name: String, model: any MemoryModel) {
    self.name = name
    self.model = model
  }

  /// What a learner really remembers of one question.
  struct Trace {
    var state: MemoryState
    var last: LocalTime
  }

  /// The probability of recall at `time`.
  func recall(of trace: Trace, at time: LocalTime) -> Double {
    model.retrievability(of: trace.state, elapsedDays: elapsed(trace.last, time))
  }

  /// Answers a question: whether it is recalled is drawn, and the memory takes it in.
  func answer(
    _ trace: inout Trace?, at time: LocalTime, using random: inout SplitMix64
  ) -> Rating {
    let known = trace.map { recall(of: $0, at: time) } ?? knownAtFirst
    let draw = random.uniform()
    let rating: Rating = draw >= known ? .again : draw < known * unsure ? .hard : .good
    trace = Trace(
      state: model.state(
        after: trace?.state, rating: rating,
        elapsedDays: trace.map { elapsed($0.last, time) } ?? 0),
      last: time)
    return rating
  }

  private func elapsed(_ last: LocalTime, _ time: LocalTime) -> Double {
    ReviewScheduler(model: model).elapsedDays(from: last, to: time)
  }
}

extension SplitMix64 {
  /// A number in 0..<1.
  mutating func uniform() -> Double { Double(next() >> 11) * 0x1p-53 }
}
