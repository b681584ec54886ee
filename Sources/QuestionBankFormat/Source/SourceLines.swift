/// The lines of a file, to show the one that a diagnostic speaks of.
package struct SourceLines {
  private let file: SourceFile
  /// The index of each line's first byte.
  private let starts: [Int]

  /// Finds the lines of `file` in one pass.
  package init(_ file: SourceFile) {
    self.file = file
    starts = file.bytes.withUnsafeBytes { bytes in
      var starts = [file.startOfText]
      for index in bytes.indices where bytes[index] == 0x0a { starts.append(index + 1) }
      return starts
    }
  }

  /// A piece of a line around a column.
  package struct Excerpt: Equatable {
    /// What stands before the column.
    package var before: String
    /// What stands at the column and behind it.
    package var after: String
    /// Whether more stands before.
    package var isCutBefore: Bool
    /// Whether more stands behind.
    package var isCutAfter: Bool

    /// Makes an excerpt.
    package init(before: String, after: String, isCutBefore: Bool, isCutAfter: Bool) {
      self.before = before
      self.after = after
      self.isCutBefore = isCutBefore
      self.isCutAfter = isCutAfter
    }
  }

  /// Lines that are read further than this are no text for people.
  private static let farthestColumn = 10_000

  /// At most `width` scalars before and after a place, both counted from 1; nil where there is no
  /// such line, or its column is beyond 10,000.
  ///
  /// Bytes that are no UTF-8 show as U+FFFD, one for each column that a diagnostic counts.
  package func excerpt(line: Int, column: Int, width: Int) -> Excerpt? {
    guard starts.indices.contains(line - 1), (1...Self.farthestColumn).contains(column) else {
      return nil
    }
    let start = starts[line - 1]
    var end = starts.indices.contains(line) ? starts[line] - 1 : file.bytes.count
    if end > start, file.bytes[end - 1] == 0x0d { end -= 1 }
    // No scalar takes more than four bytes.
    let reach = min(end, start + 4 * (column + width + 1))
    let scalars = String(decoding: file.bytes[start..<reach], as: UTF8.self).unicodeScalars
    let before = scalars.prefix(column - 1)
    let after = scalars.dropFirst(column - 1)
    return Excerpt(
      before: String(before.suffix(width)), after: String(after.prefix(width)),
      isCutBefore: before.count > width, isCutAfter: after.count > width)
  }
}
