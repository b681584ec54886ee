/// Breaks lines of text into rows of a given width.
///
/// Nothing but the blanks at breaks is lost, styles stay with their text, and a wide character is
/// never split. Rows are at most as wide as asked for, with one exception: a wide character where
/// there is only one column.
package enum TextWrapping {
  /// Breaks a line at word boundaries; words longer than a row are broken too.
  ///
  /// - Parameters:
  ///   - line: The text, without line breaks.
  ///   - columns: The width of the rows; less than 1 counts as 1.
  ///   - first: What stands before the first row, such as the number of a choice.
  ///   - rest: What stands before the other rows, such as blanks of the same width.
  /// - Returns: At least one row. On very narrow screens what stands before is cut, so that at
  ///   least half of each row is left for the text.
  package static func wrap(
    _ line: Line, columns: Int, first: Line = Line(), rest: Line = Line()
  ) -> [Line] {
    let columns = max(1, columns)
    let room = max(columns - 8, min(columns / 2, columns - 2))
    let first = first.prefix(columns: room)
    let rest = rest.prefix(columns: room)
    let glyphs = GlyphRun(line)
    let widths = (first: columns - first.width, rest: columns - rest.width)

    var rows: [Line] = []
    var start = 0
    while start < glyphs.count {
      let row = glyphs.row(from: start, columns: rows.isEmpty ? widths.first : widths.rest)
      start = row.next
      if row.isBlank && start < glyphs.count { continue }
      rows.append((rows.isEmpty ? first : rest) + glyphs.line(row.content))
    }
    return rows.isEmpty ? [first] : rows
  }

  /// Breaks a line at word boundaries and indents all rows but the first by `hanging` blanks.
  package static func wrap(_ line: Line, columns: Int, hanging: Int) -> [Line] {
    let indent = String(repeating: " ", count: min(max(0, hanging), Size.maximumExtent))
    return wrap(line, columns: columns, rest: Line(indent))
  }

  /// Breaks a line of code only where a row is full, keeping every blank.
  package static func wrapVerbatim(_ line: Line, columns: Int) -> [Line] {
    let columns = max(1, columns)
    let glyphs = GlyphRun(line)
    var rows: [Line] = []
    var start = 0
    while start < glyphs.count {
      let end = glyphs.end(from: start, columns: columns)
      rows.append(glyphs.line(start..<end))
      start = end
    }
    return rows.isEmpty ? [Line()] : rows
  }
}
