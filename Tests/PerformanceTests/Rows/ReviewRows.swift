import FSRS

/// How many reviews the memory model folds in a second, in one thread.
struct ReviewRows {
  private static let bound = 5_000_000.0

  /// Measures it in five processes.
  func measure() throws(BenchmarkFailure) -> [Row] {
    var sample = Sample()
    for _ in 0..<5 {
      sample.add(try Command.role(.reviews, []).figures().values["per_second"] ?? 0)
    }
    return [
      Row(
        what: "FSRS-6 reviews a second, one thread",
        figure: "\(decimal(sample.median / 1e6)) million",
        ratio: sample.median / Self.bound, bound: "≥ 5 million",
        verdict: sample.median >= Self.bound ? .met : .missed)
    ]
  }

  /// Folds reviews of a thousand questions in turn: the new state and the interval from it.
  static func review() {
    let model = FSRS6()
    var random = SplitMix64(seed: 3)
    let reviews = (0..<4_096).map { _ in
      let isRight = random.number(below: 10) > 0
      return (
        rating: isRight ? Rating.good : .again,
        share: [0.0, 0.5, 0.9, 1, 1.1, 2][random.number(below: 6)]
      )
    }
    var states = [MemoryState](
      repeating: model.state(after: nil, rating: .good, elapsedDays: 0), count: 1_000)
    var intervals = [Double](repeating: 3, count: states.count)
    let count = 10_000_000
    var question = 0
    let stopwatch = Stopwatch()
    for number in 0..<count {
      let review = reviews[number & 4_095]
      states[question] = model.state(
        after: states[question], rating: review.rating,
        elapsedDays: (intervals[question] * review.share).rounded())
      intervals[question] = model.interval(for: states[question], desiredRetention: 0.9)
      question = question == states.count - 1 ? 0 : question + 1
    }
    let seconds = stopwatch.milliseconds / 1000
    print("per_second", Double(count) / seconds)
    // So that nothing of it can be left out.
    print("sum", intervals.reduce(0, +))
  }
}
