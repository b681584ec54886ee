/// One value on a scale, with a mark to be reached.
struct ScaleChart {
  /// What it shows, with the unit.
  var title: String
  /// What can be seen in it.
  var description: String
  /// The scale.
  var range: ClosedRange<Int>
  /// The value; outside the scale it stands at its end.
  var value: Int
  /// The mark.
  var mark: Int
  /// What is written at the mark, in front of the number.
  var markLabel: String
  /// Whether the value reaches the mark.
  var isReached: Bool

  private static let left = 30.0
  private static let right = 610.0

  /// The chart.
  var drawing: Drawing {
    let (valueX, markX) = (x(value), x(mark))
    return Drawing(title: title, description: description, size: (640, 92)) {
      Drawing.line([(Self.left, 46), (Self.right, 46)], class: "axis")
      Drawing.line([(Self.left, 40), (Self.left, 52)], class: "axis")
      Drawing.line([(Self.right, 40), (Self.right, 52)], class: "axis")
      Drawing.text("\(range.lowerBound)", x: Self.left, y: 70, .middle, class: "label")
      Drawing.text("\(range.upperBound)", x: Self.right, y: 70, .middle, class: "label")
      Drawing.line([(markX, 28), (markX, 64)], class: "mark")
      // A label at the end of the scale would run out of the drawing, or over the end's number.
      Drawing.text(
        "\(markLabel) \(mark)", x: min(max(markX, 80), 560), y: 86, .middle, class: "label")
      if isReached {
        Drawing.circle(x: valueX, y: 46, radius: 7, class: "dot")
      } else {
        Drawing.circle(x: valueX, y: 46, radius: 7, class: "ring")
      }
      Drawing.text("\(value)", x: valueX, y: 20, .middle, class: "strong")
    }
  }

  private func x(_ value: Int) -> Double {
    let inside = min(max(value, range.lowerBound), range.upperBound)
    let length = max(1, range.upperBound - range.lowerBound)
    return Self.left
      + (Self.right - Self.left) * Double(inside - range.lowerBound) / Double(length)
  }
}
