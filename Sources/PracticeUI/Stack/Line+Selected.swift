import TerminalUI

extension Line {
  /// The line as that of the marked row: body text in the role of the selection.
  var selected: Line {
    Line(
      spans.map { span in
        span.style.role == .body
          ? Span(span.text, Style(.selection, span.style.emphasis)) : span
      })
  }
}
