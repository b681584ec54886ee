/// Something that draws itself into a rectangle of a frame.
///
/// A widget takes any rectangle, also one without cells, and draws nothing outside of it.
package protocol Widget {
  /// Draws it, and adds its mouse targets and its cursor where it has some.
  func draw(in area: Rect, on frame: inout Frame)
}
