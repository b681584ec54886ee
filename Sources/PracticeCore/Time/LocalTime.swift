/// An instant together with the learner's distance from UTC at that instant.
///
/// Time zones never enter this layer: whoever knows the clock says what the wall shows.
package struct LocalTime: Hashable, Sendable {
  /// The instant.
  package var at: Timestamp
  /// Minutes east of UTC, −1,440 to 1,440.
  package var offsetMinutes: Int

  /// Makes a local time; `offsetMinutes` counts east of UTC.
  package init(at: Timestamp, offsetMinutes: Int) {
    self.at = at
    self.offsetMinutes = offsetMinutes
  }

  /// The study day: the calendar day of the local time, turning over at 04:00.
  package var studyDay: CalendarDate {
    date(rollover: 4 * 60)
  }

  /// The calendar day on the wall, turning over at midnight.
  package var calendarDay: CalendarDate {
    date(rollover: 0)
  }

  /// The hour and minute on the wall.
  package var timeOfDay: (hour: Int, minute: Int) {
    let local = at.milliseconds / 60_000 + Int64(offsetMinutes)
    let minutes = Int(((local % 1440) + 1440) % 1440)
    return (minutes / 60, minutes % 60)
  }

  private func date(rollover: Int) -> CalendarDate {
    let shifted = at.advanced(byMilliseconds: Int64(offsetMinutes - rollover) * 60_000)
    let dayLength: Int64 = 86_400_000
    let quotient = shifted.milliseconds / dayLength
    let days = shifted.milliseconds % dayLength < 0 ? quotient - 1 : quotient
    return CalendarDate(daysSince1970: Int(days))
  }
}
