/// Items of one row each, one of which is marked.
package struct ListView: Widget {
  /// The number of items.
  package var count: Int
  /// The number of the marked item, from 0; none where nil or outside.
  package var marked: Int?
  /// The first item in view, if it can be.
  package var offset: Int
  /// The signs to draw with.
  package var symbols: Symbols
  private let item: (Int) -> Line

  /// Makes a list.
  ///
  /// - Parameters:
  ///   - count: The number of items.
  ///   - marked: The number of the marked item, from 0.
  ///   - offset: The first item in view before.
  ///   - symbols: The signs to draw with.
  ///   - item: Gives the line of an item, without the mark; asked only for those in view.
  package init(
    count: Int, marked: Int?, offset: Int = 0, symbols: Symbols, item: @escaping (Int) -> Line
  ) {
    self.count = max(0, count)
    self.item = item
    self.marked = marked
    self.offset = offset
    self.symbols = symbols
  }

  /// The part in view at that height: as near to `offset` as lets the marked item be seen.
  ///
  /// Its offset is what to remember for the next frame, so that the list moves only when it must.
  package func viewport(height: Int) -> Viewport {
    var view = Viewport(contentRows: count, height: height, offset: offset)
    if let marked, (0..<count).contains(marked) { view.reveal(marked..<marked + 1) }
    return view
  }

  /// Draws the items in view; the marked one has the mark and the cursor.
  package func draw(in area: Rect, on frame: inout Frame) {
    let view = viewport(height: area.rows)
    var column = ScrollView(viewport: view, symbols: symbols, cursorRow: marked) { index in
      guard index == marked else { return Line("  ") + item(index) }
      return Line("\(symbols.mark) ", .accent) + item(index).inRole(.selection)
    }
    column.items = view.visible.map { ($0..<$0 + 1, .item($0)) }
    column.draw(in: area, on: &frame)
  }
}
