import PracticeCore

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What time it is for the program.
struct Clock: Sendable {
  private let read: @Sendable () -> Timestamp
  private let rules: TimeZoneRules

  /// Makes a clock of anything that gives instants.
  init(rules: TimeZoneRules, reading read: @escaping @Sendable () -> Timestamp) {
    self.read = read
    self.rules = rules
  }

  /// The machine's clock.
  static let system = Clock(rules: .system) { time(of: CLOCK_REALTIME) }

  /// A clock that shows `start` now and runs on from there.
  ///
  /// It runs on during sleep, and whatever happens to the machine's clock.
  init(startingAt start: Timestamp, rules: TimeZoneRules = .system) {
    let began = Self.time(of: Self.running)
    self.init(rules: rules) {
      start.advanced(byMilliseconds: Self.time(of: Self.running).milliseconds(since: began))
    }
  }

  /// The clock that the environment asks for.
  ///
  /// - Parameter setting: The value of `SWOT_CLOCK`; nil or empty for the machine's clock.
  /// - Returns: The clock.
  /// - Throws: ``ClockSettingProblem`` where the value is no time.
  static func named(_ setting: String?) throws(ClockSettingProblem) -> Clock {
    guard let setting, !setting.isEmpty else { return .system }
    guard let start = Timestamp(iso8601: setting) else {
      throw ClockSettingProblem(setting: setting)
    }
    return Clock(startingAt: start)
  }

  /// Now, with what the clocks on the wall show.
  var now: LocalTime { rules.localTime(at: read()) }

  #if os(Linux)
    private static let running = CLOCK_BOOTTIME
  #else
    // Runs on during sleep there.
    private static let running = CLOCK_MONOTONIC
  #endif

  private static func time(of clock: clockid_t) -> Timestamp {
    var time = timespec()
    clock_gettime(clock, &time)
    return Timestamp(milliseconds: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
  }
}

/// A value of `SWOT_CLOCK` that is no time.
struct ClockSettingProblem: Error, Equatable, CustomStringConvertible {
  /// The value.
  let setting: String

  /// What happened, and what to do.
  var description: String {
    "SWOT_CLOCK is \(setting.debugDescription), which is no time such as 2026-11-23T09:00:00Z"
  }
}
