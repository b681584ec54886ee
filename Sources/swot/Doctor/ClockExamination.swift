import PracticeCore

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What `swot doctor` finds out about time: the clock, and the zone in which days turn.
struct ClockExamination {
  private let environment: Environment
  private let fileExists: (String) -> Bool

  /// Takes the variables.
  ///
  /// - Parameters:
  ///   - environment: The variables.
  ///   - fileExists: Whether something is at a path.
  init(
    _ environment: Environment,
    fileExists: @escaping (String) -> Bool = { access($0, R_OK) == 0 }
  ) {
    self.environment = environment
    self.fileExists = fileExists
  }

  /// What was found.
  ///
  /// - Parameter now: What the clock shows, or why that can't be told.
  /// - Returns: A finding of the clock, and one of the zone where something is to be said of it.
  func findings(_ now: Result<LocalTime, ClockSettingProblem>) -> [Finding] {
    [clock(now), zone].compactMap { $0 }
  }

  private func clock(_ now: Result<LocalTime, ClockSettingProblem>) -> Finding {
    let time: LocalTime
    switch now {
    case .success(let now): time = now
    case .failure(let problem): return .problem("Clock", "\(problem)", mend: "unset SWOT_CLOCK")
    }
    let (hour, minute) = time.timeOfDay
    let text =
      "\(time.calendarDay) \(Self.padded(hour)):\(Self.padded(minute)) "
      + "(\(Self.zoneName(time.offsetMinutes))), study day \(time.studyDay)"
    if environment["SWOT_CLOCK"] != nil {
      return .note(
        "Clock", "\(text), as SWOT_CLOCK says", mend: "for the time that it is: unset SWOT_CLOCK")
    }
    // No machine on which this runs was ever there before.
    guard let earliest = CalendarDate("2026-01-01"), time.calendarDay < earliest else {
      return .ok("Clock", text)
    }
    return .problem("Clock", "\(text): that is past", mend: "sudo timedatectl set-ntp true")
  }

  private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  private static func zoneName(_ minutes: Int) -> String {
    if minutes == 0 { return "UTC" }
    let hours = "UTC\(minutes < 0 ? "-" : "+")\(abs(minutes) / 60)"
    return minutes % 60 == 0 ? hours : "\(hours):\(padded(abs(minutes) % 60))"
  }

  private static let zones = ["/usr/share/zoneinfo", "/usr/lib/zoneinfo", "/etc/zoneinfo"]

  private var zone: Finding? {
    guard var name = environment["TZ"] else {
      return fileExists("/etc/localtime")
        ? nil
        : .note(
          "Time zone", "none is set: study days turn over at 04:00 UTC",
          mend: "sudo timedatectl set-timezone Europe/Zurich (or where you are)")
    }
    let setting = "TZ=\(name)"
    if name.hasPrefix(":") { name.removeFirst() }
    if name == "UTC" || Self.isRule(name) || fileExists(name.hasPrefix("/") ? name : "") {
      return nil
    }
    if !name.hasPrefix("/"), Self.zones.contains(where: { fileExists("\($0)/\(name)") }) {
      return nil
    }
    return .note(
      "Time zone", "\(setting) is unknown here: study days turn over at 04:00 UTC",
      mend: "unset TZ", "or install the zones: sudo apt install tzdata")
  }

  /// Whether a zone is written out, such as `CET-1CEST`: a name of letters and a number.
  private static func isRule(_ name: String) -> Bool {
    let rest =
      name.first == "<"
      ? name.drop { $0 != ">" }.dropFirst() : name.drop { $0.isASCII && $0.isLetter }
    guard name.count - rest.count >= 3, let first = rest.first else { return false }
    return first.isASCII && (first.isNumber || first == "+" || first == "-")
  }
}
