/// A change of a few bytes of a file.
struct TextEdit: Equatable, Sendable {
  /// The bytes that go, counted behind a byte order mark.
  var range: Range<Int>
  /// What comes in their place.
  var text: String
}

extension SourceFile {
  /// The file after `edits`, which don't overlap.
  func applying(_ edits: [TextEdit]) -> SourceFile {
    var bytes = bytes
    let start = startOfText
    for edit in edits.sorted(by: { $0.range.lowerBound > $1.range.lowerBound }) {
      bytes.replaceSubrange(
        (start + edit.range.lowerBound)..<(start + edit.range.upperBound), with: edit.text.utf8)
    }
    return SourceFile(name: name, bytes: bytes)
  }
}
