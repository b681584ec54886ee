internal import CTerminal

/// The columns that the C library, and so ncurses, gives a scalar in the active locale.
package enum ScalarWidth {
  /// The width of `scalar`: 0, 1 or 2, or nil where the C library doesn't know it.
  package static func inActiveLocale(_ scalar: Unicode.Scalar) -> Int? {
    let width = terminal_scalar_width(scalar.value)
    return width < 0 ? nil : Int(width)
  }
}
