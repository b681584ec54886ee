import PracticeCore

/// Amounts of days as a calendar: a column for each week, a row for each weekday.
struct CalendarChart {
  /// What it shows, with unit and count.
  var title: String
  /// What can be seen in it.
  var description: String
  /// The first day: a Monday.
  var start: CalendarDate
  /// The amounts, day by day.
  var values: [Int]

  private static let left = 34.0
  private static let top = 20.0
  private static let pitch = 11.4

  /// The chart.
  var drawing: Drawing {
    let most = max(1, values.max() ?? 0)
    let weeks = (values.count + 6) / 7
    return Drawing(title: title, description: description, size: (640, 128)) {
      for (row, name) in [(0, "Mon"), (2, "Wed"), (4, "Fri"), (6, "Sun")] {
        Drawing.text(name, x: 0, y: Self.top + Self.pitch * Double(row) + 9, class: "label")
      }
      for week in 0..<weeks {
        let first = start.advanced(byDays: 7 * week)
        if first.parts.day <= 7 {
          Drawing.text(
            Self.months[first.parts.month - 1], x: Self.left + Self.pitch * Double(week), y: 12,
            class: "label")
        }
      }
      for (place, value) in values.enumerated() {
        Drawing.rectangle(
          x: Self.left + Self.pitch * Double(place / 7),
          y: Self.top + Self.pitch * Double(place % 7),
          width: 10, height: 10, class: "track")
        if value > 0 {
          // By size, not by colour: a fuller square is a busier day.
          let side = 10 * (0.35 + 0.65 * Double(value) / Double(most))
          let inset = (10 - side) / 2
          Drawing.rectangle(
            x: Self.left + Self.pitch * Double(place / 7) + inset,
            y: Self.top + Self.pitch * Double(place % 7) + inset, width: side, height: side,
            class: "bar")
        }
      }
      Drawing.text(
        "A fuller square is a busier day, up to \(most).", x: 640, y: 122, .end, class: "label")
    }
  }

  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]
}
