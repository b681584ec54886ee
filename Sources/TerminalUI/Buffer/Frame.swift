/// All that a screen shows at one moment.
package struct Frame: Equatable, Sendable {
  /// The picture.
  package var buffer: Buffer
  /// Where the terminal's cursor stands; hidden where nil.
  ///
  /// It marks the selected row or the place of typing: screen readers and magnifiers follow it.
  package var cursor: Position?
  /// The title of the terminal's window; unchanged where nil.
  package var title: String?
  /// What can be clicked; of those that overlap, the last counts.
  package var targets: [MouseTarget] = []

  /// Makes an empty frame.
  package init(size: Size, title: String? = nil) {
    self.buffer = Buffer(size: size)
    self.title = title
  }

  /// Its extent.
  package var size: Size { buffer.size }
  /// All of it, as a rectangle.
  package var bounds: Rect { buffer.bounds }

  /// What a click there means; nil where nothing can be clicked.
  package func target(at position: Position) -> MouseTarget.Action? {
    targets.last { $0.area.contains(position) }?.action
  }
}

/// A rectangle of the screen that can be clicked.
package struct MouseTarget: Hashable, Sendable {
  /// What a click means.
  package enum Action: Hashable, Sendable {
    /// The same as pressing that key: for key hints.
    case key(Key)
    /// Picks the item of that number, as its screen counts: for rows of lists.
    case item(Int)
  }

  /// Where.
  package let area: Rect
  /// What.
  package let action: Action

  /// Makes a target.
  package init(area: Rect, action: Action) {
    self.area = area
    self.action = action
  }
}
