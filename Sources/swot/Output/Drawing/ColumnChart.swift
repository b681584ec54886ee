/// Lengths of time as columns beside each other.
struct ColumnChart {
  /// One column.
  struct Column {
    /// Its height, in milliseconds.
    var milliseconds: Int
    /// Whether it is marked with a cross.
    var isCrossed: Bool
  }

  /// What it shows, with unit and count.
  var title: String
  /// What can be seen in it.
  var description: String
  /// The columns, numbered from 1.
  var columns: [Column]
  /// A length of time to compare the columns with, in milliseconds; nil for none.
  var mark: Int?
  /// What is written at the mark.
  var markLabel: String

  private static let width = 640.0
  private static let top = 26.0
  private static let bottom = 196.0

  /// The chart.
  var drawing: Drawing {
    let steps = Self.steps(upTo: max(columns.map(\.milliseconds).max() ?? 0, mark ?? 0))
    let limit = Double(max(1, steps.last ?? 1))
    func y(_ milliseconds: Int) -> Double {
      Self.bottom - (Self.bottom - Self.top) * Double(milliseconds) / limit
    }
    let labels = steps.map { ClockText.length(milliseconds: $0) }
    // A digit takes less than eight units.
    let left = 12 + 8 * Double(max(4, labels.map(\.count).max() ?? 0))
    let right = Self.width - 8
    let pitch = (right - left) / Double(max(1, columns.count))
    let room = min(pitch * 0.75, 40)
    func x(_ index: Int) -> Double { left + pitch * (Double(index) + 0.5) }
    return Drawing(title: title, description: description, size: (Self.width, 236)) {
      for (step, label) in zip(steps, labels) {
        Drawing.line([(left, y(step)), (right, y(step))], class: "grid")
        Drawing.text(label, x: left - 6, y: y(step) + 4, .end, class: "label")
      }
      for (index, column) in columns.enumerated() {
        let top = y(column.milliseconds)
        let frame = (x: x(index) - room / 2, height: Self.bottom - top)
        if column.isCrossed {
          BarChart.hatched(x: frame.x, y: top, width: room, height: frame.height)
          Drawing.cross(x: x(index), y: top - 8, radius: min(4, max(1.2, room / 2)))
        } else {
          Drawing.rectangle(x: frame.x, y: top, width: room, height: frame.height, class: "bar")
        }
      }
      Drawing.line([(left, Self.bottom), (right, Self.bottom)], class: "axis")
      for number in Self.numbers(upTo: columns.count) {
        Drawing.text("\(number)", x: x(number - 1), y: Self.bottom + 16, .middle, class: "label")
      }
      if let mark {
        Drawing.line([(left, y(mark)), (right, y(mark))], class: "mark")
        Drawing.text(markLabel, x: right, y: 232, .end, class: "label")
      }
    }
  }

  /// Round lengths of time from 0 to at least `milliseconds`, three to six of them.
  static func steps(upTo milliseconds: Int) -> [Int] {
    let seconds = [
      1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14_400, 28_800, 86_400,
    ]
    // Nothing lasts longer than the longest exam; what does is cut down to size.
    let wanted = max(1, milliseconds)
    let step = 1000 * (seconds.first { 5_000 * $0 >= wanted } ?? (wanted / 5000 + 1))
    return Array(stride(from: 0, through: (wanted + step - 1) / step * step, by: step))
  }

  /// The numbers that stand below the columns: 1, the last, and round ones between, not too many.
  static func numbers(upTo count: Int) -> [Int] {
    guard count > 0 else { return [] }
    let step = [1, 2, 5, 10, 20, 25, 50, 100].first { count / $0 <= 14 } ?? max(1, count / 10)
    let round = stride(from: step, to: count, by: step).filter {
      $0 > 1 + step / 2 && count - $0 >= (step + 1) / 2
    }
    return count == 1 ? [1] : [1] + round + [count]
  }
}
