/// A row of text, or one that still is to be wrapped into rows.
package struct Line: Hashable, Sendable {
  /// Its runs, from left to right.
  package var spans: [Span]

  /// Makes a line of runs.
  package init(_ spans: [Span] = []) {
    self.spans = spans
  }

  /// Makes a line of one run.
  package init(_ text: String, _ style: Style = .body) {
    self.spans = text.isEmpty ? [] : [Span(text, style)]
  }

  /// The columns that it takes.
  package var width: Int { spans.reduce(0) { $0 + $1.width } }

  /// Its text, without the styles.
  package var text: String { spans.reduce(into: "") { $0 += $1.text } }

  /// Adds text at its end, to the last run where that has the same style.
  package mutating func append(_ text: String, _ style: Style = .body) {
    guard !text.isEmpty else { return }
    if let last = spans.indices.last, spans[last].style == style {
      spans[last].text += text
    } else {
      spans.append(Span(text, style))
    }
  }

  /// Adds a run at its end.
  package mutating func append(_ span: Span) {
    append(span.text, span.style)
  }

  /// Adds all runs of another line at its end.
  package mutating func append(contentsOf other: Line) {
    for span in other.spans { append(span) }
  }

  /// The line with further text at its end.
  package func appending(_ text: String, _ style: Style = .body) -> Line {
    var line = self
    line.append(text, style)
    return line
  }

  /// Both lines, one after the other.
  package static func + (first: Line, second: Line) -> Line {
    var line = first
    line.append(contentsOf: second)
    return line
  }
}

extension Line: ExpressibleByStringLiteral {
  /// Makes a line of body text.
  package init(stringLiteral value: String) {
    self.init(value)
  }
}
