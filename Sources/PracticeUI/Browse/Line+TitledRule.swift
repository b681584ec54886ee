import TerminalUI

extension Line {
  /// A line across a list, with the title of what follows in it.
  static func titledRule(_ title: String, columns: Int, symbols: Symbols) -> Line {
    let title = Line(symbols.display(title), .heading)
      .truncated(to: max(1, columns - 8), ellipsis: symbols.ellipsis)
    let lead = Line("\(symbols.rule) ", .rule) + title + Line(" ")
    return lead.appending(
      String(repeating: symbols.rule, count: max(0, columns - lead.width)), .rule)
  }
}
