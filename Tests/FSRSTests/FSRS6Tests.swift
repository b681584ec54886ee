import FSRS
import TestSupport
import Testing

@Suite struct FSRS6Tests {
  private let model = FSRS6()

  /// The values of fsrs-rs (`src/inference.rs`, test_memory_state), in double precision.
  @Test func `a forgotten first review and five good ones end where fsrs-rs ends`() {
    let reviews: [(Rating, Double)] = [
      (.again, 0), (.good, 0), (.good, 1), (.good, 3), (.good, 8), (.good, 21),
    ]
    var state: MemoryState?
    for (rating, days) in reviews {
      state = model.state(after: state, rating: rating, elapsedDays: days)
    }
    #expect(isClose(state?.stability ?? 0, 53.626_903, tolerance: 1e-7))
    #expect(isClose(state?.difficulty ?? 0, 6.357_487, tolerance: 1e-7))
  }

  @Test(arguments: zip(Rating.allCases, [0.212, 1.2931, 2.3065, 8.2956]))
  func `the first stability is a parameter`(rating: Rating, stability: Double) {
    #expect(model.state(after: nil, rating: rating, elapsedDays: 99).stability == stability)
  }

  @Test(arguments: [
    (0.1, 3_116_769), (0.2, 34_793), (0.3, 2508), (0.4, 387), (0.5, 90), (0.6, 27), (0.7, 9),
    (0.8, 3), (0.9, 1), (0.99, 1),
  ])
  func `intervals of a stability of one day are those of py-fsrs`(retention: Double, days: Int) {
    let state = MemoryState(stability: 1, difficulty: 5)
    let interval = model.interval(for: state, desiredRetention: retention)
    #expect(ScheduledInterval.wholeDays(nearest: interval, maximum: .max) == days)
  }

  @Test func `time that runs backwards counts as none`() {
    let state = MemoryState(stability: 7, difficulty: 5)
    #expect(model.retrievability(of: state, elapsedDays: -3) == 1)
    for rating in Rating.allCases {
      #expect(
        model.state(after: state, rating: rating, elapsedDays: -3)
          == model.state(after: state, rating: rating, elapsedDays: 0))
    }
  }

  @Test func `the model is named and asks for whole days`() throws {
    #expect(model.name == "fsrs6")
    #expect(model.elapsedTime == .wholeDays)
    #expect(model.parameters == FSRS6Parameters.default.values)
    let found = try MemoryModels.named("fsrs6", parameters: model.parameters)
    #expect(found.parameters == model.parameters)
    #expect(try MemoryModels.named("fsrs6").name == "fsrs6")
  }

  @Test func `an unknown model is refused with the known ones`() {
    let error = #expect(throws: MemoryModelError.self) { try MemoryModels.named("sm2") }
    #expect(error?.description == "there is no memory model 'sm2'; known: fsrs6, fsrs7")
  }
}
