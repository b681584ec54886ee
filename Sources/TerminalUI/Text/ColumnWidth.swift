/// The columns that text takes on a terminal.
package enum ColumnWidth {
  /// The columns of one scalar: 0 for those that combine with the one before, else 1 or 2.
  ///
  /// What must not reach a terminal counts as 1, because drawing puts a replacement in its place.
  package static func of(_ scalar: Unicode.Scalar) -> Int {
    let value = scalar.value
    switch value {
    case ..<0x300: return 1
    // Boxes, blocks and arrows, which this program draws itself.
    case 0x2500..<0x25FD: return 1
    // The greater part of Chinese, Japanese and Korean text.
    case 0x3041...0x3096, 0x30A1...0x30FF, 0x4E00...0x9FFF, 0xAC00...0xD7A3: return 2
    default: break
    }
    let width =
      if ScalarWidthTable.contains(ScalarWidthTable.doubleWidth, value) {
        2
      } else {
        ScalarWidthTable.contains(ScalarWidthTable.zeroWidth, value) ? 0 : 1
      }
    return width == 1 || DisplayText.isSafe(scalar) ? width : 1
  }

  /// The columns of a text, as a buffer draws it.
  package static func of(_ text: String) -> Int {
    var walk = GlyphWalk()
    var columns = 0
    for scalar in text.unicodeScalars {
      switch walk.place(scalar) {
      case .cell(let width): columns += width
      case .orphan: columns += 1
      case .combining, .nothing: break
      }
    }
    return columns
  }

  /// The longest beginning of `text` that takes at most `columns`, with its combining marks.
  package static func prefix(of text: String, columns: Int) -> String {
    var walk = GlyphWalk()
    var used = 0
    let scalars = text.unicodeScalars
    for index in scalars.indices {
      switch walk.place(scalars[index]) {
      case .cell(let width): used += width
      case .orphan: used += 1
      case .combining, .nothing: continue
      }
      if used > columns { return String(scalars[..<index]) }
    }
    return text
  }
}
