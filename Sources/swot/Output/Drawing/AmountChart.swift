/// Amounts as columns beside each other.
struct AmountChart {
  /// What it shows, with unit and count.
  var title: String
  /// What can be seen in it.
  var description: String
  /// The amounts, not negative.
  var values: [Double]
  /// What stands below each.
  var labels: [String]
  /// For each an amount to compare it with; nil, or no entry, for none.
  var marks: [Double?] = []
  /// What the marks are; empty where there are none.
  var markLabel: String

  private static let left = 44.0
  private static let width = 640.0
  private static let top = 16.0
  private static let bottom = 156.0

  /// The chart.
  var drawing: Drawing {
    let limit = Self.round(max(values.max() ?? 0, marks.compactMap { $0 }.max() ?? 0))
    func y(_ value: Double) -> Double {
      Self.bottom - (Self.bottom - Self.top) * value / limit
    }
    let pitch = (Self.width - Self.left) / Double(max(1, values.count))
    func x(_ index: Int) -> Double { Self.left + pitch * (Double(index) + 0.5) }
    let height = markLabel.isEmpty ? 182.0 : 202.0
    return Drawing(title: title, description: description, size: (Self.width, height)) {
      for value in [0, limit / 2, limit] {
        Drawing.line([(Self.left, y(value)), (Self.width, y(value))], class: "grid")
        Drawing.text(Drawing.number(value), x: Self.left - 6, y: y(value) + 4, .end, class: "label")
      }
      for (index, value) in values.enumerated() where value > 0 {
        let room = min(pitch * 0.8, 40)
        // What is there is seen, however little it is.
        let top = min(y(value), Self.bottom - 1.5)
        Drawing.rectangle(
          x: x(index) - room / 2, y: top, width: room, height: Self.bottom - top, class: "bar")
      }
      Drawing.line([(Self.left, Self.bottom), (Self.width, Self.bottom)], class: "axis")
      for place in labelled {
        let isLast = place > 0 && place == values.count - 1
        Drawing.text(
          labels[place], x: isLast ? Self.width : max(x(place), Self.left + 16),
          y: Self.bottom + 16, isLast ? .end : .middle, class: "label")
      }
      for run in markRuns {
        Drawing.line(
          [
            (x(run.columns.lowerBound) - pitch / 2, y(run.mark)),
            (x(run.columns.upperBound) + pitch / 2, y(run.mark)),
          ], class: "mark")
      }
      if !markLabel.isEmpty {
        Drawing.text("- - -  \(markLabel)", x: Self.width, y: 196, .end, class: "label")
      }
    }
  }

  /// The columns beside each other that have the same mark.
  private var markRuns: [(columns: ClosedRange<Int>, mark: Double)] {
    var runs: [(columns: ClosedRange<Int>, mark: Double)] = []
    for (column, mark) in marks.prefix(values.count).enumerated() {
      guard let mark else { continue }
      if let last = runs.last, last.mark == mark, last.columns.upperBound == column - 1 {
        runs[runs.count - 1].columns = last.columns.lowerBound...column
      } else {
        runs.append((column...column, mark))
      }
    }
    return runs
  }

  /// The columns with labels: the last, and others so far apart that their labels are too.
  private var labelled: [Int] {
    guard labels.count == values.count, let last = values.indices.last else { return [] }
    let step = max(1, (values.count + 7) / 8)
    return stride(from: 0, to: last - step / 2, by: step).filter { last - $0 >= step } + [last]
  }

  /// A round number that is at least `value`: 2, 4, 6, 8 or 10 times a power of ten.
  static func round(_ value: Double) -> Double {
    guard value.isFinite, value > 2 else { return 2 }
    var power = 1.0
    while power * 10 < value { power *= 10 }
    return [1, 2, 4, 6, 8, 10].first { $0 * power >= value }.map { $0 * power } ?? 10 * power
  }
}
