/// A line and a column within the file that is being read, both from 1.
///
/// A ``SourceLocation`` without the file's name: small enough to be kept for every question.
struct Place: Hashable, Comparable, Sendable {
  /// The line, from 1.
  var line: UInt32
  /// The column, from 1, in Unicode scalars.
  var column: UInt32

  /// Makes a place from a line and a column, both from 1; larger ones than fit are cut off.
  init(line: Int, column: Int) {
    self.line = UInt32(clamping: line)
    self.column = UInt32(clamping: column)
  }

  /// The start of a file.
  static let start = Place(line: 1, column: 1)

  static func < (left: Place, right: Place) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }
}
