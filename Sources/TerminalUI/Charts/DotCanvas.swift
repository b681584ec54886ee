/// A field of dots that is drawn with Braille characters: two dots in each column, four in each row.
///
/// In ASCII each cell that has a dot shows one sign.
package struct DotCanvas: Hashable, Sendable {
  /// The columns and rows of text.
  package let size: Size
  private var dots: [Bool]

  /// Makes an empty field.
  package init(size: Size) {
    self.size = size
    dots = Array(repeating: false, count: size.columns * 2 * size.rows * 4)
  }

  /// The dots in a row and in a column.
  package var extent: (across: Int, down: Int) { (size.columns * 2, size.rows * 4) }

  /// Sets a dot; `x` counts from the left, `y` from the bottom; what is outside is left out.
  package mutating func set(x: Int, y: Int) {
    let (across, down) = extent
    guard (0..<across).contains(x), (0..<down).contains(y) else { return }
    dots[(down - 1 - y) * across + x] = true
  }

  /// Sets the dots on the straight line between two dots, with both ends.
  package mutating func line(from: (x: Int, y: Int), to: (x: Int, y: Int)) {
    let steps = max(abs(to.x - from.x), abs(to.y - from.y))
    guard steps > 0 else { return set(x: from.x, y: from.y) }
    for step in 0...min(steps, 10_000) {
      let share = Double(step) / Double(steps)
      set(
        x: from.x + Int((Double(to.x - from.x) * share).rounded()),
        y: from.y + Int((Double(to.y - from.y) * share).rounded()))
    }
  }

  /// The text of a row, from 0 at the top.
  ///
  /// - Parameters:
  ///   - row: the row.
  ///   - other: a field of the same size below this one; in ASCII its dots have another sign.
  ///   - symbols: the signs to draw with.
  /// - Returns: a character for each column.
  package func text(row: Int, over other: DotCanvas? = nil, symbols: Symbols) -> String {
    var text = ""
    for column in 0..<size.columns {
      let own = bits(column: column, row: row)
      let both = own | (other?.bits(column: column, row: row) ?? 0)
      if both == 0 {
        text += " "
      } else if symbols.charset == .ascii {
        text += own > 0 ? symbols.point : "."
      } else {
        Unicode.Scalar(0x2800 + both).map { text.unicodeScalars.append($0) }
      }
    }
    return text
  }

  /// The bits of a cell's Braille pattern.
  private func bits(column: Int, row: Int) -> UInt32 {
    let across = extent.across
    var bits: UInt32 = 0
    for (place, bit) in Self.bits.enumerated() {
      let (x, y) = (column * 2 + place % 2, row * 4 + place / 2)
      let dot = y * across + x
      if dots.indices.contains(dot), dots[dot] { bits |= bit }
    }
    return bits
  }

  /// The bits of a Braille pattern, row by row (Unicode, block "Braille Patterns").
  private static let bits: [UInt32] = [0x01, 0x08, 0x02, 0x10, 0x04, 0x20, 0x40, 0x80]
}
