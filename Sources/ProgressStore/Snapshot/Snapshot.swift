import PracticeCore

/// The folded state, with what it was folded from: a cache that may be deleted at any time.
struct Snapshot {
  /// The state.
  var state: LearnerState
  /// How far each journal is covered.
  var journals: [JournalSummary]
  /// The highest number of each writer.
  var highest: [String: Int]
  /// How many events are covered.
  var events: Int
  /// The conflicts among them.
  var conflicts: [EventConflict]
}
