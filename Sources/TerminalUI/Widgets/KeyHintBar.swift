/// What a key does, in words for the bottom line.
package struct KeyHint: Hashable, Sendable {
  /// How the key is written: `enter`, `1–5`, `?`.
  package var name: String
  /// What it does, in a word or two.
  package var action: String
  /// The key that a click on the hint stands for; none where it names several.
  package var key: Key?
  /// Whether it stays when others are dropped.
  package var isEssential: Bool

  /// Makes a hint.
  package init(_ name: String, _ action: String, key: Key? = nil, essential: Bool = false) {
    self.name = name
    self.action = action
    self.key = key
    self.isEssential = essential
  }
}

/// The bottom line: the keys that do something here.
///
/// Where there is no room for all, hints are dropped from the right, but never essential ones;
/// where these don't fit either, only their keys are named.
package struct KeyHintBar: Widget {
  /// The hints, the most important at the left.
  package var hints: [KeyHint]
  /// The blanks between two hints, at most.
  package static let gap = 3

  /// Makes a bottom line.
  package init(_ hints: [KeyHint]) {
    self.hints = hints
  }

  /// Draws it into the first row of the area.
  package func draw(in area: Rect, on frame: inout Frame) {
    let row = area.rowRect(0)
    var column = row.column
    for (hint, gap, isNamed) in fitting(row.columns) {
      column += column > row.column ? gap : 0
      let start = column
      column += frame.buffer.draw(
        hint.name, at: Position(column: column, row: row.row), style: .key, in: row)
      if isNamed && !hint.action.isEmpty {
        column += frame.buffer.draw(
          " " + hint.action, at: Position(column: column, row: row.row), style: .body, in: row)
      }
      let place = Rect(column: start, row: row.row, columns: column - start, rows: 1)
      if let key = hint.key {
        frame.targets.append(MouseTarget(area: row.intersection(place), action: .key(key)))
      }
    }
  }

  private func fitting(_ columns: Int) -> [(hint: KeyHint, gap: Int, isNamed: Bool)] {
    var shown = hints
    func width(gap: Int, named: Bool) -> Int {
      shown.reduce(-gap) { sum, hint in
        let action = named && !hint.action.isEmpty ? 1 + ColumnWidth.of(hint.action) : 0
        return sum + gap + ColumnWidth.of(hint.name) + action
      }
    }
    while true {
      for gap in [KeyHintBar.gap, 2] where width(gap: gap, named: true) <= columns {
        return shown.map { ($0, gap, true) }
      }
      guard let last = shown.lastIndex(where: { !$0.isEssential }) else { break }
      shown.remove(at: last)
    }
    return shown.map { ($0, width(gap: 2, named: false) <= columns ? 2 : 1, false) }
  }
}
