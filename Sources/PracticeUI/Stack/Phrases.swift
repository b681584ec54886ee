package import PracticeCore

/// Turns of phrase that several screens share.
package enum Phrases {
  /// `1 question`, `3 questions`.
  static func counted(_ number: Int, _ singular: String, _ plural: String? = nil) -> String {
    "\(number) \(number == 1 ? singular : plural ?? singular + "s")"
  }

  /// `one` to `nine` in words, others in digits.
  static func word(_ number: Int) -> String {
    let words = [
      "none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine",
    ]
    return words.indices.contains(number) ? words[number] : String(number)
  }

  /// `1st`, `2nd`, `3rd`, `4th`, for the few numbers that occur here (up to 20).
  static func ordinal(_ number: Int) -> String {
    switch number {
    case 1: "1st"
    case 2: "2nd"
    case 3: "3rd"
    default: "\(number)th"
    }
  }

  /// When something is that lies `days` ahead: `today`, `tomorrow`, `in 4 days`.
  static func ahead(days: Int) -> String {
    switch days {
    case ...0: "today"
    case 1: "tomorrow"
    default: "in \(days) days"
    }
  }

  /// When something was or is: `3 days ago`, `yesterday`, or as ``ahead(days:)``.
  package static func distance(days: Int) -> String {
    switch days {
    case -1: "yesterday"
    case ..<(-1): "\(-days) days ago"
    default: ahead(days: days)
    }
  }

  private static let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]

  /// Days of every week, from 1, a Monday, to 7, as `every Mon`; other numbers are left out.
  package static func weekdays(_ numbers: [Int]) -> [String] {
    numbers.filter { (1...7).contains($0) }.map { "every \(weekdays[$0 - 1])" }
  }

  /// `Sat 12 Dec`, with the year where asked for.
  package static func date(_ date: CalendarDate, withYear: Bool = false) -> String {
    let text = "\(weekdays[date.weekday - 1]) \(dayAndMonth(date))"
    return withYear ? "\(text) \(date.parts.year)" : text
  }

  /// `12 Dec`.
  static func dayAndMonth(_ date: CalendarDate) -> String {
    let months = [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    let (_, month, day) = date.parts
    return "\(day) \(months[month - 1])"
  }

  /// A share as `86 %`; only all is 100 %, only nothing 0 %.
  static func percent(_ share: Double) -> String {
    guard share > 0 else { return "0 %" }
    guard share < 1 else { return "100 %" }
    return "\(min(99, max(1, Int((share * 100).rounded())))) %"
  }

  /// A length of time as `40 s`, `14 min`, `1 h 05 min`.
  static func duration(milliseconds: Int) -> String {
    let seconds = max(0, milliseconds) / 1000
    if seconds < 60 { return "\(seconds) s" }
    let minutes = (seconds + 30) / 60
    if minutes < 60 { return "\(minutes) min" }
    let rest = minutes % 60
    return "\(minutes / 60) h \(rest < 10 ? "0" : "")\(rest) min"
  }

  /// A time of day as `09:05`.
  static func timeOfDay(_ time: LocalTime) -> String {
    let (hour, minute) = time.timeOfDay
    return "\(hour < 10 ? "0" : "")\(hour):\(minute < 10 ? "0" : "")\(minute)"
  }

  /// A moment as the time of day, with the date where it is on another day than `now`.
  static func moment(_ time: LocalTime, seenOn now: LocalTime) -> String {
    let text = timeOfDay(time)
    return time.calendarDay == now.calendarDay ? text : "\(text), \(date(time.calendarDay))"
  }
}
