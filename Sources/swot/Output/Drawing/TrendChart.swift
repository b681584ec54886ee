/// Values one after the other as points on a curve, with a mark to be reached.
struct TrendChart {
  /// One point.
  struct Point {
    /// What is written below it.
    var label: String
    /// Its value.
    var value: Int
    /// Whether it reached the mark that held for it.
    var isReached: Bool
  }

  /// What it shows, with unit and count.
  var title: String
  /// What can be seen in it.
  var description: String
  /// The scale of the values.
  var range: ClosedRange<Int>
  /// The mark.
  var mark: Int
  /// What is written at the mark.
  var markLabel: String
  /// The points, the oldest first.
  var points: [Point]

  private static let left = 44.0
  private static let right = 620.0
  private static let top = 24.0
  private static let bottom = 170.0

  /// The chart.
  var drawing: Drawing {
    let places = points.enumerated().map { index, point in (x: x(index), y: y(point.value)) }
    return Drawing(title: title, description: description, size: (640, 216)) {
      for value in [range.lowerBound, range.upperBound] {
        Drawing.line([(Self.left, y(value)), (Self.right, y(value))], class: "grid")
        Drawing.text("\(value)", x: Self.left - 6, y: y(value) + 4, .end, class: "label")
      }
      Drawing.line([(Self.left, y(mark)), (Self.right, y(mark))], class: "mark")
      Drawing.text(markLabel, x: Self.right, y: 210, .end, class: "label")
      if points.count > 1 { Drawing.line(places, class: "curve") }
      for (point, place) in zip(points, places) {
        Drawing.circle(
          x: place.x, y: place.y, radius: 5, class: point.isReached ? "dot" : "ring")
      }
      for index in labelled {
        Drawing.text(
          "\(points[index].value)", x: places[index].x, y: places[index].y - 11, .middle,
          class: "strong")
        Drawing.text(
          points[index].label, x: min(max(places[index].x, 40), 600), y: Self.bottom + 18,
          .middle, class: "label")
      }
    }
  }

  /// Points with labels: all of few, the first and the last of many.
  private var labelled: [Int] {
    points.count <= 7 ? Array(points.indices) : [0, points.count - 1]
  }

  private func x(_ index: Int) -> Double {
    guard points.count > 1 else { return (Self.left + Self.right) / 2 }
    return Self.left + 30
      + (Self.right - Self.left - 60) * Double(index) / Double(points.count - 1)
  }

  private func y(_ value: Int) -> Double {
    let inside = min(max(value, range.lowerBound), range.upperBound)
    let length = max(1, range.upperBound - range.lowerBound)
    return Self.bottom
      - (Self.bottom - Self.top) * Double(inside - range.lowerBound) / Double(length)
  }
}
