/// Where the learner's data stand.
package struct ProgressPaths: Equatable, Sendable {
  /// The data folder.
  package let data: String
  /// The folder of what belongs to this machine alone.
  package let state: String

  /// Takes the two folders, without a slash at their end.
  package init(data: String, state: String) {
    self.data = data
    self.state = state
  }

  /// The folder of the journals.
  package var journals: String { "\(data)/journals" }
  /// The cache of the folded state.
  package var snapshot: String { "\(data)/snapshot.json" }
  /// The folder of the backups.
  package var backups: String { "\(data)/backups" }
  /// The folder of this machine's writers.
  package var writers: String { "\(state)/writers" }

  /// The path of a journal.
  package func journal(_ file: String) -> String { "\(journals)/\(file)" }
}
