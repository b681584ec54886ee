import PracticeCore
import Testing

@Suite struct CalendarDateTests {
  @Test func `every day of four centuries survives text`() {
    for day in stride(from: -80_000, through: 80_000, by: 1) {
      let date = CalendarDate(daysSince1970: day)
      #expect(CalendarDate(date.description) == date)
    }
  }

  @Test(arguments: ["2026-02-30", "2026-13-01", "2026-1-01", "26-01-01", "2026-00-10", "x"])
  func `a day that is none is refused`(text: String) {
    #expect(CalendarDate(text) == nil)
  }

  @Test func `the weekday counts from Monday`() {
    #expect(CalendarDate("2026-11-23")?.weekday == 1)
    #expect(CalendarDate("1969-12-28")?.weekday == 7)
  }
}
