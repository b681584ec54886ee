/// The first row of a screen: where one is at the left, how far at the right.
///
/// Where there is no room for all, the parts of lowest priority go first. The first part at the left
/// never goes, but it is cut for parts of a higher priority as long as enough of it is left.
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

  /// The columns that the first part keeps beside parts that matter more.
  private static let leastColumns = 10

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
      if let first = leading.first, lowest > first.priority,
        room(leading, trailing, columns: row.columns) >= HeaderRow.leastColumns
      {
        break
      }
      if let index = trailing.firstIndex(where: { $0.priority == lowest }) {
        trailing.remove(at: index)
      } else if let index = leading.dropFirst().lastIndex(where: { $0.priority == lowest }) {
        leading.remove(at: index)
      }
    }
    if let first = leading.first {
      let room = room(leading, trailing, columns: row.columns)
      leading[0].line = first.line.truncated(to: max(0, room), ellipsis: symbols.ellipsis)
    }
    let left = leading.reduce(into: Line()) { $0.append(contentsOf: $1.line) }
    frame.buffer.draw(left, at: row.origin, in: row)
    let right = HeaderRow.joined(trailing)
    frame.buffer.draw(
      right, at: Position(column: row.endColumn - right.width, row: row.row), in: row)
  }

  /// The columns that are left for the first part.
  private func room(_ leading: [Part], _ trailing: [Part], columns: Int) -> Int {
    columns - width(leading, trailing) + (leading.first?.line.width ?? 0)
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
