import TerminalUI

/// A column of rows that scrolls, with items among them of which one is marked.
///
/// The marked item is always in view, at least with its first row that can be; where no item is in
/// view, none is marked. No key skips rows unseen.
struct MarkedColumn: Equatable, Sendable {
  /// The rows.
  private(set) var rows: [Line] = []
  /// The rows of each item, ascending and apart.
  private(set) var items: [Range<Int>] = []
  /// The number of the marked item; nil for none.
  private(set) var marked: Int?
  /// How high the view is, in rows.
  private(set) var height = 0
  /// Whether counts of hidden rows stand in the column.
  private(set) var countsInside = false
  private var offset = 0
  private var isFitted = false
  /// Whether the mark was put where it is, and not only found to be in view.
  private var isMarkMeant = false

  /// Makes an empty column.
  init() {}

  /// The rows in view.
  var viewport: Viewport {
    Viewport(
      contentRows: rows.count, height: height, offset: offset, countsInside: countsInside)
  }

  /// Puts other rows in the place of these; the mark stays on the item of the same number.
  ///
  /// ``fit(height:countsInside:)`` has to follow.
  mutating func set(rows: [Line], items: [Range<Int>] = []) {
    self.rows = rows
    self.items = items
    if let marked, marked >= items.count { self.marked = items.isEmpty ? nil : items.count - 1 }
    isFitted = false
  }

  /// Fits the column into a view of that height.
  mutating func fit(height: Int, countsInside: Bool) {
    if isFitted, self.height == height, self.countsInside == countsInside { return }
    self.height = height
    self.countsInside = countsInside
    isFitted = true
    offset = viewport.offset
    if isMarkMeant, let marked, !isInView(items[marked]) {
      reveal(items[marked])
    } else {
      settle()
    }
  }

  /// Shows the column from the row `first` on, without a mark: what is next set begins there.
  mutating func restart(at first: Int = 0) {
    marked = nil
    isMarkMeant = false
    offset = max(0, first)
    isFitted = false
  }

  /// Marks an item and brings it into view.
  mutating func mark(_ item: Int) {
    guard items.indices.contains(item) else { return }
    marked = item
    isMarkMeant = true
    if !isInView(items[item]) || !viewport.visible.contains(items[item].upperBound - 1) {
      reveal(items[item])
    }
  }

  /// Moves the mark to the next item, or on by rows where it is too far away to be marked without
  /// skipping what lies between.
  mutating func down() {
    let view = viewport
    let step = max(1, view.visible.count - 1)
    if let marked, items[marked].upperBound > view.visible.upperBound {
      scroll(by: min(step, items[marked].upperBound - view.visible.upperBound + 1))
      return
    }
    let next =
      marked.map { $0 + 1 } ?? items.firstIndex { $0.lowerBound >= view.visible.lowerBound }
    guard let next, next < items.count else { return scroll(by: 1) }
    var moved = view
    moved.reveal(items[next])
    if moved.offset - view.offset <= step {
      offset = moved.offset
      marked = next
      isMarkMeant = true
    } else {
      pageDown()
    }
  }

  /// Moves the mark to the item before, or back by rows.
  mutating func up() {
    let view = viewport
    let step = max(1, view.visible.count - 1)
    if let marked, items[marked].lowerBound < view.visible.lowerBound {
      scroll(by: -min(step, view.visible.lowerBound - items[marked].lowerBound))
      return
    }
    let previous =
      marked.map { $0 - 1 } ?? items.lastIndex { $0.upperBound <= view.visible.upperBound } ?? -1
    guard previous >= 0 else { return scroll(by: -1) }
    var moved = view
    moved.reveal(items[previous])
    if view.offset - moved.offset <= step {
      offset = moved.offset
      marked = previous
      isMarkMeant = true
    } else {
      pageUp()
    }
  }

  /// Moves on by what is in view.
  mutating func pageDown() {
    var view = viewport
    view.pageDown()
    show(view)
  }

  /// Moves back by what is in view.
  mutating func pageUp() {
    var view = viewport
    view.pageUp()
    show(view)
  }

  /// Moves by some rows, down where positive; the mark goes along.
  mutating func scroll(by rows: Int) {
    var view = viewport
    view.scroll(by: rows)
    show(view)
  }

  /// Shows the beginning.
  mutating func toTop() {
    offset = 0
    if !items.isEmpty, isInView(items[0]) { marked = 0 } else { settle() }
  }

  /// Shows the end.
  mutating func toEnd() {
    offset = viewport.lastOffset
    if let last = items.indices.last {
      marked = last
      if !isInView(items[last]) { settle() }
    }
  }

  private mutating func show(_ view: Viewport) {
    offset = view.offset
    settle()
  }

  private mutating func reveal(_ rows: Range<Int>) {
    var view = viewport
    view.reveal(rows)
    offset = view.offset
  }

  private func isInView(_ item: Range<Int>) -> Bool {
    let visible = viewport.visible
    return item.lowerBound >= visible.lowerBound && item.lowerBound < visible.upperBound
  }

  /// Moves the mark to the nearest item in view where it has left it.
  ///
  /// An item is in view with its first row, where the mark stands; one that goes on above and below
  /// counts where no other begins in view.
  private mutating func settle() {
    let visible = viewport.visible
    if let marked, visible.contains(items[marked].lowerBound) { return }
    let begun = items.indices.filter { visible.contains(items[$0].lowerBound) }
    if begun.isEmpty {
      marked = items.firstIndex { $0.overlaps(visible) }
    } else if let old = marked, items[old].lowerBound >= visible.upperBound {
      marked = begun.last
    } else {
      // A question that opens with its first choice half in view is not there yet.
      marked = begun.first { items[$0].upperBound <= visible.upperBound } ?? begun.first
    }
  }

  /// Draws the rows in view, the mark in a column that the rows leave blank, and the cursor there;
  /// on the first row in view where no item is marked.
  ///
  /// What can be clicked are the items, by their numbers.
  ///
  /// - Parameters:
  ///   - area: where.
  ///   - frame: what to draw on.
  ///   - symbols: the signs to draw with.
  ///   - markColumn: the column of the mark, from 0.
  ///   - marks: whether the mark is drawn.
  ///   - selects: whether the marked row's text stands out too.
  func draw(
    in area: Rect, on frame: inout Frame, symbols: Symbols, markColumn: Int = 0,
    marks: Bool = true, selects: Bool = false
  ) {
    let view = viewport
    let first = marked.map { max(items[$0].lowerBound, view.visible.lowerBound) }
    var column = ScrollView(
      rows: rows, viewport: view, symbols: symbols, cursorRow: first ?? view.visible.lowerBound)
    column.cursorColumn = first == nil ? 0 : markColumn
    column.items = items.enumerated().map { ($1, .item($0)) }
    column.draw(in: area, on: &frame)
    guard marks, let first, let cursor = frame.cursor, let marked else { return }
    frame.buffer.draw(symbols.mark, at: cursor, style: .accent, in: area)
    guard selects else { return }
    let last = min(items[marked].upperBound, view.visible.upperBound)
    let rows = Rect(
      column: area.column, row: cursor.row, columns: area.columns, rows: max(1, last - first))
    frame.buffer.restyle(rows) { style in
      style.role == .body ? Style(.selection, style.emphasis) : style
    }
  }
}
