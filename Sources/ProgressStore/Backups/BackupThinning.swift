package import PracticeCore

/// Which backups are kept: many young ones, few old ones.
///
/// After the example of Anki (its manual, "Backups"): all of the last two days, one a day for
/// twelve days, one a week for twelve weeks, one a month for twelve months. Of a day, week or month
/// the newest is kept, so that each shows what there was at its end. The ten newest are always kept.
package enum BackupThinning {
  /// Days of which all backups are kept, today included.
  static let fullDays = 2
  /// Days before those, of which one backup each is kept.
  static let singleDays = 12
  /// Weeks before those, of which one backup each is kept.
  static let weeks = 12
  /// Days before those in which one backup a month is kept.
  static let monthlyDays = 366
  /// How many are kept however old they are: a clock that is wrong by years clears nothing away.
  static let newest = 10

  /// The backups to keep.
  ///
  /// - Parameters:
  ///   - backups: All backups, the oldest first.
  ///   - today: The study day; backups of later days are kept, since the clock may be wrong.
  /// - Returns: Those to keep, the oldest first: always the ten newest.
  package static func kept(of backups: [Backup], on today: CalendarDate) -> [Backup] {
    var kept: [Backup] = []
    var periods: Set<Period> = []
    for backup in backups.reversed() {
      let isFirst = period(of: backup, on: today).map { periods.insert($0).inserted } ?? false
      if isFirst || kept.count < newest { kept.append(backup) }
    }
    return kept.reversed()
  }

  /// A stretch of time of which one backup is kept.
  private enum Period: Hashable {
    case backup(Backup)
    case day(CalendarDate)
    case week(Int)
    case month(year: Int, month: Int)
  }

  /// The stretch that a backup belongs to; nil where it is too old.
  private static func period(of backup: Backup, on today: CalendarDate) -> Period? {
    let age = today.daysSince1970 - backup.day.daysSince1970
    let parts = backup.day.parts
    switch age {
    case ..<fullDays: return .backup(backup)
    case ..<(fullDays + singleDays): return .day(backup.day)
    case ..<(fullDays + singleDays + 7 * weeks):
      // Weeks begin on Monday: 1970-01-01 was a Thursday.
      return .week((backup.day.daysSince1970 + 3) / 7)
    case ..<(fullDays + singleDays + 7 * weeks + monthlyDays):
      return .month(year: parts.year, month: parts.month)
    default: return nil
    }
  }
}
