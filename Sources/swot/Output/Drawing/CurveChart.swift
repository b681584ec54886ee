import TerminalUI

/// A curve from 0 to 1 in both directions, with a second one to compare it with.
struct CurveChart {
  /// What it shows, with unit and count.
  var title: String
  /// What can be seen in it.
  var description: String
  /// The curve, with what stands at its ends.
  var plot: CurvePlot
  /// What the other curve is; empty where there is none.
  var referenceLabel: String

  private static let left = 64.0
  private static let right = 620.0
  private static let top = 16.0
  private static let bottom = 216.0

  /// The chart.
  var drawing: Drawing {
    func place(_ point: CurvePlot.Point) -> (x: Double, y: Double) {
      (
        Self.left + (Self.right - Self.left) * min(1, max(0, point.x)),
        Self.bottom - (Self.bottom - Self.top) * min(1, max(0, point.y))
      )
    }
    let points = plot.points.map(place)
    let reference = plot.reference.map(place)
    return Drawing(title: title, description: description, size: (640, 262)) {
      for (value, label) in [(0.0, plot.bottom), (1.0, plot.top)] {
        let y = Self.bottom - (Self.bottom - Self.top) * value
        Drawing.line([(Self.left, y), (Self.right, y)], class: "grid")
        Drawing.text(label, x: Self.left - 6, y: y + 4, .end, class: "label")
      }
      Drawing.line([(Self.left, Self.top), (Self.left, Self.bottom)], class: "axis")
      if reference.count > 1 { Drawing.line(reference, class: "mark") }
      if plot.isJoined, points.count > 1 { Drawing.line(points, class: "curve") }
      for point in points { Drawing.circle(x: point.x, y: point.y, radius: 4, class: "dot") }
      Drawing.text(plot.first, x: Self.left, y: Self.bottom + 18, class: "label")
      Drawing.text(plot.last, x: Self.right, y: Self.bottom + 18, .end, class: "label")
      if !referenceLabel.isEmpty {
        Drawing.text(
          "- - -  \(referenceLabel)", x: Self.right, y: Self.bottom + 38, .end, class: "label")
      }
    }
  }
}
