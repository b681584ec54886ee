import Testing

@testable import swot

@Suite struct StepDurationsTests {
  @Test(arguments: [
    ("none", []), ("1m,10m", [60_000, 600_000]), ("30s", [30_000]),
    ("2h,1d", [7_200_000, 86_400_000]),
    ("36500d", [3_153_600_000_000]), ("010m", [600_000]),
  ])
  func `steps are read`(text: String, milliseconds: [Int64]) {
    #expect(StepDurations(text)?.milliseconds == milliseconds)
  }

  @Test(arguments: [
    "", "None", "1", "m", "1m,", ",1m", "1m 10m", "1m, 10m", "-1m", "+1m", "0m", "1.5m", "1ms",
    "1w",
    "36501d", "9223372036854775807d", "99999999999999999999s", "none,1m", "１m",
  ])
  func `what are no steps is refused`(text: String) {
    #expect(StepDurations(text) == nil)
  }

  @Test(arguments: ["none", "1m,10m", "90s,1h,36h,2d"])
  func `steps are shown as they are read`(text: String) {
    #expect(StepDurations(text)?.description == text)
  }
}
