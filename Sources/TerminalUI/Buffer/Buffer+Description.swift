extension Buffer: CustomStringConvertible {
  /// The picture as text: the rows in a frame, then the runs of cells whose style is not the body's.
  ///
  /// This is the form of the golden files of tests.
  package var description: String {
    let edge = "+" + String(repeating: "-", count: size.columns) + "+\n"
    var text = edge
    for row in 0..<size.rows {
      text += "|"
      for cell in self.row(row) { text += cell.text }
      text += "|\n"
    }
    text += edge
    for row in 0..<size.rows {
      var start = 0
      let cells = Array(self.row(row))
      while start < cells.count {
        var end = start
        while end < cells.count && cells[end].style == cells[start].style { end += 1 }
        if cells[start].style != .body {
          let columns = end - start == 1 ? "column \(start)" : "columns \(start)-\(end - 1)"
          text += "row \(row), \(columns): \(cells[start].style)\n"
        }
        start = end
      }
    }
    return text
  }
}

extension Style: CustomStringConvertible {
  /// The role, and the emphasis after it: `heading bold`.
  package var description: String {
    var words = ["\(role)"]
    if emphasis.contains(.bold) { words.append("bold") }
    if emphasis.contains(.italic) { words.append("italic") }
    if emphasis.contains(.underline) { words.append("underline") }
    if emphasis.contains(.reverse) { words.append("reverse") }
    return words.joined(separator: " ")
  }
}
