import FSRS
import Testing

@Suite struct ScheduledIntervalTests {
  @Test(arguments: [
    (0.0, 1), (0.4, 1), (1.5, 2), (2.5, 2), (3.5, 4), (2.500001, 3), (36_499.5, 36_500),
    (36_500, 36_500), (36_501, 36_500), (1e300, 36_500), (.infinity, 36_500), (.nan, 36_500),
    (-5, 1), (-.infinity, 1),
  ])
  func `days are whole, a half goes to the even one`(interval: Double, days: Int) {
    #expect(ScheduledInterval.wholeDays(nearest: interval) == days)
  }

  @Test func `the longest interval can be chosen`() {
    #expect(ScheduledInterval.wholeDays(nearest: 31, maximum: 30) == 30)
    #expect(ScheduledInterval.wholeDays(nearest: 1e300, maximum: .max) == .max)
  }
}
