/// The study days that are left before an exam.
package struct StudyCalendar: Equatable, Sendable {
  /// Days from today to the exam, at least 1.
  package let daysLeft: Int
  /// How many days ahead each study day lies, ascending, today (0) included where it is one.
  ///
  /// The day of the exam is none.
  package let studyDays: [Int]

  /// Counts the study days of a goal; nil where there is no date, or it has come.
  package init?(_ goal: ExamGoal, from today: CalendarDate) {
    guard let date = goal.date else { return nil }
    let daysLeft = date.daysSince1970 - today.daysSince1970
    // A date years away is no reason to count all its days each time.
    guard (1...Self.longest).contains(daysLeft) else { return nil }
    self.daysLeft = daysLeft
    let off = Set(goal.daysOff)
    let weekdaysOff = Set(goal.weekdaysOff)
    studyDays = (0..<daysLeft).filter { ahead in
      let day = today.advanced(byDays: ahead)
      return !weekdaysOff.contains(day.weekday) && !off.contains(day)
    }
  }

  /// Makes a calendar of days counted from today.
  package init(daysLeft: Int, studyDays: [Int]) {
    self.daysLeft = daysLeft
    self.studyDays = studyDays
  }

  /// The longest time that is planned, in days; an exam further off is studied for as without one.
  package static let longest = 3 * 366

  /// Whether today is a study day.
  package var isStudyDay: Bool { studyDays.first == 0 }

  /// The calendar as it is `days` later, at most up to the day before the exam.
  func advanced(byDays days: Int) -> StudyCalendar {
    StudyCalendar(
      daysLeft: daysLeft - days, studyDays: studyDays.compactMap { $0 >= days ? $0 - days : nil })
  }
}
