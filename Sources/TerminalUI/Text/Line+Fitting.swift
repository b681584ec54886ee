/// Where text stands in a space that is wider than it.
package enum Alignment: Hashable, Sendable {
  /// At the left edge.
  case left
  /// In the middle; half a column too much goes to the right.
  case centre
  /// At the right edge, as for numbers.
  case right
}

extension Line {
  /// The line cut to at most `columns`, with `ellipsis` at its end where something was cut.
  ///
  /// A wide character that fits only in half is left out. Where the ellipsis itself doesn't fit,
  /// the line is cut without it.
  package func truncated(to columns: Int, ellipsis: String) -> Line {
    guard width > columns else { return self }
    let mark = ColumnWidth.of(ellipsis)
    guard mark <= columns else { return prefix(columns: columns) }
    var line = prefix(columns: columns - mark)
    line.append(ellipsis, line.spans.last?.style ?? spans.first?.style ?? .body)
    return line
  }

  /// The longest beginning that takes at most `columns`.
  package func prefix(columns: Int) -> Line {
    var line = Line()
    var left = max(0, columns)
    for span in spans {
      let width = span.width
      guard width <= left else {
        line.append(ColumnWidth.prefix(of: span.text, columns: left), span.style)
        break
      }
      line.append(span)
      left -= width
    }
    return line
  }

  /// The line filled up with blanks to `columns`; a longer one comes back as it is.
  package func padded(
    to columns: Int, _ alignment: Alignment = .left, style: Style = .body
  ) -> Line {
    let missing = min(columns, Size.maximumExtent) - width
    guard missing > 0 else { return self }
    let before =
      switch alignment {
      case .left: 0
      case .centre: missing / 2
      case .right: missing
      }
    var line = Line(String(repeating: " ", count: before), style)
    line.append(contentsOf: self)
    line.append(String(repeating: " ", count: missing - before), style)
    return line
  }

  /// The line cut or filled up to exactly `columns`: a field of a table.
  ///
  /// A wide character cut in half leaves a blank.
  package func fitted(
    to columns: Int, _ alignment: Alignment = .left, ellipsis: String, style: Style = .body
  ) -> Line {
    truncated(to: columns, ellipsis: ellipsis).padded(to: columns, alignment, style: style)
  }

  /// The line with every run in that role; emphasis stays.
  package func inRole(_ role: Role) -> Line {
    Line(spans.map { Span($0.text, Style(role, $0.style.emphasis)) })
  }
}
