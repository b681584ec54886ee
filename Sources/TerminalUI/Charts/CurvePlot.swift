/// Values as points on a curve, from 0 to 1 in both directions, with a scale in percent.
package struct CurvePlot: Hashable, Sendable {
  /// A point.
  package struct Point: Hashable, Sendable {
    /// From 0, the left edge, to 1.
    package var x: Double
    /// From 0, the bottom of the scale, to 1.
    package var y: Double

    /// Makes a point.
    package init(x: Double, y: Double) {
      self.x = x
      self.y = y
    }
  }

  /// The points, from left to right.
  package var points: [Point]
  /// Whether points are joined by lines.
  package var isJoined: Bool
  /// Further points, drawn as single dots: what the curve is compared with.
  package var reference: [Point]
  /// What stands at the top and the bottom of the scale.
  package var top: String
  /// What stands at the bottom of the scale.
  package var bottom: String
  /// What stands below the left edge.
  package var first: String
  /// What stands below the right edge.
  package var last: String

  /// Makes a plot.
  package init(
    points: [Point], isJoined: Bool = true, reference: [Point] = [], top: String, bottom: String,
    first: String, last: String
  ) {
    self.points = points
    self.isJoined = isJoined
    self.reference = reference
    self.top = top
    self.bottom = bottom
    self.first = first
    self.last = last
  }

  /// The rows of the plot.
  ///
  /// - Parameters:
  ///   - columns: the width.
  ///   - height: the rows of the field; one more has the labels.
  ///   - symbols: the signs to draw with.
  /// - Returns: the rows, none wider than `columns`.
  package func rows(columns: Int, height: Int, symbols: Symbols) -> [Line] {
    let axis = max(ColumnWidth.of(top), ColumnWidth.of(bottom)) + 2
    let room = max(1, columns - axis)
    let height = max(1, height)
    var canvas = DotCanvas(size: Size(columns: room, rows: height))
    let extent = canvas.extent
    func place(_ point: Point) -> (x: Int, y: Int) {
      let (x, y) = (min(1, max(0, point.x)), min(1, max(0, point.y)))
      return (
        Int((x * Double(extent.across - 1)).rounded()), Int((y * Double(extent.down - 1)).rounded())
      )
    }
    var compared = canvas
    for point in reference {
      let dot = place(point)
      compared.set(x: dot.x, y: dot.y)
    }
    var before: (x: Int, y: Int)?
    for point in points where point.x.isFinite && point.y.isFinite {
      let dot = place(point)
      if isJoined, let before {
        canvas.line(from: before, to: dot)
      } else if isJoined, points.count > 1 {
        canvas.set(x: dot.x, y: dot.y)
      } else {
        // A point alone is two dots high and wide, so that it can be seen.
        for (x, y) in [(0, 0), (1, 0), (0, 1), (1, 1)] { canvas.set(x: dot.x + x, y: dot.y + y) }
      }
      before = dot
    }
    var rows: [Line] = []
    for row in 0..<height {
      let label = row == 0 ? top : row == height - 1 ? bottom : ""
      var line = Line(label).padded(to: axis - 2, .right)
      line.append(" ")
      line.append(symbols.verticalRule, .rule)
      line.append(canvas.text(row: row, over: compared, symbols: symbols), .bar)
      rows.append(line.prefix(columns: columns))
    }
    var foot = Line(String(repeating: " ", count: axis - 1))
    foot.append(symbols.crossing, .rule)
    foot.append(ColumnPlot.between(first, last, columns: room), .muted)
    rows.append(foot.prefix(columns: columns))
    return rows
  }
}
