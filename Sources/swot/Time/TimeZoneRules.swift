import PracticeCore

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What the clocks on the wall show at any instant.
struct TimeZoneRules: Sendable {
  /// Minutes east of UTC at an instant.
  let offsetMinutes: @Sendable (Timestamp) -> Int

  /// The machine's own time zone, as `TZ` or the system's settings name it.
  ///
  /// The C library is asked, since FoundationEssentials knows no time zones.
  static let system = TimeZoneRules { instant in
    // Each time, for whoever travels: localtime_r itself needs not look whether the zone is another
    // by now. It takes a microsecond.
    tzset()
    let milliseconds = instant.milliseconds
    var seconds = time_t(milliseconds / 1000 - (milliseconds % 1000 < 0 ? 1 : 0))
    var parts = tm()
    guard localtime_r(&seconds, &parts) != nil else { return 0 }
    return Int((Double(parts.tm_gmtoff) / 60).rounded(.down))
  }

  /// Always the same distance from UTC, in minutes, east positive.
  static func fixed(offsetMinutes: Int) -> TimeZoneRules {
    TimeZoneRules { _ in offsetMinutes }
  }

  /// The instant with the offset that holds at it.
  func localTime(at instant: Timestamp) -> LocalTime {
    LocalTime(at: instant, offsetMinutes: offsetMinutes(instant))
  }

  /// The study day to which an instant belongs.
  func studyDay(at instant: Timestamp) -> CalendarDate {
    localTime(at: instant).studyDay
  }

  /// The instant at which a study day begins: 04:00 on the wall.
  ///
  /// Where the clocks leap over 04:00, the instant of the leap.
  func start(ofStudyDay day: CalendarDate) -> Timestamp {
    let wall = Timestamp(milliseconds: Int64(day.daysSince1970) * Self.day + 4 * Self.hour)
    func shifted(by minutes: Int) -> Timestamp {
      wall.advanced(byMilliseconds: -Int64(minutes) * Self.minute)
    }
    let guess = shifted(by: offsetMinutes(wall))
    let start = shifted(by: offsetMinutes(guess))
    if isStart(start, of: day) { return start }
    return leap(to: day, around: wall)
  }

  private static let minute: Int64 = 60_000
  private static let hour: Int64 = 60 * minute
  private static let day: Int64 = 24 * hour

  private func isStart(_ instant: Timestamp, of day: CalendarDate) -> Bool {
    studyDay(at: instant) == day && studyDay(at: instant.advanced(byMilliseconds: -1)) < day
  }

  /// The first instant that belongs to `day` or a later one, to the millisecond.
  private func leap(to day: CalendarDate, around wall: Timestamp) -> Timestamp {
    var before = wall.milliseconds - 2 * Self.day
    var after = wall.milliseconds + 2 * Self.day
    while after - before > 1 {
      let middle = before + (after - before) / 2
      if studyDay(at: Timestamp(milliseconds: middle)) < day {
        before = middle
      } else {
        after = middle
      }
    }
    return Timestamp(milliseconds: after)
  }
}
