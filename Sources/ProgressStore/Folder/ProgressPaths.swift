import PracticeCore

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

  /// The folder of the forms of exams: see ``ExamPaperFolder``.
  package var exams: String { "\(data)/exams" }
  /// The folder of the attempts that are sat on this machine: see ``AttemptHold``.
  package var holds: String { "\(state)/attempts" }

  /// A short name for the data folder, under which this machine keeps what belongs to it.
  var folderHash: String {
    var hash = FNV1a()
    hash.combine(data)
    return String(hash.value, radix: 16)
  }

  /// The path of a journal.
  package func journal(_ file: String) -> String { "\(journals)/\(file)" }
}
