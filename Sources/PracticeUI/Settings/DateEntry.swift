import PracticeCore

/// A date as it was typed.
enum DateEntry: Equatable {
  /// Nothing.
  case none
  /// A day that is still to come, or today.
  case date(CalendarDate)
  /// No such day: what to say.
  case wrong(String)

  /// Reads what was typed.
  init(_ text: String, today: CalendarDate) {
    let text = text.filter { $0 != " " }
    if text.isEmpty {
      self = .none
    } else if let date = CalendarDate(text) {
      self = date < today ? .wrong(SettingsWording.dateGone) : .date(date)
    } else {
      self = .wrong(SettingsWording.dateExpected)
    }
  }
}
