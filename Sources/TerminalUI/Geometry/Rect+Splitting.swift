extension Rect {
  /// The rectangle without its margins; negative margins count as 0.
  ///
  /// Margins that leave nothing give an empty rectangle inside of this one.
  package func inset(left: Int = 0, top: Int = 0, right: Int = 0, bottom: Int = 0) -> Rect {
    let left = min(max(0, left), columns)
    let top = min(max(0, top), rows)
    let right = min(max(0, right), columns - left)
    let bottom = min(max(0, bottom), rows - top)
    return Rect(
      column: column + left, row: row + top,
      columns: columns - left - right, rows: rows - top - bottom)
  }

  /// The upper `count` rows, and what is below them.
  package func splitTop(_ count: Int) -> (top: Rect, rest: Rect) {
    let count = min(max(0, count), rows)
    return (inset(bottom: rows - count), inset(top: count))
  }

  /// The lower `count` rows, and what is above them.
  package func splitBottom(_ count: Int) -> (rest: Rect, bottom: Rect) {
    let count = min(max(0, count), rows)
    return (inset(bottom: count), inset(top: rows - count))
  }

  /// The left `count` columns, and what is right of them.
  package func splitLeft(_ count: Int) -> (left: Rect, rest: Rect) {
    let count = min(max(0, count), columns)
    return (inset(right: columns - count), inset(left: count))
  }

  /// The right `count` columns, and what is left of them.
  package func splitRight(_ count: Int) -> (rest: Rect, right: Rect) {
    let count = min(max(0, count), columns)
    return (inset(right: count), inset(left: columns - count))
  }

  /// One of its rows, counted from 0; empty where there is none.
  package func rowRect(_ index: Int) -> Rect {
    guard index >= 0 else { return splitTop(0).top }
    return inset(top: index).splitTop(1).top
  }

  /// The column of text in its middle: at most `maximum` wide, as high as this rectangle.
  package func centredColumn(maximum: Int = 76) -> Rect {
    let width = min(max(0, maximum), columns)
    return inset(left: (columns - width) / 2).splitLeft(width).left
  }

  /// A rectangle of that extent, or what fits of it, in the middle.
  package func centred(_ inner: Size) -> Rect {
    let column = centredColumn(maximum: inner.columns)
    let height = min(inner.rows, rows)
    return column.inset(top: (rows - height) / 2).splitTop(height).top
  }
}
