/// Why the learner's data can't be used.
package enum ProgressError: Error, Equatable, Sendable, CustomStringConvertible {
  /// A journal holds lines of a newer version of the format.
  case newerVersion(path: String, line: Int, version: Int)
  /// A folder or file could not be made.
  case cannotCreate(SystemError)
  /// Reading or writing failed.
  case inputOutput(SystemError)
  /// There is nothing at a path, or not what was asked for.
  case notFound(path: String, expected: String)

  /// What is wrong, and what to do.
  package var description: String {
    switch self {
    case .newerVersion(let path, let line, let version):
      """
      '\(path.printable)', line \(line), was written by a newer version of swot (format \
      \(version), this program reads \(JournalEncoder.version)); nothing was changed: install the \
      newer version, or give another folder with --data
      """
    case .cannotCreate(let error): "\(error); choose another folder with --data, or mend its rights"
    case .inputOutput(let error): error.description
    case .notFound(let path, let expected):
      "there is no \(expected) at '\(path.printable)'"
    }
  }
}

/// Why events could not be saved: they are kept, and saving is tried again.
package struct SaveFailure: Error, Equatable, Sendable, CustomStringConvertible {
  /// What failed.
  package let cause: SystemError
  /// How many events wait to be saved.
  package let waiting: Int

  /// Makes a failure.
  package init(cause: SystemError, waiting: Int) {
    self.cause = cause
    self.waiting = waiting
  }

  /// A sentence for the learner.
  package var description: String {
    let what = waiting == 1 ? "The last entry is" : "The last \(waiting) entries are"
    return """
      Not saved: \(cause.reason) (\(cause.path.printable)). \(what) kept in memory; \
      saving is tried again.
      """
  }
}
