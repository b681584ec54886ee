/// The first row of a screen: where one is at the left, how far at the right.
///
/// Where there is no room for all, the parts of lowest priority go first, and then the first part
/// at the left is cut.
package struct HeaderRow: Widget {
  /// A piece of the row that is shown whole or not at all.
  package struct Part: Hashable, Sendable {
    /// Its text.
    package var line: Line
    /// Parts of lower numbers go first.
    package var priority: Int

    /// Makes a part.
    package init(_ line: Line, priority: Int = 0) {
      self.line = line
      self.priority = priority
    }
  }

  /// From left to right, one after the other; a separator belongs to the part after it.
  package var leading: [Part]
  /// From left to right, ending at the right edge, two blanks apart.
  package var trailing: [Part]
  /// The signs to draw with.
  package var symbols: Symbols

  /// Makes a row.
  package init(leading: [Part], trailing: [Part] = [], symbols: Symbols) {
    self.leading = leading
    self.trailing = trailing
    self.symbols = symbols
  }

  /// Draws it into the first row of the area.
  package func draw(in area: Rect, on frame: inout Frame) {
    let row = area.rowRect(0)
    var leading = leading
    var trailing = trailing.filter { $0.line.width > 0 }
    while width(leading, trailing) > row.columns {
      let lowest = (leading.dropFirst() + trailing).map(\.priority).min()
      guard let lowest else { break }
      if let index = trailing.firstIndex(where: { $0.priority == lowest }) {
        trailing.remove(at: index)
      } else if let index = leading.dropFirst().lastIndex(where: { $0.priority == lowest }) {
        leading.remove(at: index)
      }
    }
    let left = leading.reduce(into: Line()) { $0.append(contentsOf: $1.line) }
      .truncated(to: row.columns, ellipsis: symbols.ellipsis)
    frame.buffer.draw(left, at: row.origin, in: row)
    let right = HeaderRow.joined(trailing)
    frame.buffer.draw(
      right, at: Position(column: row.endColumn - right.width, row: row.row), in: row)
  }

  private func width(_ leading: [Part], _ trailing: [Part]) -> Int {
    let left = leading.reduce(0) { $0 + $1.line.width }
    let right = HeaderRow.joined(trailing).width
    return left + (right > 0 ? right + 2 : 0)
  }

  private static func joined(_ parts: [Part]) -> Line {
    var line = Line()
    for part in parts {
      if !line.spans.isEmpty { line.append("  ") }
      line.append(contentsOf: part.line)
    }
    return line
  }
}
