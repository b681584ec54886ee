import FSRS
import PracticeCore
import TestSupport
import Testing

@Suite struct TimestampISO8601Tests {
  @Test(arguments: [
    ("1970-01-01T00:00:00Z", 0),
    ("2026-11-23T09:00:00Z", 1_795_424_400_000),
    ("2026-11-23T09:00:00.123Z", 1_795_424_400_123),
    ("2026-11-23T10:00:00+01:00", 1_795_424_400_000),
    ("2026-11-23T03:30:00.5-05:30", 1_795_424_400_500),
    ("2024-02-29T23:59:59.999Z", 1_709_251_199_999),
    ("1969-12-31T23:59:59.25Z", -750),
    ("0001-01-01T00:00:00Z", -62_135_596_800_000),
    ("9999-12-31T23:59:59.999Z", 253_402_300_799_999),
  ])
  func `a time is read`(text: String, milliseconds: Int64) {
    #expect(Timestamp(iso8601: text)?.milliseconds == milliseconds)
  }

  @Test func `a fraction is cut to milliseconds`() {
    #expect(Timestamp(iso8601: "1970-01-01T00:00:00.1Z")?.milliseconds == 100)
    #expect(Timestamp(iso8601: "1970-01-01T00:00:00.12Z")?.milliseconds == 120)
    #expect(Timestamp(iso8601: "1970-01-01T00:00:00.1239Z")?.milliseconds == 123)
    #expect(Timestamp(iso8601: "1970-01-01T00:00:00.999999999Z")?.milliseconds == 999)
    #expect(Timestamp(iso8601: "1969-12-31T23:59:59.9999Z")?.milliseconds == -1)
  }

  @Test(arguments: [
    "", "2026-11-23", "2026-11-23T09:00:00", "2026-11-23T09:00Z", "2026-11-23 09:00:00Z",
    "2026-11-23t09:00:00z", "2026-11-23T24:00:00Z", "2026-11-23T09:60:00Z",
    "2026-11-23T23:59:60Z", "2026-02-30T09:00:00Z", "0000-01-01T00:00:00Z",
    "2026-11-23T09:00:00.Z", "2026-11-23T09:00:00.0123456789Z", "2026-11-23T09:00:00+0100",
    "2026-11-23T09:00:00+24:00", "2026-11-23T09:00:00+01:60", "2026-11-23T09:00:00ZZ",
    " 2026-11-23T09:00:00Z", "2026-11-23T09:00:00Z ", "+2026-11-23T09:00:00Z",
    "2026-11-23T09:00:00,5Z", "２026-11-23T09:00:00Z",
  ])
  func `what is no time is refused`(text: String) {
    #expect(Timestamp(iso8601: text) == nil)
  }

  @Test func `a time is written with three digits, or without a fraction that is zero`() {
    let whole = Timestamp(milliseconds: 1_795_424_400_000)
    #expect(whole.iso8601 == "2026-11-23T09:00:00.000Z")
    #expect(whole.iso8601WithoutZeroFraction == "2026-11-23T09:00:00Z")
    let fraction = Timestamp(milliseconds: 1_795_424_400_007)
    #expect(fraction.iso8601 == "2026-11-23T09:00:00.007Z")
    #expect(fraction.iso8601WithoutZeroFraction == "2026-11-23T09:00:00.007Z")
    #expect(Timestamp(milliseconds: -1).iso8601 == "1969-12-31T23:59:59.999Z")
  }

  @Test func `what is written is read back`() {
    var random = SplitMix64(seed: 8601)
    for _ in 0..<20_000 {
      let instant = Timestamp(
        milliseconds: .random(in: -62_135_596_800_000...253_402_300_799_999, using: &random))
      #expect(Timestamp(iso8601: instant.iso8601) == instant)
      #expect(Timestamp(iso8601: instant.iso8601WithoutZeroFraction) == instant)
    }
  }

  @Test func `no instant is too far away to be written`() {
    #expect(Timestamp(milliseconds: .max).iso8601.hasSuffix("T07:12:55.807Z"))
    #expect(Timestamp(milliseconds: .min).iso8601.hasPrefix("-"))
  }
}
