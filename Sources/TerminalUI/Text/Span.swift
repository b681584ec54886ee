/// A run of text in one style.
package struct Span: Hashable, Sendable {
  /// The text, without line breaks.
  package var text: String
  /// How it stands out.
  package var style: Style

  /// Makes a run of text.
  package init(_ text: String, _ style: Style = .body) {
    self.text = text
    self.style = style
  }

  /// The columns that it takes.
  package var width: Int { ColumnWidth.of(text) }
}
