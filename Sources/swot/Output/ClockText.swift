import PracticeCore

/// Times as printed reports say them, the same in every country.
enum ClockText {
  /// A length of time as `0:07`, `4:12` or `1:28:04`: minutes and seconds, hours where there are.
  static func length(milliseconds: some BinaryInteger) -> String {
    let seconds = Int(clamping: max(0, milliseconds)) / 1000
    let (hours, minutes) = (seconds / 3600, seconds / 60 % 60)
    let rest = twoDigits(seconds % 60)
    return hours > 0 ? "\(hours):\(twoDigits(minutes)):\(rest)" : "\(minutes):\(rest)"
  }

  /// The hour and minute on the wall, as `09:05`.
  static func timeOfDay(_ time: LocalTime) -> String {
    let (hour, minute) = time.timeOfDay
    return "\(twoDigits(hour)):\(twoDigits(minute))"
  }

  /// The distance from UTC as `UTC+01:00`.
  static func offset(_ time: LocalTime) -> String {
    let minutes = abs(time.offsetMinutes)
    guard minutes > 0 else { return "UTC" }
    let sign = time.offsetMinutes < 0 ? "-" : "+"
    return "UTC\(sign)\(twoDigits(minutes / 60)):\(twoDigits(minutes % 60))"
  }

  private static func twoDigits(_ number: Int) -> String {
    number < 10 ? "0\(number)" : "\(number)"
  }
}
