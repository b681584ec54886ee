/// A key, or keys held together, that a terminal can tell apart.
package enum Key: Hashable, Sendable {
  /// A printable character, with Shift already applied; Space is `.character(" ")`.
  case character(Character)
  /// Ctrl with a letter, written in lower case: `.control("l")`.
  case control(Character)
  /// A function key, from 1.
  case function(Int)
  /// An arrow key, or a key of the block above the arrow keys.
  case up, down, left, right, home, end, pageUp, pageDown, insert, delete
  /// An arrow key with Shift held.
  case shiftUp, shiftDown, shiftLeft, shiftRight
  /// The keys around the letters; `backTab` is Shift with Tab.
  case enter, escape, backspace, tab, backTab
}

extension Key: ExpressibleByExtendedGraphemeClusterLiteral {
  /// Makes the key of a printable character, so that `case "q":` works.
  package init(extendedGraphemeClusterLiteral value: Character) {
    self = .character(value)
  }
}
