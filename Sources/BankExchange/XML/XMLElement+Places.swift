package import QuestionBankFormat

extension XMLElement {
  /// Where a byte of this element's text stands, counted from the text's beginning.
  ///
  /// The line is exact; the column too, but on the element's first line, where it is that of the
  /// element, and behind references such as `&lt;`, which are longer than what they stand for.
  package func location(ofByte offset: Int, in text: String) -> SourceLocation {
    let before = text.utf8.prefix(offset)
    let lines = before.count { $0 == 0x0a }
    guard lines > 0 else { return location }
    let column = before.reversed().prefix { $0 != 0x0a }.count { $0 & 0xc0 != 0x80 }
    return SourceLocation(file: location.file, line: location.line + lines, column: column + 1)
  }
}
