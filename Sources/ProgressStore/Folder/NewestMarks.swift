package import PracticeCore

/// The newest mark of each question that was not taken back, so that it can be.
package struct NewestMarks: Sendable {
  private var marks: [QuestionID: (event: EventID, mark: QuestionMark)] = [:]

  /// Reads them from a data folder.
  ///
  /// - Throws: ``ProgressError`` where the folder can't be read.
  package init(
    in paths: ProgressPaths, fileSystem: any FileSystem = POSIXFileSystem()
  ) throws(ProgressError) {
    let loader = ProgressLoader(fileSystem: fileSystem, paths: paths)
    let events = try loader.events { event in
      switch event.content {
      case .mark, .undo: true
      default: false
      }
    }
    let undone = UndoneEvents(in: events).ids
    for event in events where !undone.contains(event.id) {
      if case .mark(let mark, let question) = event.content { marks[question] = (event.id, mark) }
    }
  }

  /// The newest mark of a question; nil where there is none.
  package subscript(question: QuestionID) -> (event: EventID, mark: QuestionMark)? {
    marks[question]
  }
}
