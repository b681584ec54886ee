import PracticeCore
import Testing

@testable import swot

@Suite struct ClockTests {
  @Test func `a clock that was set runs on from there`() throws {
    let start = try #require(Timestamp(iso8601: "2026-11-23T09:00:00Z"))
    let clock = Clock(startingAt: start, rules: .fixed(offsetMinutes: 60))
    let first = clock.now
    #expect(first.at >= start)
    #expect(first.at.milliseconds(since: start) < 60_000)
    #expect(first.offsetMinutes == 60)
    var later = clock.now
    while later == first { later = clock.now }
    #expect(later.at > first.at)
  }

  @Test(arguments: [nil, ""])
  func `without a setting it is the machine's clock`(setting: String?) throws {
    let before = try #require(Timestamp(iso8601: "2025-01-01T00:00:00Z"))
    #expect(try Clock.named(setting).now.at > before)
  }

  @Test func `a setting that is no time is refused with an example`() {
    #expect(throws: ClockSettingProblem(setting: "noon")) { try Clock.named("noon") }
    #expect(
      ClockSettingProblem(setting: "no\u{1b}on").description
        == #"SWOT_CLOCK is "no\u{1B}on", which is no time such as 2026-11-23T09:00:00Z"#)
  }
}
