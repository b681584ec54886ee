import FSRS
import TestSupport
import Testing

@Suite struct FSRS7Tests {
  private let model = FSRS7()

  /// The worked values of the formulas: S0 = w2, F0 = 0.8 × S0, D0 = w4 − e^(2 × w5) + 1.
  @Test func `a first good review gives the first stabilities and the first difficulty`() {
    let state = model.state(after: nil, rating: .good, elapsedDays: 99)
    #expect(state.stability == 3.9221)
    #expect(isClose(state.fastStability ?? 0, 3.13768))
    #expect(isClose(state.difficulty, 3.530_724, tolerance: 1e-7))
  }

  @Test func `reviews of the same day count by their exact time`() {
    let first = model.state(after: nil, rating: .again, elapsedDays: 0)
    let minute = model.state(after: first, rating: .good, elapsedDays: 1 / 1440)
    let hour = model.state(after: first, rating: .good, elapsedDays: 1 / 24)
    #expect(first.stability < minute.stability)
    #expect(minute.stability < hour.stability)
  }

  @Test func `at once, success leaves the fast trace as it is and forgetting is a full lapse`() {
    let state = MemoryState(stability: 10, fastStability: 8, difficulty: 5)
    let good = model.state(after: state, rating: .good, elapsedDays: 0)
    #expect(good.fastStability == 8)
    #expect(isClose(good.stability, 10.0013, tolerance: 1e-5))
    #expect(
      isClose(
        model.state(after: state, rating: .again, elapsedDays: 0).stability, 2.26, tolerance: 1e-3))
  }

  @Test func `time that runs backwards, and no number, count as none`() {
    let state = MemoryState(stability: 7, fastStability: 3, difficulty: 5)
    for days: Double in [-3, .nan, -Double.infinity] {
      #expect(isClose(model.retrievability(of: state, elapsedDays: days), 0.99999))
      for rating in Rating.allCases {
        #expect(
          model.state(after: state, rating: rating, elapsedDays: days)
            == model.state(after: state, rating: rating, elapsedDays: 0))
      }
    }
  }

  @Test func `intervals end at a hundred years, and there is none for a retention of 0 point 9999`()
  {
    let state = MemoryState(stability: 36_500, fastStability: 36_500, difficulty: 5)
    #expect(model.interval(for: state, desiredRetention: 0.5) == 36_500)
    #expect(model.interval(for: state, desiredRetention: 0.9999) == 0)
    #expect(model.interval(for: state, desiredRetention: .nan) == 0)
  }

  @Test func `the model is named and asks for exact time`() throws {
    #expect(model.name == "fsrs7")
    #expect(model.elapsedTime == .exact)
    #expect(model.parameters == FSRS7Parameters.default.values)
    #expect(try MemoryModels.named("fsrs7").parameters == model.parameters)
    #expect(MemoryModels.names == ["fsrs6", "fsrs7"])
    let found = try MemoryModels.named("fsrs7", parameters: model.parameters)
    #expect(found.name == "fsrs7")
  }

  @Test(arguments: [
    (17, "FSRS-4.5"), (19, "FSRS-5"), (21, "FSRS-6"), (35, "a draft of FSRS-7"),
  ])
  func `the weights of another model are refused by its name`(count: Int, model: String) {
    let error = #expect(throws: MemoryModelError.self) {
      try MemoryModels.named("fsrs7", parameters: Array(repeating: 0.5, count: count))
    }
    #expect(
      error?.description
        == "bad parameters for fsrs7: \(count) values where it takes 34; so many belong to \(model) "
        + "and can't be converted")
  }

  @Test func `every bad value is named with its bounds`() {
    var bad = model.parameters
    bad[4] = .nan
    bad[33] = 0.61
    let error = #expect(throws: InvalidParameters.self) { try FSRS7Parameters(bad) }
    #expect(
      error?.description
        == "bad parameters for fsrs7: w4 is nan, outside 1.0...10.0; w33 is 0.61, outside 0.0...0.6"
    )
    #expect(throws: InvalidParameters.self) { try FSRS7Parameters([1, 2, 3]) }
  }

  @Test func `a state of FSRS-6 gets the fast stability of a first review`() {
    let old = MemoryState(stability: 10, difficulty: 5)
    let new = MemoryState(stability: 10, fastStability: 8, difficulty: 5)
    #expect(
      model.retrievability(of: old, elapsedDays: 3) == model.retrievability(of: new, elapsedDays: 3)
    )
  }
}
