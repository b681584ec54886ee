/// Which rows of a long column are in view.
///
/// Where rows are hidden, one row at that edge says how many: `▲ 6`, `▼ 9`. It is taken from the
/// height, unless that is below 3, so less text is in view than there are rows on the screen.
package struct Viewport: Hashable, Sendable {
  /// Rows of the whole column.
  package let contentRows: Int
  /// Rows of the screen.
  package let height: Int
  /// Whether the counts stand inside of the column, and not in rules or headers around it.
  package let countsInside: Bool
  /// The first row in view, always one from which the view can be filled.
  package private(set) var offset: Int

  /// Makes a view of a column; an offset too far down is moved up.
  package init(contentRows: Int, height: Int, offset: Int = 0, countsInside: Bool = true) {
    self.contentRows = min(max(0, contentRows), Size.maximumExtent)
    self.height = min(max(0, height), Size.maximumExtent)
    self.countsInside = countsInside
    self.offset = 0
    scroll(to: offset)
  }

  private var showsCounts: Bool { countsInside && height >= 3 && contentRows > height }

  /// The offset at which the last row is in view.
  package var lastOffset: Int {
    max(0, contentRows - height + (showsCounts ? 1 : 0))
  }

  /// The rows of the column that are in view.
  package var visible: Range<Int> {
    var room = height
    if showsCounts && offset > 0 { room -= 1 }
    if showsCounts && contentRows - offset > room { room -= 1 }
    return offset..<min(contentRows, offset + max(0, room))
  }

  /// How many rows are hidden above.
  package var hiddenAbove: Int { offset }
  /// How many rows are hidden below.
  package var hiddenBelow: Int { contentRows - visible.upperBound }
  /// Whether there is more below.
  package var hasMore: Bool { hiddenBelow > 0 }

  /// Moves so that the row is the first in view, or as far as there is text.
  ///
  /// The second row of all brings the first with it: alone, that would only make room for its own
  /// count.
  package mutating func scroll(to row: Int) {
    offset = min(max(0, row), lastOffset)
    if offset == 1 && showsCounts { offset = 0 }
  }

  /// Moves by that many rows; down where positive.
  package mutating func scroll(by rows: Int) {
    let limit = Size.maximumExtent
    let target = offset + min(max(-limit, rows), limit)
    // Hiding one row alone would bring nothing new into view at the other end.
    scroll(to: target == 1 && rows > 0 && showsCounts ? 2 : target)
  }

  /// Moves on by what is in view, keeping one row.
  package mutating func pageDown() {
    scroll(by: max(1, visible.count - 1))
  }

  /// Moves back by what is in view, keeping one row.
  package mutating func pageUp() {
    scroll(by: -max(1, visible.count - 1))
  }

  /// Moves as little as needed to bring rows into view; of more than fit, the first.
  package mutating func reveal(_ rows: Range<Int>) {
    let first = min(max(0, rows.lowerBound), contentRows)
    let end = min(max(first, rows.upperBound), contentRows)
    if first < visible.lowerBound {
      scroll(to: first)
    } else if end > visible.upperBound {
      let room = max(1, showsCounts ? height - 2 : height)
      offset = min(max(offset, end - room), first, lastOffset)
    }
  }
}
