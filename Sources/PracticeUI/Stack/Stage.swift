import TerminalUI

/// How the screen is divided at a moment: header, what is wrong, the screen's own, what is said,
/// footer.
struct Stage: Equatable, Sendable {
  /// Header, rules and footer.
  let layout: ScreenLayout
  /// Where the banner stands; empty where there is none.
  let banner: Rect
  /// The banner's rows.
  let bannerRows: [Line]
  /// What belongs to the topmost screen.
  let body: Rect
  /// Where remarks and fields stand; empty where there are none.
  let remark: Rect
  /// The remark's rows.
  let remarkRows: [Line]

  /// Whether counts of hidden rows stand in the body, because there are no rules.
  var countsInside: Bool { !layout.hasRules }

  /// The fewest rows at which a blank one stands below the header.
  private static let rowsForAir = 20

  /// Divides the screen of `context`.
  init(in context: ScreenContext) {
    layout = ScreenLayout(context.size)
    let columns = layout.body.columns
    var bannerRows: [Line] = []
    if let problem = context.savingProblem {
      let text = "Not saved: \(problem) Kept in memory, trying again."
      bannerRows = Stage.wrap(
        text, .warning, columns: columns, atMost: layout.body.rows / 3, in: context)
    }
    self.bannerRows = bannerRows
    let (banner, belowBanner) = layout.body.splitTop(bannerRows.count)
    self.banner = banner
    let air = layout.hasRules && context.size.rows >= Self.rowsForAir ? 1 : 0
    var remarkRows: [Line] = []
    switch context.remark {
    case .notice(let text):
      remarkRows = Stage.wrap(
        text, .chosen, columns: columns, atMost: layout.body.rows / 3, in: context)
    case .question(let confirmation):
      remarkRows = Stage.wrap(
        confirmation.text, .warning, columns: columns, atMost: layout.body.rows / 2, in: context)
    case nil: break
    }
    self.remarkRows = remarkRows
    let height = remarkRows.isEmpty ? context.entry?.rows(columns: columns) ?? 0 : remarkRows.count
    (body, remark) = belowBanner.inset(top: air).splitBottom(height)
  }

  /// Draws banner, remark and field.
  func draw(on frame: inout Frame, context: ScreenContext) {
    for (index, line) in bannerRows.enumerated() {
      let row = banner.rowRect(index)
      frame.buffer.fill(row, style: .warning)
      frame.buffer.draw(line, at: row.origin, in: row)
    }
    for (index, line) in remarkRows.enumerated() {
      let row = remark.rowRect(index)
      frame.buffer.draw(line, at: row.origin, in: row)
    }
    if remarkRows.isEmpty, let entry = context.entry {
      entry.draw(in: remark, on: &frame, symbols: context.symbols)
    }
  }

  private static func wrap(
    _ text: String, _ style: Style, columns: Int, atMost rows: Int, in context: ScreenContext
  ) -> [Line] {
    let wrapped = TextWrapping.wrap(
      Line(context.symbols.display(text), style), columns: columns)
    guard wrapped.count > max(1, rows) else { return wrapped }
    var shown = Array(wrapped.prefix(max(1, rows)))
    let last = shown.removeLast().appending(context.symbols.ellipsis, style)
    shown.append(
      last.width <= columns
        ? last : last.truncated(to: columns, ellipsis: context.symbols.ellipsis))
    return shown
  }
}
