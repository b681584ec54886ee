package import PracticeCore

/// A question that the learner said something is wrong with.
package struct QuestionReport: Equatable, Sendable {
  /// The question.
  package let question: QuestionID
  /// What the learner said.
  package let text: String
  /// When.
  package let time: LocalTime

  /// All reports in a data folder that were not taken back, the oldest first.
  ///
  /// - Throws: ``ProgressError`` where the folder can't be read.
  package static func all(
    in paths: ProgressPaths, fileSystem: any FileSystem = POSIXFileSystem()
  ) throws(ProgressError) -> [QuestionReport] {
    let loader = ProgressLoader(fileSystem: fileSystem, paths: paths)
    // Undos are kept, answers are not: a report needs no million of them.
    let events = try loader.events { event in
      switch event.content {
      case .report, .undo: true
      default: false
      }
    }
    let undone = UndoneEvents(in: events).ids
    return events.compactMap { event in
      guard case .report(let question, let text) = event.content, !undone.contains(event.id) else {
        return nil
      }
      return QuestionReport(question: question, text: text, time: event.time)
    }
  }
}
