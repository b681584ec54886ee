/// The questions of one sitting, in the order in which they are asked.
package struct ExamForm: Equatable, Sendable {
  /// A question in its place.
  package struct Item: Equatable, Sendable {
    /// The question, and the order in which its items stand.
    package var showing: Showing
    /// The section of the blueprint for which it was drawn, from 0.
    package var section: Int
    /// Whether it counts.
    ///
    /// The candidate isn't told before the end.
    package var isScored: Bool

    /// Makes an item.
    package init(showing: Showing, section: Int, isScored: Bool) {
      self.showing = showing
      self.section = section
      self.isScored = isScored
    }
  }

  /// The questions, in order.
  package var items: [Item]

  /// Makes a form of given items.
  package init(items: [Item]) { self.items = items }
}
