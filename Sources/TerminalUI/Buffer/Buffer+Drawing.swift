extension Buffer {
  /// Draws a row of text from a position to the right.
  ///
  /// Characters that must not reach a terminal are drawn as `DisplayText.replacement`.
  ///
  /// - Parameters:
  ///   - text: What to draw; line breaks and tabs are drawn as blanks.
  ///   - position: Where its first cell stands; may be outside.
  ///   - style: How it looks.
  ///   - clip: The rectangle outside of which nothing changes; everywhere where nil.
  /// - Returns: The columns that the whole text takes, drawn or not.
  @discardableResult
  package mutating func draw(
    _ text: String, at position: Position, style: Style = .body, in clip: Rect? = nil
  ) -> Int {
    let visible = clip.map { bounds.intersection($0) } ?? bounds
    guard !visible.isEmpty, position.row >= visible.row, position.row < visible.endRow else {
      return ColumnWidth.of(text)
    }
    let rowStart = position.row * size.columns
    var walk = GlyphWalk()
    var column = position.column
    var lastIndex: Int?
    for scalar in text.unicodeScalars {
      let width: Int
      switch walk.place(scalar) {
      case .cell(let columns):
        width = columns
      case .orphan:
        width = 1
      case .combining:
        if let lastIndex { combine(scalar, at: lastIndex) }
        continue
      case .nothing:
        continue
      }
      lastIndex = nil
      if column >= visible.column && column + width <= visible.endColumn {
        let index = rowStart + column
        if width == 1 && ColumnWidth.of(scalar) == 0 {
          put(.blank(style), at: index, rowStart: rowStart)
          combine(scalar, at: index)
        } else {
          let base = Buffer.drawable(scalar)
          put(Cell(base: base, width: UInt8(width), style: style), at: index, rowStart: rowStart)
        }
        lastIndex = index
      } else if width == 2 {
        // One half is inside: its place is blank.
        for half in column...column + 1 where half >= visible.column && half < visible.endColumn {
          put(.blank(style), at: rowStart + half, rowStart: rowStart)
        }
      }
      column += width
    }
    return column - position.column
  }

  /// Draws a line from a position to the right; see `draw(_:at:style:in:)`.
  @discardableResult
  package mutating func draw(_ line: Line, at position: Position, in clip: Rect? = nil) -> Int {
    var drawn = 0
    for span in line.spans {
      let start = Position(column: position.column + drawn, row: position.row)
      drawn += draw(span.text, at: start, style: span.style, in: clip)
    }
    return drawn
  }

  /// Blanks a rectangle.
  package mutating func fill(_ area: Rect, style: Style = .body) {
    let area = bounds.intersection(area)
    for row in area.row..<area.endRow {
      for column in area.column..<area.endColumn {
        put(.blank(style), at: row * size.columns + column, rowStart: row * size.columns)
      }
    }
  }

  /// Gives what stands in a rectangle the role, keeping text and emphasis: for the marked row.
  package mutating func highlight(_ area: Rect, role: Role) {
    restyle(area) { Style(role, $0.emphasis) }
  }

  /// Changes the style of what stands in a rectangle, keeping the text.
  package mutating func restyle(_ area: Rect, _ change: (Style) -> Style) {
    let area = bounds.intersection(area)
    for row in area.row..<area.endRow {
      for column in area.column..<area.endColumn {
        restyle(at: row * size.columns + column, change)
      }
    }
  }

  private static func drawable(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    let value = scalar.value
    if value >= 0x20 && value < 0x7F { return scalar }
    if value == 0x09 || value == 0x0A || value == 0x0D { return " " }
    return DisplayText.isSafe(scalar) ? scalar : DisplayText.replacement
  }
}
