package import PracticeCore

/// A copy of the journals as they were on a day.
package struct Backup: Hashable, Comparable, Sendable {
  /// The study day.
  package let day: CalendarDate
  /// Its number among the backups of the day, from 1.
  package let number: Int

  /// Makes the name of a backup.
  package init(day: CalendarDate, number: Int = 1) {
    self.day = day
    self.number = number
  }

  /// Reads a ``name``; nil for anything else.
  package init?(name: String) {
    let parts = name.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard let first = parts.first, let day = CalendarDate(String(decoding: first, as: UTF8.self))
    else { return nil }
    var number = 1
    if parts.count > 1 {
      guard parts.count == 2, let second = Int(String(decoding: parts[1], as: UTF8.self)),
        second > 1
      else { return nil }
      number = second
    }
    self.init(day: day, number: number)
    // One spelling only, so that a name found is a name made here.
    guard self.name == name else { return nil }
  }

  /// The name of its folder: `2026-11-23`, the second of the day `2026-11-23.2`.
  package var name: String { number == 1 ? day.description : "\(day).\(number)" }

  package static func < (left: Backup, right: Backup) -> Bool {
    (left.day, left.number) < (right.day, right.number)
  }
}
