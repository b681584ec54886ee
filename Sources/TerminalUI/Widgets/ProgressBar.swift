/// A share of a whole, as a bar in a row of text.
package struct ProgressBar: Hashable, Sendable {
  /// From 0 to 1.
  package var share: Double
  /// The columns that it takes.
  package var columns: Int

  /// Makes a bar; a share outside of 0 to 1 counts as the nearest, one that is no number as 0.
  package init(share: Double, columns: Int) {
    self.share = share > 0 ? min(share, 1) : 0
    self.columns = min(max(0, columns), Size.maximumExtent)
  }

  /// Makes a bar of counted things; of none, it is empty.
  package init(done: Int, of total: Int, columns: Int) {
    self.init(share: total > 0 ? Double(done) / Double(total) : 0, columns: columns)
  }

  /// The bar as text; it is full only for the whole and empty only for nothing.
  package func line(_ symbols: Symbols) -> Line {
    var filled = Int((share * Double(columns)).rounded())
    if share > 0 { filled = max(filled, min(1, columns)) }
    if share < 1 { filled = min(filled, max(0, columns - 1)) }
    var line = Line(String(repeating: symbols.barFilled, count: filled), .bar)
    line.append(String(repeating: symbols.barEmpty, count: columns - filled), .track)
    return line
  }
}
