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
  private let readRunning: (@Sendable () -> Timestamp)?
  private let boot: String
  private let rules: TimeZoneRules

  /// Makes a clock of anything that gives instants.
  init(rules: TimeZoneRules, reading read: @escaping @Sendable () -> Timestamp) {
    self.init(rules: rules, boot: "clock", reading: read, running: nil)
  }

  private init(
    rules: TimeZoneRules, boot: String, reading read: @escaping @Sendable () -> Timestamp,
    running: (@Sendable () -> Timestamp)?
  ) {
    self.read = read
    readRunning = running
    self.boot = boot
    self.rules = rules
  }

  /// The machine's clock.
  static let system = Clock(
    rules: .system, boot: Self.bootName, reading: { time(of: CLOCK_REALTIME) },
    running: { time(of: Self.running) })

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

  /// The same moment on the machine's clocks: for what must not depend on a clock that is set.
  ///
  /// A clock that the environment asks for stands for all of them.
  var reading: ClockReading { reading(at: read()) }

  /// ``now`` and ``reading`` of one moment.
  var moment: (time: LocalTime, reading: ClockReading) {
    let wall = read()
    return (rules.localTime(at: wall), reading(at: wall))
  }

  /// An instant, with what the clocks on the wall show then.
  func local(_ instant: Timestamp) -> LocalTime { rules.localTime(at: instant) }

  private func reading(at wall: Timestamp) -> ClockReading {
    ClockReading(wall: wall, running: (readRunning?() ?? wall).milliseconds, boot: boot)
  }

  /// What names this boot of the machine: what ``running`` counts from.
  private static var bootName: String {
    #if os(Linux)
      let file = open("/proc/sys/kernel/random/boot_id", O_RDONLY | O_CLOEXEC)
      guard file >= 0 else { return "" }
      defer { close(file) }
      var name = [UInt8](repeating: 0, count: 36)
      let count = pread(file, &name, name.count, 0)
      return String(decoding: name.prefix(max(0, count)), as: UTF8.self)
    #else
      // The second in which it booted.
      var boot = timeval()
      var size = MemoryLayout<timeval>.size
      return sysctlbyname("kern.boottime", &boot, &size, nil, 0) == 0 ? "\(boot.tv_sec)" : ""
    #endif
  }

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
