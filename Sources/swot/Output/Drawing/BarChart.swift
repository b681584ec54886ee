/// Shares as bars below each other, with a mark that each should reach.
struct BarChart {
  /// One bar.
  struct Bar {
    /// What it stands for.
    var label: String
    /// What is written at its end.
    var value: String
    /// Its length, 0 to 1 of the full one.
    var share: Double
    /// Whether it reaches the mark.
    var isReached: Bool
  }

  /// What it shows, with unit and count.
  var title: String
  /// What can be seen in it.
  var description: String
  /// The bars, from the top.
  var bars: [Bar]
  /// The mark, 0 to 1; nil for none.
  var mark: Double?
  /// What is written at the mark.
  var markLabel: String

  private static let width = 640.0
  private static let row = 46.0

  /// The chart.
  var drawing: Drawing {
    let height = Self.row * Double(bars.count) + (mark == nil ? 4 : 26)
    return Drawing(title: title, description: description, size: (Self.width, height)) {
      for (index, bar) in bars.enumerated() {
        let top = Self.row * Double(index)
        let label = Drawing.short(bar.label, columns: 56)
        Drawing.text(label, x: 0, y: top + 15)
        Drawing.text(bar.value, x: Self.width, y: top + 15, .end)
        Drawing.rectangle(
          x: 0.5, y: top + 21, width: Self.width - 1, height: 16, class: "track")
        // Hatched or full: what falls short is told apart without a colour.
        bar.isReached
          ? Drawing.rectangle(
            x: 0.5, y: top + 21, width: length(bar.share), height: 16, class: "bar")
          : Self.hatched(x: 0.5, y: top + 21, width: length(bar.share), height: 16)
        if let mark {
          Drawing.line([(length(mark), top + 18), (length(mark), top + 40)], class: "mark")
        }
      }
      if let mark {
        Drawing.text(
          markLabel, x: min(max(length(mark), 60), Self.width - 60), y: height - 6, .middle,
          class: "label")
      }
    }
  }

  private func length(_ share: Double) -> Double { (Self.width - 1) * min(max(share, 0), 1) }

  /// A rectangle with strokes from the lower left to the upper right.
  static func hatched(x: Double, y: Double, width: Double, height: Double) -> Markup {
    var strokes = Drawing.rectangle(x: x, y: y, width: width, height: height, class: "hatch")
    let distance = 7.0
    var start = distance
    while start < width + height {
      // Each stroke is cut where it leaves the rectangle.
      let below = min(start, width)
      let above = max(0, start - height)
      strokes =
        strokes
        + Drawing.line(
          [
            (x + above, y + height - (start - above)), (x + below, y + height - (start - below)),
          ], class: "hatch")
      start += distance
    }
    return strokes
  }
}
