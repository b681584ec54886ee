package import PracticeCore

extension ProgressFolder {
  /// The reviews that the memory of questions follows from, in the order of time, read without
  /// opening the folder.
  ///
  /// - Parameters:
  ///   - paths: The folders.
  ///   - fileSystem: Where they stand.
  ///   - pending: Events that are not in the journals yet.
  /// - Returns: The reviews, by `LearnerState.reviews(in:)`.
  /// - Throws: ``ProgressError`` where a journal is of a newer version, or the folder can't be read.
  package static func reviews(
    in paths: ProgressPaths, fileSystem: any FileSystem = POSIXFileSystem(),
    with pending: [Event] = []
  ) throws(ProgressError) -> [QuestionReview] {
    try ProgressLoader(fileSystem: fileSystem, paths: paths).reviews(with: pending)
  }
}

extension ProgressLoader {
  /// The reviews of all journals and of `pending`.
  ///
  /// - Throws: ``ProgressError`` where a journal is of a newer version, or the folder can't be read.
  func reviews(with pending: [Event]) throws(ProgressError) -> [QuestionReview] {
    var content = try readAll(try journalNames())
    var events = content.collection.takeEvents()
    events += pending
    return LearnerState.reviews(in: events)
  }
}
