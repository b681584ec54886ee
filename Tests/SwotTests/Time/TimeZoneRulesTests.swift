import FSRS
import PracticeCore
import Testing

@testable import swot

@Suite struct TimeZoneRulesTests {
  /// A zone that is `standard` minutes east, and `summer` from one instant to another.
  private func zone(
    standard: Int, summer: Int, from: String, to: String
  ) throws -> TimeZoneRules {
    let start = try #require(Timestamp(iso8601: from))
    let end = try #require(Timestamp(iso8601: to))
    return TimeZoneRules { $0 >= start && $0 < end ? summer : standard }
  }

  private func start(_ day: String, in zone: TimeZoneRules) throws -> String {
    zone.start(ofStudyDay: try #require(CalendarDate(day))).iso8601WithoutZeroFraction
  }

  @Test(arguments: [
    (0, "2026-11-23T04:00:00Z"), (60, "2026-11-23T03:00:00Z"), (-480, "2026-11-23T12:00:00Z"),
    (330, "2026-11-22T22:30:00Z"), (840, "2026-11-22T14:00:00Z"),
  ])
  func `a study day begins at four in the morning on the wall`(offset: Int, begin: String) throws {
    #expect(try start("2026-11-23", in: .fixed(offsetMinutes: offset)) == begin)
  }

  @Test func `a study day is shorter or longer when the clocks change`() throws {
    // Central Europe in 2026.
    let zone = try zone(
      standard: 60, summer: 120, from: "2026-03-29T01:00:00Z", to: "2026-10-25T01:00:00Z")
    #expect(try start("2026-03-28", in: zone) == "2026-03-28T03:00:00Z")
    #expect(try start("2026-03-29", in: zone) == "2026-03-29T02:00:00Z")
    #expect(try start("2026-10-24", in: zone) == "2026-10-24T02:00:00Z")
    #expect(try start("2026-10-25", in: zone) == "2026-10-25T03:00:00Z")
  }

  @Test func `a study day whose four o'clock is leapt over begins with the leap`() throws {
    let hour = try zone(
      standard: 0, summer: 60, from: "2026-03-29T03:30:00Z", to: "2026-10-25T01:00:00Z")
    #expect(try start("2026-03-29", in: hour) == "2026-03-29T03:30:00Z")
    // Samoa went from one side of the date line to the other and had no 30 December 2011.
    let samoa = try zone(
      standard: -600, summer: 840, from: "2011-12-30T10:00:00Z", to: "2012-04-01T00:00:00Z")
    #expect(try start("2011-12-29", in: samoa) == "2011-12-29T14:00:00Z")
    #expect(try start("2011-12-31", in: samoa) == "2011-12-30T14:00:00Z")
  }

  @Test func `the start of a study day belongs to it, and the instant before does not`() throws {
    var random = SplitMix64(seed: 4)
    for _ in 0..<2000 {
      let from = Timestamp(milliseconds: .random(in: 0..<4_000_000_000_000, using: &random))
      let offsets = (0..<2).map { _ in Int.random(in: -720...840, using: &random) }
      let zone = TimeZoneRules { $0 < from ? offsets[0] : offsets[1] }
      let day = zone.studyDay(at: from).advanced(byDays: .random(in: -3...3, using: &random))
      let start = zone.start(ofStudyDay: day)
      #expect(zone.studyDay(at: start) >= day)
      #expect(zone.studyDay(at: start.advanced(byMilliseconds: -1)) < day)
    }
  }

  @Test func `the machine's own zone is a few hours from UTC at most`() {
    for instant in stride(from: Int64(-1), through: 4_000_000_000_000, by: 86_400_000 * 30) {
      let offset = TimeZoneRules.system.offsetMinutes(Timestamp(milliseconds: instant))
      #expect((-16 * 60...16 * 60).contains(offset))
    }
  }
}
